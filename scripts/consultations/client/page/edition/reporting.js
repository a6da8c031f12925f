/**
 * The panel with which a reader reports an error in a passage: what is reported, and where it goes.
 *
 * A repository on GitHub has a form for it (`.github/ISSUE_TEMPLATE/error-in-a-passage.yml`), which is
 * opened filled in. An archive without one names a contact. Where it names neither, there is the text to
 * send to whoever the reader knows.
 *
 * @module reporting
 */

import { action, copying, element } from "../elements.js";

const FORM = "error-in-a-passage.yml";
/** Characters of a passage's words that go into an address; programs for mail take some 2,000 in all. */
const LONGEST = 600;
const GITHUB = /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+?(?:\.git)?\/?$/;
const MAIL = /^[^@\s/]+@[^@\s/]+$/;

/**
 * What is reported.
 * @typedef {object} Reported
 * @property {string} document  its title
 * @property {string} passage  which one it is, in words
 * @property {string} address  of the passage
 * @property {string} words  those of it that are wrong, or all of them
 */

/**
 * The words, cut where they are too many for an address.
 * @param {string} words
 */
function short(words) {
  const signs = Array.from(words); // so that no sign is cut in two
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST).join("")} …` : words;
}

/**
 * What is reported, as plain text.
 * @param {Reported} reported
 */
function asText({ document: title, passage, address, words }) {
  return `${title}\n${passage}\n${address}\n\nWhat stands there:\n${words}\n\nWhat should stand there, and how you know:\n`;
}

/**
 * The address of a form or of a letter, filled in; null where there is neither.
 * @param {Reported} reported
 * @param {string} repository  the address of the archive's repository; may be empty
 * @param {string} contact  an address of mail or of a page; may be empty
 * @returns {{ name: string, address: string } | null}
 */
function whereTo(reported, repository, contact) {
  const cut = { ...reported, words: short(reported.words) };
  const title = `${cut.document}: ${cut.passage}`;
  if (GITHUB.test(repository)) {
    const filled = new URLSearchParams({
      template: FORM, title, document: cut.document, passage: cut.passage, address: cut.address, found: cut.words,
    });
    return { name: "Open the form", address: `${repository.replace(/(?:\.git)?\/?$/, "")}/issues/new?${filled}` };
  }
  if (MAIL.test(contact)) {
    // Programs for mail do not read + as a blank.
    const [subject, body] = [title, asText(cut)].map(encodeURIComponent);
    return { name: "Write a letter", address: `mailto:${contact}?subject=${subject}&body=${body}` };
  }
  const other = contact || repository;
  return /^https?:\/\//.test(other) ? { name: "Where to send it", address: other } : null;
}

/**
 * Opens the panel over the page. Escape closes it, and the focus goes back to where it was.
 * @param {Reported} reported
 * @param {string} repository
 * @param {string} contact
 */
export function offer(reported, repository, contact) {
  const panel = /** @type {HTMLDialogElement} */ (element("dialog", { class: "cite", "aria-labelledby": "report" }));
  const close = () => panel.close();
  const told = element("p", { role: "status" });
  const text = asText(reported);
  const copy = copying("Copy", text, (failed) => { told.textContent = failed; }, "Copy the report");
  const to = whereTo(reported, repository, contact);
  const way = to
    ? element("p", {}, element("a", { href: to.address, target: "_blank", rel: "noopener" }, to.name))
    : element("p", {}, "This archive names no address. Send this to whoever published it:");
  const head = element("header", {}, element("h2", { id: "report" }, "Report an error in this passage"), action("Close", close));
  const said = element("p", {}, "What its author wrote stays, misspelt or not. What the copy has lost or changed is mended.");
  panel.append(head, said, way, element("section", {}, copy, element("pre", { tabindex: "0" }, text)), told);
  panel.addEventListener("click", ({ target }) => target === panel && close());
  panel.addEventListener("close", () => panel.remove());
  document.body.append(panel);
  panel.showModal();
}
