/**
 * The search page from the keyboard: arrows lead through the hits.
 *
 * @module walk
 */

import { field, page } from "./parts.js";

/**
 * The arrow down leads from the field to the first hit and from each to the next; the arrow up leads back.
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
