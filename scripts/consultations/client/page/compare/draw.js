/**
 * The rows of a comparison as elements of its page.
 *
 * @module compare/draw
 */

import { day } from "../citing/citation.js";
import { element } from "../elements.js";
import { pageAt } from "../frame/folders.js";
import { counted } from "../numerals.js";
import { SITE } from "../site.js";

/** @typedef {import("../../messages.js").Text} Text */
/** @typedef {import("../../messages.js").TextPassage} TextPassage */
/** @typedef {import("../../messages.js").AskedQuestion} AskedQuestion */
/** @typedef {import("./rows.js").ComparedRow} Row */

/** Who speaks in a document, in few words. @param {Text} text */
export const speaker = ({ body, title }) => body || title;

/** @param {string} path  below the site */
const at = (path) => pageAt(new URL(path, SITE).href);

/**
 * What a document is: its title as a link, who speaks, its date.
 * @param {Text} text
 */
export function drawHead(text) {
  const link = element("a", { href: at(`texts/${text.edition}/`) }, element("bdi", {}, text.title));
  const about = [text.body, day(text.date)].filter(Boolean).join(", ");
  return element("div", {}, element("cite", {}, link), element("p", { class: "of" }, about));
}

/**
 * @param {Row} row
 * @param {[Text, Text]} texts
 * @param {AskedQuestion[]} questions  of the archive
 * @param {string} address  of this row alone; empty where it is shown alone
 */
export function drawRow({ id, title, url, sides, mixed }, texts, questions, address) {
  const name = `row:${id}`;
  const heading = element("h2", { id: name }, element("a", { href: at(url) }, title));
  const shown = texts.map((text, n) => drawSide(text, sides[n], mixed ? questions : []));
  const alone = address ? [element("p", { class: "of" }, element("a", { href: address }, "This row alone"))] : [];
  return element(
    "section", { class: "row", "aria-labelledby": name }, heading, ...alone, element("div", { class: "sides" }, ...shown),
  );
}

/**
 * What one document says in a row. Its name stands above, for whoever listens or has a narrow screen.
 * @param {Text} text
 * @param {TextPassage[]} passages
 * @param {AskedQuestion[]} questions  those that are told where passages answer them
 */
function drawSide(text, passages, questions) {
  const words = passages.reduce((sum, one) => sum + one.text.split(/\s+/u).filter(Boolean).length, 0);
  const length = element("span", { class: "length" }, ` ${counted(words, "word")}`);
  const name = element("h3", {}, element("bdi", {}, speaker(text)), length);
  /** @type {HTMLElement[]} */
  const blocks = [];
  let before = "";
  for (const passage of passages) {
    const asked = passage.question?.asked ?? "";
    const question = asked === before ? null : questions.find(({ id }) => id === asked);
    if (question) blocks.push(element("p", { class: "of" }, element("a", { href: at(question.url) }, question.title)));
    before = asked;
    if (passage.kind === "list_item") {
      const last = blocks.at(-1);
      const list = last instanceof HTMLUListElement ? last : element("ul", {});
      if (list !== last) blocks.push(list);
      list.append(element("li", {}, ...drawPassage(text, passage)));
    } else if (passage.kind === "blockquote") {
      blocks.push(element("blockquote", {}, element("p", {}, ...drawPassage(text, passage))));
    } else {
      blocks.push(element("p", { class: passage.kind }, ...drawPassage(text, passage)));
    }
  }
  return element("div", { class: "side" }, name, ...blocks);
}

/**
 * The words of a passage, those of others marked with whose they are, and the way to its place.
 * @param {Text} text
 * @param {TextPassage} passage
 */
function drawPassage({ edition }, { id, text, voices }) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let until = 0;
  for (const [start, end, who] of voices) {
    if (start < until) continue; // a voice within another
    parts.push(text.slice(until, start), element("span", { class: "quoted" }, text.slice(start, end)));
    if (who) parts.push(element("span", { class: "said" }, ` [${who}]`));
    until = end;
  }
  const label = "This passage in its document";
  const place = element("a", { class: "place", href: at(`texts/${edition}/#${id}`), "aria-label": label }, "¶");
  return [...parts, text.slice(until), " ", place];
}
