/**
 * Links to folders, on a page that is opened from a disk. A server answers such a link with the
 * folder's index.html; a disk does not, so the name of the file is added to the link.
 *
 * @module folders
 */

const FROM_DISK = location.protocol === "file:";

/**
 * The address of a page in a form that can be opened from here.
 * @param {string} address  of a page, relative or absolute
 */
export function pageAt(address) {
  const page = new URL(address, location.href);
  if (FROM_DISK && page.pathname.endsWith("/")) page.pathname += "index.html";
  return page.href;
}

/** @param {Event} event */
function lead({ target }) {
  const link = target instanceof Element ? target.closest("a") : null;
  if (link?.protocol === "file:") link.href = pageAt(link.href);
}

if (FROM_DISK) {
  // Links are completed when a reader comes to them, since some are drawn long after the page has come.
  for (const way of ["focusin", "pointerdown", "click"]) document.addEventListener(way, lead, true);
}
