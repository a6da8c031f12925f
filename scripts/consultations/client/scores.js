/**
 * Passages by number, with what each adds to a score, and how they are joined.
 *
 * @module scores
 */

/**
 * Passages by number, ascending, each with its score.
 * @typedef {Map<number, number>} Scores
 */

/**
 * The passages of intervals [start, end), which are apart, with a score of 0.
 * @param {[number, number][]} intervals
 * @returns {Scores}
 */
export function zeros(intervals) {
  const scores = new Map();
  const ordered = [...intervals].sort((a, b) => a[0] - b[0]);
  for (const [start, end] of ordered) {
    for (let number = start; number < end; number += 1) scores.set(number, 0);
  }
  return scores;
}

/**
 * All passages but some, with a score of 0.
 * @param {number} passages  how many there are
 * @param {Scores} excluded
 */
export function without(passages, excluded) {
  const scores = new Map();
  for (let number = 0; number < passages; number += 1) {
    if (!excluded.has(number)) scores.set(number, 0);
  }
  return scores;
}

/**
 * What stands in all parts, with the sums of the scores.
 * @param {Scores[]} parts
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
 */
export function union(parts) {
  const scores = new Map();
  for (const part of parts) {
    for (const [number, points] of part) scores.set(number, (scores.get(number) ?? 0) + points);
  }
  return new Map([...scores].sort((a, b) => a[0] - b[0]));
}
