/**
 * What a quotation has beside an editor's mark, and what the text has there, as
 * index/quotation/marks.py has it. A mark stands for words, or for nothing; the points beside it must
 * be the text's all the same.
 *
 * @module marks
 */

import { after, before, between, printed, rest } from "./row.js";

/** @typedef {import("./comparison.js").Comparison} Comparison */
/** @typedef {import("./difference.js").Difference} Difference */
/** @typedef {import("./difference.js").Op} Op */
/** @typedef {import("./row.js").WordPlace} WordPlace */

/**
 * What stands before a mark, and after it, beside what the text has: the same or a point.
 * @param {Comparison} comparison
 * @param {import("./interpretation.js").EditorialMark} mark
 * @param {string} lead          what stands before it
 * @param {WordPlace | null} one     the word before it; null where the mark begins the quotation
 * @param {WordPlace | null} other   the word after it; null where it ends it
 * @param {boolean} leavesOut    whether words of the text are left out between the two
 * @returns {[Difference, Difference]}
 */
export function besideMark(comparison, mark, lead, one, other, leavesOut) {
  const text = one && other ? between(one, other)[0] : one ? rest(one) : "";
  const found = [one ? after(one) : "", other ? before(other) : text];
  /** @type {[Op, Op]} */
  let ops = ["same", "same"];
  if (one && other && !leavesOut && !mark.isEllipsis) {
    // Brackets that only put in: what is around them must be what the text has.
    ops[1] = comparison.gaps(lead + mark.trail, text, printed(one), printed(other));
  } else {
    ops = [leadOp(comparison, lead, text, one), trailOp(comparison, mark.trail, text, other)];
  }
  if (comparison.points(mark.points, text) === "punctuation") ops[0] = "punctuation";
  return [told(ops[0], lead, found[0]), told(ops[1], mark.trail, found[1])];
}

/**
 * The points before a mark go on after the word, or are the stop of a sentence left out.
 * @param {Comparison} comparison
 * @param {string} lead
 * @param {string} text
 * @param {WordPlace | null} one
 */
function leadOp(comparison, lead, text, one) {
  if (!one) return comparison.gaps(lead, "", "", "");
  return comparison.endsSentence(lead, text) ? "same" : comparison.end(lead, text, printed(one));
}

/**
 * The points after a mark stand before the word, or at the end somewhere in what follows.
 * @param {Comparison} comparison
 * @param {string} trail
 * @param {string} text
 * @param {WordPlace | null} other
 */
const trailOp = (comparison, trail, text, other) => (other
  ? comparison.start(trail, before(other), printed(other))
  : comparison.points(trail, text));

/**
 * Only a point is worth telling: a mark is in a style of its own.
 * @param {Op} op
 * @param {string} given
 * @param {string} found
 * @returns {Difference}
 */
const told = (op, given, found) =>
  (op === "punctuation" ? { op, given, found } : { op: "same", given, found: given });
