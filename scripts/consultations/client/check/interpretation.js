/**
 * A quotation as words: as it stands, or with its editor's marks understood. As
 * index/quotation/interpretation.py has it.
 *
 * @module interpretation
 */

import {
  DIGIT, DOUBLE, LETTER, PART, QUOTES, RAISED, SPACE, literally, pointsBefore, stripped,
} from "../engine/analysis/characters.js";
import { CHARACTERS } from "../engine/analysis/contract.js";

const FOREIGN = [...CHARACTERS.foreign];
const LATIN = [...CHARACTERS.latin];
const LOOKALIKES = new Map(FOREIGN.map((letter, i) => [letter, LATIN[i]]));
const LOOKALIKE = new RegExp(`[${FOREIGN.join("")}]`, "gu");
// What an editor puts where words of the original are left out or replaced. Bounded, so that the
// time is linear.
const MARK = new RegExp(
  `\\[[^[\\]]{0,200}\\]|\\([${SPACE}]?(?:…|\\.[${SPACE}]?\\.[${SPACE}]?\\.)[${SPACE}]?\\)|…`
  + `|\\.(?:[${SPACE}]?\\.){2,}`, "gu",
);
const NOTE = new RegExp(
  `(?<=[^${SPACE}])\\[[${DIGIT}]{1,3}\\]|(?<=(?![${DIGIT}])[${PART}])[${RAISED}]{1,3}`
  + `|(?<=[^${PART}${SPACE}])[${RAISED}]{1,3}`, "gu",
);
/** What breaks a word where a line ends. */
export const LINE_END = new RegExp(`(?<=${LETTER})[-‐\\u00ad][ \\t\\r]*\\n[ \\t]*(?=${LETTER})`, "gu");
const DOUBLE_AROUND = new RegExp(`^[${DOUBLE}]+|[${DOUBLE}]+$`, "gu");
// What a list sets before its items. A number is a word, and stays.
const BULLET = new RegExp(`^[${literally(CHARACTERS.bullets)}][${SPACE}]+(?=[^${SPACE}])`, "u");
/** Code points that are looked at before a bracket for letters that touch it. */
const MOST_LETTERS = 40;
const LETTERS_IN_BRACKETS = new RegExp(`^\\[(?:${LETTER})+\\]$`, "u");
const LETTERS_BEFORE = new RegExp(`(?:[${PART}]+['’])?[${PART}]*$`, "u");
const LETTERS_AFTER = new RegExp(`[${PART}]*(?:['’][${PART}]+)?`, "uy");
const ASCII = /^[\x00-\x7f]*$/u;

/** @typedef {import("../engine/analysis/analysis.js").Token} Word  text.slice(start, end) of a quotation */

/**
 * An ellipsis or square brackets in a gap: lead, shown and trail are the whole gap. With the letters
 * that touch it before and after, as of `work[s]`, `work`; whether it says that something is left out,
 * for brackets may only put in; and what stands between it and others in the same gap.
 * @typedef {{
 *   lead: string, shown: string, trail: string, before: string, after: string, isEllipsis: boolean,
 *   points: string,
 * }} EditorialMark
 */

/**
 * A quotation as a row of words; gaps and marks stand before each word, and after the last.
 * @typedef {{
 *   text: string, words: Word[], gaps: string[], marks: (EditorialMark | null)[], marked: boolean,
 *   noted: boolean,
 * }} Interpretation
 */

/** @typedef {import("../engine/analysis/analysis.js").Analysis} Analysis */

/**
 * A quotation without blanks around it and the bullet of a list that it was copied from.
 * @param {string} quotation
 */
export const unlisted = (quotation) => stripped(quotation).replace(BULLET, "");

/**
 * A quotation without blanks and the quotation marks around it.
 * @param {string} quotation
 */
export function trimmed(quotation) {
  const text = stripped(quotation);
  // Any mark at both ends is taken for a pair: people mix them. A single mark at one end may be an
  // apostrophe, and only a double one is taken off there.
  if (text.length > 1 && QUOTES.includes(text[0]) && QUOTES.includes(text[text.length - 1])) {
    return stripped(text.slice(1, -1));
  }
  return stripped(text.replace(DOUBLE_AROUND, ""));
}

/**
 * A quotation as it stands, each character of it the original's.
 * @param {string} text
 * @param {Analysis} analysis
 * @returns {Interpretation}
 */
export function plain(text, analysis) {
  const words = wordsOf(text, analysis);
  const gaps = gapsOf(text, words);
  return { text, words, gaps, marks: gaps.map(() => null), marked: false, noted: false };
}

/**
 * A quotation with note markers, line ends in words and editor's marks understood; null if it has none.
 * @param {string} text
 * @param {Analysis} analysis
 * @returns {Interpretation | null}
 */
