/**
 * Words of a passage as they stand between quotation marks of our own.
 *
 * @module quoting
 */

const DOUBLE = /[“”"]/gu;
/** A double mark at the end of words, with the points that may follow it. */
const LAST = /[”"][.,;:!?…]*$/u;
/** What stands before a mark of no shape where it opens: nothing, a blank, a bracket, a dash, a mark. */
const BEFORE_OPENING = /(?:^|[\s([{‘'—–-])$/u;

/**
 * The words between double marks, those in them single, as a quotation in a quotation is printed.
 * @param {string} text
 */
export function quotation(text) {
  const words = withoutEnds(text);
  const single = words.replace(DOUBLE, (mark, at) => (opens(mark, words, at) ? "‘" : "’"));
  return `“${single}”`;
}

/**
 * The words without the marks at their ends that say nothing there: a pair around all of them, an
 * opening mark at the beginning that nothing closes, and a closing mark at the end that nothing
 * opened. A sentence that is cut out of a passage may begin or end inside a quotation.
 * @param {string} text
 */
export function withoutEnds(text) {
  const words = text.trim();
  /** @type {number[]} */
  const open = [];
  /** @type {Map<number, number>} where a mark that closes is opened */
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
 * Whether a mark opens: told by its shape, or, where it has none, by what stands before it.
 * @param {string} mark
 * @param {string} words
 * @param {number} at  where it stands in them
 */
const opens = (mark, words, at) => mark === "“" || (mark === '"' && BEFORE_OPENING.test(words.slice(Math.max(at - 1, 0), at)));
