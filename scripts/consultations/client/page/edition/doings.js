/**
 * The row of buttons at a document's head, for what can be done with it as a whole. The style keeps its room
 * from the start, so that nothing moves when it comes.
 *
 * @module doings
 */

import { element } from "../elements.js";

const head = document.querySelector(".edition .making");

/** Puts a button into the row. @param {HTMLElement} button */
export function offerAtHead(button) {
  const row = head?.querySelector(".doings") ?? element("span", { class: "doings" });
  row.append(button);
  if (!row.isConnected) head?.append(row);
}
