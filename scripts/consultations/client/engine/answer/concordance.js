/**
 * Keyword in context: every place where what was asked for stands, as index/concordance.py has it.
 *
 * @module concordance
 */

import { CONCORDANCE } from "../analysis/contract.js";
import { QuerySyntaxError } from "../query/lexer.js";
import { voiceAt } from "../../voices.js";

/** @typedef {import("../../messages.js").ConcordanceLine} ConcordanceLine */

const NEIGHBOURS = CONCORDANCE.neighbours;
/** How much context a line has on each side. */
const WIDTH = 80;
/** Lines that are given at most; all are counted. */
const MOST = 1000;

/**
 * The places of the words of a query, in the passages that it finds.
 * @param {import("../query/evaluation.js").QueryEvaluation} question
 * @param {import("../../messages.js").Neighbour[]} order  by these, the first first; by none: as they stand
 * @returns {Promise<Omit<import("../../messages.js").Lines, "type" | "id">>}
 * @throws {QuerySyntaxError} the query asks for no words
 */
export async function concordance(question, order) {
  if (!question.hasWords) {
    const what = "a concordance is of words, and the query asks for none";
    throw new QuerySyntaxError(what, "add a word or a phrase", [0, question.query.length]);
  }
  /** @type {ConcordanceLine[]} */
  const lines = [];
  let total = 0;
  for (const number of (await question.scores()).keys()) {
    const places = nodes(await question.occurrencesIn(number));
    total += places.length;
    if (lines.length >= MOST) continue;
    for (const line of await inPassage(question, number, places)) lines.push(line);
    question.signal.throwIfAborted();
  }
  const shown = lines.slice(0, MOST);
  if (order.length > 0) shown.sort((a, b) => compareBy(order, a, b));
  return { query: question.query, total, lines: shown };
}

/**
 * The first and the last position of each occurrence, each pair once, ascending.
 * @param {number[][]} found
 * @returns {[number, number][]}
 */
function nodes(found) {
  const ends = new Map(found.map((all) => [`${all[0]} ${all[all.length - 1]}`, all]));
  return Array.from(ends.values(), (all) =>
    /** @type {[number, number]} */ ([all[0], all[all.length - 1]]))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/**
 * @param {import("../query/evaluation.js").QueryEvaluation} question
 * @param {number} number
 * @param {[number, number][]} places
 * @returns {Promise<ConcordanceLine[]>}
 */
async function inPassage({ index }, number, places) {
  const { text, edition, id, title, body, date, voices } = await index.passage(number);
  const tokens = await index.tokens(number);
  const terms = tokens.map(({ term }) => term);
  return places.map(([first, last]) => {
    const [start, end] = [tokens[first].start, tokens[last].end];
    const points = (/** @type {number} */ unit) => Array.from(text.slice(0, unit)).length;
    return {
      edition, passage: id, url: `texts/${edition}/#${id}`, title, body, date,
      start: points(start), end: points(end),
      left: text.slice(Math.max(start - WIDTH, 0), start), node: text.slice(start, end),
      right: text.slice(end, end + WIDTH), voice: voiceAt(voices, [start, end]),
      before: terms.slice(Math.max(first - NEIGHBOURS, 0), first).reverse(),
      after: terms.slice(last + 1, last + 1 + NEIGHBOURS),
    };
  });
}

/**
 * @param {import("../../messages.js").Neighbour[]} order
 * @param {ConcordanceLine} a
 * @param {ConcordanceLine} b
 */
function compareBy(order, a, b) {
  for (const place of order) {
    const side = place[0] === "L" ? "before" : "after";
    // Where there is no word, the line comes first.
    const [x, y] = [a, b].map((line) => line[side][Number(place[1]) - 1] ?? "");
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
