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

const tables = [...document.querySelectorAll(".table")];
for (const [at, table] of tables.entries()) {
  if (tables.length > 1) names.set(table, `Table ${at + 1} of ${tables.length} on this page`);
  observed.observe(table);
}
