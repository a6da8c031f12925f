/**
 * The page that sets two documents side by side. Which two, and on what, its address says; the words come
 * from the index, as those of a hit do, so that it works offline and from a disk.
 *
 * @module compare
 */

import "../frame/frame.js";
import { addressOf, comparisonOf } from "./address.js";
import { connect } from "../connection.js";
import { drawHead, drawRow, speaker } from "./draw.js";
import { action, element } from "../elements.js";
import { drawn, keepSteps, stated, stepByLinks, stepTo } from "../history.js";
import { byQuestion, byTheme } from "./rows.js";
import { areThemes, drawSteps, drawWays, told } from "./ways.js";

/** @typedef {import("../../messages.js").FromWorker} FromWorker */
/** @typedef {import("../../messages.js").Text} Text */
/** @typedef {import("./rows.js").ComparedRow} Row */

const page = /** @type {HTMLElement} */ (document.querySelector("[data-compare]"));
const status = /** @type {HTMLElement} */ (page.querySelector("[data-status]"));
const compared = /** @type {HTMLElement} */ (page.querySelector("[data-compared]"));
const listed = (/** @type {string} */ name) =>
  [...document.querySelectorAll(`a[data-${name}]`)].map((link) => /** @type {HTMLAnchorElement} */ (link));

/** The path of a link of this page below the site, which is one folder above it. @param {HTMLAnchorElement} link */
const below = (link) => (link.getAttribute("href") ?? "").replace("../", "");
const documents = listed("document").map((link) => ({ id: link.dataset.document ?? "", title: link.text }));
/** @type {string[]} */
const queries = [];
const themes = listed("theme").map((link) => ({
  id: link.dataset.theme ?? "", name: link.text, url: below(link),
  questions: (link.dataset.questions ?? "").split(" ").filter(Boolean),
  query: link.dataset.query ? queries.push(link.dataset.query) - 1 : null,
}));

const send = connect(
  (message) => hear(message),
  () => tell("Nothing could be compared in this browser. Try again, or update the browser."),
  () => {},
);
/** The title of the page before documents are chosen: its own, and the site's. */
const TITLE = document.title;
let asked = 0;
let state = comparisonOf(stated());

/** @param {string} words */
function tell(words) {
  status.textContent = words;
}

/** A field in which a document is chosen. @param {"a" | "b"} side @param {string} name */
function choice(side, name) {
  const select = /** @type {HTMLSelectElement} */ (element("select", { name: side }));
  select.append(new Option("Choose a document", ""), ...documents.map(({ id, title }) => new Option(title, id)));
  form.append(element("label", {}, name, " ", select));
  return select;
}

const form = element("form", { class: "filter", "aria-label": "What to compare" });
const choices = { a: choice("a", "This document"), b: choice("b", "beside this one") };
form.append(action("Change sides", () => choose({ ...state, a: state.b, b: state.a })));
status.before(form);

/** @param {import("./address.js").SideBySide} chosen */
function choose(chosen) {
  stepTo(addressOf(chosen));
  follow();
}

/** Takes the state from the address, and asks for the documents. */
function follow() {
  state = comparisonOf(stated());
  choices.a.value = state.a;
  choices.b.value = state.b;
  asked += 1;
  compared.replaceChildren();
  compared.dataset.state = "idle";
  const chosen = state.a && state.b && state.a !== state.b;
  tell(chosen ? "Fetching both documents …" : "Choose two documents.");
  if (!chosen) return;
  compared.dataset.state = "loading";
  send({ type: "texts", id: asked, documents: [state.a, state.b], queries });
}

/** @param {FromWorker} message */
function hear(message) {
  if (message.type === "ready" || message.id !== null && message.id !== asked) return;
  if (message.type === "failure") {
    compared.dataset.state = "error";
    tell(`${message.what}. ${message.remedy}.`);
  } else if (message.type === "texts") {
    show(message);
  }
}

/** @param {import("../../messages.js").Texts} found */
function show({ texts, questions }) {
  if (texts.length < 2) {
    compared.dataset.state = "error";
    tell("A document of this address is not in the archive.");
    return;
  }
  const both = /** @type {[Text, Text]} */ (texts);
  const rows = { questions: byQuestion(...both, questions), themes: byTheme(...both, themes) };
  const all = areThemes(state, rows) ? rows.themes : rows.questions;
  const shown = state.on ? all.filter(({ id }) => id === state.on) : all;
  document.title = `${both.map(speaker).join(" and ")} - ${TITLE}`;
  tell(told(state, rows, shown.length));
  const alone = (/** @type {Row} */ { id }) => (state.on ? "" : addressOf({ ...state, on: id }));
  compared.replaceChildren(
    element("div", { class: "sides heads" }, ...both.map(drawHead)),
    ...drawWays(state, rows),
    ...shown.map((row) => drawRow(row, both, questions, alone(row))),
    ...drawSteps(state, all),
  );
  compared.dataset.state = "ready";
  drawn();
}

form.addEventListener("change", () => choose({ ...state, a: choices.a.value, b: choices.b.value, on: "" }));
stepByLinks(page, follow);
keepSteps(follow);
