/**
 * Classes of characters for the regular expressions that both languages have, as analysis/characters.py
 * has them.
 *
 * Python and JavaScript mean different characters by `\s`, `\w` and `\d`, by `.` and by `^` and `$`
 * between lines, and by "whatever the case". So no mirrored module writes these; it takes the classes from
 * here. All stand inside square brackets, but for LETTER. A `$` without the flag `m` is the very end of a
 * text here.
 *
 * @module characters
 */

import { CHARACTERS } from "./contract.js";

/**
 * A list of code points and ranges, in hexadecimal, as it is written inside square brackets.
 * @param {string[]} ranges
 */
export const inClass = (ranges) =>
  ranges.map((range) => range.split("-").map((point) => `\\u{${point}}`).join("-")).join("");

/**
 * Characters as they are written inside square brackets.
 * @param {string} characters
 */
export const literally = (characters) => characters.replace(/[\\\]^-]/gu, "\\$&");

/** Digits of all scripts: the category Nd of Unicode. */
export const DIGIT = "\\p{Nd}";
/** What a word is made of: letters and numbers of all scripts, and the underscore. */
export const PART = "\\p{L}\\p{N}_";
/** One letter, or a number that is no digit. */
export const LETTER = `(?![\\p{Nd}_])[${PART}]`;

/** All white space. */
export const SPACE = inClass(CHARACTERS.space);
export const QUOTES = CHARACTERS.quotes;
/** Quotation marks that are no apostrophe. */
export const DOUBLE = CHARACTERS.doubleQuotes;
export const DASHES = inClass(CHARACTERS.dashes);
export const JOINING = inClass(CHARACTERS.joiningDashes);
export const DIVIDING = inClass(CHARACTERS.dividingDashes);
export const CURRENCY = inClass(CHARACTERS.currency);
export const RAISED = inClass(CHARACTERS.raisedDigits);

/**
 * The place so many characters before another; Python counts code points, JavaScript units of 16 bits.
 * @param {string} text
 * @param {number} at
 * @param {number} count
 */
export function pointsBefore(text, at, count) {
  const near = Array.from(text.slice(Math.max(at - 2 * count, 0), at));
  return at - near.slice(-count).join("").length;
}

/**
 * The place so many characters after another.
 * @param {string} text
 * @param {number} at
 * @param {number} count
 */
export function pointsAfter(text, at, count) {
  const near = text.slice(at, at + 2 * count);
  const isLong = near.length > count && !SURROGATE.test(near);
  return at + (isLong ? count : Array.from(near).slice(0, count).join("").length);
}

const SURROGATE = /[\ud800-\udfff]/;
const SPACES_AROUND = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "gu");
const SPACES_AFTER = new RegExp(`[${SPACE}]+$`, "u");

/** A text without white space around it. @param {string} text */
export const stripped = (text) => text.replace(SPACES_AROUND, "");

/** A text without white space after it. @param {string} text */
export const strippedAfter = (text) => text.replace(SPACES_AFTER, "");
