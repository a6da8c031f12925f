/**
 * Reports of the quotation check in words, for the page and for the text that a reader saves.
 *
 * @module reported
 */

import { day, printed } from "../citing/citation.js";
import { wordsOf } from "../citing/voice.js";
import { counted } from "../numerals.js";

/** @typedef {import("../../check/checker.js").MatchedPart} MatchedPart */
/** @typedef {import("../../check/checker.js").Report} Report */

/** @type {Record<import("../../check/verdict.js").Verdict, string>} */
export const MEANINGS = {
  verbatim: "the same words and punctuation",
  typographic: "the same words; only quotation marks, dashes, spacing, the case of the first letter or a note "
    + "marker differ",
  elided: "true pieces of one run of text, joined by an ellipsis or brackets",
  altered: "a word or a point is added, dropped, moved or changed",
  spliced: "true pieces of different documents or distant places, run together",
  absent: "not in this archive",
  "too-short": "under four words",
};

/** Whether the quotation is wrong, so that somebody must look at it. @param {Report} report */
export const isWrong = ({ verdict }) => verdict === "altered" || verdict === "spliced";

/** A quotation in marks, its line breaks as blanks. @param {string} quotation */
export const said = (quotation) => `“${quotation.trim().replace(/\s+/gu, " ")}”`;

/** @param {number} count */
export const places = (count) => `in ${counted(count, "place")}`;

/** Whose words they are. @param {import("../citing/voice.js").Voice} voice */
export function whose(voice) {
  if (voice === null) return "Somebody quoted in this document; not known whose words";
  return wordsOf(voice, "this document") || "The document’s own words";
}

/** A document in one line: who speaks, title, date. @param {{ title: string, body: string, date: string }} document */
export const cited = ({ title, body, date }) => `${[body, title].filter(Boolean).join(", ")} (${day(date)})`;

/**
 * Warnings of the differences that may turn the sense, in negations, numbers, quantifiers, and of those
 * that nobody can see: letters that look alike and are of different scripts.
 * @param {MatchedPart} match
 */
export function graveIn({ differences, warnings }) {
  return warnings.map((kind, i) => {
    const { op, given, found } = differences[i];
    const quoted = given.trim() ? `quoted “${given.trim()}”` : "not quoted";
    const has = found.trim() ? `the text has “${found.trim()}”` : "not in the text";
    if (kind === "letters") return `Letters that look alike and are others: ${quoted}, ${has} (${op})`;
    return op === "elided" ? `A ${kind} is among the words left out: “${found}”` : `A ${kind}: ${quoted}, ${has} (${op})`;
  });
}

/** A sentence with the number of reports of each verdict, the worst first. @param {Report[]} reports */
export function verdicts(reports) {
  const count = (/** @type {string} */ verdict) => reports.filter((report) => report.verdict === verdict).length;
  const told = ["spliced", "altered", "absent", "elided", "typographic", "verbatim", "too-short"]
    .filter((verdict) => count(verdict) > 0)
    .map((verdict) => `${count(verdict)} ${verdict.replace("-", " ")}`);
  return `${reports.length} quotations: ${told.join(", ")}.`;
}

/**
 * The reports on an article as a text that a reader can save.
 * @param {Report[]} reports
 * @param {string} searched
 * @param {URL} root  of the site
 */
export function written(reports, searched, root) {
  const told = reports.map((report, i) => [
    `${i + 1}. ${report.verdict}: ${said(report.quotation)}`,
    ...(report.verdict === "too-short" ? [places(report.count)] : report.places.flat().flatMap((match) => [
      ...(report.verdict === "verbatim" ? [] : [`the text has ${said(match.text)}`]),
      ...graveIn(match),
      `${[cited(match), printed(match.pages)].filter(Boolean).join(", ")}. ${whose(match.voice)}. ${new URL(match.url, root).href}`,
    ])),
  ].join("\n   "));
  return [`${verdicts(reports)} ${searched}`, ...told, ""].join("\n\n");
}
