/**
 * The search page: asks the worker as somebody types, and shows what it answers.
 *
 * The whole state of the page is in its address: `?q=…`, and `sort` and `page` where they are not the first.
 * Everything that is shown is text; nothing is ever read as markup.
 *
 * @module view
 */

/** @typedef {import("./messages.js").Answer} Answer */
/** @typedef {import("./messages.js").Failure} Failure */
/** @typedef {import("./messages.js").FromWorker} FromWorker */
/** @typedef {import("./messages.js").Hit} Hit */
/** @typedef {import("./messages.js").Interval} Interval */
/** @typedef {import("./messages.js").Progress} Progress */
/** @typedef {import("./messages.js").Sort} Sort */
/** @typedef {{ query: string, sort: Sort, page: number }} State */

const ROOT = new URL("../../", import.meta.url);
/** How long a pause in typing is before it is a question, in milliseconds. */
const PAUSE = 120;
const SORTS = ["score", "date", "document"];
const MONTHS = new Intl.DateTimeFormat("en-GB", { year: "numeric", month: "long", timeZone: "UTC" });
const DAYS = new Intl.DateTimeFormat("en-GB", { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });

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

/**
 * An element that holds text and other elements.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} inner
 */
function element(name, attributes, ...inner) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inner);
  return made;
}

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
  list.replaceChildren(...answer.hits.map(drawHit));
  further.replaceChildren(...drawFurther(answer));
  list.removeAttribute("aria-busy");
  list.dataset.total = String(answer.total);
  list.dataset.state = "ready";
}

/**
 * One passage that was found: its document, its words, and where they stand.
 * @param {Hit} hit
 */
function drawHit(hit) {
  const address = new URL(hit.url, ROOT);
  for (const words of marked(hit)) address.searchParams.append("h", words);
  const { text, marks, before, after } = hit.excerpt;
  const excerpt = element("a", { href: address.href }, before ? "… " : "");
  let at = 0;
  for (const [start, end] of marks) {
    excerpt.append(text.slice(at, start), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  excerpt.append(text.slice(at), after ? " …" : "");
  const of = element("p", { class: "of" }, element("cite", {}, element("bdi", {}, hit.title)));
  of.append(...[hit.body, day(hit.date)].filter(Boolean).map((fact) => ` · ${fact}`));
  const item = element("li", { "data-edition": hit.edition, "data-passage": hit.passage }, of);
  item.append(element("p", { class: "excerpt", dir: "auto" }, excerpt));
  const under = [...hit.section, hit.kind === "footnote" ? "Note" : ""].filter(Boolean).join(" › ");
  if (under) item.append(element("p", { class: "under" }, under));
  return item;
}

/**
 * The words that are marked in a hit; those that only blanks and punctuation part are one.
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

/** @param {Answer} answer */
function drawFurther({ query, page, pages }) {
  const order = /** @type {Sort} */ (sort.value);
  const link = (/** @type {number} */ to, /** @type {string} */ text) =>
    element("a", { href: addressOf({ query, sort: order, page: to }) }, text);
  const earlier = page > 1 ? link(page - 1, "← Previous page") : element("span", {});
  return page < pages ? [earlier, link(page + 1, "Next page →")] : [earlier];
}

/**
 * A date as precise as it is known, in words.
 * @param {string} date
 */
function day(date) {
  const precision = date.split("-").length;
  if (precision === 1) return date;
  return (precision === 2 ? MONTHS : DAYS).format(new Date(precision === 2 ? `${date}-01` : date));
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

worker.postMessage({ type: "open", base: new URL("search/", ROOT).href });
follow();
if (!field.value) field.focus();
