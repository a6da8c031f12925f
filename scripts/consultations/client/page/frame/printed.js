/**
 * The address that stands at the end of a printed page, where the settings do not say it.
 *
 * @module printed
 */

addEventListener("beforeprint", () => {
  const place = document.querySelector("[data-printed]");
  const isServed = location.protocol.startsWith("http");
  if (place && !place.textContent && isServed) place.textContent = location.href.replace(/[?#].*/, "");
});
