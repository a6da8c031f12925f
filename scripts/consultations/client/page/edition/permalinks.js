/**
 * Links to every passage of an edition, and a button that cites the passage where a reader is.
 *
 * @module permalinks
 */

import { action, element } from "../elements.js";
import { onlyWords, voiceOf } from "../../voices.js";
import { cited } from "./cited.js";
import { ADDED, interval, pieces } from "./text.js";

/**
 * The voices of each passage. Offsets are counted in code points, as Python counts them, and not in
 * JavaScript's units of 16 bits.
 * @type {Record<string, import("../../voices.js").Spoken[]>}
 */
const VOICES = JSON.parse(document.querySelector(".edition")?.getAttribute("data-voices") || "{}");

/** Selects the elements of an edition that are passages. Ids with a colon are the page's own. */
export const PASSAGES = ":is(h1, h2, h3, h4, h5, h6, p, li, dd, .table)[id]:not(.gap, [id*=':'])";

const passages = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`.edition ${PASSAGES}`)]);
/**
 * The words that a reader has selected within one passage, and whose they are; null where there are none.
 * @type {{ passage: Element, text: string, voice: string | null } | null}
 */
let selected = null;

/** Puts a link to itself into every passage, shown in the margin. */
export function offerAddresses() {
  for (const passage of passages) {
    const name = "Link to this passage";
    const link = element("a", { class: "permalink", href: `#${passage.id}`, title: name, "aria-label": name });
    passage.insertBefore(link, passage.querySelector(":scope > :is(p, ul, ol, .gap)"));
  }
}

/**
 * Puts one button beside the link of a passage: the one that a reader points to, comes to with the
 * keyboard, or has selected words of.
 */
export function offerCitations() {
  const button = action("Cite", async () => {
    const passage = passageOf(button);
    if (!passage) return;
    const { offer } = await import("../citing/citing.js");
    const { text, voice } = selected?.passage === passage ? selected : { text: "", voice: "own" };
    offer(cited(passages, passage, voice), text);
  });
  button.className = "permalink permalink--cite";
  button.setAttribute("aria-haspopup", "dialog");
  // A press on the button must not end the reader's selection.
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

/** Puts a button beside the document's files that cites all of it. */
export function offerDocument() {
  const button = action("Cite this document", async () => {
    const { offer } = await import("../citing/citing.js");
    offer(cited(passages, null, "own"), "");
  });
  button.className = "toggle";
  button.setAttribute("aria-haspopup", "dialog");
  document.querySelector(".edition .making")?.append(" ", button);
}

/**
 * @param {EventTarget | null} part
 * @returns {HTMLElement | null}  the passage that holds this element, or that it is itself
 */
function passageOf(part) {
  return part instanceof Element ? part.closest(`.edition ${PASSAGES}`) : null;
}

/** The selected words without the numbers of notes; null where they do not lie in one passage. */
function selection() {
  const found = getSelection();
  if (!found || found.isCollapsed) return null;
  const [first, last] = [found.anchorNode, found.focusNode].map((node) =>
    passageOf(node instanceof Element ? node : node?.parentElement ?? null));
  if (!first || first !== last) return null;
  const range = found.getRangeAt(0);
  const words = range.cloneContents();
  for (const other of words.querySelectorAll(ADDED)) other.remove();
  const text = (words.textContent ?? "").replace(/\s+/g, " ").trim();
  return text ? { passage: first, text, voice: voiceIn(first, range) } : null;
}

/**
 * Whose words a range of a passage holds.
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
