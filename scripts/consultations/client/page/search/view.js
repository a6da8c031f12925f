/**
 * The search page. It asks the worker as somebody types, and shows what the worker answers. The whole
 * state of the page is in its address; address.js reads and writes it.
 *
 * @module view
 */

import "../frame/frame.js";
import { addressOf, stateOf } from "./address.js";
import { drawChips } from "./chips.js";
import { has, toggled } from "./clause.js";
import { connect } from "../connection.js";
import { element } from "../elements.js";
import { markFault } from "./fault.js";
import { drawn, keepLength, keepSteps, lengthKept, refined, stated, stepByLinks, submitted, typed } from "../history.js";
import { drawHits, grow } from "./hits.js";
import { counted } from "../numerals.js";
import { chips, field, form, further, grouped, hits, lines, order, page, save, sort, status, survey } from "./parts.js";
import { offerMore } from "./more_button.js";
import { linkPages, show, tell } from "./shown.js";
import { NOT_DRAWN, toldOfFailure, toldOfLines, toldOfProgress, toldOfSuggestions } from "./told.js";
import { walk } from "./walk.js";
import { isBeside, showWay } from "./ways.js";
import { SITE } from "../site.js";

/** @typedef {import("./address.js").State} State */
/** @typedef {import("../../messages.js").Answer} Answer */
/** @typedef {import("../../messages.js").Failure} Failure */
/** @typedef {import("../../messages.js").FromWorker} FromWorker */
/** @typedef {import("../../messages.js").Lines} Lines */
/** @typedef {import("../../messages.js").Neighbour} Neighbour */
/** @typedef {import("../../messages.js").Progress} Progress */
/** @typedef {import("../../messages.js").Sort} Sort */
/** @typedef {import("../../messages.js").Suggestions} Suggestions */
/** @typedef {import("../../messages.js").Survey} Survey */

/** The rest of a page is asked for when its end is so near to the window. */
const NEAR = "400px";
/** The title of the page before anything is asked: its own, and the site's. */
const TITLE = document.title;
/** A query is asked when nothing has been typed for so many milliseconds. */
const PAUSE = 120;

const send = connect(
  hear,
  () => clear("error", "The search could not be started in this browser. Try again, or update the browser."),
  (remark) => status.after(element("p", { class: "remark" }, remark)),
);
/** The number of the newest question. An answer to an earlier one comes too late and is not shown. */
let asked = 0;
/** Whether the first passages of a page were asked for, and not all of it: on a phone the rest comes as one scrolls. */
let onlyFew = false;
/** The number of the newest question of which the counts were asked for. */
let surveyed = 0;
let pause = 0;
let state = stateOf(stated());

/** The list that is shown in this state: that of passages, or that of lines. */
const list = () => (state.lines ? lines : hits);
/** The address of another query in the same state. */
const addressOfQuery = (/** @type {string} */ query) => addressOf({ ...state, query, page: 1, help: false });
/** The address of the query with one clause more; empty where the query has that clause. */
const narrowed = (/** @type {string} */ clause) =>
  (has(state.query, clause) ? "" : addressOfQuery(toggled(state.query, clause)));

/** Asks for what the state shows. */
function ask() {
  asked += 1;
  document.title = state.query ? `${state.query} - ${TITLE}` : TITLE;
  showWay(state);
  show(state.lines ? hits : lines, "idle");
  save.replaceChildren();
  offerMore("", ask, NEAR); // what was offered is more of what was asked before
  chips.replaceChildren(...drawChips(state.query, addressOfQuery));
  markFault(null);
  if (!state.query) {
    clear("idle", "");
    return;
  }
  // What draws the lines comes while they are looked for. Where it does not come, that is told with them.
  if (state.lines) import("./lines.js").catch(() => {});
  list().setAttribute("aria-busy", "true");
  list().dataset.state = "loading";
  delete list().dataset.total;
  const { query } = state;
  send(state.lines
    ? { type: "concordance", id: asked, query, order: state.order, upTo: lengthKept() }
    : asking(!isBeside.matches && !lengthKept()));
}

/** @param {boolean} few  whether the first passages are enough for now */
function asking(few) {
  onlyFew = few;
  const { query, sort: by, grouped: isGrouped, page: number } = state;
  return /** @type {const} */ ({ type: "ask", id: asked, query, sort: by, grouped: isGrouped, page: number, few });
}

/**
 * Takes away what was found before.
 * @param {"idle" | "error"} standing
 * @param {string} words
 */
function clear(standing, words) {
  further.replaceChildren();
  survey.hidden = true;
  tell(words);
  status.toggleAttribute("data-fault", standing === "error");
  show(list(), standing);
}

/** @param {Progress} progress */
function showProgress(progress) {
  if (list().dataset.state === "loading" && progress.files > 0) tell(toldOfProgress(progress));
}

