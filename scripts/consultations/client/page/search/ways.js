/**
 * The three ways of the search page: passages, lines, and how to ask, which is shown where nothing is
 * asked. Each has a tab.
 *
 * @module ways
 */

import { addressOf } from "./address.js";
import { page, survey, tabs } from "./parts.js";

/** Where there is room, what narrows a query down stands beside the hits; search.css has the same width. */
export const isBeside = matchMedia("(min-width: 60em)");

/**
 * Shows the parts of the page that belong to a state, whose content is still to come.
 * @param {import("./address.js").State} state
 */
export function showWay(state) {
  const isHelp = state.help || !state.query;
  const way = isHelp ? 2 : Number(state.lines);
  page.classList.toggle("search--lines", state.lines);
  page.classList.toggle("search--help", isHelp);
  tabs.forEach((tab, number) => {
    tab.href = addressOf({ ...state, lines: number === 1, help: number === 2 });
    if (way === number) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  });
  survey.hidden = isHelp;
  survey.open = isBeside.matches && !state.lines;
}
