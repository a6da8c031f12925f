/**
 * Who answers this page's questions: a worker. Where a browser starts none, as on a page that is opened
 * from a disk or where its owner forbids it, the worker's modules run in the page itself and are asked
 * in the same way.
 *
 * @module connection
 */

import { SITE } from "./site.js";

/** @typedef {import("../messages.js").FromWorker} FromWorker */
/** @typedef {import("../messages.js").ToWorker} ToWorker */

const REFUSED = "This browser starts no worker. What is asked is answered all the same, "
  + "but the page may stand still meanwhile.";

/**
 * Starts whoever answers, and tells it to open the site's index.
 * @param {(message: FromWorker) => void} hear  called with each message, in the order in which they come
 * @param {() => void} fail  called where this browser cannot start it
 * @param {(words: string) => void} remark  called with a sentence for the reader where the browser has
 *   refused a worker, before any message comes
 * @returns {(message: ToWorker) => void} sends it a message
 */
export function connect(hear, fail, remark) {
  /**
   * What a worker was told that has not said anything yet. A browser may refuse a worker at once, or
   * give one that fails when it is to be loaded; then the page answers, and is told the same.
   * @type {ToWorker[] | null}
   */
  let told = [];
  /** @param {Worker | MessagePort} port */
  const listen = (port) => {
    port.addEventListener("message", (event) => {
      told = null;
      hear(/** @type {MessageEvent} */ (event).data);
    });
    port.addEventListener("error", () => {
      if (port instanceof MessagePort || !told) fail();
      else answerer = answerHere();
    });
    return port;
  };
  const answerHere = () => {
    if (location.protocol !== "file:") remark(REFUSED);
    const port = listen(inPage());
    for (const message of told ?? []) port.postMessage(message);
    return port;
  };
  const started = location.protocol === "file:" ? null : worker();
  let answerer = started ? listen(started) : answerHere();
  /** @type {(message: ToWorker) => void} */
  const send = (message) => {
    told?.push(message);
    answerer.postMessage(message);
  };
  const manifest = document.querySelector("[data-manifest]")?.getAttribute("data-manifest") ?? "";
  send({ type: "open", base: new URL("search/", SITE).href, manifest });
  return send;
}

/** A worker, or null where the browser refuses to start one. */
function worker() {
  try {
    return new Worker(new URL("../worker.js", import.meta.url), { type: "module" });
  } catch {
    return null;
  }
}

/** @returns {MessagePort} of a channel at whose other end the worker's modules serve */
function inPage() {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  Promise.all([import("../worker.js"), import("./disk.js")]).then(([{ serve }, { read }]) => {
    serve(port2, read);
    port2.start();
  }).catch(() => port1.dispatchEvent(new Event("error")));
  return port1;
}
