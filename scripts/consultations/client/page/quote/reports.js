/**
 * A report of the quotation check as the page shows it: the verdict, the differences, the places, whose
 * words stand there and how to cite them.
 *
 * @module reports
 */

import { actions } from "../citing/actions.js";
import { printed } from "../citing/citation.js";
import { element } from "../elements.js";
import { pageAt } from "../frame/folders.js";
import { leading } from "../marking.js";
import { MEANINGS, cited, graveIn, isWrong, places as inPlaces, said, whose } from "./reported.js";

/** @typedef {import("../../check/checker.js").MatchedPart} MatchedPart */
/** @typedef {import("../../check/checker.js").Report} Report */
/** @typedef {import("../../check/difference.js").Difference} Difference */

/** Differences that are not marked: of these the quotation's own words are shown. */
const UNMARKED = ["same", "typography", "moved", "spliced", "elided"];

/**
 * The reports on an article: a list of the doubtful ones, then every report, then those on quotations
 * that are too short.
 * @param {Report[]} reports
 * @param {URL} root  of the site
 */
export function drawReports(reports, root) {
  const judged = reports.filter(({ verdict }) => verdict !== "too-short");
  const short = reports.filter(({ verdict }) => verdict === "too-short");
  const drawn = judged.map((report, i) => drawReport(report, root, i + 1));
  const doubtful = judged.flatMap((report, i) => (isWrong(report) || report.verdict === "absent"
    ? [element("li", { value: String(i + 1) },
      element("a", { href: `#quotation-${i + 1}` }, said(report.quotation)), ` ${report.verdict}`)] : []));
  if (doubtful.length > 0) drawn.unshift(element("ol", { class: "doubtful" }, ...doubtful));
  if (short.length > 0) {
    drawn.push(element("details", { class: "short" },
      element("summary", {}, `${short.length} of under four words, too short to be judged`),
      element("ul", {}, ...short.map(({ quotation, count }) =>
        element("li", {}, `${said(quotation)}: ${inPlaces(count)}`)))));
  }
  return drawn;
}

/**
 * @param {Report} report
 * @param {URL} root       of the site
 * @param {number} number  of it among an article's, from 1; 0 where it is the only one
 */
export function drawReport(report, root, number) {
  const { verdict, places, count, lookalikes, hidden, quotation } = report;
  const times = verdict === "too-short" || count > 1 ? `; ${inPlaces(count)}` : "";
  const heading = element("h2", number ? { id: `quotation-${number}` } : {},
    number ? `${number}. ` : "", verdict.replace("-", " "), " ", element("span", {}, MEANINGS[verdict] + times));
  const drawn = element("section", { class: "check__report", "data-verdict": verdict }, heading);
  if (number && (isWrong(report) || places.length === 0)) {
    drawn.append(element("p", { class: "given", dir: "auto" }, said(quotation)));
  }
  const warnings = [
    ...places.flat().flatMap(graveIn),
    ...lookalikes.map((word) => `“${word}” has letters of another script than the one they look like`),
    ...(hidden > 0 ? [`${hidden} of its characters show nothing`] : []),
  ];
  if (warnings.length > 0) {
    drawn.append(element("ul", { class: "warning" }, ...warnings.map((warning) => element("li", {}, warning))));
  }
  const items = places.map((parts) => element("li", {}, drawPlace(parts, root, verdict)));
  if (items.length > 0) drawn.append(element("ol", { class: "places" }, ...items));
  if (drawn.querySelector("del, ins")) {
    drawn.append(element("p", { class: "key" }, element("span", { class: "struck" }, "struck out"),
      " only in the quotation, ", element("span", { class: "put-in" }, "underlined"), " only in the text"));
  }
  return drawn;
}

/**
 * @param {MatchedPart[]} parts
 * @param {URL} root
 * @param {string} verdict
 */
function drawPlace(parts, root, verdict) {
  return element("ol", { class: "parts" }, ...parts.map((match, i) => {
    const { edition, passage, text, steps } = match;
    const shown = verdict === "verbatim" || verdict === "too-short" ? [text] : steps.flatMap(drawStep);
    const piece = verdict === "spliced" ? [element("p", { class: "piece" }, `Piece ${i + 1} of ${parts.length}`)] : [];
    return element("li", { "data-edition": edition, "data-passage": passage }, ...piece,
      element("p", { class: "compared", dir: "auto" }, ...shown),
      ...drawSource(match, root));
  }));
}

/**
 * One difference. What only the quotation has is struck out, what only the text has is underlined.
 * @param {Difference} step
 * @returns {(Node | string)[]}
 */
function drawStep({ op, given, found }) {
  if (UNMARKED.includes(op)) return [given];
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
 * @param {MatchedPart} match
 * @param {URL} root
 */
function drawSource(match, root) {
  const { title, body, date, pages, section, text, voice } = match;
  const source = { ...match, address: pageAt(new URL(match.url, root).href) };
  const link = leading(source.address, root, [text], element("bdi", {}, cited({ title, body, date })));
  const under = [printed(pages), section.length > 0 ? `under “${section[section.length - 1]}”` : ""]
    .filter(Boolean).map((words) => `, ${words}`).join("");
  const told = element("span", { role: "status" });
  const tell = (/** @type {string} */ words) => { told.textContent = words; };
  return [
    element("p", { class: "source" }, element("span", { class: "voice" }, whose(voice)), " · ", link, under),
    element("p", { class: "source actions" }, ...actions(source, text, tell), told),
  ];
}
