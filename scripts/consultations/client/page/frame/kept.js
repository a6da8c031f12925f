/**
 * What this browser keeps for when there is no connection, told at the foot of every page: offline.js keeps
 * it. A reader can have all of it forgotten, and nothing is kept any more until it is asked for again.
 *
 * @module kept
 */

import { action } from "../elements.js";
import { counted } from "../numerals.js";
import { SITE } from "../site.js";

/** Under this name the browser remembers that nothing is to be kept. */
const UNWANTED = "consultations:nothing-kept";

/** Milliseconds after which it begins, though the browser has been busy all the while. */
const MOST_BUSY = 5_000;

const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-kept]"));

function isWanted() {
  try {
    return !localStorage.getItem(UNWANTED);
  } catch {
    return false; // a browser that keeps no word keeps no pages
  }
}

/** @param {MessageEvent<import("../../messages.js").KeptPages>} event */
function tell({ data: { pages, isKept } }) {
  const shown = isKept ? "This page is shown as this browser has kept it: the site cannot be reached. " : "";
  const read = `${counted(pages, "page")} that you have read, and what is searched,`;
  place?.replaceChildren(`${shown}${read} are kept in this browser for when it is offline. `, action("Forget them", forget));
}

async function keep() {
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener("message", tell);
  serviceWorker.startMessages();
  // A worker of a new build takes the place of the one that was asked, which may not have answered.
  serviceWorker.addEventListener("controllerchange", ask);
  await serviceWorker.register(new URL("offline.js", SITE), { updateViaCache: "none" });
  await ask();
}

/** Says that this page has been read; the answer says how much is kept. */
async function ask() {
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ url: location.href.replace(/[?#].*/, "") });
}

async function forget() {
  localStorage.setItem(UNWANTED, "yes");
  const ours = await navigator.serviceWorker.getRegistration(SITE);
  await ours?.unregister();
  const name = `consultations ${SITE.pathname} `;
  for (const cache of await caches.keys()) if (cache.startsWith(name)) await caches.delete(cache);
  offer();
}

/** Offers to keep what is read, where a reader has had it forgotten. */
function offer() {
  place?.replaceChildren("Nothing is kept in this browser. ", action("Keep what I read", () => {
    localStorage.removeItem(UNWANTED);
    start();
  }));
}

/** Resolves once the first of an answer stands: on a slow line all that is kept would be in its way. */
async function answered() {
  const isAwaited = () => document.querySelector("[data-state=loading]");
  await /** @type {Promise<void>} */ (new Promise((resolve) => {
    const seen = new MutationObserver(look);
    seen.observe(document.body, { subtree: true, attributeFilter: ["data-state"] });
    look();
    function look() {
      if (isAwaited()) return;
      seen.disconnect();
      resolve();
    }
  }));
}

/** When the page has come, and what it was asked, and the browser has nothing better to do. */
async function start() {
  await answered();
  const kept = () => keep().catch(() => {}); // where a browser keeps nothing, nothing is said of it
  if ("requestIdleCallback" in globalThis) requestIdleCallback(kept, { timeout: MOST_BUSY });
  else setTimeout(kept);
}

const isServed = location.protocol.startsWith("http") && document.documentElement.dataset.build;
if (place && isServed && "serviceWorker" in navigator && globalThis.caches) {
  if (!isWanted()) offer();
  else addEventListener("load", start);
}
