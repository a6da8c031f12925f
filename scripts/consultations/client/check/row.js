/**
 * The archive as one row of words, in which a quotation may stand anywhere, as
 * index/quotation/row.py has it: as far as it has been fetched.
 *
 * @module row
 */

import { joints } from "../engine/analysis/units.js";
import { QUOTATION } from "../engine/analysis/quoting.js";

export const DISTANT = QUOTATION.distant;
/** In the place of a term: the place that is free between two passages, or between two editions. */
export const BREAK = "";
export const END = "\n";

/**
 * Where one word of the archive stands: the word's index among its passage's tokens. The joints of the
 * passage stand by the index of the token after each.
 * @typedef {{
 *   number: number, passage: import("../engine/index/block.js").Passage,
 *   tokens: import("../engine/analysis/analysis.js").Token[], joints: Map<number, number>, at: number,
 * }} WordPlace
 */

/** Every word of an archive has a position: its place in document order. */
export class Row {
  /** @param {import("../engine/index/index.js").Index} index */
  constructor(index) {
    this.index = index;
    /** How many positions there are. */
    this.size = index.blockStarts[index.blockStarts.length - 1];
    /** @type {Map<string, Promise<ArrayLike<number>>>} */
    this.lists = new Map();
    /** @type {Map<number, Map<number, number>>} joints of passages, by their numbers */
    this.joined = new Map();
  }

  /**
   * Where a term stands, ascending.
   * @param {string} term
   */
  positions(term) {
    let list = this.lists.get(term);
    if (!list) {
      list = this.index.positions(term);
      this.lists.set(term, list);
      list.catch(() => this.lists.delete(term));
    }
    return list;
  }

  /**
   * How often a term stands in the archive.
   * @param {string} term
   */
  async count(term) {
    const { common } = this.index.root;
    return Object.hasOwn(common, term) ? Number(common[term]) : (await this.positions(term)).length;
  }

  /**
   * What stands at the positions [first, last): terms, BREAK or END; END outside.
   * @param {number} first
   * @param {number} last
   */
  async terms(first, last) {
    const row = [];
    for (let position = first; position < last;) {
      if (position < 0 || position >= this.size) {
        row.push(END);
        position += 1;
        continue;
      }
      const block = await this.index.blockAt(position);
      const { number, start, length } = block.place(position);
      const tokens = block.tokens(number);
      for (; position < last && position < start + length; position += 1) {
        row.push(tokens[position - start].term);
      }
      if (position < last) {
        row.push(block.passage(number).own[1] === number + 1 ? END : BREAK);
        position += 1;
      }
    }
    return row;
  }

  /**
   * The words at the positions [first, last), as printed.
   * @param {number} first
   * @param {number} last
   */
  async words(first, last) {
    const terms = await this.terms(first, last);
    const positions = terms.flatMap((term, i) => (term === BREAK || term === END ? [] : [first + i]));
    return Promise.all(positions.map(async (position) => printed(await this.place(position))));
  }

  /**
   * The word at a position; there must be one.
   * @param {number} position
   * @returns {Promise<WordPlace>}
   */
  async place(position) {
    const block = await this.index.blockAt(position);
    const { number, start } = block.place(position);
    const tokens = block.tokens(number);
    const passage = block.passage(number);
    return { number, passage, tokens, joints: this.#joints(number, passage.text, tokens), at: position - start };
  }

  /**
   * @param {number} number  of a passage
   * @param {string} text
   * @param {import("../engine/analysis/analysis.js").Token[]} tokens
   */
  #joints(number, text, tokens) {
    let found = this.joined.get(number);
    if (!found) {
      found = joints(text, tokens, this.index.analysis.hidden);
      this.joined.set(number, found);
    }
    return found;
  }

  /**
   * Of positions at which the same words stand, those where no joint stands before or after the words.
   * @param {number[]} starts
   * @param {string[]} terms
   */
  async uncut(starts, terms) {
    const [before, after] = await Promise.all([terms[0], terms[terms.length - 1]].map((term) =>
      this.index.joints(term)));
    return starts.filter((start) => Math.floor((before.get(start) ?? 0) / 4) === 0
      && (after.get(start + terms.length - 1) ?? 0) % 4 === 0);
  }

  /**
   * Whether a position stands a little further on than another, in the same document.
   * @param {number | null} before
   * @param {number | null} after
   */
  async isNear(before, after) {
    if (before === null || after === null || after <= before || after - before > DISTANT) return false;
    return await this.edition(before) === await this.edition(after);
  }

  /**
   * Whether a position stands in another document than another, or far from it.
   * @param {number | null} before
   * @param {number | null} after
   */
  async isFar(before, after) {
    if (before === null || after === null) return false;
    return Math.abs(after - before) > DISTANT
      || await this.edition(before) !== await this.edition(after);
  }

  /** The id of the document in which a position stands. @param {number} position */
  async edition(position) {
    return (await this.place(position)).passage.edition;
  }
}

/** A word as printed. @param {WordPlace} place */
export const printed = ({ passage, tokens, at }) => passage.text.slice(tokens[at].start, tokens[at].end);

/** What its passage has between a word and the one before it. @param {WordPlace} place */
export const before = ({ passage, tokens, at }) =>
  passage.text.slice(at > 0 ? tokens[at - 1].end : 0, tokens[at].start);

/** What its passage has between a word and the next. @param {WordPlace} place */
export const after = ({ passage, tokens, at }) => passage.text.slice(tokens[at].end, tokens[at + 1]?.start);

/**
 * What stands before a word of the number, amount or compound that it is part of.
 * @param {WordPlace} place
 */
export function cutBefore({ passage, tokens, joints: joined, at }) {
  let first = at;
  while (joined.has(first)) first -= 1;
  return passage.text.slice(tokens[first].start, tokens[at].start);
}

/**
 * What stands after a word of the number, amount or compound that it is part of.
 * @param {WordPlace} place
 */
export function cutAfter({ passage, tokens, joints: joined, at }) {
  let last = at;
  while (joined.has(last + 1)) last += 1;
  return passage.text.slice(tokens[at].end, tokens[last].end);
}

/** What its passage has after a word. @param {WordPlace} place */
export const rest = ({ passage, tokens, at }) => passage.text.slice(tokens[at].end);

/**
 * Whether a word is that of the text with the number of the note whose marker stood there.
 * @param {string} given
 * @param {WordPlace} place
 */
export const isNoted = (given, place) => place.passage.notes.some(([at, label]) =>
  given === printed(place) + label && at === place.tokens[place.at].end);

/**
 * What stands between two words, and whether a passage ends there; of passages that end and begin
 * between them nothing is given.
 * @param {WordPlace} one
 * @param {WordPlace} other
 * @returns {[string, boolean]}
 */
export function between(one, other) {
  const { start } = other.tokens[other.at];
  if (one.number !== other.number) return [`${rest(one)} ${other.passage.text.slice(0, start)}`, true];
  return [one.passage.text.slice(one.tokens[one.at].end, start), false];
}
