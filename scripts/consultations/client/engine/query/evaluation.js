/**
 * A query asked of an index: which passages it finds, and where, as index/searcher.py and tree.py
 * have it.
 *
 * @module evaluation
 */

import { last } from "../lists.js";
import { refuse } from "./lexer.js";
import { occurrences, spoken, telling } from "./occurrences.js";
import { parse } from "./query.js";
import { rarity, score } from "./rank.js";
import { likely } from "./vocabulary.js";
import { intersection, union, without, zeros } from "./scores.js";

/** @typedef {import("./leaves.js").QueryNode} QueryNode */
/** @typedef {import("./leaves.js").VoiceField} VoiceField */
/** @typedef {import("./leaves.js").Words} Words */
/** @typedef {import("./occurrences.js").Occurrence} Occurrence */
/** @typedef {import("./scores.js").Scores} Scores */

/** One query. What each leaf finds is kept, since the scores and the marks both need it. */
export class QueryEvaluation {
  /**
   * @param {import("../index/index.js").Index} index
   * @param {string} query
   * @param {AbortSignal} signal  of a question that overtakes this one
   * @throws {import("./lexer.js").QuerySyntaxError}
   */
  constructor(index, query, signal) {
    this.index = index;
    this.query = query;
    this.signal = signal;
    const { tree, fields } = parse(query, index.analysis);
    this.tree = tree;
    this.fields = fields;
    /** @type {Map<string, Promise<{ place: import("../index/block.js").PassagePlace, found: Occurrence[] }[]>>} */
    this.leaves = new Map();
  }

  /**
   * The passages found, with their scores.
   * @throws {QuerySyntaxError} the query asks for a value that its field never has
   */
  async scores() {
    await Promise.all(this.fields.map(([field, lexeme]) => requireKnown(this.index, field, lexeme)));
    const scores = await this.#scores(this.tree, []);
    this.signal.throwIfAborted();
    return scores;
  }

  /** Whether the query asks for words at all, rather than by fields alone. */
  get hasWords() {
    return !shown(this.tree, []).next().done;
  }

  /**
   * Where the words of the query stand in a passage, in its own positions; not those that a NOT
   * excludes. Of small words only where they stand beside others.
   * @param {number} number
   */
  async occurrencesIn(number) {
    /** @type {[Words, Occurrence][]} */
    const all = [];
    for (const [words, voices] of shown(this.tree, [])) {
      const passages = await this.#occurrences(words, voices);
      const { place, found } = passages[last(passages, (one) => one.place.number <= number)] ?? {};
      if (place?.number !== number) continue;
      for (const places of found) all.push([words, places.map((p) => p - place.start)]);
    }
    return telling(all);
  }

  /**
   * @param {QueryNode} node
   * @param {VoiceField[]} voices  that the words in it must stand in
   * @returns {Promise<Scores>}
   */
  async #scores(node, voices) {
    switch (node.op) {
      case "words": return this.#leaf(node, voices);
      case "field": return zeros(await this.index.intervals(node.name, node.value));
      case "years": {
        const [first, last] = [node.first ?? 0, node.last ?? 9999];
        if (first > last) return new Map();
        const [from, to] = [first, last].map((year) => String(year).padStart(4, "0"));
        const values = await this.index.values("year", from, to);
        return zeros(values.flatMap(({ intervals }) => intervals));
      }
      case "speaking": return this.#speaking(node.voice);
      case "not": return without(this.index.passages, await this.#scores(node.part, voices));
      default: {
        const inner = node.op === "and" ? joined(node, voices) : voices;
        const parts = await Promise.all(node.parts.map((part) => this.#scores(part, inner)));
        return node.op === "and" ? intersection(parts) : union(parts);
      }
    }
  }

  /**
   * @param {Words} words
   * @param {VoiceField[]} voices
   */
  async #leaf(words, voices) {
    const found = await this.#occurrences(words, voices);
    const rare = rarity(this.index.passages, found.length);
    return new Map(found.map(({ place, found: all }) =>
      [place.number, score(rare, all.length, place, this.index.streams)]));
  }

  /**
   * @param {Words} words
   * @param {VoiceField[]} voices
   */
  #occurrences(words, voices) {
    const key = JSON.stringify([words, voices]);
    let found = this.leaves.get(key);
    if (!found) {
      found = this.#find(words, voices);
      this.leaves.set(key, found);
    }
    return found;
  }

  /**
   * @param {Words} words
   * @param {VoiceField[]} voices
   */
  async #find(words, voices) {
    let found = await occurrences(this.index, words);
    this.signal.throwIfAborted();
    const quoted = voices.length > 0 ? await this.index.intervals("voice", "quoted") : [];
    for (const voice of voices) {
      found = found.map((passage) => ({ ...passage, found: spoken(passage.found, voice, quoted) }));
    }
    return found.filter((passage) => passage.found.length > 0);
  }

  /**
   * Passages that quote, or those that are not quoted from end to end.
   * @param {VoiceField} voice
   * @returns {Promise<Scores>}
   */
  async #speaking(voice) {
    const quoted = await this.index.intervals("voice", "quoted");
    const places = await this.index.places(quoted.map(([start]) => start));
    /** @type {Map<number, number>} */
    const words = new Map();
    places.forEach(({ number, length }, i) => {
      const own = words.get(number) ?? length;
      words.set(number, own - (quoted[i][1] - quoted[i][0]));
    });
    if (voice === "quoted") return new Map([...words.keys()].map((number) => [number, 0]));
    const whole = [...words].filter(([, own]) => own === 0);
    return without(this.index.passages, new Map(whole));
  }
}

/**
 * Refuses a value that no passage has: nothing could be found, and a slip of the pen is likely. Kinds are
 * another matter: there is a list of them, and an archive may have none of a kind.
 * @param {import("../index/index.js").Index} index
 * @param {import("./leaves.js").Field} field
 * @param {import("./lexer.js").Lexeme} lexeme
 */
async function requireKnown(index, { name, value }, lexeme) {
  if (name === "kind" || (await index.intervals(name, value)).length > 0) return;
  const near = likely(value, (await index.values(name)).map((known) => known.value));
  const meant = near.map((known) => `${name}:${known}`).join(" or ");
  const remedy = meant ? `write ${meant}` : "give another value, or leave it out";
  throw refuse(lexeme, `nothing here has ${name}:${lexeme.text}`, remedy);
}

/**
 * The leaves to mark, with the voices that they must stand in: all that no NOT excludes.
 * @param {QueryNode} node
 * @param {VoiceField[]} voices
 * @returns {Generator<[Words, VoiceField[]]>}
 */
function* shown(node, voices) {
  if (node.op === "words") yield [node, voices];
  if (node.op !== "and" && node.op !== "or") return;
  const inner = node.op === "and" ? joined(node, voices) : voices;
  for (const part of node.parts) yield* shown(part, inner);
}

/**
 * The voices that the words in a node must stand in.
 * @param {import("./leaves.js").Group} node
 * @param {VoiceField[]} voices  from outside
 * @returns {VoiceField[]}
 */
function joined(node, voices) {
  const here = node.parts.flatMap((part) => (part.op === "speaking" ? [part.voice] : []));
  return [...new Set([...voices, ...here])].sort();
}
