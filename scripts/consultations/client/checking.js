/**
 * The worker of the quotation check. It is told `open` and `check`, as messages.js draws `open` and
 * `ask`, and answers with `checked`, `progress` or `failure`; a newer text overtakes an older one.
 *
 * @module checking
 */

import { Checker } from "./checker.js";
import { Index } from "./index.js";
import { IndexError, NetworkError, Store } from "./store.js";

/** @typedef {{ type: "check", id: number, text: string }} Check */
/**
 * @typedef {{
 *   type: "checked", id: number, reports: import("./checker.js").Report[], passages: number,
 *   editions: number,
 * }} Checked
 */

/** @type {Store | null} */
let store = null;
/** @type {Promise<{ index: Index, checker: Checker }> | null} */
let opening = null;
let latest = 0;

/** The index; what could not be opened is tried again. */
function opened() {
  if (!store) throw new Error("asked before it was told which index to open");
  opening ??= Index.open(store)
    .then(async (index) => ({ index, checker: await Checker.open(index) }))
    .catch((error) => {
      opening = null;
      throw error;
    });
  return opening;
}

/** @param {Check} question */
async function check({ id, text }) {
  latest = id;
  try {
    const { index: { passages, editions }, checker } = await opened();
    const reports = await checker.checkText(text);
    if (id === latest) self.postMessage({ type: "checked", id, reports, passages, editions });
  } catch (error) {
    const { message, remedy } = error instanceof IndexError || error instanceof NetworkError
      ? error : new IndexError(`the check failed: ${error}`);
    const kind = error instanceof NetworkError ? "network" : "index";
    if (id === latest) {
      self.postMessage({ type: "failure", id, kind, what: message, remedy, place: null });
    }
  }
}

self.addEventListener("message", ({ data }) => {
  const message = /** @type {import("./messages.js").Open | Check} */ (data);
  if (message.type === "open") {
    store = new Store(message.base, (files, bytes) =>
      self.postMessage({ type: "progress", id: latest, files, bytes }));
  } else check(message);
});
