/**
 * The panel that shows the citation of a passage in every format, each with a button that copies it.
 *
 * @module citing
 */

import { action, copying, element } from "../elements.js";
import { citations } from "./formats.js";
import { styled } from "./styles.js";

/**
 * Opens the panel over the page. Escape closes it, and the focus goes back to where it was.
 * @param {import("./citation.js").Cited} cited
 * @param {string} text  words of it that are quoted; may be empty
 */
export function offer(cited, text) {
  const panel = /** @type {HTMLDialogElement} */ (element("dialog", { class: "cite", "aria-labelledby": "cite" }));
  const close = () => panel.close();
  const told = element("p", { role: "status" });
  const drawn = (/** @type {Record<string, string>} */ forms) => Object.entries(forms).map(([name, words]) => {
    const copy = copying("Copy", words, (failed) => { told.textContent = failed; }, `Copy ${name}`);
    return element("section", {}, element("h3", {}, name), copy, element("pre", { tabindex: "0" }, words));
  });
  const head = element("header", {}, element("h2", { id: "cite" }, `Cite this ${cited.place === null ? "document" : "passage"}`), action("Close", close));
  panel.append(head, ...drawn(citations(cited, text)), told);
  panel.addEventListener("click", ({ target }) => target === panel && close());
  panel.addEventListener("close", () => panel.remove());
  document.body.append(panel);
  panel.showModal();
  told.textContent = "The other styles are being loaded …";
  styled(cited, text).then((styles) => {
    told.before(...drawn(styles));
    told.textContent = "";
  }).catch(() => {
    told.textContent = "The other styles could not be loaded. They come from the site: is there a connection?";
  });
}
