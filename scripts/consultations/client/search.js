/**
 * The answer to a question: the passages of one page, in order and in full.
 *
 * @module search
 */

import { excerpt, marks } from "./excerpt.js";

/** @typedef {import("./question.js").Question} Question */

/** Hits on one page of an answer. */
export const PAGE = 20;

/**
 * The passages that a query finds, with those of one page in full.
 * @param {Question} question
 * @param {import("./messages.js").Sort} sort
 * @param {number} page  from 1
 * @returns {Promise<Omit<import("./messages.js").Answer, "type" | "id">>}
 */
export async function answer(question, sort, page) {
  const found = [...await question.scores()];
  if (sort === "score") found.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const ordered = sort === "date" ? await byDate(question, found) : found;
  const shown = ordered.slice((page - 1) * PAGE, page * PAGE);
  const hits = await Promise.all(shown.map(([number, points]) => hit(question, number, points)));
  question.signal.throwIfAborted();
  const pages = Math.ceil(found.length / PAGE);
  return { query: question.query, total: found.length, page, pages, hits };
}

/**
 * @param {Question} question
 * @param {[number, number][]} found  in document order
 */
async function byDate({ index }, found) {
  const editions = await index.documents();
  let i = 0;
  const dated = found.map((match) => {
    while (editions[i].end <= match[0]) i += 1;
    return { match, date: editions[i].date };
  });
  dated.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  return dated.map(({ match }) => match);
}

/**
 * @param {Question} question
 * @param {number} number
 * @param {number} points
 * @returns {Promise<import("./messages.js").Hit>}
 */
async function hit(question, number, points) {
  const { text, id, voices, notes: _, ...about } = await question.index.passage(number);
  const tokens = question.index.analysis.tokens(text);
  const marked = marks(await question.occurrencesIn(number), tokens);
  return {
    ...about, passage: id, url: `texts/${about.edition}/#${id}`, score: points,
    excerpt: excerpt(text, marked), voice: marked.length > 0 ? voiceAt(voices, marked[0]) : null,
  };
}

/**
 * Whose words these are, of voices the innermost; null: the document's own.
 * @param {[number, number, string][]} voices
 * @param {import("./messages.js").Interval} words
 */
export function voiceAt(voices, [start, end]) {
  const around = voices.filter(([from, to]) => from <= start && end <= to);
  around.sort((a, b) => a[1] - a[0] - (b[1] - b[0]));
  return around.length > 0 ? around[0][2] : null;
}
