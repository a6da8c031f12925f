/**
 * The list of the passages that were found. They stand under their documents, each with an excerpt, with
 * what is known of its place, and with buttons that copy it.
 *
 * @module hits
 */

import { actions } from "../citing/actions.js";
import { day, placed } from "../citing/citation.js";
import { element } from "../elements.js";
import { pageAt } from "../frame/folders.js";
import { leading } from "../marking.js";
import { numeral } from "../numerals.js";

/** @typedef {import("../../messages.js").Hit} Hit */
/** @typedef {import("../../messages.js").Interval} Interval */
/**
 * What drawing a hit needs of the page. root: of the site; narrowed: the address of the query with one
 * clause more, empty where the query has that clause; tell: says something to the reader.
 * @typedef {{ root: URL, narrowed: (clause: string) => string, tell: (words: string) => void }} Shown
 */

/** @type {Record<string, string>} what a reader calls the kinds of passages */
export const KINDS = {
  heading: "Heading", paragraph: "Paragraph", list_item: "List item", blockquote: "Block quotation",
  table: "Table", footnote: "Note", reference: "Reference",
};

/**
 * The hits, with those that follow each other in one document under one head.
 * @param {Hit[]} hits
 * @param {Shown} shown
 */
export function drawHits(hits, shown) {
  const documents = /** @type {Hit[][]} */ ([]);
  for (const hit of hits) {
    const last = documents.at(-1);
    if (last && last[0].edition === hit.edition) last.push(hit);
    else documents.push([hit]);
  }
  return documents.map((own) => drawDocument(own, shown));
}

/**
 * Puts the rest of a page below its first hits, which stay as they are. Only the last of the documents may
 * have more hits now, and is drawn anew.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} documents  all of the page
 */
export function grow(list, documents) {
  const kept = list.children.length - 1;
  list.lastElementChild?.replaceWith(documents[kept]);
  list.append(...documents.slice(kept + 1));
}

/**
 * The head of a document, and its hits.
 * @param {Hit[]} hits
 * @param {Shown} shown
 */
function drawDocument(hits, shown) {
  const [{ edition, title, body, date, found }] = hits;
  const heading = element("a", { href: new URL(`texts/${edition}/`, shown.root).href }, element("bdi", {}, title));
  const of = element("p", { class: "of" }, [body, day(date)].filter(Boolean).join(" · "));
  const further = found - hits.length;
  const narrowed = shown.narrowed(`in:${edition}`);
  if (further > 0 && narrowed) {
    of.append(" · ", element("a", { href: narrowed }, `${numeral(further)} more here`));
  }
  const list = element("ol", {}, ...hits.map((hit) => drawHit(hit, shown)));
  return element("li", { class: "document" }, element("h2", {}, element("cite", {}, heading)), of, list);
}

/**
 * @param {Hit} hit
 * @param {Shown} shown
 */
function drawHit(hit, { root, tell }) {
  const item = element("li", { "data-edition": hit.edition, "data-passage": hit.passage });
  const section = hit.section.join(" › ");
  if (section) item.append(element("p", { class: "under", dir: "auto" }, section));
  item.append(element("p", { class: "excerpt", dir: "auto" }, drawExcerpt(hit, root)));
  if (hit.voice !== "own") {
    const who = hit.voice === null ? "Somebody quoted; not known whose words" : `Quoted: ${hit.voice}`;
    item.append(element("p", { class: "under quoted" }, who));
  }
  const facts = element("p", { class: "facts" }, `${KINDS[hit.kind] ?? hit.kind} · `, placed(hit));
  if (hit.question) facts.append(" · ", drawQuestion(hit.question, root));
  item.append(element("div", { class: "foot" }, facts, drawActions(hit, root, tell)));
  return item;
}

/**
 * @param {NonNullable<Hit["question"]>} question
 * @param {URL} root
 */
export function drawQuestion({ number, kind, url }, root) {
  const noun = kind === "oral-question" ? "question" : kind;
  const words = number ? `${noun} ${number}` : `its ${noun}`;
  return url ? element("a", { href: new URL(url, root).href, title: `All answers to this ${noun}` }, words) : words;
}

/**
 * The excerpt as a link to its passage. The link takes along the words to be marked there.
 * @param {Hit} hit
 * @param {URL} root
 */
function drawExcerpt(hit, root) {
  const { text, marks, before, after } = hit.excerpt;
  const excerpt = leading(hit.url, root, marked(hit), before ? "… " : "");
  let at = 0;
  for (const [start, end] of marks) {
    excerpt.append(text.slice(at, start), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  excerpt.append(text.slice(at), after ? " …" : "");
  return excerpt;
}

/**
 * The words that are marked in a hit. Marks with only blanks and punctuation between them are one run.
 * @param {Hit} hit
 * @returns {Set<string>}
 */
function marked({ excerpt: { text, marks } }) {
  const runs = /** @type {Interval[]} */ ([]);
  for (const [start, end] of marks) {
    const last = runs.at(-1);
    if (last && !/[\p{L}\p{N}]/u.test(text.slice(last[1], start))) last[1] = end;
    else runs.push([start, end]);
  }
  return new Set(runs.map(([start, end]) => text.slice(start, end)));
}

/**
 * @param {Hit} hit
 * @param {URL} root
 * @param {(words: string) => void} tell
 */
function drawActions(hit, root, tell) {
  const address = pageAt(new URL(hit.url, root).href);
  const { title, body, authors, date, version, place, passages, pages, credit: voice, excerpt: { text } } = hit;
  const cited = { title, body, authors, date, version, place, passages, pages, address, voice };
  return element("p", { class: "actions" }, element("a", { href: address }, "Open"), ...actions(cited, text, tell));
}
