/**
 * The quotations of an article: what stands between quotation marks, or is set as a block. As
 * index/quotation/article.py has it.
 *
 * @module article
 */

import { CURRENCY, PART, SPACE, pointsAfter, stripped } from "../engine/analysis/characters.js";
import { ARTICLE } from "../engine/analysis/quoting.js";

/** A blank that does not end a line. */
const INNER = `(?!\\n)[${SPACE}]`;
const PARAGRAPHS = new RegExp(`\\n(?:${INNER})*\\n`, "u");
const BLOCK = new RegExp(`(?<![^\\n])(?:${INNER})*>(?:${INNER})?`, "gu");
const IS_BLOCK = new RegExp(`^(?:${INNER})*>`, "u");
const OPENING = new RegExp(`(?<![^${SPACE}([{—–/])(?:[“„«‹"]|[‘‚'»›](?=[${PART}\\[…“"${CURRENCY}]))`, "gu");
const CLOSING = new Map(Object.entries(ARTICLE.closing));
const { sure: SURE, spaced: SPACED, nearby: NEARBY } = ARTICLE;

/**
 * What an article quotes, in order, without the marks, however short. A quotation of several
 * paragraphs, each of which begins with a mark, comes paragraph by paragraph.
 * @param {string} article  text, its paragraphs parted by blank lines
 * @param {import("../engine/analysis/analysis.js").Analysis} analysis
 */
export function quotations(article, analysis) {
  const paragraphs = article.split(PARAGRAPHS).map(stripped).filter(Boolean); // any number of blank lines
  return paragraphs.flatMap((paragraph, i) => (IS_BLOCK.test(paragraph)
    ? [stripped(paragraph.replace(BLOCK, ""))]
    : [...betweenMarks(paragraph, (paragraphs[i + 1] ?? "").slice(0, 1))]))
    .filter((text) => analysis.tokens(text).length > 0);
}

/**
 * A quotation without the stop at its end, which may be the article's; null if it has none.
 * @param {string} quotation
 */
export const withoutOwnPoint = (quotation) =>
  (/[.,]$/u.test(quotation) ? quotation.slice(0, -1) : null);

/**
 * What a paragraph quotes.
 * @param {string} paragraph
 * @param {string} following  the character with which the next one begins
 */
function* betweenMarks(paragraph, following) {
  for (let at = 0; ;) {
    OPENING.lastIndex = at;
    const opening = OPENING.exec(paragraph);
    if (!opening) return;
    const start = opening.index + 1;
    const end = close(paragraph, start, opening[0]);
    if (end === null) {
      // Left open: it goes on in the next paragraph, or is no quotation mark.
      if (SURE.includes(opening[0]) || opening[0] === following) {
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
 * @param {string} opening
 */
function close(paragraph, start, opening) {
  const marks = CLOSING.get(opening) ?? "";
  // A mark that can be taken for an apostrophe is looked for nearby only: many may be left open.
  const stop = SURE.includes(opening) ? paragraph.length : pointsAfter(paragraph, start, NEARBY);
  const before = SPACED.includes(opening) ? "" : `(?<=[^${SPACE}])`;
  const mark = new RegExp(`${before}[${marks}](?![${PART}])`, "gu");
  const near = paragraph.slice(0, stop);
  let possessive = null;
  mark.lastIndex = start;
  for (let match = mark.exec(near); match; match = mark.exec(near)) {
    const at = match.index;
    const isApostrophe = "‘‚'".includes(opening) && marks.endsWith(match[0]);
    if (!isApostrophe || !/[sS]/u.test(paragraph[at - 1])) return at;
    possessive ??= at;
  }
  return possessive;
}