/** @param {import("./told.js").Told} failure */
function showFailure(failure) {
  const standing = list().dataset.state;
  if (standing === "ready") return; // the hits are there; only the counts or suggestions failed
  if (standing === "begun") tell("Not all of this page came. ");
  else clear("error", "");
  status.append(...toldOfFailure(failure, state.query));
  markFault(failure.place);
}

/** @param {Answer} answer */
function showAnswer(answer) {
  const pages = answer.pages > 1 ? `, page ${answer.page} of ${answer.pages}` : "";
  const told = `${counted(answer.total, "passage")}${pages}`;
  const documents = drawHits(answer.hits, { root: SITE, narrowed, tell });
  if (hits.dataset.state === "begun") grow(hits, documents);
  else show(hits, answer.coming && !onlyFew ? "begun" : "ready", documents, answer.total);
  if (answer.coming && !onlyFew) {
    status.removeAttribute("data-fault");
    tell(told);
    return;
  }
  hits.dataset.state = "ready";
  drawn();
  settle(answer.total, told);
  if (answer.coming) {
    offerMore(`More passages (${answer.coming})`, () => {
      keepLength(answer.hits.length);
      hits.dataset.state = "begun";
      send(asking(false));
    }, NEAR);
  } else linkPages(answer, (to) => addressOf({ ...state, page: to }));
}

/** @param {Lines} answer */
async function showLines(answer) {
  const { drawPage, offerRest, saveLines } = await import("./lines.js");
  if (answer.id !== asked) return;
  if (answer.saved) {
    saveLines(answer);
    return;
  }
  drawPage(answer, state.order, (content) => {
    show(lines, "ready", content, answer.total);
    settle(answer.total, toldOfLines(answer));
  });
  const { query, order: by } = state;
  offerRest(answer, (wanted) => send({ type: "concordance", id: asked, query, order: by, ...wanted }));
  if (answer.from === 0) drawn();
  else keepLength(answer.from + answer.lines.length);
}

/**
 * Says how much was found, and asks for what belongs beside it.
 * @param {number} total
 * @param {string} words
 */
function settle(total, words) {
  status.removeAttribute("data-fault");
  tell(total > 0 ? words : "Nothing found. Fewer words may find more.");
  further.replaceChildren();
  survey.hidden = total === 0;
  if (!survey.open && surveyed !== asked) survey.replaceChildren(/** @type {Node} */ (survey.firstElementChild));
  if (total === 0) send({ type: "suggest", id: asked, query: state.query });
  else askForSurvey();
}

/** Asks for the counts by which a reader narrows down, once they are to be seen: on a phone they are folded. */
function askForSurvey() {
  if (!survey.open || survey.hidden || surveyed === asked) return;
  surveyed = asked;
  send({ type: "survey", id: asked, query: state.query });
}

/** @param {Survey} found */
async function showSurvey(found) {
  const { drawSurvey } = await import("./facets.js");
  if (found.id !== asked) return;
  survey.replaceChildren(/** @type {Node} */ (survey.firstElementChild), ...drawSurvey(found, addressOfQuery));
}

/** @param {Suggestions} found */
function showSuggestions(found) {
  status.append(...toldOfSuggestions(found, addressOfQuery, SITE));
}

/** Takes the state from the address: when the page opens, and when the reader goes back or forward. */
function follow() {
  clearTimeout(pause);
  state = stateOf(stated());
  field.value = state.query;
  sort.value = state.sort;
  grouped.checked = state.grouped;
  order.forEach((select, number) => {
    select.value = state.order[number] ?? "";
  });
  ask();
}

/**
 * Takes the state from the form.
 * @param {(address: string) => void} write  puts it into the address and the history
 */
function change(write) {
  clearTimeout(pause);
  const places = order.map((select) => select.value).filter(Boolean);
  state = {
    ...state,
    query: field.value.trim(),
    sort: /** @type {Sort} */ (sort.value),
    grouped: grouped.checked,
    page: 1,
    help: false,
    order: /** @type {Neighbour[]} */ (places),
  };
  write(addressOf(state));
  ask();
}

/** @param {FromWorker} message */
async function hear(message) {
  if (message.type !== "ready" && (message.id === null || message.id === asked)) {
    try {
      await draw(message);
    } catch { // some parts are drawn by scripts that come later, and such a script may not have come
      if (message.id === asked) showFailure(NOT_DRAWN);
    }
  }
}

/** @param {FromWorker} message */
async function draw(message) {
  switch (message.type) {
    case "answer": return showAnswer(message);
    case "lines": return showLines(message);
    case "survey": return showSurvey(message);
    case "suggestions": return showSuggestions(message);
    case "progress": return showProgress(message);
    case "failure": return showFailure(message);
  }
}

field.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(change, PAUSE, typed);
});
for (const select of [sort, grouped, ...order]) select.addEventListener("change", () => change(refined));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  change(submitted);
});
survey.addEventListener("toggle", askForSurvey);
page.addEventListener("keydown", walk);
stepByLinks(page, () => {
  follow();
  form.scrollIntoView({ block: "nearest" });
});

keepSteps(follow);
if (!field.value) field.focus();
