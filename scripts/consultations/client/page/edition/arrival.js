/**
 * The script of an edition's page. It marks the words that a reader has come for, and offers addresses
 * and citations of passages.
 *
 * The address names a passage after its `#`, and after each `h=` words to be marked in it.
 *
 * @module arrival
 */

import { PASSAGES, offerAddresses, offerCitations } from "./permalinks.js";
import { pieces } from "./text.js";

/**
 * Every place in a text where these words stand and neither begin nor end inside a longer word.
 * @param {string} text
 * @param {string} words
 * @returns {[number, number][]}
 */
function places(text, words) {
  const found = /** @type {[number, number][]} */ ([]);
  const isPartOfWord = (/** @type {string} */ near) => /^[\p{L}\p{N}]/u.test(near);
  for (let at = text.indexOf(words); words && at >= 0; at = text.indexOf(words, at + words.length)) {
    const end = at + words.length;
    if (!isPartOfWord(text.slice(at - 1, at)) && !isPartOfWord(text.slice(end, end + 1))) found.push([at, end]);
  }
  return found;
}

/**
 * Puts <mark> around text.slice(start, end) of a passage. Where a link or emphasis begins or ends inside
 * it, several <mark> stand one after the other.
 * @param {Element} passage
 * @param {number} start
 * @param {number} end
 */
function mark(passage, start, end) {
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

/** Marks the words that were looked for, in the passage that the address names. */
function markArrival() {
  const passage = document.getElementById(location.hash.slice(1));
  if (!passage?.matches(PASSAGES)) return;
  for (const words of new URLSearchParams(location.search).getAll("h")) {
    const text = pieces(passage).map((piece) => piece.data).join("");
    for (const [start, end] of places(text, words)) mark(passage, start, end);
  }
}

offerAddresses();
offerCitations();
markArrival();
