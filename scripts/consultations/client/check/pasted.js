/**
 * What a reader has pasted: how long it may be, as index/quotation/__init__.py has it; and whether it
 * is one quotation, or an article with quotations in it.
 *
 * @module pasted
 */

import { QUOTATION } from "../engine/analysis/quoting.js";
import { quotations } from "./article.js";
import { SHORT } from "./places.js";

/** @typedef {import("./checker.js").Checker} Checker */

/** Words of a hundred outside a text's quotation marks that may be missing from the archive. */
const FOREIGN = 45;
/** Words by which an article is told from a quotation. */
const BEGINNING = 400;
/** @type {import("./verdict.js").Verdict[]} */
const TRUE = ["verbatim", "typographic", "elided"];

/** Characters of a text by which a reader knows which it is. */
const TOLD = 40;

/** A text that is too long to be checked. */
export class TextError extends Error {
  /**
   * @param {string} text
   * @param {number} most  of its characters
   * @param {string} what
   */
  constructor(text, most, what) {
    super(`${what} may have ${most} characters, and the one that begins “${text.slice(0, TOLD)}” has more`);
    this.remedy = "check it in parts";
  }
}

/**
 * Sees to it that a text is not too long to look for quotations in.
 * @param {string} text
 */
export const requireLength = (text) => required(text, QUOTATION.longestText, "a text");

/**
 * Sees to it that a quotation is not too long to be looked for.
 * @param {string} text
 */
export const requireQuotation = (text) => required(text, QUOTATION.longest, "a quotation");

/** @type {(text: string, most: number, what: string) => void} */
function required(text, most, what) {
  if (text.length > most && Array.from(text).length > most) throw new TextError(text, most, what);
}

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
