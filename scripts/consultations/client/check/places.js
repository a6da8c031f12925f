/**
 * Where a quotation may stand: its rarest words vote through their positions. As
 * index/quotation/places.py has it.
 *
 * @module places
 */

import { QUOTATION } from "../engine/analysis/quoting.js";
import { DISTANT } from "./row.js";

/** @typedef {import("./interpretation.js").Interpretation} Interpretation */
/** @typedef {import("./row.js").Row} Row */

/**
 * A diagonal band [low, high): word i of a quotation stands at a position i + shift.
 * @typedef {[number, number]} Shifts
 */

/**
 * Words [first, last) of a quotation, and the bands in which they may stand.
 * @typedef {{ first: number, last: number, bands: Shifts[] }} VotingStretch
 */

const { stretch: STRETCH, near: NEAR, rarest: RAREST, votes: VOTES, best: BEST, bucket: BUCKET } = QUOTATION;
export const SHORT = QUOTATION.short;
export const SLACK = QUOTATION.slack;

/**
 * A quotation in runs of words that vote together, with where each may stand; none where no word
 * of it says anything. No run goes over a mark.
 * @param {Row} row
 * @param {Interpretation} quoted
 * @returns {Promise<VotingStretch[]>}
 */
export async function stretches(row, quoted) {
  // Each stretch votes by itself, so that pieces of a long quotation may stand apart.
  const parts = cut(quoted);
  const terms = quoted.words.map(({ term }) => term);
  // Where a quotation has short pieces only, they vote as well.
  const least = parts.reduce((most, [first, last]) => Math.min(SHORT, Math.max(most, last - first)), 0);
  /** @type {Map<string, Promise<Shifts[]>>} */
  const kept = new Map();
  /** @type {Shifts[][]} */
  const chosen = [];
  for (const [first, last] of parts) {
    const words = last - first >= least ? terms.slice(first, last) : [];
    const key = words.join(" ");
    if (!kept.has(key)) kept.set(key, shifts(row, words));
    // A shift is counted from the stretch's own first word.
    const own = await /** @type {Promise<Shifts[]>} */ (kept.get(key));
    chosen.push(own.map(([low, high]) => [low - first, high - first]));
  }
  if (chosen.every((bands) => bands.length === 0)) return [];
  const reach = quoted.marked ? NEAR : 0;
  fill(chosen, reach);
  return parts.map(([first, last], k) =>
    ({ first, last, bands: merged(withNeighbours(chosen, k, reach)) }));
}

/**
 * Positions at which the very same terms stand, ascending, in one passage each.
 * @param {Row} row
 * @param {string[]} terms
 */
export async function exact(row, terms) {
  // The beginning of a long quotation is enough to look up: later all of it is compared with the text.
  const counts = await Promise.all(terms.slice(0, STRETCH).map((term) => row.count(term)));
  const first = counts.map((_, i) => i).sort((a, b) => counts[a] - counts[b] || a - b).slice(0, RAREST);
  if (first.length === 0 || counts[first[0]] === 0) return [];
  const lists = await Promise.all(first.map(async (i) =>
    Array.from(await row.positions(terms[i]), (position) => position - i)));
  let [starts] = lists;
  for (const list of lists.slice(1)) {
    const here = new Set(list);
    starts = starts.filter((start) => here.has(start));
  }
  const found = [];
  for (const start of starts) {
    // Where two texts differ, they mostly differ within the first words.
    if (await same(row, start, terms.slice(0, RAREST)) && await same(row, start, terms)) {
      found.push(start);
    }
  }
  return found;
}

/** @type {(row: Row, start: number, terms: string[]) => Promise<boolean>} */
async function same(row, start, terms) {
  const found = await row.terms(start, start + terms.length);
  return found.every((term, i) => term === terms[i]);
}

/**
 * @param {Interpretation} quoted
 * @returns {[number, number][]}
 */
function cut({ words, marks }) {
  const cuts = marks.flatMap((mark, i) => (mark && i > 0 && i < words.length ? [i] : []));
  const bounds = [0, ...cuts, words.length];
  return bounds.slice(1).flatMap((last, k) => {
    const first = bounds[k];
    const size = last - first;
    const parts = Math.max(Math.ceil(size / STRETCH), 1);
    const step = (/** @type {number} */ i) => first + Math.floor((size * i) / parts);
    return Array.from({ length: parts }, (_, i) => /** @type {[number, number]} */ ([step(i), step(i + 1)]));
  });
}

