/**
 * What makes no difference between a quotation and the text, as
 * index/quotation/comparison.py has it.
 *
 * @module comparison
 */

import {
  CURRENCY, DASHES, DIGIT, DIVIDING, DOUBLE, JOINING, PART, QUOTES, SPACE, literally, stripped,
} from "../engine/analysis/characters.js";
import { CHARACTERS } from "../engine/analysis/contract.js";
import { LINE_END } from "./interpretation.js";

/** @typedef {import("./difference.js").Op} Op */

const LIGATURES = new Map(Object.entries(CHARACTERS.ligatures));
const LIGATURE = new RegExp(`[${[...LIGATURES.keys()].join("")}]`, "gu");
const QUOTE = new RegExp(`[${QUOTES}]`, "gu");
const SINGLE_FIRST = new RegExp(`^(?![${DOUBLE}])[${QUOTES}]`, "u");
// A typewriter has two hyphens for one dash.
const DASH = new RegExp(`[${DASHES}]+`, "gu");
// A dash with blanks on both sides divides like a comma, and so does a long one. Others join.
const DIVIDER = new RegExp(`(?<=[${SPACE}])[${JOINING}](?=[${SPACE}])|[${DIVIDING}]`, "gu");
const SIGN = new RegExp(`[${JOINING}]$`, "u");
// What touches a number and is part of it: without it the number is another. A dash right after a
// word joins, as in a range of years.
const MINUS = `(?<=[${SPACE}(${QUOTES}])[${JOINING}]`;
const SIGN_BEFORE = new RegExp(
  `(?:${MINUS})?[${CURRENCY}][${SPACE}]?$|${MINUS}$|(?<=[${SPACE}(${QUOTES}])\\.$`, "u",
);
const SIGN_AFTER = new RegExp(
  `^(?:[%‰°${CURRENCY}]|[${SPACE}][%‰]|[${SPACE}][${CURRENCY}](?=[${SPACE}.,;:!?)]))`, "u",
);
const BLANKS = new RegExp(`[${SPACE}]+`, "gu");
const MARKERS = new RegExp(`[${literally(CHARACTERS.noteSigns)}]`, "gu");
const DIGIT_FIRST = new RegExp(`^[${DIGIT}]`, "u");
const DIGIT_LAST = new RegExp(`[${DIGIT}]$`, "u");
const WORDS = new RegExp(`[${PART}]+`, "gu");
const SENTENCE_END = new RegExp(`[.?!][${QUOTES})\\]]*(?:[${SPACE}]|$)`, "u");

/** What stands in a gap between white space. @param {string} gap */
export const wordsApart = (gap) => gap.split(BLANKS).filter(Boolean);

/** Compares words and what stands between them, in the archive's own analysis. */
export class Comparison {
  /** @param {import("../engine/analysis/analysis.js").Analysis} analysis */
  constructor(analysis) {
    this.analysis = analysis;
  }

