/**
 * What an edition's page says of itself and of its passages, for a citation.
 *
 * @module cited
 */

import { published } from "../citing/published.js";

/**
 * The labels of the pages of the source on which each passage stands, where it has pages.
 * @type {Record<string, string>}
 */
const PAGES = JSON.parse(document.querySelector(".edition")?.getAttribute("data-pages") || "{}");

/**
 * @param {HTMLElement[]} passages  all of the edition
 * @param {HTMLElement | null} passage  the one that is cited; null for the document as a whole
 * @param {string | null} voice  whose words are quoted
 * @returns {import("../citing/citation.js").Cited}
 */
export function cited(passages, passage, voice) {
  const said = (/** @type {string} */ name) =>
    [...document.querySelectorAll(`meta[name="citation_${name}"]`)].map((meta) => meta.getAttribute("content") ?? "");
  const address = new URL(passage ? `#${passage.id}` : location.pathname, location.href);
  address.search = "";
  const body = said("publisher").join("");
  return {
    title: said("title").join(""),
    authors: said("author").filter((author) => author !== body), // a body may be its own author
    body,
    date: said("publication_date").join("").replaceAll("/", "-"),
    place: passage ? passages.indexOf(passage) + 1 : null,
    passages: passages.length,
    pages: passage ? PAGES[passage.id] : undefined,
    version: document.querySelector(".edition")?.getAttribute("data-version") ?? "",
    address: published(address.href),
    voice,
  };
}
