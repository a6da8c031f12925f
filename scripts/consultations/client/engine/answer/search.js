/**
 * The answer to a query: the hits of one page, in order, each with what is shown of it.
 *
 * @module search
 */

import { excerpt, marks } from "./excerpt.js";
import { below } from "../lists.js";
import { onlyWords, voiceAt, voiceOf } from "../../voices.js";

/** @typedef {import("../query/evaluation.js").QueryEvaluation} QueryEvaluation */
/** @typedef {Omit<import("../../messages.js").Answer, "type" | "id">} Found */
/** @typedef {Pick<import("../../messages.js").Ask, "sort" | "page" | "grouped" | "few">} Wanted */

/** Hits on a page of an answer. Where each document stands once, a page has so many documents. */
export const PAGE = 20;
const DOCUMENTS = 10;
/** So many hits fill a screen. They are told before the others, whose texts may have to be fetched first. */
const FIRST = 5;
/** Others that come within so many milliseconds are told with the first: a list that grows is unquiet. */
const SOON = 30;

/**
 * The passages that a query finds, with those of one page in full.
 * @param {QueryEvaluation} question
 * @param {Wanted} wanted
 * @param {(first: Found) => void} tell  told the first hits where the others are not there yet
 * @returns {Promise<Found>}
 */
export async function answer(question, { sort, page, grouped = false, few = false }, tell = () => {}) {
  const found = [...await question.scores()];
  const numbers = found.map(([number]) => number);
  const { shown, ...at } = await onPage(question, found, { sort, page, grouped });
  const drawn = (/** @type {[number, number][]} */ some) =>
    Promise.all(some.map(([number, points]) => hit(question, number, points, numbers)));
  const about = { query: question.query, total: found.length, ...at };
  const first = await drawn(shown.slice(0, FIRST));
  const coming = shown.length - first.length;
  if (few && coming > 0) {
    question.signal.throwIfAborted();
    return { ...about, hits: first, coming };
  }
  const others = drawn(shown.slice(FIRST));
  const late = new Promise((done) => setTimeout(done, SOON, true));
  if (coming > 0 && await Promise.race([others, late]) === true && !question.signal.aborted) {
    tell({ ...about, hits: first, coming });
  }
  const hits = [...first, ...await others];
  question.signal.throwIfAborted();
  return { ...about, hits };
}

/**
 * The passages of the page that is wanted, the number of that page, and how many pages there are.
 * @param {QueryEvaluation} question
 * @param {[number, number][]} found  with their scores, in document order
 * @param {Required<Omit<Wanted, "few">>} wanted
 */
async function onPage({ index }, found, { sort, page, grouped }) {
  if (grouped) {
    const documents = await (await import("./documents.js")).grouped(index, found, sort);
    const { shown, ...at } = cut(documents, DOCUMENTS, page);
    return { shown: shown.flat(), ...at };
  }
  let ordered = found;
  if (sort === "score") ordered = found.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (sort === "date") ordered = await (await import("./documents.js")).byDate(index, found);
  return cut(ordered, PAGE, page);
}

/**
 * One page of a list. An old link may ask for a page that is no longer there: then it is the last one.
 * @template T
 * @param {T[]} all
 * @param {number} size
 * @param {number} wanted  from 1
 */
function cut(all, size, wanted) {
  const pages = Math.ceil(all.length / size);
  const page = Math.min(wanted, Math.max(pages, 1));
  return { shown: all.slice((page - 1) * size, page * size), page, pages };
}

/**
 * @param {QueryEvaluation} question
 * @param {number} number
 * @param {number} points
 * @param {number[]} found  the numbers of all passages found, ascending
 * @returns {Promise<import("../../messages.js").Hit>}
 */
async function hit(question, number, points, found) {
  const { text, id, voices, notes: _, own, question: asked, ...about } = await question.index.passage(number);
  const tokens = await question.index.tokens(number);
  const marked = marks(await question.occurrencesIn(number), tokens);
  const shown = excerpt(text, marked);
  return {
    ...about, passage: id, url: `texts/${about.edition}/#${id}`, score: points,
    place: number - own[0] + 1, passages: own[1] - own[0],
    found: below(found, own[1]) - below(found, own[0]),
    question: answered(asked),
    excerpt: shown, voice: voiceAt(voices, marked[0] ?? [0, text.length]),
    credit: voiceOf(voices, onlyWords(text, [shown.start, shown.start + shown.text.length])),
  };
}

/**
 * The question that a passage answers, as it is told.
 * @param {{ number: string | null, kind: string, asked: string | null } | null} asked
 * @returns {import("../../messages.js").Hit["question"]}
 */
export const answered = (asked) =>
  asked && { number: asked.number, kind: asked.kind, url: asked.asked && `questions/${asked.asked}/` };
