/**
 * A question asked of an index, as index/searcher.py and tree.py have it.
 *
 * @module search
 */

import { excerpt, marks } from "./excerpt.js";
import { occurrences, spoken } from "./occurrences.js";
import { parse } from "./query.js";
import { rarity, score } from "./rank.js";

/** @typedef {import("./leaves.js").Node} Node */
/** @typedef {import("./leaves.js").Voice} Voice */
/** @typedef {import("./leaves.js").Words} Words */
/** @typedef {import("./occurrences.js").Occurrence} Occurrence */

/**
 * Passages by number, ascending, each with what it adds to the score.
 * @typedef {Map<number, number>} Scores
 */

/** Hits on one page of an answer. */
export const PAGE = 20;

/** One query on its way to an answer: what its leaves found is kept for the marks. */
export class Search {
  /**
   * @param {import("./index.js").Index} index
   * @param {string} query
   * @param {AbortSignal} signal  of a question that overtakes this one
   * @throws {import("./lexer.js").QuerySyntaxError}
   */
  constructor(index, query, signal) {
    this.index = index;
    this.query = query;
    this.signal = signal;
    this.tree = parse(query, index.analysis);
    /** @type {Map<string, Promise<{ place: import("./block.js").Place, found: Occurrence[] }[]>>} */
    this.leaves = new Map();
  }

  /**
   * The passages that the query finds, with those of one page in full.
   * @param {import("./messages.js").Sort} sort
   * @param {number} page  from 1
   * @returns {Promise<Omit<import("./messages.js").Answer, "type" | "id">>}
   */
  async answer(sort, page) {
    const found = [...await this.#scores(this.tree, [])];
    if (sort === "score") found.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (sort === "date") await this.#byDate(found);
    const shown = found.slice((page - 1) * PAGE, page * PAGE);
    const hits = await Promise.all(shown.map(([number, points]) => this.#hit(number, points)));
    this.signal.throwIfAborted();
    return {
      query: this.query, total: found.length, page, pages: Math.ceil(found.length / PAGE), hits,
    };
  }

  /** @param {[number, number][]} found */
  async #byDate(found) {
    const dates = await this.index.dates();
    let i = 0;
    const dated = found.map((match) => {
      while (dates[i].end <= match[0]) i += 1;
      return { match, date: dates[i].date };
    });
    dated.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
    dated.forEach(({ match }, at) => { found[at] = match; });
  }

  /**
   * @param {Node} node
   * @param {Voice[]} voices  that the words in it must stand in
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
        return zeros(await this.index.valuesBetween("year", from, to));
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
   * @param {Voice[]} voices
   */
  async #leaf(words, voices) {
    const found = await this.#occurrences(words, voices);
    const rare = rarity(this.index.passages, found.length);
    return new Map(found.map(({ place, found: all }) =>
      [place.number, score(rare, all.length, place, this.index.streams)]));
  }

  /**
   * @param {Words} words
   * @param {Voice[]} voices
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
   * @param {Voice[]} voices
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
   * @param {Voice} voice
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

  /**
   * @param {number} number
   * @param {number} points
   * @returns {Promise<import("./messages.js").Hit>}
   */
  async #hit(number, points) {
    const { text, id, voices: _, ...about } = await this.index.passage(number);
    /** @type {Occurrence[]} */
    const found = [];
    for (const [words, voices] of shown(this.tree, [])) {
      const passages = await this.#occurrences(words, voices);
      const passage = passages.find(({ place }) => place.number === number);
      passage?.found.forEach((all) => found.push(all.map((p) => p - passage.place.start)));
    }
    const url = `texts/${about.edition}/#${id}`;
    const shownText = excerpt(text, marks(found, this.index.analysis.tokens(text)));
    return { ...about, passage: id, url, score: points, excerpt: shownText };
  }
}

/**
 * The leaves to mark, with the voices that they must stand in: all that no NOT excludes.
 * @param {Node} node
 * @param {Voice[]} voices
 * @returns {Generator<[Words, Voice[]]>}
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
 * @param {Voice[]} voices  from outside
 * @returns {Voice[]}
 */
function joined(node, voices) {
  const here = node.parts.flatMap((part) => (part.op === "speaking" ? [part.voice] : []));
  return [...new Set([...voices, ...here])].sort();
}

/**
 * @param {[number, number][]} intervals
 * @returns {Scores}
 */
function zeros(intervals) {
  const scores = new Map();
  const ordered = [...intervals].sort((a, b) => a[0] - b[0]);
  for (const [start, end] of ordered) {
    for (let number = start; number < end; number += 1) scores.set(number, 0);
  }
  return scores;
}

/**
 * @param {number} passages
 * @param {Scores} excluded
 */
function without(passages, excluded) {
  const scores = new Map();
  for (let number = 0; number < passages; number += 1) {
    if (!excluded.has(number)) scores.set(number, 0);
  }
  return scores;
}

/** @param {Scores[]} parts */
function intersection(parts) {
  const [fewest, ...others] = [...parts].sort((a, b) => a.size - b.size);
  const scores = new Map();
  for (const [number, points] of fewest) {
    if (others.every((other) => other.has(number))) {
      scores.set(number, others.reduce((sum, other) => sum + Number(other.get(number)), points));
    }
  }
  return scores;
}

/** @param {Scores[]} parts */
function union(parts) {
  const scores = new Map();
  for (const part of parts) {
    for (const [number, points] of part) scores.set(number, (scores.get(number) ?? 0) + points);
  }
  return new Map([...scores].sort((a, b) => a[0] - b[0]));
}
