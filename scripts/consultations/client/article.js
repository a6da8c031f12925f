/**
 * The quotations of an article: what stands between quotation marks, or is set as a block. As
 * index/quotation/article.py has it.
 *
 * @module article
 */

import { SPACE } from "./analysis.js";
import { SHORT } from "./places.js";
import { stripped } from "./reading.js";

const INNER = SPACE.replace("\\t-\\r", "\\t\\x0b-\\r");
const PARAGRAPHS = new RegExp(`\\n[${INNER}]*\\n`, "u");
const BLOCK = new RegExp(`^[${INNER}]*>[${INNER}]?`, "gmu");
const IS_BLOCK = new RegExp(`^[${INNER}]*>`, "u");
const PART = "\\p{L}\\p{N}_";
const OPENING = new RegExp(`(?<![^${SPACE}([{—–/])(?:[“„«"]|[‘'](?=[${PART}]))`, "gu");
/** @type {Map<string, string>} */
const CLOSING = new Map([
  ["“", "”"], ["„", "“”"], ["«", "»"], ["\"", "\"”"], ["‘", "’"], ["'", "'"],
]);
/** Characters. */
const NEARBY = 4_000;

/**
 * What an article quotes, in order, without the marks; what is under four words is passed over.
 * @param {string} article  text, its paragraphs parted by blank lines
 * @param {import("./analysis.js").Analysis} analysis
 */
export function quotations(article, analysis) {
  return article.split(PARAGRAPHS).flatMap((paragraph) => (IS_BLOCK.test(paragraph)
    ? [stripped(paragraph.replace(BLOCK, ""))]
    : [...betweenMarks(paragraph)]))
    .filter((text) => analysis.tokens(text).length >= SHORT);
}

/**
 * A quotation without the stop at its end, which may be the article's; null if it has none.
 * @param {string} quotation
 */
export const withoutOwnPoint = (quotation) =>
  (/[.,]$/u.test(quotation) ? quotation.slice(0, -1) : null);

/** @param {string} paragraph */
function* betweenMarks(paragraph) {
  for (let at = 0; ;) {
    OPENING.lastIndex = at;
    const opening = OPENING.exec(paragraph);
    if (!opening) return;
    const start = opening.index + 1;
    const end = close(paragraph, start, CLOSING.get(opening[0]) ?? "");
    if (end === null) {
      // Left open: it goes on to the end of the paragraph, or is no quotation mark.
      if ("“„«".includes(opening[0])) {
        yield stripped(paragraph.slice(start));
        return;
      }
      at = start;
      continue;
    }
    yield stripped(paragraph.slice(start, end));
    at = end + 1;
  }
}

/**
 * Where a quotation ends: at the first mark that is no apostrophe, as far as one can see.
 * @param {string} paragraph
 * @param {number} start
 * @param {string} marks
 */
function close(paragraph, start, marks) {
  // A mark that can be taken for an apostrophe is looked for nearby only: many may be left open.
  const stop = "“”»".includes(marks) ? paragraph.length : start + NEARBY;
  const nearby = paragraph.slice(start, stop);
  let possessive = null;
  for (const match of nearby.matchAll(new RegExp(`(?<=[^${SPACE}])[${marks}](?![${PART}])`, "gu"))) {
    const at = start + match.index;
    if (!"’'".includes(marks) || !/[sS]/u.test(paragraph[at - 1])) return at;
    possessive ??= at;
  }
  return possessive;
}
