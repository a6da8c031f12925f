/**
 * Whole sentences around the words that were asked for, as index/excerpt.py has it.
 *
 * @module excerpt
 */

import { SPACE, literally, strippedAfter } from "../analysis/characters.js";
import { EXCERPT } from "../analysis/contract.js";

/** @typedef {import("../../messages.js").Interval} Interval */

const { short: SHORT, long: LONG, lead: LEAD } = EXCERPT;
const SENTENCE = new RegExp(
  `[${literally(EXCERPT.sentenceEnds)}][${literally(EXCERPT.afterSentence)}]*[${SPACE}]+`, "gu",
);
/** Characters that take two units. */
const ASTRAL = /[\u{10000}-\u{10ffff}]/gu;
const BLANK = new RegExp(`[${SPACE}]`, "u");
const LAST_BLANK = new RegExp(`[${SPACE}][^${SPACE}]*$`, "u");

/**
 * What to mark, in order and apart: words that follow each other are one stretch.
 * @param {number[][]} found  occurrences in a passage: positions, ascending
 * @param {import("../analysis/analysis.js").Token[]} tokens  of that passage's text
 * @returns {Interval[]}
 */
export function marks(found, tokens) {
  /** @type {Interval[]} */
  const stretches = [];
  for (const occurrence of found) {
    let [start] = occurrence;
    occurrence.forEach((position, i) => {
      if (occurrence[i + 1] === position + 1) return;
      stretches.push([start, position]);
      start = occurrence[i + 1];
    });
  }
  stretches.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  /** @type {Interval[]} */
  const merged = [];
  for (const [first, last] of stretches) {
    const [start, end] = [tokens[first].start, tokens[last].end];
    const before = merged[merged.length - 1];
    if (before && start <= before[1]) before[1] = Math.max(end, before[1]);
    else merged.push([start, end]);
  }
  return merged;
}

/**
 * The sentence in which most of what was asked for begins, and those after it while they are wanted.
 * @param {string} text  a passage's
 * @param {Interval[]} found  what to mark in it, in order and apart; may be none
 * @returns {import("../../messages.js").Excerpt}
 */
export function excerpt(text, found) {
  const [start, stop] = extent(text, found);
  return {
    text: text.slice(start, stop),
    start,
    marks: found.filter(([s, e]) => s < stop && e > start)
      .map(([s, e]) => [Math.max(s, start) - start, Math.min(e, stop) - start]),
    before: start > 0,
    after: stop < strippedAfter(text).length,
  };
}

/**
 * Where an excerpt begins and ends. Its lengths are told in code points, as Python counts, and not in
 * units of 16 bits.
 * @param {string} text
 * @param {Interval[]} found
 * @returns {Interval}
 */
function extent(text, found) {
  const points = Array.from(text);
  const words = found.map(([start, end]) => text.slice(start, end));
  if (points.length === text.length) return sentences(text, found, words);
  const units = [0];
  for (const point of points) units.push(units[units.length - 1] + point.length);
  const at = new Map(units.map((unit, i) => [unit, i]));
  const [start, stop] = sentences(
    text.replace(ASTRAL, "\ue000"),
    found.map(([s, e]) => [Number(at.get(s)), Number(at.get(e))]),
    words,
  );
  return [units[start], units[stop]];
}

/**
 * The mark with which the excerpt that tells most begins; of several the first one. It begins no sooner
 * than it must: with the last mark before which nothing more is told. Each wording counts once, by its
 * length: a long word says more of a passage than `of`, which stands everywhere. A window is moved over
 * the marks, so that the time grows with their number.
 * @param {Interval[]} found
 * @param {string[]} words  what each of them marks
 */
function best(found, words) {
  let [place, most, weight, after, until] = [0, 0, 0, 0, 0];
  const seen = /** @type {Map<string, number>} */ (new Map());
  const count = (/** @type {string} */ word, /** @type {number} */ more) => {
    const now = (seen.get(word) ?? 0) + more;
    seen.set(word, now);
    return now;
  };
  found.forEach(([start], n) => {
    for (; after < found.length && (after === n || found[after][1] - start <= LONG - LEAD); after += 1) {
      if (count(words[after], 1) === 1) weight += Array.from(words[after]).length;
    }
    if (weight > most || (weight === most && after === until)) [place, most, until] = [n, weight, after];
    if (count(words[n], -1) === 0) weight -= Array.from(words[n]).length;
  });
  return place;
}

/**
 * The sentences of an excerpt, from its first mark on, cut where they are too long.
 * @param {string} text
 * @param {Interval[]} found
 * @param {string[]} words  what each of them marks
 * @returns {Interval}
 */
function sentences(text, found, words) {
  const ends = Array.from(text.matchAll(SENTENCE), (match) => match.index + match[0].length);
  const bounds = [0, ...ends, text.length];
  const first = found[best(found, words)] ?? [0, 0];
  const i = bounds.findLastIndex((bound, at) => at < bounds.length - 1 && bound <= first[0]);
  let [start, end] = [bounds[i], bounds[i + 1]];
  for (const bound of bounds.slice(i + 2)) {
    const wanted = end < first[1] || end - start < SHORT
      || found.some(([s, e]) => s < bound && end < e);
    if (!wanted || bound - start > LONG) break;
    end = bound;
  }
  [start, end] = cut(text, start, end, first);
  return [start, start + strippedAfter(text.slice(start, end)).length];
}

/**
 * The same stretch, no longer than LONG but for a mark that is, its ends between words.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {Interval} mark
 * @returns {Interval}
 */
function cut(text, start, end, mark) {
  const until = Math.max(end, mark[1]);
  if (until - start <= LONG) return [start, until];
  let from = start;
  if (mark[0] - start > LEAD) {
    const blank = text.slice(mark[0] - LEAD, mark[0]).search(BLANK);
    from = blank < 0 ? mark[0] : mark[0] - LEAD + blank + 1;
  }
  const most = Math.max(from + LONG, mark[1]);
  if (most >= until) return [from, until];
  const blank = text.slice(mark[1], most).search(LAST_BLANK);
  return [from, blank < 0 ? most : mark[1] + blank];
}
