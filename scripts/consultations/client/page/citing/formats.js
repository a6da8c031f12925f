/**
 * The formats in which a passage is cited in plain words: for a note, and for a page in Markdown.
 *
 * @module formats
 */

import { accessed, byline, day, placed, quoted, reference, transcription } from "./citation.js";
import { withoutEnds } from "./quoting.js";

/** @typedef {import("./citation.js").Cited} Cited */

/**
 * The forms that need nothing but what the page says, by the name that a reader sees.
 * @param {Cited} cited
 * @param {string} text  words of it that are quoted; may be empty
 * @param {Date} [read]  the day on which it was read
 * @returns {Record<string, string>}
 */
export function citations(cited, text, read = new Date()) {
  return {
    ...(text && { Quotation: quoted(text, cited, read) }),
    Reference: reference(cited, read),
    Markdown: markdown(cited, text, read),
  };
}

/**
 * @param {Cited} cited
 * @param {string} text
 * @param {Date} read
 */
function markdown(cited, text, read) {
  const plain = (/** @type {string} */ words) => words.replace(/[\\`*_[\]<>&]/g, "\\$&");
  const title = `*${plain(cited.title)}*`;
  const place = placed(cited);
  const leading = place ? `${title}, [${place}](<${cited.address}>)` : `[${title}](<${cited.address}>)`;
  const last = `${plain(transcription(cited))} ${accessed(read)}`;
  const whole = `${plain(byline(cited))} (${day(cited.date)}). ${leading}. ${last}.`.trim();
  return text ? `> ${plain(withoutEnds(text))}\n>\n> ${whole}` : whole;
}
