/**
 * The state of the search page, read from its address and written into it. The address is
 * `#q=…&sort=…&group=document&page=…` for passages, `#q=…&view=concordance&order=R1,R2` for lines, and
 * `#q=…&view=help` for how to ask.
 *
 * @module address
 */

/** @typedef {import("../../messages.js").Neighbour} Neighbour */
/** @typedef {import("../../messages.js").Sort} Sort */
/**
 * @typedef {object} State
 * @property {string} query
 * @property {Sort} sort
 * @property {boolean} grouped whether each document stands once
 * @property {number} page     from 1
 * @property {boolean} lines   whether places are shown in their context, rather than passages
 * @property {boolean} help    whether it is shown how to ask, rather than what is found
 * @property {Neighbour[]} order   of the lines
 */

const SORTS = ["score", "date", "document"];
const NEIGHBOUR = /^[LR][123]$/;

/**
 * @param {string} stated  what an address says after its `#`. What it leaves out, or has wrong, is as on
 *   a page that was just opened
 * @returns {State}
 */
export function stateOf(stated) {
  const said = new URLSearchParams(stated);
  const sort = said.get("sort") ?? "";
  const order = (said.get("order") ?? "").split(",").filter((place) => NEIGHBOUR.test(place));
  return {
    query: said.get("q") ?? "",
    sort: /** @type {Sort} */ (SORTS.includes(sort) ? sort : "score"),
    grouped: said.get("group") === "document",
    page: Math.max(1, Number.parseInt(said.get("page") ?? "1", 10) || 1),
    lines: said.get("view") === "concordance",
    help: said.get("view") === "help",
    order: /** @type {Neighbour[]} */ (order.slice(0, 3)),
  };
}

/**
 * @param {State} state
 * @returns {string} its address, from the `#` on
 */
export function addressOf({ query, sort, grouped, page, lines, help, order }) {
  const said = new URLSearchParams();
  if (query) said.set("q", query);
  if (lines) said.set("view", "concordance");
  if (help) said.set("view", "help");
  if (lines && order.length > 0) said.set("order", order.join(","));
  if (!lines && sort !== "score") said.set("sort", sort);
  if (!lines && grouped) said.set("group", "document");
  if (!lines && page > 1) said.set("page", String(page));
  return `#${said}`;
}
