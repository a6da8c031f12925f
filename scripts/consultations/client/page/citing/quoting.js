/**
 * The words of a passage between quotation marks that we add. Their own marks must then change.
 * data/references/quoted.py has the same.
 *
 * @module quoting
 */

const DOUBLE = /[“”"]/gu;
/** A mark that may close at the end of words, with the points that follow it: `”.` */
const LAST = /[”"][.,;:!?…]*$/u;
/** A straight mark opens after one of these or at the beginning, and closes anywhere else. */
const BEFORE_OPENING = /(?:^|[\s([{‘'—–-])$/u;

/**
 * The words between double marks. Double marks within become single, as in print a quotation within a
 * quotation has them.
 * @param {string} text
 */
export function quotation(text) {
  const words = withoutEnds(text);
  const single = words.replace(DOUBLE, (mark, at) => (opens(mark, words, at) ? "‘" : "’"));
  return `“${single}”`;
}

/**
 * The words without marks at their ends that would be wrong between our own: a pair around all of
 * them, an opening mark at the beginning that is never closed, and a closing mark at the end that was
 * never opened. Such halves of pairs occur because an excerpt may begin or end inside a quotation.
 * @param {string} text
 */
export function withoutEnds(text) {
  const words = text.trim();
  /** @type {number[]} */
  const open = [];
  /** @type {Map<number, number>} for each closing mark, where its opening mark stands; -1: nowhere */
  const opened = new Map();
  for (const { index, 0: mark } of words.matchAll(DOUBLE)) {
    if (opens(mark, words, index)) open.push(index);
    else opened.set(index, open.pop() ?? -1);
  }
  const last = words.search(LAST);
  const around = opened.get(words.length - 1) === 0;
  const start = around || open[0] === 0 ? 1 : 0;
  if (!around && opened.get(last) !== -1) return words.slice(start);
  return words.slice(start, last) + words.slice(last + 1);
}

/**
 * Whether a mark opens. A curly mark shows it by its shape, a straight one by what stands before it.
 * @param {string} mark
 * @param {string} words
 * @param {number} at  where it stands in them
 */
const opens = (mark, words, at) => mark === "“" || (mark === '"' && BEFORE_OPENING.test(words.slice(Math.max(at - 1, 0), at)));
