/**
 * The search field of every page: the key `/` goes to it, and what is written there goes to the search
 * page. It stands after the `#` of that page's address, so that it is sent to nobody.
 *
 * @module field
 */

import { pageAt } from "./folders.js";
import { reveal } from "./menu.js";

const field = /** @type {HTMLInputElement | null} */ (document.querySelector("input[name=q]"));

/**
 * Whether somebody is writing there: then a key is part of their text, and no command.
 * @param {EventTarget | null} target
 */
function isWriting(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select"));
}

document.addEventListener("keydown", (event) => {
  const plain = !(event.ctrlKey || event.metaKey || event.altKey);
  if (field && plain && event.key === "/" && !isWriting(event.target)) {
    event.preventDefault();
    reveal(field);
    field.focus();
    field.select();
  }
});

field?.form?.addEventListener("submit", (event) => {
  const page = new URL(/** @type {HTMLFormElement} */ (field.form).dataset.page ?? "", location.href);
  if (page.pathname === location.pathname) return; // the search page asks by itself
  event.preventDefault();
  page.hash = String(new URLSearchParams({ q: field.value.trim() }));
  location.assign(pageAt(page.href));
});
