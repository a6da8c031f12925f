/**
 * Which words of an archive a slot of a query stands for, and which words and values are spelled alike. As
 * index/vocabulary.py has it.
 *
 * @module vocabulary
 */

import { SUGGESTION } from "../analysis/contract.js";

/** @typedef {import("./leaves.js").Slot} Slot */

/**
 * The archive's words that may stand in a slot.
 * @param {import("../index/index.js").Index} index
 * @param {Slot} slot
 * @returns {Promise<string[]>}
 */
export async function slotWords(index, { kind, text, edits }) {
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
