/**
 * The passages found, grouped by document. Two answers need this: hits in the order of dates, and hits
 * in which each document stands once.
 *
 * @module documents
 */

import { documentsOf } from "../index/catalogue.js";
import { below } from "../lists.js";

/**
 * A passage by its number, with its score.
 * @typedef {[number, number]} ScoredPassage
 */

/** Where each document stands once, so many of its best passages are shown. */
const BEST = 3;

/**
 * @param {import("../index/index.js").Index} index
 * @param {ScoredPassage[]} found  in document order
 * @returns {Promise<ScoredPassage[]>}  the earliest documents first, those of one date in document order
 */
export async function byDate(index, found) {
  const documents = await together(index, found);
  return documents.sort(earlier).flatMap(({ own }) => own);
}

/**
 * The best passages of each document.
 * @param {import("../index/index.js").Index} index
 * @param {ScoredPassage[]} found  in document order
 * @param {import("../../messages.js").Sort} sort
 * @returns {Promise<ScoredPassage[][]>}  a list for each document, in the order asked for: by score the one
 *   with the best passage first
 */
export async function grouped(index, found, sort) {
  const documents = (await together(index, found)).map(({ date, own }) =>
    ({ date, own: own.sort(better).slice(0, BEST) }));
  if (sort === "date") documents.sort(earlier);
  if (sort === "score") documents.sort((a, b) => better(a.own[0], b.own[0]));
  return documents.map(({ own }) => own);
}

/**
 * @param {import("../index/index.js").Index} index
 * @param {ScoredPassage[]} found  in document order
 */
async function together(index, found) {
  const numbers = found.map(([number]) => number);
  return (await documentsOf(index, numbers)).map(({ start, end, date }) =>
    ({ date, own: found.slice(below(numbers, start), below(numbers, end)) }));
}

/** @type {(a: { date: string }, b: { date: string }) => number} */
const earlier = (a, b) => (a.date < b.date ? -1 : Number(a.date > b.date));

/**
 * Which of two passages comes first: by score, then in document order.
 * @param {ScoredPassage} a
 * @param {ScoredPassage} b
 */
const better = (a, b) => b[1] - a[1] || a[0] - b[0];
