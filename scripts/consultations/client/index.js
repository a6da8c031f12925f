/**
 * An archive's index, as far as it has been fetched.
 *
 * @module index
 */

import { Analysis, CHAIN, STEMMER } from "./analysis.js";
import {
  readAscending, readIntervals, readJson, readLengths, readSlices, readTerms, readWords,
} from "./shards.js";
import { IndexError, Store } from "./store.js";

/** @typedef {import("./shards.js").Entry} Entry */

/** The number of the form that this client reads. */
const FORMAT = 1;
const HASH = 12;
const STEM = "\x01";
const FIELD = "\x02";

/**
 * A passage with all that a hit shows of it.
 * @typedef {{
 *   edition: string, title: string, body: string, date: string, type: string,
 *   section: string[], id: string, kind: string, question: string | null, text: string,
 * }} Passage
 */

/**
 * Where a passage stands: its positions are [start, start + length).
 * @typedef {{ number: number, start: number, length: number, stream: number }} Place
 */

/** A passage's number is its place in document order. */
export class Index {
  /** @param {Store} store */
  static async open(store) {
    const manifest = await store.manifest();
    const { table, stemmer } = manifest.analysis ?? {};
    if (manifest.format !== FORMAT || table?.chain !== CHAIN || stemmer !== STEMMER) {
      throw new IndexError(
        `the index has form ${manifest.format}, and this page reads form ${FORMAT}`,
        "load the page again without the browser's cache",
      );
    }
    return new Index(store, new Analysis(table), await store.shard("root", manifest.root, readJson));
  }

  /**
   * @param {Store} store
   * @param {Analysis} analysis
   * @param {any} root
   */
  constructor(store, analysis, root) {
    this.store = store;
    this.analysis = analysis;
    this.root = root;
    /** @type {number} */
    this.passages = root.passages;
    /** @type {number} */
    this.editions = root.editions.count;
    /** @type {[number, number][]} */
    this.streams = root.streams;
    this.tableStarts = sums(root.lengths.starts);
    this.blockEnds = sums(root.blocks.passages);
  }

  /**
   * The shards of the dictionary in which keys [from, to] stand.
   * @param {string} from
   * @param {string} to
   * @returns {Promise<Map<string, Entry>[]>}
   */
  #terms(from, to) {
    const { keys, names } = this.root.terms;
    const shards = [];
    for (let i = Math.max(last(keys, (key) => compare(key, from) <= 0), 0); i < keys.length; i += 1) {
      if (compare(keys[i], to) > 0) break;
      shards.push(this.store.shard("terms", names.slice(i * HASH, (i + 1) * HASH), readTerms));
    }
    return Promise.all(shards);
  }

  /**
   * @param {string} key
   * @returns {Promise<Entry | undefined>}
   */
  async #entry(key) {
    return (await this.#terms(key, key))[0]?.get(key);
  }

  /**
   * The words of the archive that begin so, in order.
   * @param {string} prefix
   */
  async beginning(prefix) {
    const shards = await this.#terms(prefix, `${prefix}\u{10ffff}`);
    return shards.flatMap((shard) => [...shard.keys()])
      .filter((key) => key.startsWith(prefix) && !key.endsWith(STEM) && !key.startsWith(FIELD));
  }

  /**
   * The words of a stem.
   * @param {string} stem
   */
  async words(stem) {
    const entry = await this.#entry(stem + STEM);
    return entry ? readWords(stem, entry) : [stem];
  }

  /**
   * Where a word stands: positions, ascending.
   * @param {string} word
   * @returns {Promise<Float64Array>}
   */
  async positions(word) {
    const entry = await this.#entry(word);
    if (!entry) return new Float64Array();
    if (!entry.sliced) return readAscending(entry.data, entry.items);
    const slices = await Promise.all(readSlices(entry.data).map(({ first, count, hash }) =>
      this.store.shard("slice", hash, (bytes) => readAscending(bytes, count, first))));
    const all = new Float64Array(entry.items);
    let at = 0;
    for (const slice of slices) {
      all.set(slice, at);
      at += slice.length;
    }
    return all;
  }

  /**
   * The passages, or for a voice the positions, that have this value: intervals [start, end).
   * @param {string} field
   * @param {string} value
   */
  async intervals(field, value) {
    const entry = await this.#entry(FIELD + field + FIELD + value);
    return entry ? readIntervals(entry) : [];
  }

  /**
   * The values of a field between two, both included, with their passages.
   * @param {string} field
   * @param {string} from
   * @param {string} to
   */
  async valuesBetween(field, from, to) {
    const head = FIELD + field + FIELD;
    const shards = await this.#terms(head + from, head + to);
    return shards.flatMap((shard) => [...shard])
      .filter(([key]) => compare(key, head + from) >= 0 && compare(key, head + to) <= 0)
      .flatMap(([, entry]) => readIntervals(entry));
  }

  /** @param {number} i */
  #table(i) {
    const { each, names } = this.root.lengths;
    const passages = Math.min(each, this.passages - i * each);
    return this.store.shard("lengths", names.slice(i * HASH, (i + 1) * HASH), (bytes) =>
      readLengths(bytes, passages, this.tableStarts[i]));
  }

  /**
   * The passages in which positions stand.
   * @param {Iterable<number>} positions  ascending
   * @returns {Promise<Place[]>}  one for each position
   */
  async places(positions) {
    const { each } = this.root.lengths;
    const places = [];
    let i = -1;
    let table = null;
    for (const position of positions) {
      const wanted = last(this.tableStarts, (start) => start <= position, Math.max(i, 0));
      if (wanted !== i || !table) table = await this.#table(i = wanted);
      const { starts, streams } = table;
      const row = last(starts, (start) => start <= position);
      places.push({
        number: i * each + row, start: starts[row],
        length: starts[row + 1] - starts[row] - 1, stream: streams[row],
      });
    }
    return places;
  }

  /**
   * A passage by its number.
   * @param {number} number
   * @returns {Promise<Passage>}
   */
  async passage(number) {
    const i = last(this.blockEnds, (end) => end <= number) + 1;
    const hash = this.root.blocks.names.slice(i * HASH, (i + 1) * HASH);
    const block = await this.store.shard("text", hash, readJson);
    const row = block.passages[number - (i > 0 ? this.blockEnds[i - 1] : 0)];
    const [edition, title, body, date, type] = block.editions[row[0]];
    const [, section, id, kind, question, text] = row;
    return {
      edition, title, body, date, type, section: block.sections[section], id, kind, question, text,
    };
  }

  /**
   * The dates of the editions, with the numbers at which their passages end.
   * @returns {Promise<{ date: string, end: number }[]>}
   */
  async dates() {
    let end = 0;
    const editions = await this.store.shard("editions", this.root.editions.name, readJson);
    return editions.map((/** @type {[string, number, string]} */ [, passages, date]) =>
      ({ date, end: end += passages }));
  }
}

/**
 * The last index at which a test holds that holds up to some index and not after it; else -1.
 * @template T
 * @param {ArrayLike<T>} items
 * @param {(item: T) => boolean} test
 */
function last(items, test, from = 0) {
  let low = from;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(items[middle])) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The running sums of numbers.
 * @param {number[]} numbers
 */
function sums(numbers) {
  let sum = 0;
  return numbers.map((number) => (sum += number));
}

/**
 * Compares strings by code points, as the index is sorted: `<` would compare halves of pairs.
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  for (let i = 0; ; i += 1) {
    const x = a.codePointAt(i);
    const y = b.codePointAt(i);
    if (x === undefined || y === undefined) return (x ?? -1) - (y ?? -1);
    if (x !== y) return x - y;
  }
}
