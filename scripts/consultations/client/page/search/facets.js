/**
 * The counts beside the hits. Documents show where in them hits stand; values, such as years and bodies,
 * narrow the query down. A value is added to the query as a clause, such as `year:2010`, so that the
 * field always says what is asked.
 *
 * @module facets
 */

import { labels } from "./chips.js";
import { has, toggled } from "./clause.js";
import { element } from "../elements.js";
import { pageAt } from "../frame/folders.js";
import { KINDS } from "./hits.js";
import { counted, numeral } from "../numerals.js";
import { SITE } from "../site.js";

/** @typedef {import("../../messages.js").Count} Count */
/** @typedef {import("../../messages.js").Survey} Survey */
/** @typedef {import("../../messages.js").Surveyed} Surveyed */
/** @typedef {(query: string) => string} AddressOf */

/** The fields that are counted: the name for the reader, and the name of the field in a query. */
const FIELDS = /** @type {const} */ ({
  by: { name: "Body", clause: "by" },
  year: { name: "Year", clause: "year" },
  type: { name: "Kind of document", clause: "type" },
  kind: { name: "Part of the document", clause: "kind" },
  voice: { name: "Whose words", clause: "voice" },
  consultation: { name: "Answers to a consultation", clause: "question" },
  question: { name: "Answers to a question", clause: "question" },
});
const VOICES = /** @type {Record<string, string>} */ ({ own: "The document's own", quoted: "Quoted" });
/** The strip of a document is described to screen readers by so many parts. */
const QUARTERS = 4;
/** So many values are shown at once; the others are folded away. */
const SHOWN = 6;

/**
 * @param {Survey} survey
 * @param {AddressOf} address of a query
 * @returns {Node[]}
 */
export function drawSurvey(survey, address) {
  const documents = survey.documents.map((one) => drawDocument(one, survey.query, address));
  const groups = Object.entries(FIELDS).flatMap(([field, { name, clause }]) => {
    const counts = survey.fields[/** @type {keyof typeof FIELDS} */ (field)];
    const most = Math.max(...counts.map(({ count }) => count));
    const consultations = [...new Set(counts.map(({ within }) => within))];
    return consultations.map((consultation) => {
      const own = counts.filter(({ within }) => within === consultation);
      const rows = own.map((count) => drawCount(clause, count, most, survey.query, address));
      const isChoice = rows.length > 1 || rows[0]?.matches(".value--chosen");
      return isChoice ? drawGroup(consultations.length > 1 ? `${name}: ${consultation}` : name, rows) : null;
    });
  });
  return [drawGroup("Documents", documents), ...groups.filter((group) => group !== null)];
}

/**
 * @param {string} name
 * @param {HTMLElement[]} rows
 */
function drawGroup(name, rows) {
  const group = element("section", {}, element("h2", {}, name), element("ul", {}, ...rows.slice(0, SHOWN)));
  const others = rows.slice(SHOWN);
  if (others.length > 0) {
    group.append(element("details", {}, element("summary", {}, `${others.length} more`), element("ul", {}, ...others)));
  }
  return group;
}

/**
 * @param {string} field
 * @param {Count} count
 * @param {number} most of the counts of the field
 * @param {string} query
 * @param {AddressOf} address
 */
function drawCount(field, { value, label, count }, most, query, address) {
  const words = { kind: KINDS[value.replace("-", "_")], voice: VOICES[value] }[field] ?? label;
  const row = drawValue(`${field}:${value}`, words, numeral(count), query, address);
  const bar = element("span", { class: "bar", "aria-hidden": "true" });
  bar.style.width = `${(100 * count) / most}%`;
  row.append(bar);
  return row;
}

/**
 * @param {Surveyed} one
 * @param {string} query
 * @param {AddressOf} address
 */
function drawDocument({ edition, title, found, passages, strip, firsts }, query, address) {
  const row = drawValue(`in:${edition}`, title, `${found} of ${passages}`, query, address);
  const place = (/** @type {number} */ number) => pageAt(new URL(`texts/${edition}/#passage:${number}`, SITE).href);
  row.append(drawStrip(strip, firsts, place));
  return row;
}

/**
 * @param {string} clause
 * @param {string} label
 * @param {string} count
 * @param {string} query
 * @param {AddressOf} address
 */
function drawValue(clause, label, count, query, address) {
  const chosen = has(query, clause);
  if (label) labels.set(clause, label);
  const link = element("a", { href: address(toggled(query, clause)) }, element("bdi", {}, label || "not told"));
  if (chosen) link.setAttribute("aria-label", `${label}: take this filter away`);
  const counted = element("span", { class: "count" }, count);
  return element("li", { class: chosen ? "value value--chosen" : "value" }, link, " ", counted);
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * A part of a drawing.
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
function shape(name, attributes) {
  const made = /** @type {SVGElement} */ (document.createElementNS(SVG, name));
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/**
 * A strip that shows where in a document passages were found. Each part of the document has a bar, the
 * taller the more passages, which leads to the first of them. The strip is one stop of the keyboard, and
 * arrows lead from bar to bar: there may be forty in each of many documents.
 * @param {number[]} strip
 * @param {number[]} firsts  the number of the first passage of each part
 * @param {(number: number) => string} place  its address
 */
function drawStrip(strip, firsts, place) {
  const quarters = new Array(QUARTERS).fill(0);
  strip.forEach((count, part) => (quarters[Math.floor((part * QUARTERS) / strip.length)] += count));
  const label = `By quarters of the document: ${quarters.join(", ")}`;
  const drawing = shape("svg", { role: "group", "aria-label": label, viewBox: `0 0 ${strip.length} 8`, preserveAspectRatio: "none", class: "strip" });
  const most = Math.max(...strip);
  strip.forEach((count, part) => {
    if (count === 0) return;
    const height = 2 + (6 * count) / most;
    const told = `${counted(count, "passage")} from passage ${numeral(firsts[part])} on`;
    const tabindex = drawing.childElementCount === 0 ? 0 : -1;
    const link = shape("a", { href: place(firsts[part]), "aria-label": told, tabindex });
    const title = shape("title", {});
    title.textContent = told;
    link.append(title, shape("rect", { class: "target", x: part, y: 0, width: 1, height: 8 }),
      shape("rect", { x: part, y: 8 - height, width: 0.8, height }));
    drawing.append(link);
  });
  drawing.addEventListener("keydown", stepAlong);
  return drawing;
}

/** From bar to bar. @param {KeyboardEvent} event */
function stepAlong(event) {
  const step = { ArrowRight: "nextElementSibling", ArrowLeft: "previousElementSibling" }[event.key];
  const bar = document.activeElement;
  const next = step && bar ? bar[/** @type {"nextElementSibling"} */ (step)] : null;
  if (!(next instanceof SVGElement)) return;
  event.preventDefault();
  bar?.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}
