/**
 * Whole sentences around the words that were asked for, as index/excerpt.py has it.
 *
 * @module excerpt
 */

import { SPACE } from "../analysis/analysis.js";

/** @typedef {import("../../messages.js").Interval} Interval */

/** What is shorter takes in the next sentence, what is longer is cut at a word. */
const SHORT = 160;
const LONG = 400;
/** How much stands before the first mark, where a sentence has to be cut. */
const LEAD = 120;
const SENTENCE = new RegExp(`[.!?…]["'’”»)\\]]*[${SPACE}]+`, "gu");
const BLANK = new RegExp(`[${SPACE}]`, "u");
const LAST_BLANK = new RegExp(`[${SPACE}][^${SPACE}]*$`, "u");
const LAST_BLANKS = new RegExp(`[${SPACE}]+$`, "u");

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
 * The sentence in which the first mark stands, and those after it while they are wanted.
 * @param {string} text  a passage's
 * @param {Interval[]} found  what to mark in it, in order and apart; may be none
 * @returns {import("../../messages.js").Excerpt}
 */
export function excerpt(text, found) {
  const sentences = Array.from(text.matchAll(SENTENCE), (match) => match.index + match[0].length);
  const bounds = [0, ...sentences, text.length];
  const first = found[0] ?? [0, 0];
  const i = bounds.findLastIndex((bound, at) => at < bounds.length - 1 && bound <= first[0]);
  let [start, end] = [bounds[i], bounds[i + 1]];
  for (const bound of bounds.slice(i + 2)) {
    const wanted = end < first[1] || end - start < SHORT
      || found.some(([s, e]) => s < bound && end < e);
    if (!wanted || bound - start > LONG) break;
    end = bound;
  }
  [start, end] = cut(text, start, end, first);
  const shown = text.slice(start, end).replace(LAST_BLANKS, "");
  const stop = start + shown.length;
  return {
    text: shown,
    marks: found.filter(([s, e]) => s < stop && e > start)
      .map(([s, e]) => [Math.max(s, start) - start, Math.min(e, stop) - start]),
    before: start > 0,
    after: stop < text.replace(LAST_BLANKS, "").length,
  };
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
