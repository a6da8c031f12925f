/**
 * What a quotation has beside an editor's mark, and what the text has there, as
 * index/quotation/marks.py has it. A mark stands for words, or for nothing; the points beside it must
 * be the text's all the same.
 *
 * @module marks
 */

import { after, before, between, cutAfter, cutBefore, printed, rest } from "./row.js";

/** @typedef {import("./comparison.js").Comparison} Comparison */
/** @typedef {import("./difference.js").Difference} Difference */
/** @typedef {import("./difference.js").Op} Op */
/** @typedef {import("./row.js").WordPlace} WordPlace */

/** @typedef {import("./interpretation.js").EditorialMark} EditorialMark */
/** @typedef {import("./row.js").Row} Row */

/**
 * An editor's mark, beside what it stands for; letters that touch it must be the text's.
 * @param {Row} row
 * @param {Comparison} comparison
 * @param {EditorialMark} mark
 * @param {string} lead         what the quotation has before it
 * @param {number | null} last  the position of the word before it; null where it begins the quotation
 * @param {number} position     of the word after it
 * @returns {Promise<Difference[]>}
 */
export async function atMark(row, comparison, mark, lead, last, position) {
  if (last !== null && !await row.isNear(last, position)) {
    return [same(lead), { op: "elided", given: mark.shown, found: "" }, same(mark.trail)];
  }
  const one = last === null ? null : await row.place(last);
  const other = await row.place(position);
  const skipped = last === null ? [] : await row.words(last + 1, position);
  const terms = await row.terms(last === null ? position - 1 : last + 1, position);
  const [leading, trailing] = beside(comparison, mark, lead, one, other, skipped.length > 0);
  const parts = [leading];
  if (one && skipped.length > 0) parts.push(dropped(cutAfter(one)));
  parts.push(standing(comparison, mark, terms, skipped.join(" ")));
  if (skipped.length > 0 || !one) parts.push(dropped(cutBefore(standsFor(mark, other, -1))));
  return [...parts, trailing];
}

/**
 * An editor's mark that ends a quotation; letters that touch it must be the text's.
 * @param {Row} row
 * @param {Comparison} comparison
 * @param {EditorialMark} mark
 * @param {string} lead         what the quotation has before it
 * @param {number | null} last  the position of the word before it; null where that is not of the archive
 * @returns {Promise<Difference[]>}
 */
export async function atEnd(row, comparison, mark, lead, last) {
  const one = last === null ? null : await row.place(last);
  const [leading, trailing] = beside(comparison, mark, lead, one, null, true);
  const parts = [leading];
  if (one) parts.push(dropped(cutAfter(standsFor(mark, one, 1))));
  const terms = last === null ? null : await row.terms(last + 1, last + 2);
  parts.push(standing(comparison, mark, terms, ""));
  return [...parts, trailing];
}

/** @type {(text: string) => Difference} */
const same = (text) => ({ op: "same", given: text, found: text });

/** @type {(found: string) => Difference} */
const dropped = (found) => ({ op: "dropped", given: "", found });

/**
 * A mark beside what it stands for, in which letters that touch it must be the text's.
 * @param {Comparison} comparison
 * @param {EditorialMark} mark
 * @param {string[] | null} terms  of the text, that it may stand for; null where that is not of the archive
 * @param {string} found           the words that it leaves out, as printed
 * @returns {Difference}
 */
const standing = (comparison, mark, terms, found) => {
  const isTrue = terms === null || touches(comparison, mark, terms);
  return { op: isTrue ? "elided" : "changed", given: mark.shown, found };
};

/**
 * The word beside a place of which letters touch a mark, as in `[W]ord after`; or the place.
 * @param {EditorialMark} mark
 * @param {WordPlace} place
 * @param {number} step
 */
function standsFor(mark, place, step) {
  const at = place.at + step;
  const isWord = (mark.before || mark.after) && at >= 0 && at < place.tokens.length;
  return isWord ? { ...place, at } : place;
}

/**
 * Whether letters that touch a mark are those of a word that it stands for.
 * @param {Comparison} comparison
 * @param {EditorialMark} mark
 * @param {string[]} terms
 */
function touches(comparison, mark, terms) {
  const [head, tail] = [mark.before, mark.after].map((part) => comparison.analysis.fold(part).join(""));
  return !(head || tail)
    || terms.some((term) => term && term.startsWith(head) && term.endsWith(tail));
}

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
function beside(comparison, mark, lead, one, other, leavesOut) {
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
