/**
 * The page of the quotation check. It sends what a reader pastes to the worker and shows the reports.
 * The quotation stands in the address, after `#q=`.
 *
 * @module quote
 */

import "../frame/frame.js";
import { bookmarklet, receive } from "./bookmarklet.js";
import { connect } from "../connection.js";
import { copying, element } from "../elements.js";
import { drawn, keepSteps, stated, submitted, textKept, typed } from "../history.js";
import { counted, numeral } from "../numerals.js";
import { verdicts, written } from "./reported.js";
import { drawReport, drawReports } from "./reports.js";
import { SITE } from "../site.js";

/** @typedef {import("../../messages.js").Failure} Failure */
/** @typedef {import("../../messages.js").Progress} Progress */
/** @typedef {import("../../messages.js").Checked} Checked */
/** @typedef {import("../../messages.js").Checking} Checking */

/** A text is checked when nothing has been typed for so many milliseconds. */
const PAUSE = 400;
/** Characters. Mail and chat often cut an address that is longer. */
const LONGEST_ADDRESS = 6_000;
/** Characters. Some browsers keep no more with a step of their history. */
const LONGEST_KEPT = 500_000;

/** @param {string} selector */
const part = (selector) => /** @type {HTMLElement} */ (document.querySelector(`[data-check] ${selector}`));

const form = part("form");
const field = /** @type {HTMLTextAreaElement} */ (part("textarea"));
const status = part("[data-status]");
const answer = part("[data-answer]");
const send = connect(
  hear,
  () => show("error", "The check could not be started in this browser. Try again, or update it.", []),
  (remark) => status.after(element("p", { class: "remark" }, remark)),
);
/** The number of the newest text. An answer to an earlier one comes too late and is not shown. */
let asked = 0;
let pause = 0;
/** What the page says while it waits, whenever no files are being fetched. */
let doing = "";

/** The quotation of the address, or one that was too long for it and is kept with the step. */
const textOfAddress = () =>
  new URLSearchParams(stated()).get("q") ?? textKept();

/** @param {string} text */
function addressOf(text) {
  const address = `#${new URLSearchParams({ q: text })}`;
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
 * Checks the text of the form.
 * @param {(address: string, text: string) => void} write  puts it into the address and the history
 */
function change(write) {
  const isKept = isLong(field.value) && field.value.length <= LONGEST_KEPT;
  write(addressOf(field.value), isKept ? field.value : "");
  check(field.value);
}

/** Checks the text of the address: when the page opens, and when the reader goes back or forward. */
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
 * A button and a link with which a reader keeps the reports on an article.
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
receive((text) => {
  field.value = text;
  change(submitted);
});
part(".help").append(...bookmarklet());
if (!field.value) field.focus();
