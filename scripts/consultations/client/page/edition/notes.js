/**
 * Notes beside the words that call them. Where the page has a margin, they stand there; where it has
 * none, the number opens a panel. At the end of the page they stand always.
 *
 * @module notes
 */

import { element } from "../elements.js";
import { openBeside, panel } from "./panel.js";

/** The width from which there is a margin; site.css has the same. */
const MARGIN = matchMedia("(min-width: 64em)");

const calls = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".edition [role=doc-noteref]"));

/**
 * The words of a note, in elements that may stand inside a line. None of them is a place of its own, and
 * no key comes to them: their links are at the end of the page as well.
 * @param {HTMLAnchorElement} call
 * @returns {Node[]}
 */
function words(call) {
  const note = document.getElementById(call.hash.slice(1))?.closest("dd");
  if (!note) return [];
  const copy = /** @type {HTMLElement} */ (note.cloneNode(true));
  for (const other of copy.querySelectorAll(".permalink, .sidenote, .voice")) other.remove();
  for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
  for (const block of copy.querySelectorAll("p")) {
    block.replaceWith(element("span", { class: "block" }, ...block.childNodes));
  }
  return [...copy.childNodes];
}

/**
 * A note for the margin. Who hears the page has it at the end, where it does not break a sentence.
 * @param {HTMLAnchorElement} call
 * @param {Node[]} said  its words
 */
function sidenote(call, said) {
  const label = element("b", {}, call.textContent ?? "");
  const note = element("span", { class: "sidenote", "aria-hidden": "true" }, label, " ", ...said);
  for (const link of note.querySelectorAll("a")) link.tabIndex = -1;
  return note;
}

/** A note that would begin so many pixels below its call, because others stand before it, has no place there. */
const TOO_FAR = 200;
/** Pixels between two notes: the margins of edition.css. */
const APART = 12;

/**
 * Takes notes out of the margin that would stand beside the calls of others. Many long notes push each
 * other down; the numbers of those without a place open the panel. The text does not move for it.
 */
function keepNear() {
  const beside = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".edition :is(.sidenote, .voice:not(.voice--printed))")]);
  for (const one of beside) one.classList.remove("sidenote--away");
  // All are measured before one is taken out, so that the browser lays the page out once.
  const measured = beside.map((one) => {
    const { bottom } = (one.previousElementSibling ?? one).getBoundingClientRect();
    return { one, called: bottom, height: one.offsetHeight + APART };
  });
  let free = -Infinity;
  for (const { one, called, height } of measured) {
    const top = Math.max(free, called);
    if (top - called > TOO_FAR && one.matches(".sidenote")) one.classList.add("sidenote--away");
    else free = top + height;
  }
}

/** Whether all of a note can be read in the margin beside its call. @param {Element | null} note */
const isWholeBeside = (note) =>
  note !== null && note.matches(".sidenote:not(.sidenote--away)") && note.scrollHeight <= note.clientHeight;

/** Puts every note into the margin beside its call; those called in a table have no margin. */
function fillMargin() {
  if (!MARGIN.matches || document.querySelector(".sidenote")) return;
  for (const call of calls) {
    const said = call.closest("table, dl") ? [] : words(call);
    if (said.length > 0) call.after(sidenote(call, said));
  }
  const edition = document.querySelector(".edition");
  if (edition && calls.length > 0) new ResizeObserver(keepNear).observe(edition);
}

/** @param {MouseEvent} event */
function open(event) {
  const call = event.target instanceof Element ? event.target.closest("[role=doc-noteref]") : null;
  if (!(call instanceof HTMLAnchorElement)) return;
  if (MARGIN.matches && isWholeBeside(call.nextElementSibling)) return;
  const said = words(call);
  if (said.length === 0) return;
  event.preventDefault();
  shown.setAttribute("aria-label", `Note ${call.textContent}`);
  const whole = element("a", { href: call.hash }, "Among the notes");
  whole.addEventListener("click", () => shown.hidePopover());
  shown.replaceChildren(element("p", {}, ...said), whole);
  openBeside(shown, call);
}

const shown = panel("Note");

/** Shows the notes of an edition beside their calls. */
export function offerNotes() {
  fillMargin();
  MARGIN.addEventListener("change", fillMargin);
  document.querySelector(".edition")?.addEventListener("click", (event) => open(/** @type {MouseEvent} */ (event)));
}