/**
 * Where in a stretch each of its terms stands first, the rarest first.
 * @param {Row} row
 * @param {string[]} terms
 */
async function rarest(row, terms) {
  const firsts = [...new Set(terms)].map((term) => terms.indexOf(term));
  const counts = new Map(await Promise.all(firsts.map(async (i) =>
    /** @type {[number, number]} */ ([i, await row.count(terms[i])]))));
  return firsts.sort((a, b) => Number(counts.get(a)) - Number(counts.get(b)) || a - b);
}

/**
 * The best shifts from a stretch to the archive: where the same words stand, else by votes.
 * @param {Row} row
 * @param {string[]} terms
 * @returns {Promise<Shifts[]>}
 */
async function shifts(row, terms) {
  if (terms.length === 0) return [];
  const starts = await exact(row, terms);
  if (starts.length > 0) {
    return starts.slice(0, BEST).map((start) => [start - SLACK, start + SLACK + 1]);
  }
  const votes = await voted(row, terms);
  // Words may be left out or put in, so that the votes for one place fall into two buckets.
  const pairs = [...votes].map(([bucket, score]) => ({ bucket, score: score + (votes.get(bucket + 1) ?? 0) }));
  pairs.sort((a, b) => b.score - a.score || a.bucket - b.bucket);
  /** @type {number[]} */
  const taken = [];
  for (const { bucket } of pairs) {
    if (taken.length === BEST) break;
    if (taken.every((other) => Math.abs(bucket - other) > 1)) taken.push(bucket);
  }
  return taken.map((bucket) => [bucket * BUCKET - SLACK, (bucket + 2) * BUCKET + SLACK]);
}

/**
 * Each word's weight for the shifts, in buckets, at which it would stand where it does.
 * @param {Row} row
 * @param {string[]} terms
 */
async function voted(row, terms) {
  /** @type {Map<number, number>} */
  const votes = new Map();
  let left = VOTES;
  for (const first of await rarest(row, terms)) {
    const count = await row.count(terms[first]);
    // The logarithm of how rare the word is: a vote of "the" says next to nothing.
    const weight = Math.floor(row.size / Math.max(count, 1)).toString(2).length;
    for (let i = first; i >= 0; i = terms.indexOf(terms[first], i + 1)) {
      // The commonest words come last, and are not counted once the budget is spent.
      if (count > left) return votes;
      left -= count;
      const positions = Array.from(await row.positions(terms[first]));
      const buckets = new Set(positions.map((position) => Math.floor((position - i) / BUCKET)));
      for (const bucket of buckets) votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
    }
  }
  return votes;
}

/**
 * Gives stretches of their own no place that of the one before, else of the one after.
 * @param {Shifts[][]} chosen
 * @param {number} reach
 */
function fill(chosen, reach) {
  // Such a stretch is made of very common words, and most likely goes on where its neighbour is.
  for (let k = 1; k < chosen.length; k += 1) {
    if (chosen[k].length > 0) continue;
    chosen[k] = chosen[k - 1].map(([low, high]) => [low, Math.min(high + reach, low + DISTANT)]);
  }
  for (let k = chosen.length - 2; k >= 0; k -= 1) {
    if (chosen[k].length > 0) continue;
    chosen[k] = chosen[k + 1].map(([low, high]) => [Math.max(low - reach, high - DISTANT), high]);
  }
}

/**
 * The bands of a stretch, and the best of those beside it, which may go on in it.
 * @param {Shifts[][]} chosen
 * @param {number} k
 * @param {number} reach
 * @returns {Shifts[]}
 */
function withNeighbours(chosen, k, reach) {
  const most = reach ? BEST : 2;
  /** @type {Shifts[]} */
  const before = (chosen[k - 1] ?? []).slice(0, most).map(([low, high]) => [low, high + reach]);
  /** @type {Shifts[]} */
  const after = (chosen[k + 1] ?? []).slice(0, most).map(([low, high]) => [low - reach, high]);
  return [...chosen[k], ...before, ...after];
}

/**
 * The same shifts in bands that ascend and are apart.
 * @param {Shifts[]} found
 */
export function merged(found) {
  /** @type {Shifts[]} */
  const bands = [];
  for (const [low, high] of found.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = bands[bands.length - 1];
    if (last && low <= last[1]) last[1] = Math.max(last[1], high);
    else bands.push([low, high]);
  }
  return bands;
}
