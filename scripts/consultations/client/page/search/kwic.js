/**
 * Keyword in context: a line for every place, aligned on the node, in groups by the word that the lines
 * are ordered by. The same lines can be saved as CSV.
 *
 * @module kwic
 */

import { element } from "../elements.js";
import { drawQuestion } from "./hits.js";
import { leading } from "../marking.js";
import { numeral } from "../numerals.js";

/** @typedef {import("../../messages.js").ConcordanceLine} ConcordanceLine */
/** @typedef {import("../../messages.js").Neighbour} Neighbour */

/** A cell that begins with one of these is taken for a formula by spreadsheets. */
const FORMULA = /^[=+\-@\t\r]/;
const COLUMNS = /** @type {const} */ (["edition", "passage", "start", "end", "left", "node", "right", "voice", "question", "url"]);
/** The width from which every line is a line of the page; search.css has the same. */
const IN_LINE = matchMedia("(min-width: 60em)");
/**
 * The whole context of a cell that shows as much of it as has room.
 * @type {WeakMap<Element, string>}
 */
const contexts = new WeakMap();

/**
 * @param {ConcordanceLine[]} lines
 * @param {Neighbour[]} order
 * @param {URL} root of the site
 * @param {string} [group]  the neighbour of the line before the first one
 * @returns {HTMLElement[]}
 */
export function drawLines(lines, order, root, group) {
  const drawn = [];
  const nothing = order[0]?.startsWith("L") ? "beginning of a passage" : "end of a passage";
  for (const line of lines) {
    const word = order.length > 0 ? neighbour(line, order[0]) : "";
    if (order.length > 0 && word !== group) {
      const count = element("span", { class: "count" }, numeral(line.alike ?? 0));
      drawn.push(element("li", { class: "group" }, word || nothing, " ", count));
      group = word;
    }
    drawn.push(drawLine(line, word, root));
  }
  return drawn;
}

/**
 * @param {ConcordanceLine} line
 * @param {string} word  the neighbour that it is ordered by
 * @param {URL} root
 */
function drawLine(line, word, root) {
  const left = element("span", { class: "left" }, element("bdi", { dir: "ltr" }, line.left));
  const right = element("span", { class: "right" }, element("bdi", { dir: "ltr" }, line.right));
  contexts.set(left, line.left).set(right, line.right);
  const words = leading(line.url, root, [line.node], left, element("mark", {}, line.node), right);
  const of = element("span", { class: "of" }, element("bdi", {}, line.body || line.title), ` ${line.date.slice(0, 4)}`);
  if (line.question) of.append(" · ", drawQuestion(line.question, root));
  const { edition, passage } = line;
  return element("li", { "data-edition": edition, "data-passage": passage, "data-neighbour": word }, words, of);
}

/**
 * Gives each line on a wide screen as many whole words of its context as have room, the nearest to the
 * node; on a narrow one the whole context, which goes on over several lines.
 * @param {HTMLElement} list
 */
export function fit(list) {
  const cells = [...list.querySelectorAll(":is(.left, .right)")];
  const rooms = cells.map((cell) => cell.clientWidth);
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  pen.font = getComputedStyle(list).font;
  for (const [i, cell] of cells.entries()) {
    const whole = contexts.get(cell) ?? "";
    const side = cell.matches(".left") ? -1 : 1;
    const shown = IN_LINE.matches ? fitting(whole, side, (text) => pen.measureText(text).width < rooms[i]) : whole;
    const inner = /** @type {Element} */ (cell.firstElementChild);
    if (inner.textContent !== shown) inner.textContent = shown;
  }
}

/**
 * As many whole words of a context as fit, the nearest to the node.
 * @param {string} context
 * @param {number} side  of the node on which it stands: -1, the left; 1, the right
 * @param {(text: string) => boolean} fits
 */
function fitting(context, side, fits) {
  if (fits(context)) return context;
  const words = context.split(/(?<=\s)(?=\S)/);
  const cut = (/** @type {number} */ count) =>
    (side < 0 ? words.slice(words.length - count) : words.slice(0, count)).join("");
  // The longest run of words that fits, by halving.
  let [some, many] = [0, words.length];
  while (some + 1 < many) {
    const half = (some + many) >> 1;
    if (fits(cut(half))) some = half;
    else many = half;
  }
  return cut(some);
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
  const rows = lines.map((line) =>
    COLUMNS.map((column) => cell(column === "question" ? line.question?.number ?? "" : line[column])).join(","));
  return new Blob(["\ufeff", [COLUMNS.join(","), ...rows, ""].join("\r\n")], { type: "text/csv;charset=utf-8" });
}
