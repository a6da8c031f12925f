/**
 * The row of buttons at a document's head, for what can be done with it as a whole. The style keeps its room
 * from the start, so that nothing moves when it comes.
 *
 * @module head_buttons
 */

import { element } from "../elements.js";

const head = document.querySelector(".edition .making");

/** Puts a button into the row. @param {HTMLElement} button */
export function offerAtHead(button) {
  const row = head?.querySelector(".head-buttons") ?? element("span", { class: "head-buttons" });
  row.append(button);
  if (!row.isConnected) head?.append(row);
}
