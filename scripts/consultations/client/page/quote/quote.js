/**
 * The page of the quotation check: asks the worker, and shows what it answers. The whole state of
 * the page is in its address: `?q=…`. Everything that is shown is text; nothing is read as markup.
 *
 * @module quote
 */

import { connect } from "../connection.js";
import { copying, element } from "../elements.js";
import { drawn, keepSteps, submitted, textKept, typed } from "../history.js";
import { counted, numeral } from "../numerals.js";
import { verdicts, written } from "./reported.js";
import { drawReport, drawReports } from "./reports.js";
import { SITE } from "../site.js";

/** @typedef {import("../../messages.js").Failure} Failure */
/** @typedef {import("../../messages.js").Progress} Progress */
/** @typedef {import("../../messages.js").Checked} Checked */
/** @typedef {import("../../messages.js").Checking} Checking */

/** How long a pause in typing is before it is a question, in milliseconds. */
const PAUSE = 400;
/** Characters of an address that every server takes. */
const LONGEST_ADDRESS = 6_000;
/** Characters that every browser keeps with an entry of its history. */
const LONGEST_KEPT = 500_000;

/** @param {string} selector */
const part = (selector) => /** @type {HTMLElement} */ (document.querySelector(`[data-check] ${selector}`));

const form = part("form");
const field = /** @type {HTMLTextAreaElement} */ (part("textarea"));
const status = part("[data-status]");
const answer = part("[data-answer]");
const send = connect(hear, () =>
  show("error", "The check could not be started in this browser. Try again, or update it.", []));
/** Number of the text that is waited for; an answer to any other is overtaken. */
let asked = 0;
let pause = 0;
/** What is done with the text between one fetching of files and the next. */
let doing = "";

/** What the address says, or what was too long for it and is kept beside it. */
const textOfAddress = () =>
  new URLSearchParams(location.search).get("q") ?? textKept();

/** @param {string} text */
function addressOf(text) {
  const address = `?${new URLSearchParams({ q: text })}`;
  return text && address.length <= LONGEST_ADDRESS ? address : location.pathname;
}

/** Whether a text is too long to stand in the address. @param {string} text */
const isLong = (text) => addressOf(text) === location.pathname && text !== "";

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
  doing = "Looking for these words …";
  show("loading", doing, []);
  answer.setAttribute("aria-busy", "true");
  send({ type: "check", id: asked, text });
}

/**
 * Checks what the form says.
 * @param {(address: string, text: string) => void} write  how the address follows
 */
function change(write) {
  const isKept = isLong(field.value) && field.value.length <= LONGEST_KEPT;
  write(addressOf(field.value), isKept ? field.value : "");
  check(field.value);
}

/** Checks what the address says, as when the page opens and when the reader goes back. */
function follow() {
  field.value = textOfAddress();
  check(field.value);
}

/** @param {Checked} checked */
function showChecked({ reports, passages, editions }) {
  const searched = `Searched ${numeral(passages)} passages of ${editions} documents.`;
  const long = isLong(field.value) ? " The text is too long for a link: the address of this page does not hold it." : "";
  if (reports.length === 0) show("ready", "There is no word in this to look for: give the words that are quoted.", []);
  else if (reports.length === 1) show("ready", searched + long, [drawReport(reports[0], SITE, 0)]);
  else show("ready", `${verdicts(reports)} ${searched}${long}`, [keep(reports, searched), ...drawReports(reports, SITE)]);
  drawn();
}

/**
 * How to keep the reports on an article.
 * @param {Checked["reports"]} reports
 * @param {string} searched
 */
function keep(reports, searched) {
  const text = written(reports, searched, SITE);
  const file = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const save = element("a", { href: file, download: "quotations.txt" }, "Save the report");
  return element("p", { class: "actions" }, copying("Copy the report", text, (told) => { status.textContent = told; }), save);
}

/** @param {Checking} checking */
function showChecking({ done, count }) {
  doing = `Checking quotation ${done + 1} of ${count} …`;
  status.textContent = doing;
}

/** @param {Progress} progress */
function showProgress({ files, bytes }) {
  if (answer.dataset.state !== "loading") return;
  status.textContent = files === 0 ? doing
    : `Fetching ${counted(files, "file")} of the index, ${Math.round(bytes / 1024)} KB so far …`;
}

/** @param {Failure} failure */
function showFailure({ what, remedy }) {
  show("error", `${what[0].toUpperCase()}${what.slice(1)}; ${remedy}.`, []);
}

/** @param {import("../../messages.js").FromWorker} message */
function hear(message) {
  if (message.type === "ready" || message.id !== asked) return;
  if (message.type === "checked") showChecked(message);
  else if (message.type === "checking") showChecking(message);
  else if (message.type === "failure") showFailure(message);
  else if (message.type === "progress") showProgress(message);
}

field.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(change, PAUSE, typed);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  change(submitted);
});

keepSteps(follow);
if (!field.value) field.focus();
