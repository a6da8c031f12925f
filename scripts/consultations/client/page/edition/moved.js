/**
 * The script of a page that has moved: it goes on to the new page, and takes the place on the page along.
 *
 * @module moved
 */

const link = document.querySelector(".leads-on a");
if (link instanceof HTMLAnchorElement) {
  const target = new URL(link.href);
  target.search = location.search;
  target.hash = location.hash;
  location.replace(target);
}
