/**
 * What stands on the search page: a list and its state, words about it, and ways to its other pages.
 *
 * @module shown
 */

import { element } from "../elements.js";
import { further, status } from "./parts.js";

/**
 * Puts new content into a list.
 * @param {HTMLElement} list
 * @param {"idle" | "error" | "begun" | "ready"} standing  begun: more of it is still to come
 * @param {Node[]} content
 * @param {number} [total]
 */
export function show(list, standing, content = [], total) {
  list.replaceChildren(...content);
  list.removeAttribute("aria-busy");
  if (total === undefined) delete list.dataset.total;
  else list.dataset.total = String(total);
  list.dataset.state = standing;
}

/** @param {string} words  said to the reader, beside what is shown */
export function tell(words) {
  status.textContent = words;
}

/**
 * Leads to the pages before and after the one that is shown.
 * @param {{ page: number, pages: number }} at
 * @param {(page: number) => string} address
 */
export function linkPages({ page, pages }, address) {
  const link = (/** @type {number} */ to, /** @type {string} */ words) => element("a", { href: address(to) }, words);
  further.replaceChildren(page > 1 ? link(page - 1, "← Previous page") : "");
  if (page < pages) further.append(link(page + 1, "Next page →"));
}
