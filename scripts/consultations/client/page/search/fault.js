/**
 * Marks the place of a query that cannot be read. A field cannot show marks in its own text, so a copy
 * of the text, with the mark, lies behind it.
 *
 * @module fault
 */

import { element } from "../elements.js";
import { field, place } from "./parts.js";

/**
 * Marks a place, or takes the mark away.
 * @param {import("../../messages.js").Interval | null} fault  in the query, which is the field's text
 *   without the blanks around it; null: nothing is wrong
 */
export function markFault(fault) {
  field.setAttribute("aria-invalid", String(fault !== null));
  if (!fault) {
    place.replaceChildren();
    return;
  }
  const before = field.value.length - field.value.trimStart().length;
  const [start, end] = fault.map((offset) => before + offset);
  const words = field.value.slice(start, end) || "\u00a0";
  place.replaceChildren(field.value.slice(0, start), element("mark", {}, words), field.value.slice(end));
  follow();
}

/** A long query is scrolled in its field. */
function follow() {
  place.scrollLeft = field.scrollLeft;
}

for (const moved of ["scroll", "keyup", "select", "pointerup"]) field.addEventListener(moved, follow);
