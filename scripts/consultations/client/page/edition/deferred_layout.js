/**
 * Lays out what edition.css has left for later in an edition that is read from its top: a few passages at a
 * time while the browser has nothing else to do, so that no touch waits for it, and all at once before a link
 * leads into them. Then each place is where it will stay, for the bar at the side and for the browser, which
 * keeps the place of a page that is left.
 *
 * @module deferred_layout
 */

const LEFT = "[data-from-top] :is(.edition, .answer) > :is(p[id]:not(.gap), ul, ol)";

/** Passages that a slow phone lays out without a touch being late. */
const AT_ONCE = 8;

/** Lays it out once the page has come with all that its head asks for. */
export function layOutDeferred() {
  const passages = [...document.querySelectorAll(LEFT)];
  if (passages.length === 0) return;
  addEventListener("load", () => layOut(passages, 0), { once: true });
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a[href^='#']")) end(passages);
  }, { capture: true });
}

/**
 * Lays out these passages from one of them on.
 * @param {Element[]} passages
 * @param {number} first
 */
function layOut(passages, first) {
  requestIdleCallback(() => {
    const next = first + AT_ONCE;
    for (const passage of passages.slice(first, next)) passage.toggleAttribute("data-laid-out", true);
    if (next < passages.length) layOut(passages, next);
    else end(passages);
  });
}

/**
 * Leaves nothing for later.
 * @param {Element[]} passages
 */
function end(passages) {
  document.documentElement.removeAttribute("data-from-top");
  for (const passage of passages) passage.removeAttribute("data-laid-out");
}
