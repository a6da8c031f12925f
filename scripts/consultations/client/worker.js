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
import "./scores.js";
import "./shards.js";
import "./stemmer.js";
import { Index } from "./index.js";
import { QuerySyntaxError } from "./lexer.js";
import { Question } from "./question.js";
import { answer } from "./search.js";
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

/**
 * What is made of a question. All but the answer itself is fetched when it is first asked for.
 * @param {import("./messages.js").Asked} message
 * @param {AbortSignal} signal
 * @returns {Promise<import("./messages.js").FromWorker>}
 */
async function made(message, signal) {
  const { id, query } = message;
  const question = new Question(await opened(), query, signal);
  switch (message.type) {
    case "ask": return { type: "answer", id, ...await answer(question, message.sort, message.page) };
    case "survey": {
      const { survey } = await import("./survey.js");
      return { type: "survey", id, ...await survey(question) };
    }
    case "concordance": {
      const { concordance } = await import("./concordance.js");
      return { type: "lines", id, ...await concordance(question, message.order) };
    }
    case "suggest": {
      const { suggest } = await import("./suggest.js");
      return { type: "suggestions", id, ...await suggest(question) };
    }
  }
}

/** @param {import("./messages.js").Asked} message */
async function ask(message) {
  if (message.id !== latest) {
    overtaken.abort();
    overtaken = new AbortController();
    latest = message.id;
  }
  const { signal } = overtaken;
  try {
    say(await made(message, signal));
  } catch (error) {
    if (!signal.aborted) fail(message.id, error);
  }
}

self.addEventListener("message", ({ data }) => {
  const message = /** @type {import("./messages.js").ToWorker} */ (data);
  if (message.type === "open") open(message);
  else ask(message);
});
