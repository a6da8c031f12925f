/**
 * The verdict on a quotation, from the path that its words take through the archive. As
 * index/quotation/verdict.py has it.
 *
 * @module verdict
 */

import { QUOTATION } from "../engine/analysis/quoting.js";
import { collate } from "./collation.js";
import { SHORT } from "./places.js";

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
  const parts = await collate(row, comparison, quoted, path);
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

/** The positions at which a piece has the text's words. @param {Step[]} piece */
const same = (piece) =>
  piece.flatMap(({ op, position }) => (op === "same" && position !== null ? [position] : []));

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
  const long = pieces.map(same).filter((positions) => positions.length >= SHORT);
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
