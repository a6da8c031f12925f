/**
 * The menu of a narrow screen: a button opens the site's pages and the search field. Escape closes it.
 *
 * @module menu
 */

const button = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-menu]"));

/** @param {boolean} open */
function show(open) {
  button?.setAttribute("aria-expanded", String(open));
}

/**
 * Opens the menu where something inside it cannot be seen.
 * @param {HTMLElement} inside
 */
export function reveal(inside) {
  if (inside.closest("#menu") && inside.getClientRects().length === 0) show(true);
}

button?.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || button?.getAttribute("aria-expanded") !== "true") return;
  show(false);
  if (button.getClientRects().length > 0) button.focus();
});
