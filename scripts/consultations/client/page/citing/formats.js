/**
 * The formats in which a passage is cited: for a note, for a page in Markdown, for programs that keep
 * references.
 *
 * @module formats
 */

import { byline, day, placed, placedFirst, quoted, reference } from "./citation.js";
import { BIBTEX, ESCAPES, PARTED, RIS } from "./forms.js";
import { withoutEnds } from "./quoting.js";
import { wordsOf } from "./voice.js";

/** @typedef {import("./citation.js").Cited} Cited */

/**
 * Every form in which a passage can be cited, by the name that a reader sees.
 * @param {Cited} cited
 * @param {string} text  words of it that are quoted; may be empty
 * @returns {Record<string, string>}
 */
export function citations(cited, text) {
  return {
    ...(text && { Quotation: quoted(text, cited) }),
    Reference: reference(cited),
    Markdown: markdown(cited, text),
    BibTeX: bibtex(cited),
    RIS: ris(cited),
  };
}

/**
 * @param {Cited} cited
 * @param {string} text
 */
function markdown(cited, text) {
  const plain = (/** @type {string} */ words) => words.replace(/[\\`*_[\]<>&]/g, "\\$&");
  const title = `*${plain(cited.title)}*`;
  const place = placed(cited);
  const leading = place ? `${title}, [${place}](<${cited.address}>)` : `[${title}](<${cited.address}>)`;
  const whole = `${plain(byline(cited))} (${day(cited.date)}). ${leading}.`.trim();
  return text ? `> ${plain(withoutEnds(text))}\n>\n> ${whole}` : whole;
}

/** @param {Cited} cited */
function bibtex(cited) {
  const plain = (/** @type {string} */ words) =>
    Array.from(words.replace(/\s+/gu, " "), (sign) => ESCAPES[sign] ?? sign).join("");
  const whole = (/** @type {string} */ name) =>
    (new RegExp(PARTED, "iu").test(name) ? `{${plain(name)}}` : plain(name));
  const { pathname, hash } = new URL(cited.address, location.href);
  const folder = pathname.split("/").findLast((part) => part && part !== "index.html");
  const authors = cited.authors.length > 0 ? cited.authors.map(whole) : [`{${plain(cited.body)}}`];
  const [year, month, number] = cited.date.split("-");
  return filled(BIBTEX, {
    key: [[folder, hash.slice(1)].filter(Boolean).join("-")],
    authors: [authors.join(" and ")],
    title: [plain(cited.title)],
    publisher: cited.authors.length > 0 ? [plain(cited.body)] : [],
    year: [year],
    month: month ? [String(Number(month))] : [],
    day: number ? [String(Number(number))] : [],
    note: [plain(wordsOf(cited.voice, placed(cited)) || placedFirst(cited))],
    pages: cited.pages ? [plain(cited.pages.replace("–", "--"))] : [],
    address: [plain(cited.address)],
  }).trimEnd();
}

/** @param {Cited} cited */
function ris(cited) {
  const { authors, body, title, date, address } = cited;
  return filled(RIS, {
    authors: authors.length > 0 ? authors : [body],
    title: [title],
    publisher: authors.length > 0 ? [body] : [],
    year: [date.slice(0, 4)],
    date: [date.replaceAll("-", "/")],
    place: [cited.pages?.split("–")[0] || placed(cited)],
    end: [cited.pages?.split("–")[1] ?? ""],
    note: [wordsOf(cited.voice, placed(cited)) || (cited.pages ? placedFirst(cited) : "")],
    address: [address],
  }).trimEnd();
}

/**
 * Puts values into the holes of a form. A line whose hole has no value is left out; a line whose hole
 * has several values is repeated for each.
 * @param {string} form
 * @param {Record<string, string[]>} values
 */
function filled(form, values) {
  return form.split("\n").flatMap((line) => {
    const hole = /"(\w+)"/u.exec(line);
    if (!hole) return [line];
    return values[hole[1]].filter(Boolean)
      .map((value) => line.replace(hole[0], () => value.replace(/\s+/gu, " ")));
  }).join("\n");
}
