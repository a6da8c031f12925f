/**
 * Tables and code that are wider than the screen scroll by themselves. Then the keyboard has to come to
 * them. Each has a name of its own, since screen readers list them by name.
 *
 * @module scrollers
 */

const names = /** @type {Map<Element, string>} */ (new Map());
const observed = new ResizeObserver((changed) => {
  for (const { target } of changed) {
    const scrolls = target.scrollWidth > target.clientWidth;
    const label = names.get(target) ?? "";
    for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", label]]) {
      if (scrolls) target.setAttribute(name, value);
      else target.removeAttribute(name);
    }
  }
});

for (const [kind, selector] of [["Table", ".table"], ["Code", "article pre > code"]]) {
  const all = [...document.querySelectorAll(selector)];
  for (const [at, one] of all.entries()) {
    names.set(one, all.length > 1 ? `${kind} ${at + 1} of ${all.length} on this page` : kind);
    observed.observe(one);
  }
}
