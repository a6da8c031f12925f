/**
 * The address of every passage of an edition, and the citation of the one that a reader is at.
 *
 * @module permalinks
 */

import { action, element } from "../elements.js";
import { onlyWords, voiceOf } from "../../voices.js";
import { interval, pieces } from "./text.js";

/**
 * Whose words stand where, by passage; places are counted in code points, as Python counts them.
 * @type {Record<string, import("../../voices.js").Spoken[]>}
 */
const VOICES = JSON.parse(document.querySelector(".edition")?.getAttribute("data-voices") || "{}");

/** The elements that are passages, in an edition. */
export const PASSAGES = ":is(h1, h2, h3, h4, h5, h6, p, li, dd, .table)[id]:not(.gap, [id*=':'])";

const passages = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`.edition ${PASSAGES}`)]);
/**
 * What a reader has selected, in one passage, and whose words it is.
 * @type {{ passage: Element, text: string, voice: string | null } | null}
 */
let selected = null;

/** Gives every passage a link to itself: its number and a sign in the margin. */
export function offerAddresses() {
  for (const passage of passages) {
    const name = "Link to this passage";
    const link = element("a", { class: "permalink", href: `#${passage.id}`, title: name, "aria-label": name });
    passage.insertBefore(link, passage.querySelector(":scope > :is(p, ul, ol, .gap)"));
  }
}

/** Puts a button beside the link of the passage that a reader points to, comes to, or has selected words of. */
export function offerCitations() {
  const button = action("Cite", async () => {
    const passage = passageOf(button);
    if (!passage) return;
    const { offer } = await import("../citing/citing.js");
    const { text, voice } = selected?.passage === passage ? selected : { text: "", voice: "own" };
    offer(cited(passage, voice), text);
  });
  button.className = "permalink permalink--cite";
  button.setAttribute("aria-haspopup", "dialog");
  // What is selected stays so.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  const follow = (/** @type {Element | null} */ passage) => {
    if (!passage || passage.contains(button)) return;
    passage.querySelector(":scope > .permalink")?.after(button);
  };
  document.addEventListener("focusin", ({ target }) => follow(passageOf(target)));
  document.addEventListener("pointerover", ({ target }) => {
    if (document.activeElement !== button && !selected) follow(passageOf(target));
  });
  document.addEventListener("selectionchange", () => {
    selected = selection();
    button.classList.toggle("permalink--selected", selected !== null);
    if (selected) follow(selected.passage);
  });
  const arrive = () => follow(passageOf(document.getElementById(location.hash.slice(1))));
  addEventListener("hashchange", arrive);
  arrive();
}

/**
 * @param {EventTarget | null} part
 * @returns {HTMLElement | null}  the passage that it is, or in which it stands
 */
function passageOf(part) {
  return part instanceof Element ? part.closest(`.edition ${PASSAGES}`) : null;
}

/** The words that are selected, without the numbers of notes, where they stand in one passage. */
function selection() {
  const found = getSelection();
  if (!found || found.isCollapsed) return null;
  const [first, last] = [found.anchorNode, found.focusNode].map((node) =>
    passageOf(node instanceof Element ? node : node?.parentElement ?? null));
  if (!first || first !== last) return null;
  const range = found.getRangeAt(0);
  const words = range.cloneContents();
  for (const other of words.querySelectorAll(".permalink, [role=doc-noteref]")) other.remove();
  const text = (words.textContent ?? "").replace(/\s+/g, " ").trim();
  return text ? { passage: first, text, voice: voiceIn(first, range) } : null;
}

/**
 * Whose words the part of a passage is that lies in a range.
 * @param {HTMLElement} passage
 * @param {Range} range
 */
function voiceIn(passage, range) {
  const text = pieces(passage).map((piece) => piece.data).join("");
  const signs = Array.from(text);
  const unit = (/** @type {number} */ sign) => signs.slice(0, sign).join("").length;
  const voices = (VOICES[passage.id] ?? []).map(([start, end, who]) =>
    /** @type {import("../../voices.js").Spoken} */ ([unit(start), unit(end), who]));
  return voiceOf(voices, onlyWords(text, interval(passage, range)));
}

/**
 * @param {HTMLElement} passage
 * @param {string | null} voice
 * @returns {import("../citing/citation.js").Cited}
 */
function cited(passage, voice) {
  const said = (/** @type {string} */ name) =>
    [...document.querySelectorAll(`meta[name="citation_${name}"]`)].map((meta) => meta.getAttribute("content") ?? "");
  const address = new URL(`#${passage.id}`, location.href);
  address.search = "";
  return {
    title: said("title").join(""),
    authors: said("author"),
    body: said("publisher").join(""),
    date: said("publication_date").join("").replaceAll("/", "-"),
    place: passages.indexOf(passage) + 1,
    passages: passages.length,
    address: address.href,
    voice,
  };
}
