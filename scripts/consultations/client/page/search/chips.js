/**
 * The filters of a query as chips, each of which can be taken away.
 *
 * @module chips
 */

import { clauses, toggled } from "./clause.js";
import { element } from "../elements.js";

/** @type {Record<string, string>} what a reader calls the fields of a clause */
const NAMES = {
  in: "Document", by: "Body", year: "Year", type: "Kind of document", kind: "Part", voice: "Words",
  question: "Answers to", cites: "Cites", about: "About",
};

/**
 * What a reader calls the value of a clause, where the counts have told it.
 * @type {Map<string, string>}
 */
export const labels = new Map();

/**
 * @param {string} query
 * @param {(query: string) => string} address of a query
 * @returns {HTMLElement[]}
 */
export function drawChips(query, address) {
  return clauses(query).map(({ text, field, value }) => {
    const words = labels.get(text) ?? value.replace(/^"|"$/g, "");
    const name = `${NAMES[field]}: ${words}`;
    return element("a", { class: "chip", href: address(toggled(query, text)), "aria-label": `${name}: take this filter away` },
      element("bdi", {}, name), element("span", { "aria-hidden": "true" }, " ×"));
  });
}
