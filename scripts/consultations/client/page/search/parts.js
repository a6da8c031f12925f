/**
 * The parts of the search page that the theme's search.html draws and view.js fills.
 *
 * @module parts
 */

/**
 * @template {HTMLElement} E
 * @param {string} selector
 * @param {new () => E} kind
 * @returns {E}
 */
function part(selector, kind) {
  const found = document.querySelector(`.search ${selector}`);
  if (!(found instanceof kind)) throw new Error(`the search page has no ${selector}`);
  return found;
}

export const page = part("", HTMLElement);
export const form = part("form", HTMLFormElement);
export const field = part("input[name=q]", HTMLInputElement);
export const sort = part("select[name=sort]", HTMLSelectElement);
export const grouped = part("input[name=group]", HTMLInputElement);
export const place = part("[data-place]", HTMLElement);
export const order = [...page.querySelectorAll("select[name=order]")].map((select) => /** @type {HTMLSelectElement} */ (select));
export const tabs = [...page.querySelectorAll("[data-tab]")].map((tab) => /** @type {HTMLAnchorElement} */ (tab));
export const status = part("[data-status]", HTMLElement);
export const chips = part("[data-chips]", HTMLElement);
export const save = part("[data-save]", HTMLElement);
export const hits = part("[data-hits]", HTMLElement);
export const lines = part("[data-lines]", HTMLElement);
export const further = part("[data-further]", HTMLElement);
export const survey = part("[data-survey]", HTMLDetailsElement);
