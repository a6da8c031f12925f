/**
 * Opens the index and answers questions: in a worker, or in the page itself where connection.js says
 * so. messages.js draws what is said.
 *
 * @module worker
 */

import { Index } from "./engine/index/index.js";
import { QuerySyntaxError } from "./engine/query/lexer.js";
import { QueryEvaluation } from "./engine/query/evaluation.js";
import { answer } from "./engine/answer/search.js";
import { IndexError, NetworkError, Store } from "./engine/index/store.js";

/** @typedef {import("./messages.js").Asked} Asked */
/** @typedef {import("./messages.js").FromWorker} FromWorker */

/** The code for all but `ask`, which comes when it is first needed. */
const CODE = {
  check: () => import("./check/checker.js"),
  texts: () => import("./engine/answer/texts.js"),
  survey: () => import("./engine/answer/survey.js"),
  concordance: () => import("./engine/answer/concordance.js"),
  suggest: () => import("./engine/answer/suggest.js"),
};

/** Answers one page, which asks at a port: the index that it has opened, and its newest question. */
class Service {
  /**
   * @param {MessagePort | typeof globalThis} port
   * @param {import("./engine/index/store.js").Read} [read]
   */
  constructor(port, read) {
    this.port = port;
    this.read = read;
    /** @type {Store | null} */
    this.store = null;
    /** @type {Promise<Index> | null} */
    this.index = null;
    /** @type {import("./check/checker.js").Checker | null} */
    this.checker = null;
    /** @type {QueryEvaluation | null} */
    this.asked = null;
    this.latest = 0;
    this.overtaken = new AbortController();
  }

  /** @param {FromWorker} message */
  say(message) {
    this.port.postMessage(message);
  }

  /**
   * @param {number | null} id
   * @param {unknown} error
   */
  fail(id, error) {
    if (error instanceof QuerySyntaxError) {
      const { message, remedy, place } = error;
      this.say({ type: "failure", id, kind: "query", what: message, remedy, place });
      return;
    }
    // A text that is too long is told by the code of the check, which may not be loaded here.
    const known = error instanceof Error && "remedy" in error ? error : null;
    const { message, remedy } = /** @type {IndexError} */ (known ?? new IndexError(`the search failed: ${error}`));
    const isOfIndex = !known || known instanceof IndexError;
    const kind = known instanceof NetworkError ? "network" : isOfIndex ? "index" : "text";
    this.say({ type: "failure", id, kind, what: message, remedy, place: null });
  }

  /**
   * The index. If it could not be opened, the next call tries again.
   * @returns {Promise<Index>}
   */
  opened() {
    if (!this.store) throw new Error("asked before it was told which index to open");
    const { store } = this;
    this.index ??= Index.open(store).catch((error) => {
      this.index = null;
      if (!this.renewed(error, store)) throw error;
      return this.opened();
    });
    return this.index;
  }

  /**
   * Turns from the manifest that the page came with to the one that the site has now. A browser may have kept
   * the page while the site was built anew: then its manifest names files that are gone.
   * @param {unknown} error  what went wrong
   * @param {Store | null} store  in which it did
   * @returns {boolean} whether it is worth trying again
   */
  renewed(error, store) {
    if (!(error instanceof NetworkError) || !store) return false;
    if (store === this.store) {
      if (!store.told) return false;
      this.store = new Store(store.base, store.progress, store.read);
      this.index = this.checker = this.asked = null;
    }
    return true;
  }

  /** @param {import("./messages.js").Open} message */
  async open({ base, manifest }) {
    const progress = (/** @type {number} */ files, /** @type {number} */ bytes) =>
      this.say({ type: "progress", id: this.latest, files, bytes });
    this.store = new Store(base, progress, this.read, manifest);
    try {
      const { editions, passages } = await this.opened();
      this.say({ type: "ready", editions, passages });
    } catch (error) {
      this.fail(null, error);
    }
  }

  /**
   * The evaluation of a query. Where the query is the same as before, it is the same object, so that what
   * it has found is not looked up again.
   * @param {Index} index
   * @param {string} query
   * @param {AbortSignal} signal
   */
  question(index, query, signal) {
    if (this.asked?.query !== query || this.asked.signal !== signal) {
      this.asked = new QueryEvaluation(index, query, signal);
    }
    return this.asked;
  }

  /**
   * The answer to a message.
   * @param {Asked} message
   * @param {AbortSignal} signal
   * @returns {Promise<FromWorker>}
   */
  async made(message, signal) {
    const { id } = message;
    // The code comes while the index is opened. Where it does not come, that is told further down.
    if (message.type !== "ask") CODE[message.type]().catch(() => {});
    const index = await this.opened();
    if (message.type === "check") {
      const { Checker } = await CODE.check();
      this.checker ??= new Checker(index);
      const tell = (/** @type {number} */ done, /** @type {number} */ count) =>
        this.say({ type: "checking", id, done, count });
      const reports = await this.checker.checkText(message.text, tell, signal);
      return { type: "checked", id, reports, passages: index.passages, editions: index.editions };
    }
    if (message.type === "texts") {
      const { texts } = await CODE.texts();
      return { type: "texts", id, ...await texts(index, message, signal) };
    }
    const question = this.question(index, message.query, signal);
    switch (message.type) {
      case "ask":
        return { type: "answer", id, ...await answer(question, message, (first) => this.say({ type: "answer", id, ...first })) };
      case "survey": {
        const { survey } = await CODE.survey();
        return { type: "survey", id, ...await survey(question) };
      }
      case "concordance": {
        const { concordance } = await CODE.concordance();
        return { type: "lines", id, saved: message.saved === true, ...await concordance(question, message) };
      }
      case "suggest": {
        const { suggest } = await CODE.suggest();
        return { type: "suggestions", id, ...await suggest(question) };
      }
    }
  }

  /** @param {Asked} message */
  async ask(message) {
    if (message.id !== this.latest) {
      this.overtaken.abort();
      this.overtaken = new AbortController();
      this.latest = message.id;
    }
    const { signal } = this.overtaken;
    const { store } = this;
    try {
      const made = await this.made(message, signal).catch((error) => {
        if (signal.aborted || !this.renewed(error, store)) throw error;
        return this.made(message, signal);
      });
      if (!signal.aborted) this.say(made);
    } catch (error) {
      if (!signal.aborted) this.fail(message.id, error);
    }
  }
}

/**
 * Answers whoever asks at a port.
 * @param {MessagePort | typeof globalThis} port
 * @param {import("./engine/index/store.js").Read} [read]  how files of the index are read
 */
export function serve(port, read) {
  const service = new Service(port, read);
  port.addEventListener("message", (/** @type {any} */ { data }) => {
    const message = /** @type {import("./messages.js").ToWorker} */ (data);
    if (message.type === "open") service.open(message);
    else service.ask(message);
  });
}

if ("WorkerGlobalScope" in globalThis) serve(globalThis);