export function edited(text, analysis) {
  const notes = spansOf(text, NOTE);
  const lineEnds = spansOf(text, LINE_END);
  const bare = blanked(blanked(text, notes), lineEnds, "\u00ad");
  const spans = spansOf(bare, MARK);
  if (notes.length + lineEnds.length + spans.length === 0) return null;
  const around = spans.map((span) => touched(bare, span));
  const words = wordsOf(blanked(bare, around), analysis);
  const gaps = gapsOf(bare, words);
  let [start, at] = [0, 0];
  const marks = gaps.map((gap, i) => {
    const end = start + gap.length;
    const first = at;
    while (at < spans.length && around[at][0] < end) at += 1;
    const mark = at > first
      ? markOf(bare, [start, end], spans.slice(first, at), around.slice(first, at)) : null;
    start = words[i]?.end ?? end;
    return mark;
  });
  return { text, words, gaps, marks, marked: marks.some(Boolean), noted: notes.length > 0 };
}

/**
 * The mark in a gap, of which there may be several, each without and with what touches it.
 * @param {string} text
 * @param {[number, number]} gap
 * @param {[number, number][]} spans
 * @param {[number, number][]} around
 * @returns {EditorialMark}
 */
function markOf(text, gap, spans, around) {
  const letters = spans.map(([start, end], k) =>
    ({ before: text.slice(around[k][0], start), after: text.slice(end, around[k][1]) }));
  const touching = letters.reverse().find(({ before, after }) => before || after);
  const [[first], [, last]] = [around[0], around[around.length - 1]];
  return {
    lead: text.slice(gap[0], first),
    shown: text.slice(first, last),
    trail: text.slice(last, gap[1]),
    before: touching?.before ?? "",
    after: touching?.after ?? "",
    isEllipsis: spans.some(([start, end]) => !/[\p{L}\p{N}]/u.test(text.slice(start, end))),
    points: around.slice(1).map(([start], k) => text.slice(around[k][1], start)).join(""),
  };
}

/**
 * The words of a text with letters of another script than the one they look like.
 * @param {string} text
 * @param {Analysis} analysis
 */
export function lookalikes(text, analysis) {
  const latin = analysis.tokens(latinised(text));
  return analysis.tokens(text)
    .filter(({ term }, i) => ASCII.test(latin[i].term) && term !== latin[i].term)
    .map(({ start, end }) => text.slice(start, end));
}

/**
 * The text with each letter that looks like a Latin one as that; as long as it was.
 * @param {string} text
 */
export const latinised = (text) =>
  text.replace(LOOKALIKE, (letter) => /** @type {string} */ (LOOKALIKES.get(letter)));

/** @type {(text: string, pattern: RegExp) => [number, number][]} */
const spansOf = (text, pattern) =>
  Array.from(text.matchAll(pattern), (match) => [match.index, match.index + match[0].length]);

/**
 * A mark with the letters that touch it; an ellipsis touches none.
 * @param {string} text
 * @param {[number, number]} span
 * @returns {[number, number]}
 */
function touched(text, [start, end]) {
  if (!LETTERS_IN_BRACKETS.test(text.slice(start, end))) return [start, end];
  const before = LETTERS_BEFORE.exec(text.slice(pointsBefore(text, start, MOST_LETTERS), start));
  LETTERS_AFTER.lastIndex = end;
  const after = LETTERS_AFTER.exec(text);
  return [start - (before?.[0].length ?? 0), end + (after?.[0].length ?? 0)];
}

/**
 * @param {string} text
 * @param {[number, number][]} spans
 * @param {string} [blank]  a character
 */
function blanked(text, spans, blank = " ") {
  let [made, last] = ["", 0];
  for (const [start, end] of spans) {
    made += text.slice(last, Math.max(start, last)) + blank.repeat(end - Math.max(start, last));
    last = Math.max(end, last);
  }
  return made + text.slice(last);
}

/**
 * The words of a text; letters that look like Latin ones are taken for those.
 * @param {string} text
 * @param {Analysis} analysis
 * @returns {Word[]}
 */
function wordsOf(text, analysis) {
  const latin = analysis.tokens(latinised(text));
  return analysis.tokens(text).map((token, i) => {
    const mixed = ASCII.test(latin[i].term) && !ASCII.test(token.term);
    return { ...token, term: mixed ? latin[i].term : token.term };
  });
}

/**
 * @param {string} text
 * @param {Word[]} words
 */
function gapsOf(text, words) {
  const ends = [0, ...words.map(({ end }) => end)];
  return ends.map((end, i) => text.slice(end, words[i]?.start ?? text.length));
}
