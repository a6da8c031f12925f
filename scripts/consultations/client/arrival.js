/**
 * The page of an edition: the address of every passage, and the words that brought a reader here.
 *
 * `?h=words` (as often as need be) says what to mark in the passage that the address names.
 *
 * @module arrival
 */

const PASSAGES = ":is(h1, h2, h3, h4, h5, h6, p, li, dd, .table)[id]:not(.gap, [id*=':'])";
const NOT_TEXT = ".permalink, [role=doc-noteref], .gap, p, ul, ol";

/** Gives every passage a link to itself: its number and a sign in the margin. */
function offerAddresses() {
  for (const passage of document.querySelectorAll(`.edition ${PASSAGES}`)) {
    const link = document.createElement("a");
    link.className = "permalink";
    link.href = `#${passage.id}`;
    link.title = "Link to this passage";
    link.setAttribute("aria-label", "Link to this passage");
    passage.insertBefore(link, passage.querySelector(":scope > :is(p, ul, ol, .gap)"));
  }
}

/**
 * The pieces of a passage's own text: without the numbers of notes, and without the lists inside an item.
 * @param {Element} passage
 * @returns {Text[]}
 */
function pieces(passage) {
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    return /** @type {Element} */ (node).matches(NOT_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const found = [];
  while (walker.nextNode()) found.push(/** @type {Text} */ (walker.currentNode));
  return found;
}

/**
 * Where whole words stand in a text, as printed.
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
 * Puts <mark> around text[start:end] of a passage, in as many pieces as its elements cut it into.
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
  const passage = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!passage?.matches(PASSAGES)) return;
  for (const words of new URLSearchParams(location.search).getAll("h")) {
    const text = pieces(passage).map((piece) => piece.data).join("");
    for (const [start, end] of places(text, words)) mark(passage, start, end);
  }
}

offerAddresses();
markArrival();
