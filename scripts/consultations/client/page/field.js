/**
 * The search field of every page: the key `/` goes to it.
 *
 * @module field
 */

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
    field.focus();
    field.select();
  }
});
