/**
 * Steps of the browser's history on a page whose address says all that it shows, and where on the
 * page the reader was at each step.
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
 * for the address; top: where the page was, in pixels from its top.
 * @typedef {{ typed?: boolean, text?: string, top?: number }} HistoryStep
 */

/** @returns {HistoryStep} */
const current = () => history.state ?? {};
/** @param {HistoryStep} changed */
const note = (changed) => history.replaceState({ ...current(), ...changed }, "");

/** Where the page goes when what was there is drawn again, in pixels from its top. */
let awaited = /** @type {number | null} */ (null);
let pause = 0;

/** What the address of this step was too long for; empty where it says all. */
export const textKept = () => current().text ?? "";

/**
 * The address follows what is typed.
 * @param {string} address  of this page, relative
 * @param {string} [text]   what is too long for it
 */
export function typed(address, text = "") {
  awaited = null;
  if (new URL(address, location.href).href === location.href && textKept() === text) return;
  const isEmpty = !new URLSearchParams(location.search).has("q") && textKept() === "";
  const write = current().typed || isEmpty ? "replaceState" : "pushState";
  history[write]({ typed: true, text }, "", address);
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
 * The same step in another order, say: no step of its own.
 * @param {string} address
 */
export function refined(address) {
  awaited = null;
  history.replaceState(current(), "", address);
}

/** Where the page was is kept with the step, unless it is still on its way there. */
function keepPlace() {
  clearTimeout(pause);
  if (awaited === null && current().top !== scrollY) note({ top: scrollY });
}

/** Goes to where the page was, now that what was there is drawn. */
export function drawn() {
  if (awaited !== null) scrollTo({ top: awaited, behavior: "instant" });
  awaited = null;
}

/**
 * Shows the step that the address says: now, and whenever a reader goes to another.
 * @param {() => void} show
 */
export function keepSteps(show) {
  // The browser would go back to the place before there is anything on the page.
  history.scrollRestoration = "manual";
  awaited = current().top ?? null;
  addEventListener("pageshow", () => note({ typed: false }));
  addEventListener("popstate", () => {
    clearTimeout(pause);
    note({ typed: false });
    awaited = current().top ?? 0;
    show();
  });
  addEventListener("scroll", () => {
    clearTimeout(pause);
    pause = setTimeout(keepPlace, STILL);
  });
  addEventListener("click", keepPlace, { capture: true });
  show();
}

/**
 * Lets links to other states of this page lead there without loading the page again.
 * @param {HTMLElement} part  of the page, with the links
 * @param {() => void} show   the state that the address says
 */
export function stepByLinks(part, show) {
  part.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='?']") : null;
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    awaited = null;
    history.pushState(null, "", link.getAttribute("href"));
    show();
  });
}
