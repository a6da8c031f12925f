/**
 * A passage of a document as it is cited in plain words.
 *
 * @module citation
 */

import { archive } from "./published.js";
import { quotation } from "./quoting.js";
import { speaking } from "./voice.js";

/**
 * What a citation says of a passage, and of the words that are quoted from it.
 * @typedef {object} Cited
 * @property {string} title      of the document
 * @property {string} body       who speaks, where nobody is named in authors
 * @property {string[]} authors  of the document
 * @property {string} date       ISO 8601: a year, a month or a day
 * @property {number | null} place  which of the document's passages it is, from 1; null for all of it
 * @property {number} passages   how many the document has
 * @property {string} [pages]    of its source, as printed, on which the passage stands, such as 14–15
 * @property {string} version    what a reference calls the edition, such as `edition 3f9a2c1`
 * @property {string} address    of the passage, in full
 * @property {import("./voice.js").Voice} voice  whose words are quoted from it
 */

const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
];

/**
 * The names at the beginning of a reference: whom the document quotes, its authors, their body.
 * @param {Cited} cited
 */
export function byline({ authors, body, voice }) {
  const all = [...authors, ...(authors.join(", ") === body ? [] : [body])];
  return speaking(voice, [...new Set(all)].filter(Boolean).join(", "));
}

/**
 * A date in words, as precise as it is known.
 * @param {string} date
 */
export function day(date) {
  const [year, month, number] = date.split("-");
  return [number && Number(number), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** The pages on which it is printed, such as `pp. 14–15`; empty where none is known. @param {string} [pages] */
export const printed = (pages) => (pages ? `${pages.includes("–") ? "pp." : "p."} ${pages}` : "");

/**
 * The page on which it is printed, where that is known, and which passage of its document it is; empty
 * where the document as a whole is cited.
 * @param {Pick<Cited, "place" | "passages" | "pages">} cited
 */
export function placed({ place, passages, pages }) {
  if (place === null) return "";
  return [printed(pages), `passage ${place} of ${passages}`].filter(Boolean).join(", ");
}

/** The same at the beginning of a sentence. @param {Cited} cited */
export const placedFirst = (cited) => placed(cited).replace(/^./u, (sign) => sign.toUpperCase());

/**
 * What a reader has before them: not the original, but an edition of its text in this archive.
 * @param {Pick<Cited, "version">} cited
 */
export const transcription = ({ version }) => ["Transcription", archive(), version].filter(Boolean).join(", ");

/** When it was read, in words. @param {Date} read */
export const accessed = (read) => `(accessed ${read.getDate()} ${MONTHS[read.getMonth()]} ${read.getFullYear()})`;

/**
 * @param {Cited} cited
 * @param {Date} [read]  the day on which it was read
 * @returns {string} a reference in plain words
 */
export function reference(cited, read = new Date()) {
  const by = `${byline(cited)} (${day(cited.date)})`.trim();
  const last = `${cited.address} ${accessed(read)}`;
  return [by, cited.title, placedFirst(cited), transcription(cited), last].filter(Boolean).map(sentence).join(" ");
}

/** Words with the point that ends them, which a title may have itself. @param {string} words */
const sentence = (words) => (/[.?!…]$/u.test(words) ? words : `${words}.`);

/**
 * @param {string} text
 * @param {Cited} cited
 * @param {Date} [read]  the day on which it was read
 * @returns {string} words between quotation marks, with whose they are
 */
export const quoted = (text, cited, read) => `${quotation(text)} ${reference(cited, read)}`;
