/**
 * The formats in which a passage is cited in plain words: for a note, and for a page in Markdown.
 *
 * @module formats
 */

import { byline, day, placed, quoted, reference } from "./citation.js";
import { withoutEnds } from "./quoting.js";

/** @typedef {import("./citation.js").Cited} Cited */

/**
 * The forms that need nothing but what the page says, by the name that a reader sees.
 * @param {Cited} cited
 * @param {string} text  words of it that are quoted; may be empty
 * @returns {Record<string, string>}
 */
export function citations(cited, text) {
  return {
    ...(text && { Quotation: quoted(text, cited) }),
    Reference: reference(cited),
    Markdown: markdown(cited, text),
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
