/**
 * What the page of a comparison says above its rows, and the ways to other rows.
 *
 * @module compare/ways
 */

import { addressOf } from "./address.js";
import { element } from "../elements.js";
import { counted } from "../numerals.js";

/** @typedef {import("./address.js").SideBySide} SideBySide */
/** @typedef {import("./rows.js").ComparedRow} Row */

/**
 * The rows that two documents have, of either sort.
 * @typedef {{ questions: Row[], themes: Row[] }} Rows
 */

/** Whether the rows are themes: where they are wanted, or there is nothing else. @param {SideBySide} state @param {Rows} rows */
export const areThemes = (state, { questions }) => state.themes || questions.length === 0;

/**
 * How much two documents have in common, as a sentence.
 * @param {SideBySide} state
 * @param {Rows} rows
 * @param {number} shown  how many rows are shown
 */
export function told(state, rows, shown) {
  const { questions, themes } = rows;
  if (questions.length + themes.length === 0) return "These two answer no question in common, and have no theme in common.";
  if (shown === 0) return "These two have nothing in common on what this address names.";
  if (state.on) return areThemes(state, rows) ? "Both on one theme." : "Both on one question.";
  return areThemes(state, rows)
    ? `Both have something to say on ${counted(themes.length, "theme")}.`
    : `Both answer ${counted(questions.length, "question")}.`;
}

/**
 * Links to the same two documents by what else they have in common, and to all rows.
 * @param {SideBySide} state
 * @param {Rows} rows
 */
export function drawWays(state, rows) {
  const themes = areThemes(state, rows);
  const link = (/** @type {SideBySide} */ to, /** @type {string} */ words, current = false) =>
    element("a", { href: addressOf(to), ...(current && { "aria-current": "true" }) }, words);
  const ways = [];
  if (rows.questions.length > 0 && rows.themes.length > 0) {
    ways.push(link({ ...state, themes: false, on: "" }, "By question", !themes && !state.on));
    ways.push(link({ ...state, themes: true, on: "" }, "By theme", themes && !state.on));
  } else if (state.on) {
    ways.push(link({ ...state, on: "" }, "All that they have in common"));
  }
  return ways.length > 0 ? [element("nav", { class: "tabs", "aria-label": "Ways to compare" }, ...ways)] : [];
}

/**
 * From a row that is shown alone to the one before it and the one after it.
 * @param {SideBySide} state
 * @param {Row[]} rows
 */
export function drawSteps(state, rows) {
  const at = rows.findIndex(({ id }) => id === state.on);
  if (at < 0) return [];
  const step = (/** @type {string} */ words, /** @type {Row | undefined} */ row) =>
    (row ? [element("p", { class: "step" }, words, element("a", { href: addressOf({ ...state, on: row.id }) }, row.title))] : []);
  return [...step("Before: ", rows[at - 1]), ...step("Next: ", rows[at + 1])];
}
