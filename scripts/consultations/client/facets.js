/**
 * What a query finds, counted: documents with the places of their hits, and values to narrow the query down with.
 * A filter is a clause of the query itself, such as `year:2010`, so that the field always says what is asked.
 *
 * @module facets
 */

import { element } from "./hits.js";

/** @typedef {import("./messages.js").Count} Count */
/** @typedef {import("./messages.js").Survey} Survey */
/** @typedef {import("./messages.js").Surveyed} Surveyed */
/** @typedef {(query: string) => string} Address */

const FIELDS = /** @type {const} */ ({
  by: "Body",
  year: "Year",
  type: "Kind of document",
  kind: "Part of the document",
  question: "Question",
  voice: "Whose words",
});
/** Values that are shown at once; the others are folded away. */
const SHOWN = 6;
const CLAUSES = /(?:\s+(?:in|by|year|type|kind|question|voice):(?:"[^"]*"|[^\s()]+))+\s*$/;

/**
 * The query with a clause at its end, or without it where it has it.
 * @param {string} query
 * @param {string} clause
 */
export function toggled(query, clause) {
  const asked = ` ${query.trim()}`;
  const found = CLAUSES.exec(asked);
  const words = asked.slice(0, found?.index).trim();
  const clauses = found?.[0].trim().match(/\w+:(?:"[^"]*"|\S+)/g) ?? [];
  const kept = clauses.filter((other) => other !== clause);
  if (kept.length === clauses.length) kept.push(clause);
  const bracketed = /^\([^()]*\)$/.test(words);
  if (kept.length === 0) return bracketed ? words.slice(1, -1) : words;
  const loose = /\bOR\b/.test(words) && !bracketed;
  return [loose ? `(${words})` : words, ...kept].filter(Boolean).join(" ");
}

/**
 * @param {Survey} survey
 * @param {Address} address of a query
 * @returns {Node[]}
 */
export function drawSurvey(survey, address) {
  const documents = survey.documents.map((one) => drawDocument(one, survey.query, address));
  const groups = Object.entries(FIELDS).map(([field, name]) => {
    const counts = survey.fields[/** @type {keyof typeof FIELDS} */ (field)];
    const most = Math.max(...counts.map(({ count }) => count));
    const rows = counts.map((count) => drawCount(field, count, most, survey.query, address));
    const isChoice = rows.length > 1 || rows[0]?.matches(".value--chosen");
    return isChoice ? drawGroup(name, rows) : null;
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
 * @param {Address} address
 */
function drawCount(field, { value, label, count }, most, query, address) {
  const row = drawValue(`${field}:${value}`, label, String(count), query, address);
  const bar = element("span", { class: "bar", "aria-hidden": "true" });
  bar.style.width = `${(100 * count) / most}%`;
  row.append(bar);
  return row;
}

/**
 * @param {Surveyed} one
 * @param {string} query
 * @param {Address} address
 */
function drawDocument({ edition, title, found, passages, strip }, query, address) {
  const row = drawValue(`in:${edition}`, title, `${found} of ${passages}`, query, address);
  row.append(drawStrip(strip));
  return row;
}

/**
 * @param {string} clause
 * @param {string} label
 * @param {string} count
 * @param {string} query
 * @param {Address} address
 */
function drawValue(clause, label, count, query, address) {
  const chosen = ` ${query} `.includes(` ${clause} `);
  const link = element("a", { href: address(toggled(query, clause)) }, element("bdi", {}, label || "not told"));
  if (chosen) link.setAttribute("aria-label", `${label}: take this filter away`);
  const counted = element("span", { class: "count" }, count);
  return element("li", { class: chosen ? "value value--chosen" : "value" }, link, " ", counted);
}

/**
 * Where along a document passages were found: a mark for each part, the taller the more.
 * @param {number[]} strip
 */
function drawStrip(strip) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawing.setAttribute("viewBox", `0 0 ${strip.length} 8`);
  drawing.setAttribute("preserveAspectRatio", "none");
  drawing.setAttribute("class", "strip");
  drawing.setAttribute("aria-hidden", "true");
  const most = Math.max(...strip);
  strip.forEach((count, part) => {
    if (count === 0) return;
    const height = 2 + (6 * count) / most;
    const mark = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [name, value] of Object.entries({ x: part, y: 8 - height, width: 0.8, height })) {
      mark.setAttribute(name, String(value));
    }
    drawing.append(mark);
  });
  return drawing;
}
