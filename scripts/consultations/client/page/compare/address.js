/**
 * What the page of a comparison shows, read from its address and written into it. The address is
 * `#a=…&b=…` with two documents, `&by=theme` where themes are wanted although both answer the same
 * questions, and `&on=…` with the one question or theme that is shown.
 *
 * @module compare/address
 */

/**
 * @typedef {object} SideBySide
 * @property {string} a   id of the document on the left, or above; empty where none is chosen
 * @property {string} b
 * @property {boolean} themes  whether rows are themes, whatever else the two have in common
 * @property {string} on  `consultation/question`, or a theme's id; empty for all rows
 */

/**
 * @param {string} stated  what an address says after its `#`
 * @returns {SideBySide}
 */
export function comparisonOf(stated) {
  const said = new URLSearchParams(stated);
  const on = said.get("on") ?? "";
  const themes = said.get("by") === "theme" || (on !== "" && !on.includes("/"));
  return { a: said.get("a") ?? "", b: said.get("b") ?? "", themes, on };
}

/**
 * @param {SideBySide} comparison
 * @returns {string} its address, from the `#` on
 */
export function addressOf({ a, b, themes, on }) {
  const said = new URLSearchParams({ a, b });
  if (themes) said.set("by", "theme");
  if (on) said.set("on", on);
  return `#${said}`;
}
