/**
 * Where a quotation and the text differ, and which differences are grave. As
 * index/quotation/difference.py has it.
 *
 * @module difference
 */

import { DIGIT } from "../engine/analysis/characters.js";
import { QUOTATION } from "../engine/analysis/quoting.js";
import { latinised } from "./interpretation.js";

/**
 * @typedef {"same" | "typography" | "punctuation" | "changed" | "added" | "dropped" | "moved"
 *   | "elided" | "spliced"} Op
 */

/**
 * A stretch of a quotation beside what the text has: the same, or how it differs.
 * @typedef {{ op: Op, given: string, found: string }} Difference
 */

const GRAVE = {
  negation: new Set(QUOTATION.grave.negation),
  number: new Set(QUOTATION.grave.number),
  quantifier: new Set(QUOTATION.grave.quantifier),
};
const DIGITS = new RegExp(`[${DIGIT}]`, "u");

/**
 * The reason for which a difference is told before all others; null where there is none.
 * @param {Difference} difference
 * @param {import("../engine/analysis/analysis.js").Analysis} analysis
 * @returns {"letters" | keyof typeof GRAVE | null}  letters: those of the one look like those of the
 *   other, and are of another script
 */
export function gravity({ op, given, found }, analysis) {
  if (op === "typography") return null;
  const [one, other, seen, alike] = [given, found, latinised(given), latinised(found)]
    .map((text) => analysis.fold(text).join(" "));
  if (one !== other && seen === alike) return "letters";
  const terms = analysis.fold(`${given} ${found}`);
  if (terms.some((term) => GRAVE.negation.has(term) || term.endsWith("n't"))) return "negation";
  if (terms.some((term) => GRAVE.number.has(term) || DIGITS.test(term))) return "number";
  return terms.some((term) => GRAVE.quantifier.has(term)) ? "quantifier" : null;
}
