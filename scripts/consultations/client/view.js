/**
 * The search page: asks the worker as somebody types, and shows what it answers.
 *
 * The whole state of the page is in its address: `?q=…`, and `sort` and `page` where they are not the first.
 * Everything that is shown is text; nothing is ever read as markup.
 *
 * @module view
 */

import { drawHit, element } from "./hits.js";

/** @typedef {import("./messages.js").Answer} Answer */
/** @typedef {import("./messages.js").Failure} Failure */
/** @typedef {import("./messages.js").FromWorker} FromWorker */
/** @typedef {import("./messages.js").Progress} Progress */
/** @typedef {import("./messages.js").Sort} Sort */
/** @typedef {{ query: string, sort: Sort, page: number }} State */

const ROOT = new URL("../../", import.meta.url);
/** How long a pause in typing is before it is a question, in milliseconds. */
const PAUSE = 120;
const SORTS = ["score", "date", "document"];

/**
 * @template {Element} E
 * @param {string} selector
 * @returns {E}
 */
function part(selector) {
  const found = document.querySelector(`.search ${selector}`);
  if (!found) throw new Error(`the search page has no ${selector}`);
  return /** @type {E} */ (found);
}

const form = /** @type {HTMLFormElement} */ (part("form"));
const field = /** @type {HTMLInputElement} */ (part("input[name=q]"));
const sort = /** @type {HTMLSelectElement} */ (part("select[name=sort]"));
const status = /** @type {HTMLElement} */ (part("[data-status]"));
const list = /** @type {HTMLElement} */ (part("[data-hits]"));
const further = /** @type {HTMLElement} */ (part("[data-further]"));

const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
/** Number of the question that is waited for; an answer to any other is overtaken. */
let asked = 0;
let pause = 0;

/** @returns {State} what the address says */
function stateOfAddress() {
  const said = new URLSearchParams(location.search);
  const order = said.get("sort") ?? "";
  return {
    query: said.get("q") ?? "",
    sort: /** @type {Sort} */ (SORTS.includes(order) ? order : "score"),
    page: Math.max(1, Number.parseInt(said.get("page") ?? "1", 10) || 1),
  };
}

/** @param {State} state */
function addressOf(state) {
  const said = new URLSearchParams();
  if (state.query) said.set("q", state.query);
  if (state.sort !== "score") said.set("sort", state.sort);
  if (state.page > 1) said.set("page", String(state.page));
  return said.size ? `?${said}` : location.pathname;
}

/** @returns {State} what the form says */
function stateOfForm() {
  return { query: field.value.trim(), sort: /** @type {Sort} */ (sort.value), page: 1 };
}

/** @param {State} state */
function ask(state) {
  asked += 1;
  document.title = state.query ? `${state.query} - Search` : "Search";
  if (!state.query) {
    show("idle", "");
    return;
  }
  list.setAttribute("aria-busy", "true");
  list.dataset.state = "loading";
  delete list.dataset.total;
  worker.postMessage({ type: "ask", id: asked, ...state });
}

/**
 * Shows a state without hits.
 * @param {"idle" | "error"} state
 * @param {string} text
 */
function show(state, text) {
  list.replaceChildren();
  further.replaceChildren();
  list.removeAttribute("aria-busy");
  delete list.dataset.total;
  status.textContent = text;
  status.toggleAttribute("data-fault", state === "error");
  list.dataset.state = state;
}

/** @param {Progress} progress */
function showProgress(progress) {
  const size = progress.bytes < 1024 ? "" : `, ${Math.round(progress.bytes / 1024)} KB so far`;
  const files = progress.files === 1 ? "1 piece" : `${progress.files} pieces`;
  if (progress.files > 0) status.textContent = `Fetching ${files} of the index${size} …`;
}

/** @param {Failure} failure */
function showFailure(failure) {
  show("error", sentence(failure.what));
  const place = failure.place && field.value.trim().slice(...failure.place);
  if (place) status.append(" ", element("code", {}, place));
  status.append(" ", sentence(failure.remedy));
}

/** @param {string} words said to the reader, beside what is shown */
function tell(words) {
  status.textContent = words;
}

/** @param {string} words */
function sentence(words) {
  const last = /[.!?…]$/.test(words) ? "" : ".";
  return words && words[0].toUpperCase() + words.slice(1) + last;
}

/** @param {Answer} answer */
function showAnswer(answer) {
  const passages = answer.total === 1 ? "1 passage" : `${answer.total.toLocaleString("en-GB")} passages`;
  const pages = answer.pages > 1 ? `, page ${answer.page} of ${answer.pages}` : "";
  status.textContent = answer.total
    ? `${passages}${pages}`
    : "Nothing found. Fewer words, or one of them with * at its end, may find more.";
  status.removeAttribute("data-fault");
  list.replaceChildren(...answer.hits.map((hit) => drawHit(hit, ROOT, tell)));
  further.replaceChildren(...drawFurther(answer));
  list.removeAttribute("aria-busy");
  list.dataset.total = String(answer.total);
  list.dataset.state = "ready";
}

/** @param {Answer} answer */
function drawFurther({ query, page, pages }) {
  const order = /** @type {Sort} */ (sort.value);
  const link = (/** @type {number} */ to, /** @type {string} */ text) =>
    element("a", { href: addressOf({ query, sort: order, page: to }) }, text);
  const earlier = page > 1 ? link(page - 1, "← Previous page") : element("span", {});
  return page < pages ? [earlier, link(page + 1, "Next page →")] : [earlier];
}

/**
 * The arrows lead from the field into the hits, from hit to hit, and back.
 * @param {KeyboardEvent} event
 */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [field, .../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".excerpt a"))];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  const next = step && at >= 0 ? stops[at + step] : undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Asks what the address says, as when the page opens and when the reader goes back. */
function follow() {
  const state = stateOfAddress();
  field.value = state.query;
  sort.value = state.sort;
  ask(state);
}

/** Asks what the form says; the address follows. */
function change() {
  clearTimeout(pause);
  const state = stateOfForm();
  if (addressOf(state) !== addressOf(stateOfAddress())) history.replaceState(null, "", addressOf(state));
  ask(state);
}

worker.addEventListener("message", ({ data }) => {
  const message = /** @type {FromWorker} */ (data);
  if (message.type === "failure" && (message.id === null || message.id === asked)) showFailure(message);
  if (message.type === "progress" && message.id === asked) showProgress(message);
  if (message.type === "answer" && message.id === asked) showAnswer(message);
});
worker.addEventListener("error", () => {
  show("error", "The search could not be started in this browser. Try again, or update the browser.");
});

field.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(change, PAUSE);
});
sort.addEventListener("change", change);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  change();
});
addEventListener("popstate", follow);
document.querySelector(".search")?.addEventListener("keydown", (event) => walk(/** @type {KeyboardEvent} */ (event)));

worker.postMessage({ type: "open", base: new URL("search/", ROOT).href });
follow();
if (!field.value) field.focus();
