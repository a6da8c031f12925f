/**
 * The script of an edition's page. It marks the words that a reader has come for, and offers citations
 * of passages.
 *
 * A link of the search page names the words too, `#p4k2m7q&h=some+words`. They are taken out of the
 * address once they are known, so that what a reader copies from there is the permalink.
 *
 * @module arrival
 */

import "../frame/frame.js";
import { arrived } from "../marking.js";
import { offerNotes } from "./notes.js";
import { PASSAGES, offerActions, offerDocument } from "./permalinks.js";
import { layOutDeferred } from "./deferred_layout.js";
import { mark, pieces } from "./text.js";

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
 * The id of a passage that an address names by its number in the document, such as `passage:57`, as the
 * strips of the search page do.
 * @param {string} named
 */
function numbered(named) {
  const number = /^passage:(\d+)$/.exec(named)?.[1];
  return number && document.querySelectorAll(`.edition ${PASSAGES}`)[Number(number) - 1]?.id;
}

/**
 * The words that the reader has come for. They stay with this step of the browser's history, so that
 * they are there when the page is loaded again.
 * @returns {string[]}
 */
function taken() {
  const { id: named, words } = arrived(location.hash);
  const id = numbered(named) ?? named;
  const old = new URLSearchParams(location.search).getAll("h");
  if (old.length > 0) history.replaceState({ marked: old }, "", location.pathname + location.hash);
  if (words.length > 0 || id !== named) {
    location.replace(`#${id}`); // and not replaceState, after which the passage would not be the :target
    history.replaceState({ marked: words }, "");
  }
  return history.state?.marked ?? [];
}

/** Marks the words that were looked for, in the passage that the address names, and shows the first. */
function markArrival() {
  const looked = taken();
  const passage = document.getElementById(location.hash.slice(1));
  if (!passage?.matches(PASSAGES)) return;
  for (const words of looked) {
    const text = pieces(passage).map((piece) => piece.data).join("");
    for (const [start, end] of places(text, words)) mark(passage, start, end);
  }
  const found = passage.querySelector("mark");
  if (found) show(found);
  else if (looked.length > 0) tellNearest(passage, looked);
}

/**
 * Says that the words are not there any more, and shows the nearest.
 * @param {Element} passage
 * @param {string[]} looked
 */
async function tellNearest(passage, looked) {
  const { nearest, tell } = await import("./nearest.js");
  const found = nearest(passage, [...document.querySelectorAll(`.edition ${PASSAGES}`)], looked.join(" "));
  if (found) {
    mark(found.passage, found.start, found.end);
    if (found.passage === passage) show(/** @type {Element} */ (passage.querySelector("mark")));
  }
  tell(passage, looked, found?.passage ?? null);
}

/**
 * Brings the words on the screen. The browser scrolls to the passage's first line, of its own accord
 * and once more when the page has loaded, and in a long passage they may stand below the edge.
 * @param {Element} words
 */
function show(words) {
  const scroll = () => {
    const { top, bottom } = words.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) words.scrollIntoView({ block: "center", behavior: "instant" });
  };
  scroll();
  addEventListener("load", () => setTimeout(scroll), { once: true });
}

/** Where there is a margin: edition.css has the same width. */
const margin = matchMedia("(min-width: 64em)");

/** Tells who is named on the screen where there is room for it; elsewhere its script is not asked for. */
async function tellMargin() {
  if (!margin.matches) return;
  margin.removeEventListener("change", tellMargin);
  (await import("./margin.js")).tellNamed();
}

markArrival();
offerActions();
offerDocument();
offerNotes();
layOutDeferred();
margin.addEventListener("change", tellMargin);
tellMargin();
