/**
 * A verdict on a quotation as the page shows it: what it means, what differs, where it stands,
 * whose words they are and how to cite them. Everything is made of text nodes.
 *
 * @module reports
 */

import { day } from "./citation.js";
import { element } from "./elements.js";

/** @typedef {import("./checker.js").Match} Match */
/** @typedef {import("./checker.js").Report} Report */
/** @typedef {import("./difference.js").Difference} Difference */

/** @type {Record<import("./verdict.js").Verdict, string>} */
const MEANINGS = {
  verbatim: "the same words and punctuation",
  typographic: "the same words; only quotation marks, dashes, spacing, the case of the first letter or a note "
    + "marker differ",
  elided: "true pieces of one run of text, joined by an ellipsis or brackets",
  altered: "a word or a point is added, dropped, moved or changed",
  spliced: "true pieces of different documents or distant places, run together",
  absent: "not in this archive",
  "too-short": "under four words",
};
/** What stands in both, or differs in its shape only, is shown as the quotation has it. */
const UNMARKED = ["same", "typography", "moved", "spliced", "elided"];

/**
 * @param {Report} report
 * @param {URL} root     of the site
 * @param {boolean} among  whether it is one of several, and the quotation is to be repeated
 */
export function drawReport(report, root, among) {
  const { verdict, places, count, lookalikes, hidden, quotation } = report;
  const times = verdict === "too-short" || count > 1 ? `; in ${count.toLocaleString("en-GB")} place${count === 1 ? "" : "s"}` : "";
  const heading = element("h2", {}, verdict.replace("-", " "), " ", element("span", {}, MEANINGS[verdict] + times));
  const drawn = element("section", { class: "check__report", "data-verdict": verdict }, heading);
  if (among) drawn.append(element("p", { class: "given", dir: "auto" }, `“${quotation.trim()}”`));
  const warnings = [
    ...places.flat().flatMap(toldOfGrave),
    ...lookalikes.map((word) => `“${word}” has letters of another script than the one they look like`),
    ...(hidden > 0 ? [`${hidden} of its characters show nothing`] : []),
  ];
  if (warnings.length > 0) {
    drawn.append(element("ul", { class: "warning" }, ...warnings.map((warning) => element("li", {}, warning))));
  }
  const items = places.map((parts) => element("li", {}, drawPlace(parts, root, verdict)));
  if (items.length > 0) drawn.append(element("ol", { class: "places" }, ...items));
  return drawn;
}

/**
 * What of a match is to be told before all else: negations, numbers, quantifiers.
 * @param {Match} match
 */
function toldOfGrave({ differences, warnings }) {
  return warnings.map((kind, i) => {
    const { op, given, found } = differences[i];
    const said = given.trim() ? `quoted “${given.trim()}”` : "not quoted";
    const has = found.trim() ? `the text has “${found.trim()}”` : "not in the text";
    return op === "elided" ? `A ${kind} is among the words left out: “${found}”` : `A ${kind}: ${said}, ${has} (${op})`;
  });
}

/**
 * @param {Match[]} parts
 * @param {URL} root
 * @param {string} verdict
 */
function drawPlace(parts, root, verdict) {
  return element("ol", { class: "parts" }, ...parts.map((match) => {
    const { edition, passage, text, steps } = match;
    const shown = verdict === "verbatim" || verdict === "too-short" ? [text] : steps.flatMap(drawStep);
    return element("li", { "data-edition": edition, "data-passage": passage },
      element("p", { class: "compared", dir: "auto" }, ...shown),
      ...drawSource(match, root));
  }));
}

/**
 * A stretch of the quotation: what it puts in struck out, what the text has instead put in.
 * @param {Difference} step
 * @returns {(Node | string)[]}
 */
function drawStep({ op, given, found }) {
  if (UNMARKED.includes(op)) return [op === "elided" ? ` ${given} ` : given];
  const apart = op === "dropped" ? " " : "";
  return [
    apart,
    ...(given ? [element("del", { title: "in the quotation" }, given)] : []),
    ...(found ? [element("ins", { title: "in the text" }, found)] : []),
    apart,
  ];
}

/**
 * Where the words stand, whose they are, and how to cite them.
 * @param {Match} match
 * @param {URL} root
 */
function drawSource({ url, title, body, date, section, text, voice }, root) {
  const place = new URL(url, root);
  const address = place.href;
  place.searchParams.append("h", text);
  const cited = `${[body, title].filter(Boolean).join(", ")} (${day(date)})`;
  const link = element("a", { href: place.href }, element("bdi", {}, cited));
  const copy = element("button", { type: "button" }, "Copy citation");
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(`${cited}, ${address}`);
      copy.textContent = "Copied";
    } catch {
      copy.replaceWith(address); // this browser does not let a page copy
    }
  });
  const whose = voice === "own" ? "The document’s own words" : `Words of ${voice}, quoted in this document`;
  const under = section.length > 0 ? `, under “${section[section.length - 1]}”` : "";
  return [
    element("p", { class: "cite" }, link, under, " · ", copy),
    element("p", { class: "cite" }, whose),
  ];
}
