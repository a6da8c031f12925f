/**
 * The verdict on a quotation, from the path that its words take through the archive. As
 * index/quotation/verdict.py has it.
 *
 * @module verdict
 */

import { QUOTATION } from "../engine/analysis/quoting.js";
import { collate } from "./collation.js";
import { SHORT } from "./places.js";
import { between } from "./row.js";

/** @typedef {import("./alignment.js").Step} Step */
/** @typedef {import("./comparison.js").Comparison} Comparison */
/** @typedef {import("./difference.js").Op} Op */
/** @typedef {import("./interpretation.js").Interpretation} Interpretation */
/** @typedef {import("./row.js").Row} Row */

/**
 * @typedef {"verbatim" | "typographic" | "elided" | "altered" | "spliced" | "absent"} Ranked
 * @typedef {Ranked | "too-short"} Verdict
 */

/** @typedef {import("./part.js").Part} Part */
/** @typedef {{ verdict: Ranked, parts: Part[] }} QuotationMatch */

/** From the best to the worst. */
export const RANK = /** @type {Ranked[]} */ (QUOTATION.rank);
const {
  percent: PERCENT, percentOfPieces: PERCENT_OF_PIECES, long: LONG, percentWithLong: PERCENT_WITH_LONG,
} = QUOTATION;
const SENTENCE_END = /[.!?…]/u;
const ALTERATIONS = /** @type {Op[]} */ (QUOTATION.alterations);

/**
 * The verdict on a quotation that takes this path.
 * @param {Row} row
 * @param {Comparison} comparison
 * @param {Interpretation} quoted
 * @param {Step[]} path
 * @returns {Promise<QuotationMatch>}
 */
export async function judge(row, comparison, quoted, path) {
  const pieces = await inPieces(row, path);
  if (!stands(quoted, path, pieces)) return { verdict: "absent", parts: [] };
  // An alignment pairs as many words as it can: those that somebody has put behind the last word of a
  // sentence with the first ones of the next, as if these had been changed to them, and two or three common
  // words with the same ones of some other document. To tell such places would puzzle.
  const likely = await withoutChance(row, quoted, pieces);
  const parts = await collate(row, comparison, quoted, await withoutOtherSentences(row, quoted, likely));
  const ops = new Set(parts.flatMap(({ steps }) => steps.map(({ op }) => op)));
  // Spliced before altered: that pieces are of different places matters more than a changed word.
  if (await spliced(row, pieces)) return { verdict: "spliced", parts };
  if (ALTERATIONS.some((op) => ops.has(op)) || await broken(row, quoted, pieces)) {
    return { verdict: "altered", parts };
  }
  if (quoted.marked) return { verdict: "elided", parts };
  return { verdict: quoted.noted || ops.has("typography") ? "typographic" : "verbatim", parts };
}

/**
 * A path in pieces, each of which goes through one document without a jump.
 * @param {Row} row
 * @param {Step[]} path
 */
async function inPieces(row, path) {
  /** @type {Step[][]} */
  const pieces = [];
  let edition = "";
  for (const step of path) {
    const here = step.position === null ? edition : await row.edition(step.position);
    if (pieces.length === 0 || step.jumps || (edition && here !== edition)) pieces.push([]);
    pieces[pieces.length - 1].push(step);
    edition = here;
  }
  return pieces;
}

/**
 * Whether enough of a quotation is found to say that it comes from here.
 * @param {Interpretation} quoted
 * @param {Step[]} path
 * @param {Step[][]} pieces
 */
function stands(quoted, path, pieces) {
  const runs = [0];
  for (const { op, jumps } of path) {
    if (op !== "same" || jumps) runs.push(0);
    runs[runs.length - 1] += Number(op === "same");
  }
  const sum = (/** @type {number[]} */ counts) => counts.reduce((all, count) => all + count, 0);
  const count = quoted.words.length;
  const whole = sum(runs.filter((run) => run >= SHORT));
  if (runs.some((run) => run >= LONG) && whole * 100 >= PERCENT_WITH_LONG * count) return true;
  // In one run, common words count too. Scattered ones are found for any text, so where the path jumps
  // only whole runs count.
  if (quoted.marked || pieces.length === 1) return sum(runs) * 100 >= PERCENT * count;
  return whole * 100 >= PERCENT_OF_PIECES * count;
}

