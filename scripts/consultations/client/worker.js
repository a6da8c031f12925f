/**
 * The worker: opens the index, answers questions. messages.js draws what is said.
 *
 * @module worker
 */

// What the modules below import in their turn is named here as well, so that all is fetched at once.
import "./analysis.js";
import "./block.js";
import "./excerpt.js";
import "./leaves.js";
import "./lists.js";
import "./occurrences.js";
import "./phrase.js";
import "./query.js";
import "./rank.js";
import "./shards.js";
import "./stemmer.js";
import { Index } from "./index.js";
import { QuerySyntaxError } from "./lexer.js";
import { Search } from "./search.js";
import { IndexError, NetworkError, Store } from "./store.js";

/** @type {Store | null} */
let store = null;
/** @type {Promise<Index> | null} */
let index = null;
let latest = 0;
let overtaken = new AbortController();

/** @param {import("./messages.js").FromWorker} message */
const say = (message) => self.postMessage(message);

/**
 * @param {number | null} id
 * @param {unknown} error
 */
function fail(id, error) {
  if (error instanceof QuerySyntaxError) {
    const { message, remedy, place } = error;
    say({ type: "failure", id, kind: "query", what: message, remedy, place });
    return;
  }
  const kind = error instanceof NetworkError ? "network" : "index";
  const { message, remedy } = error instanceof IndexError || error instanceof NetworkError
    ? error : new IndexError(`the search failed: ${error}`);
  say({ type: "failure", id, kind, what: message, remedy, place: null });
}

/** The index; what could not be opened is tried again. */
function opened() {
  if (!store) throw new Error("asked before it was told which index to open");
  index ??= Index.open(store).catch((error) => {
    index = null;
    throw error;
  });
  return index;
}

/** @param {import("./messages.js").Open} message */
async function open({ base }) {
  store = new Store(base, (files, bytes) => say({ type: "progress", id: latest, files, bytes }));
  try {
    const { editions, passages } = await opened();
    say({ type: "ready", editions, passages });
  } catch (error) {
    fail(null, error);
  }
}

/** @param {import("./messages.js").Ask} question */
async function ask({ id, query, sort, page }) {
  overtaken.abort();
  overtaken = new AbortController();
  const { signal } = overtaken;
  latest = id;
  try {
    const answer = await new Search(await opened(), query, signal).answer(sort, page);
    say({ type: "answer", id, ...answer });
  } catch (error) {
    if (!signal.aborted) fail(id, error);
  }
}

self.addEventListener("message", ({ data }) => {
  const message = /** @type {import("./messages.js").ToWorker} */ (data);
  if (message.type === "open") open(message);
  else ask(message);
});
