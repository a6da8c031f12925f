/**
 * Where the words of a leaf stand, in positions of the whole archive. As index/occurrences.py and
 * vocabulary.py have it.
 *
 * @module occurrences
 */

import { SUGGESTION } from "../analysis/contract.js";
import { AMOUNT, COMPOUND, NUMBER, isNumeral } from "../analysis/units.js";
import { joined } from "../lists.js";
import { phrase } from "./phrase.js";

/** @typedef {import("./leaves.js").Slot} Slot */
/** @typedef {import("../index/block.js").Place} Place */

/**
 * Positions, one for each slot, ascending, all in one passage.
 * @typedef {number[]} Occurrence
 */

/**
 * Every place where the words stand, once for each position at which they can begin.
 * @param {import("../index/index.js").Index} index
 * @param {import("./leaves.js").Words} words
 * @returns {Promise<{ place: Place, found: Occurrence[] }[]>}  by passage, in document order
 */
export async function occurrences(index, words) {
  const { slots } = words;
  const [first, last] = [slots[0], slots[slots.length - 1]];
  // All at once, so that the joints come in the round trip of the words.
  const [all, before, after] = await Promise.all([inOrder(index, words), jointsOf(index, first), jointsOf(index, last)]);
  const isPhrase = slots.length > 1;
  const candidates = all.filter((found) =>
    !mayNotBegin(first, Math.floor((before.get(found[0]) ?? 0) / 4), isPhrase)
    && !mayNotEnd(last, (after.get(found[found.length - 1]) ?? 0) % 4, isPhrase));
  const places = await index.places(candidates.map(([start]) => start));
  /** @type {{ place: Place, found: Occurrence[] }[]} */
  const passages = [];
  candidates.forEach((occurrence, i) => {
    const place = places[i];
    if (occurrence[occurrence.length - 1] >= place.start + place.length) return;
    const before = passages[passages.length - 1];
    if (before?.place.number === place.number) before.found.push(occurrence);
    else passages.push({ place, found: [occurrence] });
  });
  return passages;
}

/**
 * Where the words of the slots stand in order, whatever stands beside them, and maybe past the end of a passage.
 * @param {import("../index/index.js").Index} index
 * @param {import("./leaves.js").Words} words
 * @returns {Promise<Occurrence[]>}
 */
async function inOrder(index, { slots, reach }) {
  if (reach > 1 || slots.some(({ kind }) => kind !== "term")) {
    return chains(await Promise.all(slots.map((slot) => slotPositions(index, slot))), reach);
  }
  const starts = await phrase(index, slots.map(({ text }) => text));
  return starts.map((start) => slots.map((_, i) => start + i));
}

/**
 * The joints beside the words that may stand in a slot, where joints matter to it.
 * @param {import("../index/index.js").Index} index
 * @param {Slot} slot
 * @returns {Promise<Map<number, number>>}
 */
async function jointsOf(index, slot) {
  if (slot.kind !== "term" && slot.kind !== "stem") return new Map();
  const words = await slotWords(index, slot);
  const found = await Promise.all(words.map((word) => index.joints(word)));
  return new Map(found.flatMap((joints) => [...joints]));
}

/**
 * Whether a match may not begin with a slot's word where this joint stands before the word.
 *
 * A number is found whole or not at all. A bare word may be part of a number that has blanks, because the
 * rest of that number is a bare word of the query too. A single word may be part of a compound, because a
 * hyphen stands between two words. A phrase may be no part of one; but the words after a number, as in
 * `3 million people`, may begin a phrase.
 * @param {Slot} slot
 * @param {number} joint  COMPOUND, AMOUNT or NUMBER; 0 for none
 * @param {boolean} isPhrase  whether there are more words
 */
export function mayNotBegin({ kind, text }, joint, isPhrase) {
  if (kind !== "term" && kind !== "stem") return false;
  if (kind === "stem" || joint === NUMBER) return joint === NUMBER;
  return joint === AMOUNT ? isNumeral(text) : joint === COMPOUND && isPhrase;
}

/**
 * Whether a match may not end with a slot's word where this joint stands after the word.
 * @param {Slot} slot
 * @param {number} joint  COMPOUND, AMOUNT or NUMBER; 0 for none
 * @param {boolean} isPhrase  whether there are more words
 */
export const mayNotEnd = (slot, joint, isPhrase) => mayNotBegin(slot, joint, isPhrase)
  || (slot.kind === "term" && joint === AMOUNT && isPhrase);

/**
 * Where any of the words stands that may stand in a slot.
 * @param {import("../index/index.js").Index} index
 * @param {Slot} slot
 * @returns {Promise<ArrayLike<number>>}
 */
async function slotPositions(index, slot) {
  const words = await slotWords(index, slot);
  const lists = await Promise.all(words.map((word) => index.positions(word)));
  return lists.length === 1 ? lists[0] : joined(lists).sort();
}

