/**
 * Panels that open beside a place on the page. Escape closes them, and a press anywhere else; the focus
 * goes back to where it was.
 *
 * @module panel
 */

import { element } from "../elements.js";

/** The least distance of a panel from its place and from the window's edges, in pixels of CSS. */
const APART = 8;

/**
 * A panel that is not open yet.
 * @param {string} name  what it is called by those who cannot see it
 */
export function panel(name) {
  const made = element("div", { class: "panel", popover: "auto", tabindex: "-1", role: "dialog", "aria-label": name });
  document.body.append(made);
  return made;
}

/**
 * Opens a panel below a place, or above it where there is no room below.
 * @param {HTMLElement} opened
 * @param {Element} place
 */
export function openBeside(opened, place) {
  opened.showPopover();
  const box = place.getBoundingClientRect();
  const room = document.documentElement.clientWidth - opened.offsetWidth - APART;
  const fits = box.bottom + APART + opened.offsetHeight < innerHeight;
  const top = fits ? box.bottom + APART : box.top - opened.offsetHeight - APART;
  opened.style.left = `${Math.max(APART, Math.min(box.left, room))}px`;
  opened.style.top = `${Math.max(APART, top)}px`;
  opened.focus();
}
