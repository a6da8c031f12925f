/**
 * What a reader has pasted: one quotation, or an article with quotations in it.
 *
 * @module pasted
 */

import { quotations } from "./article.js";
import { SHORT } from "./places.js";

/** @typedef {import("./checker.js").Checker} Checker */

/** Words of a hundred outside a text's quotation marks that may be missing from the archive. */
const FOREIGN = 45;
/** Words by which an article is told from a quotation. */
const BEGINNING = 400;
/** @type {import("./verdict.js").Verdict[]} */
const TRUE = ["verbatim", "typographic", "elided"];

/**
 * The quotations of an article; null where the text is none.
 * @param {string} text
 * @param {Checker} checker
 */
export async function quotedIn(text, checker) {
  const quoted = quotations(text, checker.analysis);
  const count = (/** @type {string} */ words) => checker.analysis.tokens(words).length;
  if (quoted.every((words) => count(words) < SHORT)) return null;
  const last = checker.analysis.tokens(text)[BEGINNING - 1];
  const beginning = last ? text.slice(0, last.end) : text;
  return await isQuotation(beginning, checker, count) ? null : quoted;
}

/**
 * Whether a text that quotes is a quotation itself: what it has outside its marks stands, for the
 * most part, in the archive as well. Where nothing stands outside, as in one block, the marks are no part of it.
 * @param {string} text
 * @param {Checker} checker
 * @param {(words: string) => number} count
 */
async function isQuotation(text, checker, count) {
  const { verdict, places: [place] } = await checker.check(text);
  if (!place || TRUE.includes(verdict)) return verdict !== "absent";
  const quoted = quotations(text, checker.analysis);
  const outside = count(text) - quoted.reduce((sum, words) => sum + count(words), 0);
  const foreign = place.flatMap(({ steps }) => steps)
    .filter(({ op }) => op === "added" || op === "changed");
  return outside > 0 && foreign.length * 100 <= FOREIGN * outside;
}
