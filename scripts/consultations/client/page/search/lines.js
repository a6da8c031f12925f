/**
 * The concordance on the page: a page of lines after the other, as one scrolls, and all of them as a file.
 *
 * @module lines
 */

import { action, element } from "../elements.js";
import { csv, drawLines, fit } from "./kwic.js";
import { lines, save } from "./parts.js";
import { offerMore } from "./more_button.js";
import { SITE } from "../site.js";

/** @typedef {import("../../messages.js").Lines} Lines */
/** @typedef {Pick<import("../../messages.js").AskConcordance, "from" | "upTo" | "saved">} LinesWanted */

/** More lines are asked for when their end is so near to the window. */
const NEAR = "800px";

new ResizeObserver(() => fit(lines)).observe(lines);

/**
 * Draws a page of lines. The first takes the place of what is there.
 * @param {Lines} answer
 * @param {import("../../messages.js").Neighbour[]} order
 * @param {(content: HTMLElement[]) => void} begin  puts the first page into the list
 */
export function drawPage(answer, order, begin) {
  const previous = answer.from > 0 ? /** @type {HTMLElement} */ (lines.lastElementChild) : null;
  const drawn = drawLines(answer.lines, order, SITE, previous?.dataset.neighbour);
  if (previous) lines.append(...drawn);
  else begin(drawn);
  fit(lines);
}

/**
 * Offers what is not shown yet, and all lines as a file.
 * @param {Lines} answer  the last page that was drawn
 * @param {(wanted: LinesWanted) => void} ask
 */
export function offerRest({ from, given, lines: { length } }, ask) {
  const shown = from + length;
  offerMore(shown < given ? `More lines (${given - shown})` : "", () => ask({ from: shown }), NEAR);
  save.replaceChildren(...(given > 0 ? [action("Save as CSV", () => ask({ upTo: given, saved: true }))] : []));
}

/** @param {Lines} answer  with all lines */
export function saveLines(answer) {
  const address = URL.createObjectURL(csv(answer.lines));
  element("a", { href: address, download: "concordance.csv" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
