/**
 * The page of the quotation check: asks the worker, and shows what it answers. The whole state of
 * the page is in its address: `?q=…`. Everything that is shown is text; nothing is read as markup.
 *
 * @module quote
 */

import { connect } from "./connection.js";
import { drawReport } from "./reports.js";

/** @typedef {import("./messages.js").Failure} Failure */
/** @typedef {import("./messages.js").Progress} Progress */
/** @typedef {import("./messages.js").Checked} Checked */

const ROOT = new URL("../../", import.meta.url);
/** How long a pause in typing is before it is a question, in milliseconds. */
const PAUSE = 400;
/** Characters of an address that every server takes. */
const LONGEST_ADDRESS = 6_000;

/** @param {string} selector */
const part = (selector) => /** @type {HTMLElement} */ (document.querySelector(`[data-check] ${selector}`));

const form = part("form");
const field = /** @type {HTMLTextAreaElement} */ (part("textarea"));
const status = part("[data-status]");
const answer = part("[data-answer]");
const worker = connect();
/** Number of the text that is waited for; an answer to any other is overtaken. */
let asked = 0;
let pause = 0;

/** What the address says. */
const textOfAddress = () => new URLSearchParams(location.search).get("q") ?? "";

/** @param {string} text */
function addressOf(text) {
  const address = `?${new URLSearchParams({ q: text })}`;
  return text && address.length <= LONGEST_ADDRESS ? address : location.pathname;
}

/**
 * @param {"idle" | "loading" | "ready" | "error"} state
 * @param {string} told
 * @param {Node[]} shown
 */
function show(state, told, shown) {
  status.textContent = told;
  status.toggleAttribute("data-fault", state === "error");
  answer.replaceChildren(...shown);
  answer.removeAttribute("aria-busy");
  answer.dataset.state = state;
}

/** @param {string} text */
function check(text) {
  clearTimeout(pause);
  asked += 1;
  if (!text.trim()) {
    show("idle", "", []);
    return;
  }
  show("loading", "Looking for these words …", []);
  answer.setAttribute("aria-busy", "true");
  worker.postMessage({ type: "check", id: asked, text });
}

/** Checks what the form says; the address follows. */
function change() {
  if (addressOf(field.value) !== addressOf(textOfAddress())) {
    history.replaceState(null, "", addressOf(field.value));
  }
  check(field.value);
}

/** Checks what the address says, as when the page opens and when the reader goes back. */
function follow() {
  field.value = textOfAddress();
  check(field.value);
}

/** @param {Checked} checked */
function showChecked({ reports, passages, editions }) {
  const wrong = reports.filter(({ verdict }) => verdict === "altered" || verdict === "spliced");
  const searched = `Searched ${passages.toLocaleString("en-GB")} passages of ${editions} documents.`;
  const several = `${reports.length} quotations, ${wrong.length} altered or spliced. `;
  const drawn = reports.map((report) => drawReport(report, ROOT, reports.length > 1));
  show("ready", (reports.length > 1 ? several : "") + searched, drawn);
}

/** @param {Progress} progress */
function showProgress({ files, bytes }) {
  if (answer.dataset.state !== "loading" || files === 0) return;
  status.textContent = `Fetching ${files} files of the index, ${Math.round(bytes / 1024)} KB so far …`;
}

/** @param {Failure} failure */
function showFailure({ what, remedy }) {
  show("error", `${what[0].toUpperCase()}${what.slice(1)}; ${remedy}.`, []);
}

worker.addEventListener("message", ({ data }) => {
  const message = /** @type {Checked | Failure | Progress} */ (data);
  if (message.id !== asked) return;
  if (message.type === "checked") showChecked(message);
  else if (message.type === "failure") showFailure(message);
  else showProgress(message);
});
worker.addEventListener("error", () => {
  show("error", "The check could not be started in this browser. Try again, or update it.", []);
});
field.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(change, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  change();
});
addEventListener("popstate", follow);

worker.postMessage({ type: "open", base: new URL("search/", ROOT).href });
follow();
if (!field.value) field.focus();