/**
 * Whether true pieces stand in different documents, or far from each other.
 * @param {Row} row
 * @param {Step[][]} pieces
 */
async function spliced(row, pieces) {
  // Shorter pieces are turns of phrase that stand everywhere.
  const long = pieces.map(samePositions).filter((positions) => positions.length >= SHORT);
  const joins = await Promise.all(long.slice(1).map((after, i) =>
    row.isFar(long[i][long[i].length - 1], after[0])));
  return joins.some(Boolean);
}

/**
 * Whether it goes on elsewhere than a little further on, over a mark that says so.
 * @param {Row} row
 * @param {Interpretation} quoted
 * @param {Step[][]} pieces
 */
async function broken(row, quoted, pieces) {
  const joins = await Promise.all(pieces.slice(1).map(async ([after], i) => {
    const before = pieces[i][pieces[i].length - 1];
    return after.word === null || quoted.marks[after.word] === null
      || !await row.isNear(before.position, after.position);
  }));
  return joins.some(Boolean);
}

/**
 * The path with the words at both ends as added ones where they go beyond a sentence. Where the quotation
 * ends a sentence at the same place, the path stays as it is.
 * @param {Row} row
 * @param {Interpretation} quoted
 * @param {Step[]} path
 * @returns {Promise<Step[]>}
 */
async function withoutOtherSentences(row, quoted, path) {
  const isSame = (/** @type {Step} */ { op }) => op === "same";
  const first = path.findIndex(isSame);
  if (first < 0) return path;
  const last = path.findLastIndex(isSame);
  return [
    ...await within(row, quoted, path[first], path.slice(0, first)),
    ...path.slice(first, last + 1),
    ...await within(row, quoted, path[last], path.slice(last + 1)),
  ];
}

/**
 * The path with the short pieces at both ends, far from its longest piece, as added words. Where marks say
 * that words are left out, short pieces are what a quotation is made of.
 * @param {Row} row
 * @param {Interpretation} quoted
 * @param {Step[][]} pieces  of its path, in order
 * @returns {Promise<Step[]>}
 */
async function withoutChance(row, quoted, pieces) {
  const found = pieces.map(samePositions);
  const longest = found.reduce((most, same) => (same.length > most.length ? same : most), []);
  if (quoted.marked || longest.length < SHORT) return pieces.flat();
  const chances = await Promise.all(found.map(async (same) =>
    same.length > 0 && same.length < SHORT && await row.isFar(longest[0], same[0])));
  const [first, last] = [chances.indexOf(false), chances.lastIndexOf(false)];
  return pieces.flatMap((piece, n) => {
    if (n < first || n > last) return piece.filter(({ word }) => word !== null).map(added);
    return n === first ? [{ ...piece[0], jumps: false }, ...piece.slice(1)] : piece;
  });
}

/** The positions at which a piece of a path has the text's words. @param {Step[]} piece */
const samePositions = (piece) =>
  piece.flatMap(({ op, position }) => (op === "same" && position !== null ? [position] : []));

/** A word that only the quotation has. @type {(step: Step) => Step} */
const added = ({ word }) => ({ op: "added", word, position: null, jumps: false });

/**
 * The steps on one side of a word that is the same.
 * @param {Row} row
 * @param {Interpretation} quoted
 * @param {Step} same
 * @param {Step[]} steps
 */
async function within(row, quoted, same, steps) {
  /** @type {Step[]} */
  const kept = [];
  for (const step of steps) {
    if (!await isBeyond(row, quoted, same, step)) kept.push(step);
    else if (step.word !== null) kept.push(added(step));
  }
  return kept;
}

/**
 * Whether a sentence or a passage of the text ends between two steps, and none of the words.
 * @param {Row} row
 * @param {Interpretation} quoted
 * @param {Step} same
 * @param {Step} step
 */
async function isBeyond(row, quoted, same, step) {
  if (same.position === null || same.word === null || step.position === null) return false;
  const [one, other] = [same.position, step.position].sort((a, b) => a - b);
  const [gap, ends] = between(await row.place(one), await row.place(other));
  if (!ends && !SENTENCE_END.test(gap)) return false;
  // A word that is left out has no place among the words of the quotation.
  const [low, high] = [same.word, step.word ?? same.word].sort((a, b) => a - b);
  return !quoted.gaps.slice(low + 1, high + 1).some((own) => SENTENCE_END.test(own));
}
