/**
 * The mended places of an edition. A button shows what the source has at each of them, struck out before
 * what the edition reads, and beside it a button that tells the rule and its reason.
 *
 * All this is taken from the page of the edition's apparatus, which is fetched when it is first asked
 * for. A mark of the source that became a list or a heading, and what stood between two passages, such
 * as a running head, is shown at the beginning of the passage to which the apparatus leads.
 *
 * @module mended
 */

import { action, element } from "../elements.js";
import { pageAt } from "../frame/folders.js";
import { offerAtHead } from "./head_buttons.js";
import { openBeside, panel } from "./panel.js";

const edition = document.querySelector(".edition");
/** @type {Promise<void> | undefined} */
let shown;

/** The entries of the apparatus, from its page. */
async function entries() {
  const answer = await fetch("apparatus/");
  if (!answer.ok) throw new Error(`the apparatus did not come: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...page.querySelectorAll("li[id^='e:']")];
}

const told = panel("What the source has here");

/**
 * Opens what the apparatus says of one place: the words around it, the rule, its reason.
 * @param {Element} entry
 * @param {Element} place
 */
function explain(entry, place) {
  // The first child of an entry links to this place; the reader is there already.
  const parts = [...entry.childNodes].slice(1).map((part) => document.importNode(part, true));
  const reading = element("p", { class: "reading" }, ...parts);
  reading.firstChild?.replaceWith((reading.firstChild.textContent ?? "").replace(/^:\s*/, ""));
  const list = entry.parentElement?.closest("details") ?? entry.parentElement;
  const why = list?.previousElementSibling;
  const whole = element("a", { href: pageAt(`apparatus/#${entry.id}`) }, "In the apparatus");
  told.replaceChildren(reading, ...(why ? [document.importNode(why, true)] : []), whole);
  openBeside(told, place);
}

/**
 * @param {Element} entry
 * @returns {HTMLElement} the button that explains one place
 */
function asking(entry) {
  const line = entry.querySelector("a")?.textContent ?? "this place";
  const button = action("?", () => explain(entry, button));
  button.className = "why-mended";
  button.setAttribute("aria-label", `Why ${line} was mended`);
  return button;
}

/**
 * @param {Element} entry
 * @param {string} name  of the element: del or ins
 */
const readings = (entry, name) => [...entry.querySelectorAll(name)].map((one) => document.importNode(one, true));

/**
 * The pieces of each mended place. Emphasis or a link may cut a place into several: the first of them has
 * the id, and those without one follow it.
 */
function piecesById() {
  const found = /** @type {Map<string, Element[]>} */ (new Map());
  let last = /** @type {Element[]} */ ([]);
  for (const piece of document.querySelectorAll(".edition ins")) {
    if (piece.id) found.set(piece.id, last = []);
    last.push(piece);
  }
  return found;
}

/**
 * @param {Element} entry
 * @param {Element[]} pieces  of the place in the text; none where it has left nothing there
 */
function showOne(entry, pieces) {
  if (pieces.length > 0) {
    pieces[0].before(element("span", { class: "mended-place" }, ...readings(entry, "del")));
    pieces[pieces.length - 1].after(element("span", { class: "mended-place" }, asking(entry)));
    return;
  }
  const home = new URL(entry.querySelector("a")?.getAttribute("href") ?? "#", location.href).hash.slice(1);
  const passage = home && document.getElementById(home);
  if (!passage) return;
  const both = [...readings(entry, "del"), ...readings(entry, "ins")];
  const place = element("span", { class: "mended-place", id: entry.id }, ...both, asking(entry), " ");
  const last = [...passage.querySelectorAll(":scope > .mended-place[id]")].pop();
  if (last) last.after(place);
  else passage.prepend(place);
}

/** Puts what the source has into the text, once. */
async function fill() {
  const found = await entries();
  const pieces = piecesById();
  const place = (/** @type {Element} */ entry) => Number.parseInt(entry.id.slice("e:".length), 10);
  for (const entry of found.sort((a, b) => place(a) - place(b))) showOne(entry, pieces.get(entry.id) ?? []);
}

/** @param {boolean} on */
async function show(on) {
  button.setAttribute("aria-pressed", String(on));
  button.textContent = on ? "Hide the mended places" : "Show the mended places";
  if (on) {
    try {
      await (shown ??= fill());
    } catch {
      shown = undefined;
      location.assign(pageAt("apparatus/")); // from a disk a page can fetch nothing
      return;
    }
  }
  edition?.classList.toggle("edition--mended", on);
}

const button = action("", () => show(button.getAttribute("aria-pressed") !== "true"));
button.className = "toggle";

/** Shows the mended places where the address leads to one of them. */
async function follow() {
  const { hash } = location;
  if (!hash.startsWith("#e:")) return;
  await show(true);
  document.getElementById(hash.slice(1))?.scrollIntoView({ block: "center" });
}

const making = document.querySelector(".edition .making");
if (making?.querySelector("a[href^='apparatus']")) {
  offerAtHead(button);
  addEventListener("hashchange", follow);
  show(false);
  follow();
}
