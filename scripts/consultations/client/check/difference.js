/**
 * Where a quotation and the text differ, and which differences are grave. As
 * index/quotation/difference.py has it.
 *
 * @module difference
 */

/**
 * @typedef {"same" | "typography" | "punctuation" | "changed" | "added" | "dropped" | "moved"
 *   | "elided" | "spliced"} Op
 */

/**
 * A stretch of a quotation beside what the text has: the same, or how it differs.
 * @typedef {{ op: Op, given: string, found: string }} Difference
 */

const words = (/** @type {string} */ list) => new Set(list.split(" "));

/** The same as in Python: a test holds them to each other. */
export const GRAVE = {
  negation: words("barely cannot hardly neither never no nobody none nor not nothing nowhere "
    + "scarcely without"),
  number: words("zero one two three four five six seven eight nine ten eleven twelve thirteen "
    + "fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy "
    + "eighty ninety hundred hundreds thousand thousands million millions billion billions dozen "
    + "dozens once twice first second third fourth fifth half halves quarter quarters thirds double "
    + "triple"),
  quantifier: words("all almost always any both each either enough entire entirely every everyone "
    + "everything few fewer fewest frequently generally half least less little majority many mainly "
    + "minority more most mostly much nearly occasionally often only partly rarely seldom several "
    + "some sometimes usually whole"),
};

/**
 * Why a difference is to be told before all others; null where it is like any other.
 * @param {Difference} difference
 * @param {import("../engine/analysis/analysis.js").Analysis} analysis
 * @returns {keyof typeof GRAVE | null}
 */
export function gravity({ op, given, found }, analysis) {
  if (op === "typography") return null;
  const terms = analysis.fold(`${given} ${found}`);
  if (terms.some((term) => GRAVE.negation.has(term) || term.endsWith("n't"))) return "negation";
  if (terms.some((term) => GRAVE.number.has(term) || /\p{Nd}/u.test(term))) return "number";
  return terms.some((term) => GRAVE.quantifier.has(term)) ? "quantifier" : null;
}
