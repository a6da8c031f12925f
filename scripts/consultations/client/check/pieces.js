/**
 * Where true pieces of a quotation stand that its rarest words did not show, as
 * index/quotation/pieces.py has it. Of two true pieces run together the rarer one may take all the
 * votes; so what the cheapest path leaves unexplained is looked up once more, four words at a time.
 *
 * @module pieces
 */

import { QUOTATION } from "../engine/analysis/quoting.js";
import { below } from "../engine/lists.js";
import { SHORT, SLACK, merged } from "./places.js";

/** @typedef {import("./alignment.js").Step} Step */
/** @typedef {import("./places.js").VotingStretch} VotingStretch */
/** @typedef {import("./interpretation.js").Interpretation} Interpretation */
/** @typedef {import("./row.js").Row} Row */

const { common: COMMON, few: FEW } = QUOTATION;

/**
 * Words [first, last) of a quotation that stand in the archive, at positions i + shift.
 * @typedef {{ first: number, last: number, shift: number }} Run
 */

/**
 * The stretches with bands for the true pieces in what a path leaves unexplained; null where there is
 * no such piece.
 * @param {Row} row
 * @param {Interpretation} quoted
 * @param {VotingStretch[]} stretches
 * @param {Step[]} path  the cheapest one through these
 * @returns {Promise<VotingStretch[] | null>}
 */
export async function withPieces(row, quoted, stretches, path) {
  // Votes find one place well. What is left over is searched by fours of words, which are rarely chance.
  const explained = explainedBy(path);
  const shifts = [...new Set(explained.values())].sort((a, b) => a - b);
  /** @type {Run[]} */
  const runs = [];
  for (const [first, last] of unexplained(quoted, explained)) {
    for (const run of await covering(row, quoted, first, last, shifts)) runs.push(run);
  }
  if (runs.length === 0) return null;
  return withRuns(stretches, runs);
}

/**
 * The stretches, each with a band for every run that stands in it.
 * @param {VotingStretch[]} stretches
 * @param {Run[]} runs
 */
function withRuns(stretches, runs) {
  const firsts = stretches.map(({ first }) => first);
  const bands = stretches.map((stretch) => [...stretch.bands]);
  for (const { first, last, shift } of runs) {
    for (let k = below(firsts, first + 1) - 1; k < below(firsts, last); k += 1) {
      bands[k].push([shift - SLACK, shift + SLACK + 1]);
    }
  }
  return stretches.map(({ first, last }, k) => ({ first, last, bands: merged(bands[k]) }));
}

/**
 * The words that stand in a row of four or more as in the text, and their shifts.
 * @param {Step[]} path
 */
function explainedBy(path) {
  /** @type {Map<number, number>} */
  const found = new Map();
  /** @type {[number, number][]} */
  let run = [];
  for (const { op, word, position, jumps } of path) {
    if (op !== "same" || jumps) run = [];
    if (op === "same" && word !== null && position !== null) run.push([word, position - word]);
    if (run.length >= SHORT) for (const [i, shift] of run.slice(-SHORT)) found.set(i, shift);
  }
  return found;
}

/**
 * Words [first, last), four at least, that a path does not explain, or only word by word.
 * @param {Interpretation} quoted
 * @param {Map<number, number>} explained
 */
function unexplained({ words, marks }, explained) {
  /** @type {[number, number][]} */
  const found = [];
  let first = 0;
  for (let i = 0; i <= words.length; i += 1) {
    if (i < words.length && !explained.has(i) && marks[i] === null) continue;
    if (i - first >= SHORT) found.push([first, i]);
    first = explained.has(i) ? i + 1 : i;
  }
  return found;
}

/**
 * The longest runs of the words [first, last) that stand in the archive, until they cover them. Of two
 * runs of one length the first is the one whose shift is nearer to one that is explained.
 * @param {Row} row
 * @param {Interpretation} quoted
 * @param {number} first
 * @param {number} last
 * @param {number[]} shifts
 */
async function covering(row, { words }, first, last, shifts) {
  /** @type {Map<string, Promise<number[]>>} */
  const kept = new Map();
  /** @type {number[][]} */
  const starts = [];
  for (let i = first; i <= last - SHORT; i += 1) {
    const terms = words.slice(i, i + SHORT).map(({ term }) => term);
    const key = terms.join(" ");
    if (!kept.has(key)) kept.set(key, startsOf(row, terms));
    starts.push(await /** @type {Promise<number[]>} */ (kept.get(key)));
  }
  const runs = grown(first, starts).map((run) => ({ ...run, far: distance(shifts, run.shift) }));
  runs.sort((a, b) => (a.first - a.last) - (b.first - b.last) || a.far - b.far
    || a.first - b.first || a.last - b.last || a.shift - b.shift);
  // A run is a set of fours. One that covers no new four adds nothing.
  const covered = new Set();
  return runs.filter((run) => {
    const before = covered.size;
    for (let i = run.first; i <= run.last - SHORT; i += 1) covered.add(i);
    return covered.size > before;
  });
}

/**
 * How far a shift is from the nearest of some that ascend.
 * @param {number[]} shifts
 * @param {number} shift
 */
function distance(shifts, shift) {
  const at = below(shifts, shift);
  const near = shifts.slice(Math.max(at - 1, 0), at + 1).map((other) => Math.abs(other - shift));
  return near.length > 0 ? Math.min(...near) : 0;
}

/**
 * The positions at which fours of words stand, grown together into runs.
 * @param {number} first  the first word of the first four
 * @param {number[][]} starts  of each
 */
function grown(first, starts) {
  /** @type {Run[]} */
  const runs = [];
  /** @type {Map<number, number>} */
  let open = new Map();
  for (const [k, positions] of starts.entries()) {
    const i = first + k;
    const shifts = new Set(positions.map((position) => position - i));
    for (const [shift, begun] of open) {
      if (!shifts.has(shift)) runs.push({ first: begun, last: i + SHORT - 1, shift });
    }
    open = new Map([...shifts].map((shift) => [shift, open.get(shift) ?? i]));
  }
  const end = first + starts.length - 1 + SHORT;
  for (const [shift, begun] of open) runs.push({ first: begun, last: end, shift });
  return runs;
}

/**
 * The positions at which four terms stand, ascending; none where all are too common.
 * @param {Row} row
 * @param {string[]} terms
 */
async function startsOf(row, terms) {
  const counts = await Promise.all(terms.map((term) => row.count(term)));
  const rare = counts.map((_, i) => i).filter((i) => counts[i] <= COMMON)
    .sort((a, b) => counts[a] - counts[b] || a - b);
  if (rare.length === 0) return [];
  let starts = Array.from(await row.positions(terms[rare[0]]), (position) => position - rare[0]);
  for (const i of rare.slice(1)) {
    if (starts.length === 0) return [];
    const positions = await row.positions(terms[i]);
    starts = starts.filter((start) => holds(positions, start + i));
  }
  if (rare.length === terms.length) return starts;
  if (starts.length > FEW) return [];
  const same = await Promise.all(starts.map(async (start) =>
    (await row.terms(start, start + terms.length)).every((term, i) => term === terms[i])));
  return starts.filter((_, k) => same[k]);
}

/**
 * Whether a position is one of those that ascend.
 * @param {ArrayLike<number>} positions
 * @param {number} position
 */
const holds = (positions, position) => positions[below(positions, position)] === position;
