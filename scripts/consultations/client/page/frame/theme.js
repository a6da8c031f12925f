/**
 * The switch of the theme: as the system has it, light, dark, and so on. The choice is kept in the browser;
 * theme_kept.html sets it before a page is painted.
 *
 * @module theme
 */

const KEPT = "consultations:theme";
/** What each choice is called; the first is none. */
const THEMES = /** @type {const} */ ([
  ["", "as the system has them"], ["light", "light"], ["dark", "dark"],
]);

const { dataset } = document.documentElement;
const button = document.querySelector("[data-switch]");

function say() {
  const words = THEMES.find(([theme]) => theme === (dataset.theme ?? ""))?.[1];
  button?.setAttribute("aria-label", `Colours: ${words}`);
  button?.setAttribute("title", `Colours: ${words}`);
}

button?.addEventListener("click", () => {
  const at = THEMES.findIndex(([theme]) => theme === (dataset.theme ?? ""));
  const [theme] = THEMES[(at + 1) % THEMES.length];
  if (theme) dataset.theme = theme;
  else delete dataset.theme;
  try {
    if (theme) localStorage.setItem(KEPT, theme);
    else localStorage.removeItem(KEPT);
  } catch {
    // A browser that keeps nothing shows the choice on this page all the same.
  }
  say();
});
say();
