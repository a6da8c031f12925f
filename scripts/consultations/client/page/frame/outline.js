/**
 * The outline of a long page: in the header it closes behind who follows it; at the side it marks where one is.
 *
 * @module outline
 */

const outline = /** @type {HTMLDetailsElement | null} */ (document.querySelector("[data-outline]"));

outline?.addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest("a")) outline.open = false;
});
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !outline?.open) return;
  outline.open = false;
  outline.querySelector("summary")?.focus();
});
document.addEventListener("pointerdown", ({ target }) => {
  if (outline?.open && target instanceof Node && !outline.contains(target)) outline.open = false;
});

const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("[data-toc] a")]);

/** Marks the last heading above the middle of the window, and keeps its link on the screen. */
function mark() {
  if (links[0].getClientRects().length === 0) return; // there is no room for it at the side
  let here = null;
  for (const link of links) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!heading || heading.getBoundingClientRect().top > innerHeight / 3) break;
    here = link;
  }
  const marked = links.find((link) => link.hasAttribute("aria-current"));
  if (marked === here) return;
  marked?.removeAttribute("aria-current");
  here?.setAttribute("aria-current", "location");
  const side = here?.closest(".md-sidebar");
  if (here && side) {
    const [top, bottom] = [here.offsetTop - side.clientHeight / 2, here.offsetTop];
    if (side.scrollTop > bottom || side.scrollTop + side.clientHeight < bottom) side.scrollTop = top;
  }
}

if (links.length > 0) {
  let waits = false;
  const soon = () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      mark();
    });
  };
  addEventListener("scroll", soon, { passive: true });
  soon();
}
