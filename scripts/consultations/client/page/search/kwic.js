/**
 * Keyword in context: a line for every place, aligned on the node, in groups by the word that the lines
 * are ordered by. The same lines can be saved as CSV.
 *
 * @module kwic
 */

import { element } from "../elements.js";
import { leading } from "../marking.js";

/** @typedef {import("../../messages.js").ConcordanceLine} ConcordanceLine */
/** @typedef {import("../../messages.js").Neighbour} Neighbour */

/** A cell that begins with one of these is taken for a formula by spreadsheets. */
const FORMULA = /^[=+\-@\t\r]/;
const COLUMNS = /** @type {const} */ (["edition", "passage", "start", "end", "left", "node", "right", "voice", "url"]);

/**
 * @param {ConcordanceLine[]} lines
 * @param {Neighbour[]} order
 * @param {URL} root of the site
 * @returns {HTMLElement[]}
 */
export function drawLines(lines, order, root) {
  const drawn = [];
  let group = "";
  const nothing = order[0]?.startsWith("L") ? "beginning of a passage" : "end of a passage";
  for (const line of lines) {
    const word = order.length > 0 ? neighbour(line, order[0]) : "";
    if (order.length > 0 && (word !== group || drawn.length === 0)) {
      const count = lines.filter((other) => neighbour(other, order[0]) === word).length;
      drawn.push(element("li", { class: "group" }, word || nothing, " ", element("span", { class: "count" }, String(count))));
      group = word;
    }
    drawn.push(drawLine(line, root));
  }
  return drawn;
}

/**
 * @param {ConcordanceLine} line
 * @param {URL} root
 */
function drawLine(line, root) {
  const left = element("span", { class: "left" }, element("bdi", { dir: "ltr" }, line.left));
  const right = element("span", { class: "right" }, line.right);
  const words = leading(line.url, root, [line.node], left, element("mark", {}, line.node), right);
  const of = element("span", { class: "of" }, element("bdi", {}, line.body || line.title), ` ${line.date.slice(0, 4)}`);
  return element("li", { "data-edition": line.edition, "data-passage": line.passage }, words, of);
}

/**
 * The word at a place beside the node; empty where the passage does not reach so far.
 * @param {ConcordanceLine} line
 * @param {Neighbour} place
 */
function neighbour(line, place) {
  const words = place[0] === "L" ? line.before : line.after;
  return words[Number(place[1]) - 1] ?? "";
}

/**
 * The lines as a file of CSV (RFC 4180). An apostrophe is put before a cell that a spreadsheet would take
 * for a formula: otherwise words of a document could run there. The file begins with a byte order mark,
 * from which spreadsheets know that it is UTF-8. A voice that is not known is `unknown`.
 * @param {ConcordanceLine[]} lines
 */
export function csv(lines) {
  const quoted = (/** @type {string} */ value) => `"${value.replace(FORMULA, "'$&").replaceAll('"', '""')}"`;
  const cell = (/** @type {string | number | null} */ value) => quoted(String(value ?? "unknown"));
  const rows = lines.map((line) => COLUMNS.map((column) => cell(line[column])).join(","));
  return new Blob(["\ufeff", [COLUMNS.join(","), ...rows, ""].join("\r\n")], { type: "text/csv;charset=utf-8" });
}
