/**
 * Tables that are wider than the screen scroll by themselves. Then the keyboard has to come to them.
 * Each has a name of its own, since screen readers list them by name.
 *
 * @module scrollers
 */

const names = /** @type {Map<Element, string>} */ (new Map());
const observed = new ResizeObserver((changed) => {
  for (const { target } of changed) {
    const scrolls = target.scrollWidth > target.clientWidth;
    const label = names.get(target) ?? "Table";
    for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", label]]) {
      if (scrolls) target.setAttribute(name, value);
      else target.removeAttribute(name);
    }
  }
});

// The theme's script wraps the tables of other pages when it starts, after this one.
addEventListener("load", () => {
  const all = [...document.querySelectorAll(".table, .md-typeset__scrollwrap")];
  // What the theme wraps may stand in a block that is a table already: the two are one table.
  const tables = [...new Set(all.map((one) => one.closest(".table") ?? one))];
  for (const one of all) {
    const at = tables.indexOf(one.closest(".table") ?? one) + 1;
    if (tables.length > 1) names.set(one, `Table ${at} of ${tables.length} on this page`);
    observed.observe(one);
  }
});