  /**
   * How a word of a quotation differs from the one of the text, both as printed.
   * @param {string} given
   * @param {string} found
   * @param {boolean} first  whether it begins the quotation, or a piece of it: its case may differ
   * @returns {Op}
   */
  words(given, found, first) {
    // Composed, since one may have its accents apart. An accent that is gone is still a change.
    if (given.normalize("NFC") === found.normalize("NFC")) return "same";
    const [a, b] = [given, found].map((word) => Array.from(this.#bare(word)));
    if (a.join("") === b.join("")) return "typography";
    const cased = a[0] !== b[0] && a[0]?.toLowerCase() === b[0]?.toLowerCase();
    return first && cased && a.slice(1).join("") === b.slice(1).join("") ? "typography" : "changed";
  }

  /**
   * How what stands between two words differs from what the text has there.
   * @param {string} given
   * @param {string} found
   * @param {string} after   the word before it, as the text has it
   * @param {string} before  the word after it
   * @returns {Op}
   */
  gaps(given, found, after, before) {
    if (given === found) return "same";
    const same = this.#loose(given) === this.#loose(found)
      || this.#strict(given, after, before) === this.#strict(found, after, before);
    return same ? "typography" : "punctuation";
  }

  /**
   * How what a quotation has before its first word differs from the end of what the text has.
   * @param {string} given
   * @param {string} found
   * @param {string} before  the word after it
   * @returns {Op}
   */
  start(given, found, before) {
    const sign = DIGIT_FIRST.test(before) ? found.match(SIGN_BEFORE) : null;
    if (sign && !this.#loose(given).endsWith(this.#loose(sign[0]))) return "punctuation";
    return this.#edge((a, b) => a.endsWith(b), given, found, "", before);
  }

  /**
   * How what a quotation has after its last word differs from the start of what the text has.
   * @param {string} given
   * @param {string} found
   * @param {string} after  the word before it
   * @returns {Op}
   */
  end(given, found, after) {
    const sign = DIGIT_LAST.test(after) ? found.match(SIGN_AFTER) : null;
    if (sign && !this.#loose(given).startsWith(this.#loose(sign[0]))) return "punctuation";
    return this.#edge((a, b) => a.startsWith(b), given, found, after, "");
  }

  /**
   * Whether a point is a full stop, and a sentence ends in what is left out.
   * @param {string} point
   * @param {string} leftOut
   */
  endsSentence(point, leftOut) {
    return this.#loose(point) === "." && SENTENCE_END.test(leftOut);
  }

  /**
   * How points differ from what is left out, which must have them, in one place.
   * @param {string} given
   * @param {string} leftOut
   * @returns {Op}
   */
  points(given, leftOut) {
    const [one, other] = [given, leftOut].map((text) =>
      stripped(this.#loose(text).replace(QUOTE, "").replace(WORDS, " ")));
    return other.includes(one) ? "same" : "punctuation";
  }

  /**
   * How many characters of a text show nothing.
   * @param {string} text
   */
  hidden(text) {
    return text.match(this.analysis.hidden)?.length ?? 0;
  }

  /**
   * @param {(text: string, part: string) => boolean} holds
   * @param {string} given
   * @param {string} found
   * @param {string} after
   * @param {string} before
   * @returns {Op}
   */
  #edge(holds, given, found, after, before) {
    if (holds(found, given)) return "same";
    if (holds(this.#loose(found), this.#loose(given))) return "typography";
    const strict = [found, given].map((gap) => this.#strict(gap, after, before));
    return holds(strict[0], strict[1]) ? "typography" : "punctuation";
  }

  /** @param {string} word */
  #bare(word) {
    const { hidden, apostrophe } = this.analysis;
    return word.normalize("NFC").replace(LINE_END, "").replace(hidden, "").replace(apostrophe, "'")
      .replace(LIGATURE, (letter) => LIGATURES.get(letter) ?? letter).normalize("NFC");
  }

  /**
   * A gap without what may differ in shape: every quote mark one, every dash, no blanks.
   * @param {string} gap
   */
  #loose(gap) {
    return gap.replace(this.analysis.hidden, "").replace(QUOTE, "'").replace(DASH, "-")
      .replaceAll("…", "...").replace(BLANKS, "").replace(MARKERS, "");
  }

  /**
   * A gap without quote marks, and without dashes that join. An apostrophe after an s may be a
   * possessive's, and a dash before a digit a sign: those stay.
   * @param {string} text
   * @param {string} after
   * @param {string} before
   */
  #strict(text, after, before) {
    const gap = text.replace(this.analysis.hidden, "");
    const possessive = /[sSzZ]$/u.test(after) && SINGLE_FIRST.test(gap) ? "'" : "";
    const sign = DIGIT_FIRST.test(before) && SIGN.test(gap) ? "-" : "";
    const kept = gap.replace(DIVIDER, "\0").replace(DASH, "").replace(QUOTE, "")
      .replaceAll("…", "...");
    return possessive + kept.replace(BLANKS, "").replace(MARKERS, "") + sign;
  }
}
