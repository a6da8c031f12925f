/**
 * Sentences of the search page beside its hits: what it is fetching, what went wrong, what else could be
 * asked.
 *
 * @module told
 */

import { element } from "../elements.js";
import { leading } from "../marking.js";
import { counted, numeral } from "../numerals.js";

/** @param {import("../../messages.js").Progress} progress */
export function toldOfProgress({ files, bytes }) {
  const size = bytes < 1024 ? "" : `, ${Math.round(bytes / 1024)} KB so far`;
  return `Fetching ${counted(files, "piece")} of the index${size} …`;
}

/** @param {import("../../messages.js").Lines} lines */
export function toldOfLines({ total, passages, documents, given }) {
  const some = given < total ? `; the first ${numeral(given)} are shown` : "";
  return `${counted(total, "hit")} in ${counted(passages, "passage")} of ${counted(documents, "document")}${some}`;
}

/** @typedef {Pick<import("../../messages.js").Failure, "what" | "remedy" | "place">} Told */

/** @type {Told} */
export const NOT_DRAWN = {
  what: "a part of this page did not come", remedy: "look at the connection, and ask again", place: null,
};

/**
 * @param {Told} failure
 * @param {string} query
 * @returns {(Node | string)[]}
 */
export function toldOfFailure({ what, place, remedy }, query) {
  const where = place ? query.slice(...place) : "";
  const parts = [sentence(what), where && element("code", {}, where), sentence(remedy)];
  return parts.filter(Boolean).flatMap((part) => [part, " "]);
}

/**
 * @param {import("../../messages.js").Suggestions} found
 * @param {(query: string) => string} address
 * @param {URL} root  of the site
 * @returns {(Node | string)[]}
 */
export function toldOfSuggestions({ suggestions, readings }, address, root) {
  const mended = readings.map((reading) => toldOfReading(reading, root));
  if (suggestions.length + mended.length === 0) return [];
  const items = suggestions.map(({ query, total, dropped, spelled }) => {
    const words = spelled ? `with “${spelled}”` : `without “${dropped}”`;
    return element("li", {}, element("a", { href: address(query) }, words), ` ${counted(total, "passage")}`);
  });
  return [suggestions.length > 0 ? " These would find something:" : "", element("ul", {}, ...mended, ...items)];
}

/**
 * @param {import("../../messages.js").SourceReading} reading
 * @param {URL} root
 */
function toldOfReading({ source, total, places }, root) {
  const links = places.flatMap(({ url, mended, title, body, date }, i) => {
    const link = leading(url, root, [mended], `“${mended}”`);
    const of = element("bdi", {}, body || title);
    return [i > 0 ? "; " : "", link, " (", of, ` ${date.slice(0, 4)})`];
  });
  const rest = total > places.length ? " and so on" : "";
  const said = `The source has “${source}” here, mended to `;
  return element("li", {}, said, ...links, `${rest}: ${counted(total, "passage")}`);
}

/** @param {string} words */
function sentence(words) {
  const last = /[.!?…]$/.test(words) ? "" : ".";
  return words && words[0].toUpperCase() + words.slice(1) + last;
}
