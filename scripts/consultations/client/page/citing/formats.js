/**
 * The formats in which a passage is cited: for a note, for a page in Markdown, for programs that keep references.
 *
 * @module formats
 */

import { MONTHS, byline, day, quoted, reference } from "./citation.js";

/** @typedef {import("./citation.js").Work} Work */

/**
 * Every form in which a passage can be cited, by its name.
 * @param {Work} work
 * @param {string} text  words of it that are quoted; may be empty
 * @returns {Record<string, string>}
 */
export function citations(work, text) {
  return {
    ...(text && { Quotation: quoted(text, work) }),
    Reference: reference(work),
    Markdown: markdown(work, text),
    BibTeX: bibtex(work),
    RIS: ris(work),
  };
}

/**
 * @param {Work} work
 * @param {string} text
 */
function markdown(work, text) {
  const plain = (/** @type {string} */ words) => words.replace(/[\\`*_[\]<>&]/g, "\\$&");
  const passage = `[passage ${work.place} of ${work.passages}](<${work.address}>)`;
  const whole = `${plain(byline(work))} (${day(work.date)}). *${plain(work.title)}*, ${passage}.`;
  return text ? `> ${plain(text)}\n>\n> ${whole}` : whole;
}

/** @param {Work} work */
function bibtex(work) {
  const plain = (/** @type {string} */ words) => words.replace(/[\\{}]/g, "")
    .replace(/[$%&#_]/g, "\\$&").replace(/[~^]/g, "\\$&{}");
  const [year, month] = work.date.split("-");
  const { pathname, hash } = new URL(work.address);
  const key = [pathname.split("/").findLast((part) => part && part !== "index.html"), hash.slice(1)].join("-");
  const authors = work.authors.length > 0 ? work.authors.map(plain).join(" and ")
    : work.body && `{${plain(work.body)}}`;
  const fields = Object.entries({
    author: authors,
    title: `{${plain(work.title)}}`,
    organization: work.authors.length > 0 ? plain(work.body) : "",
    year,
    note: `Passage ${work.place} of ${work.passages}`,
    url: work.address,
  }).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},`);
  if (month) fields.push(`  month = ${MONTHS[Number(month) - 1].slice(0, 3).toLowerCase()},`);
  return [`@misc{${key},`, ...fields, "}"].join("\n");
}

/** @param {Work} work */
function ris(work) {
  const speakers = work.authors.length > 0 ? work.authors : [work.body];
  const rows = [
    ["TY", "ELEC"], ...speakers.map((name) => ["AU", name]), ["TI", work.title],
    ["PB", work.authors.length > 0 ? work.body : ""], ["PY", work.date.slice(0, 4)],
    ["DA", work.date.replaceAll("-", "/")], ["SP", `passage ${work.place} of ${work.passages}`],
    ["UR", work.address], ["ER", ""],
  ];
  return rows.filter(([name, value]) => value || name === "ER")
    .map(([name, value]) => `${name}  - ${value.replace(/\s+/g, " ")}`).join("\n");
}
