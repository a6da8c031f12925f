/**
 * The mended places of an edition. A button shows and hides their marks; each mark opens a note with
 * what the source has there, the rule that mended it and the reason.
 *
 * The notes are taken from the page of the edition's apparatus, which is fetched when the first is opened.
 *
 * @module mended
 */

import { action, element } from "../elements.js";
import { pageAt } from "../folders.js";

const edition = document.querySelector(".edition");
const places = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".edition ins[id]"));
/** @type {Promise<Document> | undefined} */
let apparatus;

/** The page of the apparatus, parsed and not shown. */
async function fetchApparatus() {
  const answer = await fetch("apparatus/");
  if (!answer.ok) throw new Error(`the apparatus did not come: ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/**
 * What the apparatus says of one place: the words of the source and of the edition, the rule, its reason.
 * @param {string} id
 * @returns {Promise<Node[]>}
 */
async function explanation(id) {
  apparatus ??= fetchApparatus();
  const entry = (await apparatus).getElementById(id);
  const why = entry?.parentElement?.previousElementSibling;
  if (!entry || !why) return [];
  // The first child of an entry links to this place; the reader is there already.
  const parts = [...entry.childNodes].slice(1).map((part) => document.importNode(part, true));
  const reading = element("p", { class: "reading" }, ...parts);
  reading.firstChild?.replaceWith((reading.firstChild.textContent ?? "").replace(/^:\s*/, ""));
  return [reading, document.importNode(why, true)];
}

const note = element("div", {
  class: "mended", popover: "auto", tabindex: "-1", role: "dialog", "aria-label": "What the source has here",
});

/** @param {HTMLElement} place */
async function explain(place) {
  const address = pageAt(`apparatus/#${place.id}`);
  const whole = element("a", { href: address }, "In the apparatus");
  try {
    note.replaceChildren(...(await explanation(place.id)), whole);
  } catch {
    apparatus = undefined;
    location.assign(address);
    return;
  }
  note.showPopover();
  const box = place.getBoundingClientRect();
  const room = document.documentElement.clientWidth - note.offsetWidth - 8;
  const below = box.bottom + 6;
  const fits = below + note.offsetHeight < innerHeight;
  note.style.left = `${Math.max(8, Math.min(box.left, room))}px`;
  note.style.top = `${fits ? below : Math.max(8, box.top - note.offsetHeight - 6)}px`;
  note.focus();
}

/** @param {boolean} shown */
function show(shown) {
  edition?.classList.toggle("edition--mended", shown);
  button.setAttribute("aria-pressed", String(shown));
  button.textContent = shown ? "Hide the mended places" : "Show the mended places";
  for (const place of places) {
    place.toggleAttribute("tabindex", shown);
    if (shown) {
      place.tabIndex = 0;
      place.setAttribute("role", "button");
    } else place.removeAttribute("role");
  }
}

const button = action("", () => show(button.getAttribute("aria-pressed") !== "true"));
button.className = "toggle";

/** @param {Event} event */
function open(event) {
  const place = event.target instanceof Element ? event.target.closest(".edition--mended ins") : null;
  const asks = event instanceof KeyboardEvent ? event.key === "Enter" || event.key === " " : true;
  if (!(place instanceof HTMLElement) || !asks) return;
  event.preventDefault(); // a mended place may stand in a link, which must not be followed
  explain(place.id ? place : firstPiece(place));
}

/**
 * Emphasis or a link may cut a mended place into several pieces. The first of them has the id.
 * @param {HTMLElement} piece
 */
function firstPiece(piece) {
  const pieces = [...document.querySelectorAll(".edition ins")];
  const before = pieces.slice(0, pieces.indexOf(piece)).reverse();
  return /** @type {HTMLElement} */ (before.find((other) => other.id) ?? piece);
}

/** Shows the marks where the address leads to one of them. */
function follow() {
  const named = document.getElementById(location.hash.slice(1));
  if (named?.matches(".edition ins")) show(true);
}

if (places.length > 0) {
  document.querySelector(".edition .making")?.append(" ", button);
  document.body.append(note);
  edition?.addEventListener("click", open);
  edition?.addEventListener("keydown", open);
  addEventListener("hashchange", follow);
  show(false);
  follow();
}
