/**
 * Passages by number, with what each adds to a score, and how they are joined.
 *
 * @module scores
 */

import { last } from "../lists.js";

/**
 * Passages by number, ascending, each with its score.
 * @typedef {Pick<Map<number, number>, "size" | "has" | "get" | "keys"> & Iterable<[number, number]>} Scores
 */

/** The passages of some intervals, each with a score of 0. They are not listed: there may be many. */
class Zeros {
  /** @param {[number, number][]} intervals  [start, end), ascending and apart */
  constructor(intervals) {
    this.intervals = intervals;
    this.size = intervals.reduce((sum, [start, end]) => sum + end - start, 0);
  }

  /** @param {number} number */
  has(number) {
    const i = last(this.intervals, ([start]) => start <= number);
    return i >= 0 && number < this.intervals[i][1];
  }

  /** @param {number} number */
  get(number) {
    return this.has(number) ? 0 : undefined;
  }

  /** @returns {Generator<number, undefined>} */
  * keys() {
    for (const [start, end] of this.intervals) {
      for (let number = start; number < end; number += 1) yield number;
    }
    return undefined;
  }

  /** @returns {Generator<[number, number]>} */
  * [Symbol.iterator]() {
    for (const number of this.keys()) yield [number, 0];
  }
}

/**
 * The passages of intervals [start, end), which are apart, with a score of 0.
 * @param {[number, number][]} intervals
 * @returns {Scores}
 */
export const zeros = (intervals) => new Zeros([...intervals].sort((a, b) => a[0] - b[0]));

/**
 * All passages but some, with a score of 0.
 * @param {number} passages  how many there are
 * @param {Scores} excluded
 * @returns {Scores}
 */
export function without(passages, excluded) {
  /** @type {[number, number][]} */
  const between = [];
  let start = 0;
  for (const number of excluded.keys()) {
    if (start < number) between.push([start, number]);
    start = number + 1;
  }
  if (start < passages) between.push([start, passages]);
  return new Zeros(between);
}

/**
 * What stands in all parts, with the sums of the scores.
 * @param {Scores[]} parts
 * @returns {Scores}
 */
export function intersection(parts) {
  const [fewest, ...others] = [...parts].sort((a, b) => a.size - b.size);
  const scores = new Map();
  for (const [number, points] of fewest) {
    if (others.every((other) => other.has(number))) {
      scores.set(number, others.reduce((sum, other) => sum + Number(other.get(number)), points));
    }
  }
  return scores;
}

/**
 * What stands in any part, with the sums of the scores.
 * @param {Scores[]} parts
 * @returns {Scores}
 */
export function union(parts) {
  const scores = new Map();
  for (const part of parts) {
    for (const [number, points] of part) scores.set(number, (scores.get(number) ?? 0) + points);
  }
  return new Map([...scores].sort((a, b) => a[0] - b[0]));
}
