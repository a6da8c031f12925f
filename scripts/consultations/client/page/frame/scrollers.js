/**
 * Tables that are wider than the screen scroll by themselves. Then the keyboard has to come to them.
 *
 * @module scrollers
 */

const observed = new ResizeObserver((changed) => {
  for (const { target } of changed) {
    const scrolls = target.scrollWidth > target.clientWidth;
    for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", "Table"]]) {
      if (scrolls) target.setAttribute(name, value);
      else target.removeAttribute(name);
    }
  }
});

// The theme's script wraps the tables of other pages when it starts, after this one.
addEventListener("load", () => {
  for (const one of document.querySelectorAll(".table, .md-typeset__scrollwrap")) observed.observe(one);
});
