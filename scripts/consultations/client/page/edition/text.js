/**
 * The text of a passage, read from the page of its edition.
 *
 * @module text
 */

/** Selects what stands in a passage and is none of its words: what is called, added or told of it. */
const ADDED = ".permalink, [role=doc-noteref], .sidenote, .mended-place";

const NOT_TEXT = `${ADDED}, .gap, p, ul, ol`;

/**
 * The nodes of a passage's own text. The numbers of notes are no part of it, nor are paragraphs and
 * lists inside an item, which are passages of their own.
 * @param {Element} passage
 * @returns {Text[]}
 */
export function pieces(passage) {
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    return /** @type {Element} */ (node).matches(NOT_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const found = [];
  while (walker.nextNode()) found.push(/** @type {Text} */ (walker.currentNode));
  return found;
}

/**
 * Where a range begins and ends in a passage's own text.
 * @param {Element} passage
 * @param {Range} range
 * @returns {[number, number]}
 */
export function interval(passage, range) {
  let [start, end] = [0, 0];
  for (const piece of pieces(passage)) {
    const { length } = piece;
    if (piece === range.startContainer) start += range.startOffset;
    else if (range.comparePoint(piece, 0) < 0) start += length;
    if (piece === range.endContainer) end += range.endOffset;
    else if (range.comparePoint(piece, length) <= 0) end += length;
  }
  return [start, end];
}

/**
 * Puts <mark> around text.slice(start, end) of a passage. Where a link or emphasis begins or ends inside
 * it, several <mark> stand one after the other.
 * @param {Element} passage
 * @param {number} start
 * @param {number} end
 */
export function mark(passage, start, end) {
  let before = 0;
  for (const piece of pieces(passage)) {
    const length = piece.data.length;
    const from = Math.max(start - before, 0);
    const to = Math.min(end - before, length);
    if (from < to) {
      const range = document.createRange();
      range.setStart(piece, from);
      range.setEnd(piece, to);
      range.surroundContents(document.createElement("mark"));
    }
    before += length;
  }
}
