/**
 * Links that lead to a passage and name the words to be marked in it. edition/arrival.js marks them.
 *
 * @module marking
 */

import { element } from "./elements.js";
import { pageAt } from "./frame/folders.js";

/**
 * A link to a passage. Its address has the words only while somebody is about to follow it, so that
 * an address that is copied is the permalink; and it has them after the `#`, so that they are sent to
 * nobody.
 * @param {string} url            of a passage
 * @param {URL} root              of the site, to which it is relative
 * @param {Iterable<string>} all  what to mark, each of it words as printed
 * @param {...(Node | string)} inner  what the link holds
 */
export function leading(url, root, all, ...inner) {
  const address = pageAt(new URL(url, root).href);
  const link = element("a", { href: address }, ...inner);
  const words = new URLSearchParams([...all].map((each) => ["h", each]));
  const complete = () => link.setAttribute("href", `${address}&${words}`);
  for (const way of ["focusin", "pointerdown", "click"]) link.addEventListener(way, complete);
  return link;
}

/** A quotation longer than so many words is named by its first and last ones, of so many each. */
const LONG = 12;
const END = 5;
/** What begins the part of an address that only the browser reads. */
const DIRECTIVE = ":~:";

/**
 * What is added to the address of a passage so that it leads to words of it: for this site's own pages, which
 * mark them, and as a text fragment (WICG, Scroll To Text Fragment) for a browser that can mark words itself.
 * @param {string} quoted  of one passage, or of several with empty lines between them
 */
export function naming(quoted) {
  const parts = quoted.split("\n\n");
  const [first, last] = [parts[0].split(" "), (parts.at(-1) ?? "").split(" ")];
  const coded = (/** @type {string[]} */ words) => encodeURIComponent(words.join(" ")).replaceAll("-", "%2D");
  const isLong = parts.length > 1 || first.length > LONG;
  const text = isLong ? `${coded(first.slice(0, END))},${coded(last.slice(-END))}` : coded(first);
  return `&${new URLSearchParams([["h", parts[0]]])}${DIRECTIVE}text=${text}`;
}

/**
 * What an address says after its `#`.
 * @param {string} hash  from the `#` on
 * @returns {{ id: string, words: string[] }} the passage, and the words to be marked in it
 */
export function arrived(hash) {
  const [id, ...rest] = hash.slice(1).split(DIRECTIVE)[0].split("&"); // not every browser takes its part out
  return { id, words: new URLSearchParams(rest.join("&")).getAll("h") };
}
