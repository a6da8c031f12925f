/**
 * References in the styles of guides: Harvard, APA and so on. The build has written the forms of each
 * document, with holes for the address, the page and the day; here the holes are filled, as
 * data/citation_forms.py fills them.
 *
 * @module styles
 */

import { quotation } from "./quoting.js";
import { credited } from "./voice.js";
import { SITE } from "../site.js";

/** @typedef {import("./citation.js").Cited} Cited */
/** A text, or a hole: its name, and of the day of access how each month is written. @typedef {string | [string, string[]?]} FormPart */
/** @typedef {{ name: string, form: FormPart[], placed?: FormPart[] }} Style */

/**
 * The references of a passage by the names of the styles; none where the forms cannot be had.
 * @param {Cited} cited
 * @param {string} text  words of it that are quoted; may be empty
 * @returns {Promise<Record<string, string>>}
 */
export async function styled(cited, text) {
  const edition = new URL(cited.address, location.href).pathname.split("/").findLast((part) => part && part !== "index.html");
  try {
    const styles = /** @type {Style[]} */ (Object.values(await read(`${edition}.json`)));
    return Object.fromEntries(styles.map((style) => [style.name, inStyle(style, cited, text)]));
  } catch {
    return {};
  }
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
 * @param {Style} style
 * @param {Cited} cited
 * @param {string} text
 */
function inStyle({ form, placed }, cited, text) {
  const whole = filled((cited.pages && placed) || form, cited, new Date());
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
