/**
 * Words that a link names and that do not stand in their passage any more: which ones on the page come
 * nearest, and what the reader is told.
 *
 * @module nearest
 */

import { element } from "../elements.js";
import { openBeside, panel } from "./panel.js";
import { pieces } from "./text.js";

/** The least run of words that is near at all; of fewer words all must be there. */
const LEAST = 3;
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

/** @typedef {{ passage: Element, start: number, end: number }} Place */

/** @param {string} text */
const words = (text) => [...text.matchAll(WORD)].map(({ 0: word, index }) =>
  ({ word: word.toLowerCase().replace("’", "'"), start: index, end: index + word.length }));

/**
 * The longest run of words that two texts have in common: where it ends in the second, and its length.
 * @param {{ word: string }[]} looked
 * @param {{ word: string }[]} there
 */
function longestRun(looked, there) {
  let best = { length: 0, last: -1 };
  let before = new Array(looked.length + 1).fill(0);
  for (const [last, { word }] of there.entries()) {
    const lengths = new Array(looked.length + 1).fill(0);
    for (const [i, one] of looked.entries()) {
      if (one.word !== word) continue;
      lengths[i + 1] = before[i] + 1;
      if (lengths[i + 1] > best.length) best = { length: lengths[i + 1], last };
    }
    before = lengths;
  }
  return best;
}

/**
 * Where the longest run of the words stands: in the passage itself, or in another that has more of them.
 * @param {Element} passage
 * @param {Element[]} all  passages of the page
 * @param {string} looked
 * @returns {Place | null}  null where nothing is near
 */
export function nearest(passage, all, looked) {
  const wanted = words(looked);
  let length = Math.min(LEAST, wanted.length) - 1;
  let found = null;
  for (const one of [passage, ...all.filter((other) => other !== passage)]) {
    const there = words(pieces(one).map((piece) => piece.data).join(""));
    const run = longestRun(wanted, there);
    if (run.length <= length) continue;
    length = run.length;
    found = { passage: one, start: there[run.last - run.length + 1].start, end: there[run.last].end };
  }
  return found;
}

/**
 * @param {Element} passage  to which the link led
 * @param {string[]} looked
 * @param {Element | null} found  the passage in which the nearest words are marked
 */
export function tell(passage, looked, found) {
  const said = `“${looked.join(" … ")}” does not stand in this passage now.`;
  const shown = panel("The words of the link");
  const link = element("a", { href: `#${found?.id}` }, "The nearest words stand in another passage.");
  link.addEventListener("click", () => shown.hidePopover());
  const rest = found === passage ? "The nearest words are marked." : found ? link : "Nothing near it stands on this page.";
  shown.append(element("p", {}, said), element("p", {}, rest));
  openBeside(shown, passage);
}
