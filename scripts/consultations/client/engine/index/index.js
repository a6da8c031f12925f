/**
 * An archive's index. Its shards are fetched as questions need them.
 *
 * @module index
 */

import { Analysis } from "../analysis/analysis.js";
import { INDEX } from "../analysis/contract.js";
import { Block, LengthTable } from "./block.js";
import { joined, last, sums } from "../lists.js";
import { readManifest } from "./manifest.js";
import {
  compare, readAscending, readIntervals, readJson, readLengths, readSlices, readTerms, readWords,
} from "./shards.js";

/** @typedef {import("./shards.js").Entry} Entry */

/** The manifest writes several hashes as one string, each with so many letters. */
export const HASH = 2 * INDEX.hashBytes;
/** For so few positions the blocks of text are read instead of the table of lengths. */
export const FEW = 20;
const { stem: STEM, field: FIELD, reading: READING, joint: JOINT, jointCodes: JOINT_CODES } = INDEX;

/** @typedef {import("./block.js").PassagePlace} PassagePlace */

/** A passage's number is its place in document order. */
export class Index {
  /** @param {import("./store.js").Store} store */
  static async open(store) {
    const { table, root } = await readManifest(store);
    return new Index(store, new Analysis(table), await store.shard("root", root, readJson));
  }

  /**
   * @param {import("./store.js").Store} store
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
    /** @type {Map<string, number>} */
    this.common = new Map(Object.entries(root.common));
    this.blockEnds = sums(root.blocks.passages);
    this.blockStarts = [0, ...sums(root.blocks.positions)];
    /** @type {Map<number, Promise<Block>>} */
    this.blocks = new Map();
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
    return (await this.counted(prefix)).map(([word]) => word);
  }

  /**
   * The words of the archive that begin so, in order, with how often each stands.
   * @param {string} prefix
   * @returns {Promise<[string, number][]>}
   */
  async counted(prefix) {
    const shards = await this.#terms(prefix, `${prefix}\u{10ffff}`);
    return shards.flatMap((shard) => [...shard])
      .filter(([key]) => key.startsWith(prefix) && !key.endsWith(STEM) && !key.endsWith(JOINT)
        && !key.startsWith(FIELD) && !key.startsWith(READING))
      .map(([word, { items }]) => [word, items]);
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
   * @param {ArrayLike<number>} [wanted]  only these positions matter, ascending: of a long list,
   *   what holds none of them is not fetched
   * @returns {Promise<Float64Array>}
   */
  async positions(word, wanted) {
    const entry = await this.#entry(word);
    if (!entry) return new Float64Array();
    if (!entry.sliced) return readAscending(entry.data, entry.items);
    const table = readSlices(entry.data);
    const needed = table.filter(({ first }, i) => {
      const next = table[i + 1]?.first ?? Infinity;
      return !wanted || wanted[last(wanted, (position) => position < next)] >= first;
    });
    return joined(await Promise.all(needed.map(({ first, count, hash }) =>
      this.store.shard("slice", hash, (bytes) => readAscending(bytes, count, first)))));
  }

  /**
   * What joints stand beside a word: by position, four times the kind of the one before the word, plus
   * the kind of the one after it.
   * @param {string} word
   */
  async joints(word) {
    const entry = await this.#entry(word + JOINT);
    const codes = entry ? Array.from(readAscending(entry.data, entry.items)) : [];
    return new Map(codes.map((code) => [Math.floor(code / JOINT_CODES), code % JOINT_CODES]));
  }

  /**
   * About how often a word stands in the archive: exactly where it is among the commonest.
   * @param {string} word
   */
  frequency(word) {
    // A guess for rare words: of two of them the longer is usually the rarer.
    return this.common.get(word) ?? 1 / word.length;
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
   * Where words stand for which the source has these: positions, intervals [start, end).
   * @param {string} words  folded, with blanks between them
   */
  async readings(words) {
    const entry = await this.#entry(READING + words);
    return entry ? readIntervals(entry) : [];
  }

  /**
   * The values of a field in order, with their passages; only those from one to another, both
   * included, where they are given.
   * @param {string} field
   * @param {string} [from]
   * @param {string} [to]
   */
  async values(field, from = "", to = "\u{10ffff}") {
    const head = FIELD + field + FIELD;
    const shards = await this.#terms(head + from, head + to);
    return shards.flatMap((shard) => [...shard])
      .filter(([key]) => compare(key, head + from) >= 0 && compare(key, head + to) <= 0)
      .map(([key, entry]) => ({ value: key.slice(head.length), intervals: readIntervals(entry) }));
  }

  /** @param {number} i */
  #table(i) {
    const { each, names } = this.root.lengths;
    const passages = Math.min(each, this.passages - i * each);
    return this.store.shard("lengths", names.slice(i * HASH, (i + 1) * HASH), (bytes) =>
      new LengthTable(i * each, readLengths(bytes, passages, this.tableStarts[i])));
  }

  /**
   * The passages in which positions stand.
   * @param {ArrayLike<number>} positions  ascending
   * @returns {Promise<PassagePlace[]>}  one for each position
   */
  async places(positions) {
    // So few passages are rather all shown, and their text, which is fetched then, tells their lengths too. But
    // where one table has all lengths, the page has it fetched from the start.
    const few = positions.length <= FEW && this.tableStarts.length > 1;
    const starts = few ? this.blockStarts : this.tableStarts;
    const wanted = Array.from(positions, (position) => last(starts, (start) => start <= position));
    const tables = await Promise.all(wanted.map((i) => (few ? this.block(i) : this.#table(i))));
    return Array.from(positions, (position, i) => tables[i].place(position));
  }

  /**
   * A block of text.
   * @param {number} i
   */
  block(i) {
    const { names, passages } = this.root.blocks;
    const number = this.blockEnds[i] - passages[i];
    let block = this.blocks.get(i);
    if (!block) {
      block = this.store.shard("text", names.slice(i * HASH, (i + 1) * HASH), readJson)
        .then((data) => new Block(data, number, this.blockStarts[i], this.analysis));
      this.blocks.set(i, block);
      block.catch(() => this.blocks.delete(i));
    }
    return block;
  }

  /** The block in which a position stands. @param {number} position */
  blockAt(position) {
    return this.block(last(this.blockStarts, (start) => start <= position));
  }

  /**
   * A passage by its number.
   * @param {number} number
   * @returns {Promise<import("./block.js").Passage>}
   */
  async passage(number) {
    return (await this.#blockOf(number)).passage(number);
  }

  /** The words of a passage. @param {number} number */
  async tokens(number) {
    return (await this.#blockOf(number)).tokens(number);
  }

  /** The block that a passage stands in. @param {number} number */
  #blockOf(number) {
    return this.block(last(this.blockEnds, (end) => end <= number) + 1);
  }
}