/**
 * The archive's words that may stand in a slot.
 * @param {import("../index/index.js").Index} index
 * @param {Slot} slot
 * @returns {Promise<string[]>}
 */
async function slotWords(index, { kind, text, edits }) {
  if (kind === "term") return [text];
  if (kind === "stem") return index.words(text);
  if (kind === "prefix") return index.beginning(text);
  if (kind === "pattern") {
    const [literal] = text.split(/[*?]/u, 1);
    return (await index.beginning(literal)).filter((word) => like(word, text));
  }
  const [first] = text;
  return (await index.beginning(first)).filter((word) => distance(word, text, edits) <= edits);
}

/**
 * Whether a word is as a pattern says, in which * is any letters and ? is one.
 *
 * Not by a regular expression: many * make those take for ever.
 * @param {string} word
 * @param {string} pattern
 */
export function like(word, pattern) {
  const [letters, parts] = [[...word], [...pattern]];
  let [i, j, star, resumed] = [0, 0, -1, 0];
  while (i < letters.length) {
    if (parts[j] === "*") {
      [star, resumed] = [j, i];
      j += 1;
    } else if (parts[j] === "?" || parts[j] === letters[i]) {
      i += 1;
      j += 1;
    } else if (star >= 0) {
      // The last * takes one letter more; an earlier one need never.
      resumed += 1;
      [i, j] = [resumed, star + 1];
    } else {
      return false;
    }
  }
  return parts.slice(j).every((part) => part === "*");
}

/**
 * Of the values of a field those that may be meant by another one: three at most. First those that are
 * spelled nearly so, the nearest first; then those in which it stands.
 * @param {string} value    that the field does not have, folded
 * @param {string[]} known  that it has, folded, in order
 */
export function likely(value, known) {
  const { edits: most, mostSpellings } = SUGGESTION;
  const counted = known.map((other) => ({ other, edits: distance(other, value, most) }));
  const near = counted.filter(({ edits }) => edits <= Math.min(most, [...value].length - 1));
  near.sort((a, b) => a.edits - b.edits);
  near.push(...counted.filter((one) => one.other.includes(value) && !near.includes(one)));
  return near.slice(0, mostSpellings).map(({ other }) => other);
}

/**
 * How many letters must be put in, left out or changed; any number past the limit if more.
 * @param {string} one
 * @param {string} other
 * @param {number} limit
 */
export function distance(one, other, limit) {
  const [a, b] = [[...one], [...other]];
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    let before = row[0];
    row[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = Math.min(row[j] + 1, row[j - 1] + 1, before + Number(a[i - 1] !== b[j - 1]));
      before = row[j];
      row[j] = cost;
    }
    if (Math.min(...row) > limit) return limit + 1;
  }
  return row[b.length];
}

/**
 * One position a slot, each at most `reach` after the one before it; the nearest is taken.
 *
 * Worked from the last slot to the first, so that a position is kept only if a chain goes on from
 * it to the end. A chain may go past the end of its passage.
 * @param {ArrayLike<number>[]} slots
 * @param {number} reach
 * @returns {Occurrence[]}
 */
function chains(slots, reach) {
  /** @type {Map<number, number>[]} */
  const after = [];
  let ends = slots[slots.length - 1];
  for (const positions of slots.slice(0, -1).reverse()) {
    const following = nearest(positions, ends, reach);
    after.push(following);
    ends = [...following.keys()];
  }
  after.reverse();
  return Array.from(ends, (start) => {
    const chain = [start];
    for (const following of after) {
      chain.push(/** @type {number} */ (following.get(chain[chain.length - 1])));
    }
    return chain;
  });
}

/**
 * Of each position that has one within reach: the first end after it. Both ascend.
 * @param {ArrayLike<number>} positions
 * @param {ArrayLike<number>} ends
 * @param {number} reach
 */
function nearest(positions, ends, reach) {
  const found = new Map();
  for (let i = 0, p = 0; p < positions.length; p += 1) {
    const position = positions[p];
    while (i < ends.length && ends[i] <= position) i += 1;
    if (i < ends.length && ends[i] - position <= reach) found.set(position, ends[i]);
  }
  return found;
}

/**
 * Those occurrences that stand inside a quotation, or outside every one.
 * @param {Occurrence[]} found  ascending
 * @param {import("./leaves.js").Voice} voice
 * @param {[number, number][]} quoted  positions [start, end) in quotations, in order and apart
 */
export function spoken(found, voice, quoted) {
  let i = 0;
  return found.filter((occurrence) => {
    const [first, end] = [occurrence[0], occurrence[occurrence.length - 1]];
    while (i < quoted.length && quoted[i][1] <= first) i += 1;
    const [start, stop] = quoted[i] ?? [Infinity, Infinity];
    return voice === "own" ? end < start : start <= first && end < stop;
  });
}
