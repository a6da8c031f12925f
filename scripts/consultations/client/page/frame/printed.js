/**
 * The address at the end of a printed page: where the settings do not say it, that of the page as it is
 * open; with what is shown on it, where its address says so.
 *
 * @module printed
 */

const place = document.querySelector("[data-printed]");
const said = place?.textContent || (location.protocol.startsWith("http") ? location.href.replace(/[?#].*/, "") : "");

addEventListener("beforeprint", () => {
  const state = location.hash.includes("=") ? location.hash : "";
  if (place && said) place.textContent = said + state;
});
