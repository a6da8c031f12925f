/**
 * What can be done with a passage of an edition, beside the link to itself that the page has in each: a
 * button that cites it, and others.
 *
 * @module permalinks
 */

import { action, element } from "../elements.js";
import { pageAt } from "../frame/folders.js";
import { naming } from "../marking.js";
import { cited } from "./cited.js";
import { offerAtHead } from "./head_buttons.js";
import { openBeside, panel } from "./panel.js";
import { selectedIn, whole } from "./selected.js";

/** Selects the elements of an edition that are passages. Ids with a colon are the page's own. */
export const PASSAGES = ":is(h1, h2, h3, h4, h5, h6, p, li, dd, .table)[id]:not(.gap, [id*=':'])";

const passages = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`.edition ${PASSAGES}`)]);
/**
 * The words that a reader has selected, and whose they are; null where there are none.
 * @type {import("./selected.js").Selected | null}
 */
let selected = null;

/** Cites the passage that a reader is at, or the words of it that are selected. */
async function cite(/** @type {HTMLElement} */ passage) {
  const { offer } = await import("../citing/citing.js");
  const { text, voice } = selected?.passage === passage ? selected : { text: "", voice: "own" };
  offer(cited(passages, passage, voice), text);
}

/** Offers to report an error in the passage that a reader is at, or in the words of it that are selected. */
async function report(/** @type {HTMLElement} */ passage) {
  const { offer } = await import("./reporting.js");
  const { title, place, address } = cited(passages, passage, "own");
  const words = selected?.passage === passage ? selected.text : whole(passage).text;
  const told = (/** @type {string} */ name) => document.querySelector(".edition")?.getAttribute(name) ?? "";
  const what = { document: title, passage: `Passage ${place} of ${passages.length}`, address, words };
  offer(what, told("data-repository"), told("data-contact"));
}

/**
 * Opens a menu of what else can be done with the passage that a reader is at, or with the words of it that
 * are selected.
 * @param {HTMLElement} passage
 * @param {HTMLElement} button
 */
async function more(passage, button) {
  const { actions } = await import("../citing/actions.js");
  const told = element("span", { role: "status" });
  const quoted = selected?.passage === passage ? selected : null;
  const { text, voice } = quoted ?? whole(passage);
  const tell = (/** @type {string} */ words) => { told.textContent = words; };
  const made = actions(cited(passages, passage, voice), text, tell, quoted ? naming(quoted.text) : "");
  const mended = passage.querySelector("ins[id]");
  if (mended) made.push(element("a", { href: pageAt(`apparatus/#${mended.id}`) }, "What was mended here"));
  menu.replaceChildren(...made, action("Report an error", () => report(passage)), told);
  openBeside(menu, button);
}

const menu = panel("This passage");
menu.classList.add("panel--menu");

/**
 * A button that belongs to whichever passage it stands in.
 * @param {string} name
 * @param {string} kind
 * @param {(passage: HTMLElement, button: HTMLElement) => void} act
 */
function wandering(name, kind, act) {
  const button = action(name, () => {
    const passage = passageOf(button);
    if (passage) act(passage, button);
  });
  button.className = `permalink permalink--${kind}`;
  button.setAttribute("aria-haspopup", "dialog");
  // A press on the button must not end the reader's selection.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  return button;
}

/**
 * Puts buttons beside the link of a passage: the one that a reader points to, comes to with the
 * keyboard, or has selected words of.
 */
export function offerActions() {
  const buttons = [
    wandering("Cite", "cite", cite), wandering("Report", "report", report), wandering("⋯", "more", more),
  ];
  buttons[1].setAttribute("aria-label", "Report an error in this passage");
  buttons[2].setAttribute("aria-label", "More for this passage");
  const follow = (/** @type {Element | null} */ passage) => {
    if (!passage || passage.contains(buttons[0])) return;
    const link = passage.querySelector(":scope > .permalink");
    link?.setAttribute("title", link.getAttribute("aria-label") ?? "");
    link?.after(...buttons);
  };
  document.addEventListener("focusin", ({ target }) => follow(passageOf(target)));
  document.addEventListener("pointerover", ({ target }) => {
    const isHeld = buttons.some((button) => button === document.activeElement);
    if (!isHeld && !selected) follow(passageOf(target));
  });
  document.addEventListener("selectionchange", () => {
    selected = selectedIn(passages);
    for (const button of buttons) button.classList.toggle("permalink--selected", selected !== null);
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
  offerAtHead(button);
}

/**
 * @param {EventTarget | null} part
 * @returns {HTMLElement | null}  the passage that holds this element, or that it is itself
 */
function passageOf(part) {
  return part instanceof Element ? part.closest(`.edition ${PASSAGES}`) : null;
}
