/**
 * How long what is checked may be. As index/quotation/__init__.py has it.
 *
 * @module limits
 */

import { QUOTATION } from "../engine/analysis/quoting.js";

/** Characters of a text by which a reader knows which it is. */
const BEGINNING = 40;

/** A text that is too long to be checked. */
export class TextError extends Error {
  /**
   * @param {string} text
   * @param {number} most  of its characters
   * @param {string} what
   */
  constructor(text, most, what) {
    super(`${what} may have ${most} characters, and the one that begins “${text.slice(0, BEGINNING)}” has more`);
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
