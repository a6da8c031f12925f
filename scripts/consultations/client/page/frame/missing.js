/**
 * The nearest addresses to one that leads nowhere. The page above it is looked for, upwards to the first
 * page, and of what that page links to, whatever is spelled nearly as what was asked for is offered.
 *
 * @module missing
 */

import "./frame.js";
import { element } from "../elements.js";
import { SITE } from "../site.js";

/** So many addresses are offered. */
const OFFERED = 5;
/** On the first page the header and the footer lead to pages too. */
const TOP = "a[href]";
const CONTENT = ".md-content a[href]";

/**
 * How many letters must be changed, added or left out to make one word of another: Levenshtein's distance.
 * @param {string} one
 * @param {string} other
 */
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j += 1) {
      next.push(Math.min(row[j] + Number(letter !== other[j]), row[j + 1] + 1, next[j] + 1));
    }
    row = next;
  }
  return row[other.length];
}

/** The folders of an address of this site, from its first page on. @param {string} path */
const folders = (path) =>
  decodeURI(path).slice(decodeURI(SITE.pathname).length).split("/").filter((part) => part && part !== "index.html");

/**
 * What a page links to, one folder below it, by the name of that folder.
 * @param {Document} page
 * @param {URL} address  of the page
 * @param {number} depth  how many folders it lies below the first page
 */
function below(page, address, depth) {
  const found = /** @type {Map<string, string>} */ (new Map());
  for (const link of page.querySelectorAll(depth > 0 ? CONTENT : TOP)) {
    const target = new URL(link.getAttribute("href") ?? "", address);
    if (!target.href.startsWith(address.href)) continue;
    const name = folders(target.pathname)[depth];
    if (name && !found.has(name)) found.set(name, link.textContent?.trim() || name);
  }
  return found;
}

/** @param {HTMLElement} place  that is to hold them */
async function offer(place) {
  const way = folders(location.pathname);
  for (let depth = way.length - 1; depth >= 0; depth -= 1) {
    const above = new URL(way.slice(0, depth).map((part) => `${encodeURIComponent(part)}/`).join(""), SITE);
    const answer = await fetch(above);
    if (!answer.ok) continue;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const wanted = way[depth].toLowerCase();
    const near = [...below(page, above, depth)]
      .map(([name, words]) => ({ name, words, off: distance(wanted, name.toLowerCase()) }))
      .filter(({ name, off }) => off <= Math.max(wanted.length, name.length) / 2)
      .sort((a, b) => a.off - b.off)
      .slice(0, OFFERED);
    const items = near.map(({ name, words }) =>
      item(new URL(`${encodeURIComponent(name)}/${location.hash}`, above).href, words));
    if (depth > 0) items.push(item(above.href, `${page.querySelector("h1")?.textContent?.trim()} (the page above)`));
    if (items.length > 0) place.replaceChildren(element("p", {}, "Nearest to it:"), element("ul", {}, ...items));
    return;
  }
}

/**
 * @param {string} href
 * @param {string} words
 */
const item = (href, words) => element("li", {}, element("a", { href }, element("bdi", {}, words)));

const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-nearest]"));
if (place) offer(place).catch(() => {}); // without a connection there is nothing to offer
