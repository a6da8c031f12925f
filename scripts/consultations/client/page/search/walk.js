/**
 * The search page without a pointer.
 *
 * @module walk
 */

import { field, page } from "./parts.js";

/**
 * The arrows lead from the field into what was found, from one to the next, and back.
 * @param {KeyboardEvent} event
 */
export function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [field, .../** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll(".status a, .excerpt a, .lines a"))];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  const next = step && at >= 0 ? stops[at + step] : undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
}
