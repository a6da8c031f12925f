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

/**
 * What an address says after its `#`.
 * @param {string} hash  from the `#` on
 * @returns {{ id: string, words: string[] }} the passage, and the words to be marked in it
 */
export function arrived(hash) {
  const [id, ...rest] = hash.slice(1).split("&");
  return { id, words: new URLSearchParams(rest.join("&")).getAll("h") };
}
