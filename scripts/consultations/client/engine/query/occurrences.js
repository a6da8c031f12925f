/**
 * Where the words of a leaf stand, in positions of the whole archive. As index/occurrences.py has it.
 *
 * @module occurrences
 */

import { SMALL_WORDS } from "../analysis/contract.js";
import { AMOUNT, COMPOUND, NUMBER, isNumeral, mayCount } from "../analysis/units.js";
import { joined } from "../lists.js";
import { phrase } from "./phrase.js";
import { slotWords } from "./vocabulary.js";

/** Stems of words that stand everywhere, so that a place of one alone tells nothing. */
const SMALL = new Set(SMALL_WORDS.stems);

/** @typedef {import("./leaves.js").Slot} Slot */
/** @typedef {import("../index/block.js").PassagePlace} PassagePlace */

/**
 * Positions, one for each slot, ascending, all in one passage.
 * @typedef {number[]} Occurrence
 */

/**
 * Every place where the words stand, once for each position at which they can begin.
 * @param {import("../index/index.js").Index} index
 * @param {import("./leaves.js").Words} words
 * @returns {Promise<{ place: PassagePlace, found: Occurrence[] }[]>}  by passage, in document order
 */
export async function occurrences(index, words) {
  const { slots } = words;
  const [first, last] = [slots[0], slots[slots.length - 1]];
  const isPhrase = slots.length > 1;
  // Most queries are single words without a digit, and such a word may stand in any unit.
  const matter = isPhrase || mayCount(first.text);
  // All at once, so that the joints come in the round trip of the words.
  const [all, before, after] = await Promise.all([
    inOrder(index, words), jointsOf(index, first, matter), jointsOf(index, last, matter),
  ]);
  const candidates = all.filter((found) =>
    !mayNotBegin(first, Math.floor((before.get(found[0]) ?? 0) / 4), isPhrase)
    && !mayNotEnd(last, (after.get(found[found.length - 1]) ?? 0) % 4, isPhrase));
  const places = await index.places(candidates.map(([start]) => start));
  /** @type {{ place: PassagePlace, found: Occurrence[] }[]} */
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
 * @param {boolean} matter  whether they matter to the query at all
 * @returns {Promise<Map<number, number>>}
 */
async function jointsOf(index, slot, matter) {
  if (!matter || (slot.kind !== "term" && slot.kind !== "stem")) return new Map();
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
function mayNotBegin({ kind, text }, joint, isPhrase) {
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
const mayNotEnd = (slot, joint, isPhrase) => mayNotBegin(slot, joint, isPhrase)
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
 * The occurrences in a passage that tell something, in the order given.
 *
 * Where an `of` was asked for beside longer words, it is one of them where it stands next to one, and
 * nothing anywhere else. Where small words are all that was found, they are what was asked for.
 * @param {[import("./leaves.js").Words, Occurrence][]} found  each with the leaf that found it
 * @returns {Occurrence[]}
 */
export function telling(found) {
  const held = new Set(found.flatMap(([words, occurrence]) => (isSmall(words) ? [] : occurrence)));
  if (held.size === 0) return found.map(([, occurrence]) => occurrence);
  const small = found.flatMap(([words, [at]]) => (isSmall(words) ? [at] : [])).sort((a, b) => a - b);
  const [forth, back] = [touching(small, held, 1), touching(small.reverse(), held, -1)];
  return found.filter(([words, [at]]) => !isSmall(words) || forth.has(at) || back.has(at))
    .map(([, occurrence]) => occurrence);
}

/**
 * A small word in double quotes is meant.
 * @param {import("./leaves.js").Words} words
 */
const isSmall = ({ slots: [first, ...others] }) =>
  others.length === 0 && first.kind === "stem" && SMALL.has(first.text);

/**
 * Positions that follow one that is held, or another such, in one direction.
 * @param {number[]} small
 * @param {Set<number>} held
 * @param {number} step
 */
function touching(small, held, step) {
  const reached = new Set(held);
  for (const at of small) if (reached.has(at - step)) reached.add(at);
  return reached;
}

/**
 * Those occurrences that stand inside a quotation, or outside every one.
 * @param {Occurrence[]} found  ascending
 * @param {import("./leaves.js").VoiceField} voice
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
