/**
 * The margin of a wide page: the people, bodies and abbreviations that stand on the screen, each called by
 * the fullest name that the document has for it.
 *
 * @module margin
 */

import { element } from "../elements.js";

/** @typedef {{ name: string, short: string, href: string }} Named */

const FOLDED = "consultations:names-folded";
/** Of a link to the page of a person or a body. */
const KIND = /^(?:\.\.\/)+(people|organisations)\//;
/** @type {[string, string][]} what each group is called, and the folder of its pages; abbreviations have none */
const GROUPS = [["People", "people"], ["Bodies", "organisations"], ["Abbreviations", ""]];

/** @param {Element} part */
const folder = (part) => KIND.exec(part.getAttribute("href") ?? "")?.[1];

/** What stands there, with an abbreviation written out. @param {Element} part @returns {Named} */
function named(part) {
  const abbreviation = part.matches("abbr") ? part : part.querySelector("abbr");
  const words = (part.textContent ?? "").replace(/\s+/g, " ").trim();
  const href = part.getAttribute("href") ?? "";
  const isWhole = abbreviation !== null && abbreviation.textContent?.trim() === words;
  return isWhole ? { name: abbreviation.getAttribute("title") ?? "", short: words, href } : { name: words, short: "", href };
}

/**
 * What the document calls each page that it leads to: in most words, and of such names the one that it has
 * most often, since a rare one may be misprinted.
 * @param {Element[]} parts
 */
function fullest(parts) {
  const called = /** @type {Map<string, Map<string, number>>} */ (new Map());
  for (const { name, href } of parts.map(named)) {
    const often = called.get(href) ?? new Map();
    called.set(href, often.set(name, (often.get(name) ?? 0) + 1));
  }
  const words = (/** @type {string} */ name) => name.split(" ").length;
  return new Map([...called].map(([href, often]) =>
    [href, [...often].sort(([a, m], [b, n]) => words(b) - words(a) || n - m)[0][0]]));
}

/** @param {Named} one @param {Map<string, string>} names */
function drawn({ name, short, href }, names) {
  if (!href) return element("li", {}, element("b", {}, short), ` ${name}`);
  return element("li", {}, element("a", { href }, names.get(href) ?? name), short ? ` (${short})` : "");
}

/** What is on the screen, each once. @param {Element[]} seen @param {Map<string, string>} names */
function groups(seen, names) {
  return GROUPS.flatMap(([title, kind]) => {
    const own = seen.filter((part) => (folder(part) ?? "") === kind).map(named);
    const once = new Map(own.map((one) => [one.href || one.short, one]));
    if (once.size === 0) return [];
    return [element("h2", {}, title), element("ul", {}, ...[...once.values()].map((one) => drawn(one, names)))];
  });
}

/** The fold in which they stand; a reader who closes it finds it closed on the next page. */
function fold() {
  const made = /** @type {HTMLDetailsElement} */ (element("details", {}, element("summary", {}, "On this screen")));
  try {
    made.open = localStorage.getItem(FOLDED) === null;
    made.addEventListener("toggle", () => {
      if (made.open) localStorage.removeItem(FOLDED);
      else localStorage.setItem(FOLDED, "");
    });
  } catch {
    made.open = true; // a browser that keeps nothing
  }
  return made;
}

/** What else stands in the margin, each beside its place: notes, and whose words are quoted. */
const NOTES = ".edition :is(.sidenote, :is(p, li, dd, h2, h3, h4, h5, h6) > .voice)";

/**
 * Lets a part of the margin that keeps its place on the screen give way while a note comes by behind it:
 * both could not be read. What has the focus stays.
 * @param {HTMLElement} beside
 */
function giveWay(beside) {
  const there = new Set();
  let watching = /** @type {IntersectionObserver | undefined} */ (undefined);
  const watch = () => {
    watching?.disconnect();
    there.clear();
    const top = Number.parseFloat(getComputedStyle(beside).top) || 0;
    const below = Math.max(0, innerHeight - top - beside.offsetHeight);
    watching = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) {
        if (isIntersecting) there.add(target);
        else there.delete(target);
      }
      beside.classList.toggle("named--away", there.size > 0 && !beside.contains(document.activeElement));
    }, { rootMargin: `-${top}px 0px -${below}px 0px` });
    for (const note of document.querySelectorAll(NOTES)) watching.observe(note);
  };
  new ResizeObserver(watch).observe(beside);
  addEventListener("resize", watch);
}

/** Puts them beside the text, and keeps to what a reader scrolls to. */
export function tellNamed() {
  const found = [...document.querySelectorAll(".edition :is(a.name, abbr[title])")];
  const parts = found.filter((part) => (part.matches("abbr") ? !part.closest("a.name") : folder(part)));
  const names = fullest(parts);
  const onScreen = new Set();
  const list = element("div", {});
  const folded = fold();
  folded.append(list);
  const beside = element("aside", { class: "named", "aria-label": "Named on this screen", hidden: "" }, folded);
  const draw = () => {
    if (beside.contains(document.activeElement)) return; // a link that has the focus stays
    list.replaceChildren(...groups(parts.filter((part) => onScreen.has(part)), names));
    beside.hidden = list.childElementCount === 0;
  };
  const observer = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) {
      if (isIntersecting) onScreen.add(target);
      else onScreen.delete(target);
    }
    draw();
  });
  for (const part of parts) observer.observe(part);
  beside.addEventListener("focusout", () => setTimeout(draw));
  document.querySelector(".edition")?.append(element("div", { class: "margin" }, beside));
  giveWay(beside);
}
