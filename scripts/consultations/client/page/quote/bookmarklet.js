/**
 * A bookmark that checks the quotations of whatever page a reader is on.
 *
 * The bookmark opens the page of the check and hands the words over by `postMessage`, from window to
 * window. They are in no request, and nothing is framed or stored. The page of the check takes words
 * from the window that opened it and from no other, and takes them as words.
 *
 * @module bookmarklet
 */

import { element } from "../elements.js";
import { SITE } from "../site.js";

/** What the page of the check says to the window that opened it, once it can take words. */
const READY = "consultations: ready";
/** The fragment with which the bookmark opens the page. */
const WAITING = "#receive";
/** Characters: several books. */
const LONGEST = 2_000_000;

/** What the bookmark runs on the other page; `page` and `origin` are filled in. */
const PROGRAM = `(() => {
  const said = String(getSelection());
  const lines = (node) => [...node.childNodes].map((part) => part.nodeType === 3 ? part.data
    : part.nodeType !== 1 || /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(part.tagName) ? ""
    : part.tagName === "Q" ? "\\u201c" + lines(part) + "\\u201d"
    : part.tagName === "BLOCKQUOTE" ? "\\n\\n> " + lines(part).trim().replace(/\\s+/g, " ") + "\\n\\n"
    : /^(inline|contents)/.test(getComputedStyle(part).display) ? lines(part)
    : "\\n\\n" + lines(part) + "\\n\\n").join("");
  const text = said.trim() || lines(document.body);
  const opened = open(PAGE, "_blank");
  addEventListener("message", ({ source, data }) => {
    if (source === opened && data === READY) opened.postMessage({ quotations: text }, ORIGIN);
  });
})();`;

/** The link that a reader drags to the bookmarks; nothing where this page has no address. */
export function bookmarklet() {
  if (!location.protocol.startsWith("http")) return [];
  const said = Object.entries({
    PAGE: new URL(`quote/${WAITING}`, SITE).href, READY, ORIGIN: location.origin,
  });
  const program = said.reduce((code, [name, value]) => code.replace(name, () => JSON.stringify(value)), PROGRAM);
  const link = element("a", { href: `javascript:${encodeURIComponent(program)}` }, "Check this page’s quotations");
  const told = element("span", { role: "status" });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    told.textContent = " Drag it to your bookmarks, and click it there on a page that quotes.";
  });
  return [element("p", { class: "bookmarklet" }, "For your bookmarks: ", link, told)];
}

/**
 * Takes the words that a bookmark hands over, once.
 * @param {(text: string) => void} take
 */
export function receive(take) {
  const { opener } = globalThis;
  if (location.hash !== WAITING || !opener) return;
  const hear = (/** @type {MessageEvent} */ { source, data }) => {
    const text = data?.quotations;
    if (source !== opener || typeof text !== "string" || text.length > LONGEST) return;
    removeEventListener("message", hear);
    take(text);
  };
  addEventListener("message", hear);
  opener.postMessage(READY, "*"); // which says nothing but that this page is open
}
