/**
 * Steps of the browser's history on a page whose address says all that it shows, and where on the
 * page the reader was at each step.
 *
 * The address says it after its `#`, since a browser sends that part to nobody. What stands after
 * `?` goes to the server, and to its log. An old address has the same words there: it is read,
 * and written anew.
 *
 * The address follows what is typed, and not every letter is a step. A step is what was submitted, what
 * a link led to, and what a reader comes to from another page. Typing on from there begins a new one,
 * so that Back leads to it.
 *
 * @module history
 */

/** How long the page must be still before its place is kept, in milliseconds. */
const STILL = 150;

/**
 * What the browser keeps with a step. typed: it has not been submitted yet; text: what is too long
 * for the address; top: where the page was, in pixels from its top; length: how many lines of a list
 * that grows as one scrolls.
 * @typedef {{ typed?: boolean, text?: string, top?: number, length?: number }} HistoryStep
 */

/** @returns {HistoryStep} */
const current = () => history.state ?? {};
/** @param {HistoryStep} changed */
const note = (changed) => history.replaceState({ ...current(), ...changed }, "");

/** Where to scroll when the content has been drawn, in pixels from the top; null: nowhere. */
let awaited = /** @type {number | null} */ (null);
let pause = 0;
/** What the page shows: its address, and the text kept with it. */
let shown = { address: "", text: "" };
const remember = () => {
  shown = { address: location.href, text: textKept() };
};

/** Whether the part of an address after its `#` is a state, `q=words`, and not the id of a part of the page. */
const isState = (/** @type {string} */ fragment) => fragment.includes("=");

/** The state that the address says, written as the fields of a form are. */
export const stated = () => (isState(location.hash) ? location.hash : location.search).slice(1);

/** The text that is too long for the address of this step; empty where the address holds all. */
export const textKept = () => current().text ?? "";

/** How many lines of a list were shown at this step; undefined: it has not grown. */
export const lengthKept = () => current().length;
/** @param {number} length  of the list by now */
export const keepLength = (length) => note({ length });

/**
 * The address follows what is typed.
 * @param {string} address  of this page, relative
 * @param {string} [text]   what is too long for it
 */
export function typed(address, text = "") {
  awaited = null;
  if (new URL(address, location.href).href === location.href && textKept() === text) return;
  const isEmpty = !new URLSearchParams(stated()).has("q") && textKept() === "";
  const write = current().typed || isEmpty ? "replaceState" : "pushState";
  history[write]({ typed: true, text }, "", address);
  remember();
}

/**
 * What is submitted is a step.
 * @param {string} address
 * @param {string} [text]
 */
export function submitted(address, text) {
  typed(address, text);
  note({ typed: false });
}

/**
 * A change that is no step of its own, such as another order of the same hits.
 * @param {string} address
 */
export function refined(address) {
  awaited = null;
  history.replaceState(current(), "", address);
  remember();
}

/** Keeps with the step how far the page is scrolled, unless it is still waiting to scroll there. */
function keepPlace() {
  clearTimeout(pause);
  if (awaited === null && current().top !== scrollY) note({ top: scrollY });
}

/** Scrolls to where the page was at this step. To be called when its content has been drawn. */
export function drawn() {
  if (awaited !== null) scrollTo({ top: awaited, behavior: "instant" });
  awaited = null;
}

/**
 * Shows what the address says, now and whenever the reader goes back or forward. From now on each
 * step keeps its place on the page.
 * @param {() => void} show
 */
export function keepSteps(show) {
  // The browser would scroll back at once, when the page is still empty and cannot be scrolled.
  history.scrollRestoration = "manual";
  if (location.search) history.replaceState(history.state, "", `${location.pathname}#${stated()}`);
  awaited = current().top ?? null;
  addEventListener("pageshow", () => note({ typed: false }));
  addEventListener("popstate", () => {
    clearTimeout(pause);
    // A link to a part of the page has put that part's id in the place of the state. The page
    // shows what it did, and its address goes on saying so.
    if (location.hash && !isState(location.hash)) {
      history.replaceState({ typed: false, text: shown.text }, "", shown.address);
      return;
    }
    note({ typed: false });
    remember();
    awaited = current().top ?? 0;
    show();
  });
  addEventListener("scroll", () => {
    clearTimeout(pause);
    pause = setTimeout(keepPlace, STILL);
  });
  addEventListener("click", keepPlace, { capture: true });
  remember();
  show();
}

/**
 * Another state of this page, as a step of its own.
 * @param {string} address  from the `#` on
 */
export function stepTo(address) {
  awaited = null;
  history.pushState(null, "", address);
  remember();
}

/**
 * Lets links to other states of this page lead there without loading the page again.
 * @param {HTMLElement} part  of the page, with the links
 * @param {() => void} show   the state that the address says
 */
export function stepByLinks(part, show) {
  part.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const [, state] = /^[?#](|.*=.*)$/.exec(link?.getAttribute("href") ?? "") ?? [];
    if (state === undefined || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    stepTo(`#${state}`);
    show();
  });
}
