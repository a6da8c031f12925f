/**
 * References in the styles of guides, such as Harvard and APA, and in formats of programs that keep
 * references, such as BibTeX. The build has written the forms of each document, with holes for what
 * changes with the passage and the day. Here the holes are filled. data/references/citation_forms.py and
 * pages/citing.py make them.
 *
 * @module styles
 */

import { placed, placedFirst, transcription } from "./citation.js";
import { quotation } from "./quoting.js";
import { credited, wordsOf } from "./voice.js";
import { SITE } from "../site.js";

/** @typedef {import("./citation.js").Cited} Cited */
/** A text, or a hole: its name, and of the day of access how each month is written. @typedef {string | [string, string[]?]} FormPart */
/** A style of a guide; `placed` says the page too. @typedef {{ name: string, form: FormPart[], placed?: FormPart[] }} Style */
/** A text, or a hole: its name, and what stands before its value where it has one. @typedef {string | [string, string?]} LinePart */
/**
 * A format of programs that keep references. A line whose holes all have no value is left out.
 * @typedef {{ name: string, lines: LinePart[][], escapes: Record<string, string> }} Format
 */

/**
 * A passage in every style, by the names of the styles.
 * @param {Cited} cited
 * @param {string} text  words of it that are quoted; may be empty
 * @returns {Promise<Record<string, string>>}
 * @throws {Error} the document's forms cannot be had
 */
export async function styled(cited, text) {
  const styles = /** @type {(Style | Format)[]} */ (Object.values(await read(`${named(cited.address)[0]}.json`)));
  return Object.fromEntries(styles.map((style) => [style.name, inStyle(style, cited, text, new Date())]));
}

/**
 * What a file of forms holds. From a disk a browser reads no file but what an element names.
 * @param {string} name
 */
async function read(name) {
  if (SITE.protocol === "file:") {
    const disk = await import("../disk.js");
    const bytes = await disk.read(name, new URL("data/citations/", SITE).href);
    return JSON.parse(new TextDecoder().decode(bytes));
  }
  const answer = await fetch(new URL(`data/citations/${name}`, SITE));
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

/**
 * What is cited, in a style of a guide or in a format of programs that keep references.
 * @param {Style | Format} style
 * @param {Cited} cited
 * @param {string} text  words of it that are quoted; may be empty
 * @param {Date} day     on which it was read
 */
export function inStyle(style, cited, text, day) {
  if ("lines" in style) return inFormat(style, cited, day);
  const whole = filled((cited.pages && style.placed) || style.form, cited, day);
  return text ? `${quotation(text)} ${credited(cited.voice, whole)}` : whole;
}

/**
 * @param {FormPart[]} form
 * @param {Cited} cited
 * @param {Date} day
 */
function filled(form, { address, pages = "" }, day) {
  return form.map((part) => {
    if (typeof part === "string") return part;
    const [hole, months = []] = part;
    if (hole === "accessed") {
      const phrase = months[day.getMonth()].replace("%d", String(day.getDate()));
      return phrase.replace("%Y", String(day.getFullYear()));
    }
    return hole === "page" ? pages : address;
  }).join("");
}

/**
 * The lines of a format that have something to say.
 * @param {Format} format
 * @param {Cited} cited
 * @param {Date} day
 */
function inFormat({ lines, escapes }, cited, day) {
  const { address, pages = "", voice } = cited;
  const plain = (/** @type {string} */ words) =>
    Array.from(words.replace(/\s+/gu, " "), (sign) => escapes[sign] ?? sign).join("");
  const [first, last = ""] = pages.split("–").map(plain);
  const [month, date] = [day.getMonth() + 1, day.getDate()];
  /** @type {Record<string, string>} */
  const values = {
    key: named(address).join("-"),
    address,
    first,
    last,
    note: plain([wordsOf(voice, placed(cited)) || placedFirst(cited), transcription(cited)].filter(Boolean).join(". ")),
    year: String(day.getFullYear()),
    month: String(month),
    day: String(date),
    mm: String(month).padStart(2, "0"),
    dd: String(date).padStart(2, "0"),
  };
  return lines.flatMap((line) => {
    const holes = line.filter((part) => typeof part !== "string");
    if (holes.length > 0 && holes.every(([hole]) => !values[hole])) return [];
    return [line.map((part) => {
      if (typeof part === "string") return part;
      const [hole, before = ""] = part;
      return values[hole] && before + values[hole];
    }).join("")];
  }).join("\n");
}

/**
 * The id of a document and that of a passage of it, as an address has them.
 * @param {string} address
 */
function named(address) {
  const { pathname, hash } = new URL(address, location.href);
  const folder = pathname.split("/").findLast((part) => part && part !== "index.html");
  return [folder, hash.slice(1)].filter(Boolean);
}
