/**
 * The leaves of a query's tree: a word, a phrase, a field. As index/query/leaves.py has them.
 *
 * @module leaves
 */

import { PART, SPACE } from "../analysis/characters.js";
import { QUERY } from "../analysis/contract.js";
import { refuse } from "./lexer.js";
import { stem } from "../analysis/stemmer.js";

/** @typedef {import("./lexer.js").Lexeme} Lexeme */
/** @typedef {{ kind: "term" | "stem" | "prefix" | "pattern" | "near", text: string, edits: number }} Slot */
/** @typedef {"quoted" | "own"} VoiceField */
/** @typedef {{ op: "words", slots: Slot[], reach: number }} Words */
/** @typedef {{ op: "field", name: string, value: string }} Field */
/** @typedef {{ op: "years", first: number | null, last: number | null }} Years */
/** @typedef {{ op: "speaking", voice: VoiceField }} Speaking */
/** @typedef {{ op: "and" | "or", parts: QueryNode[] }} Group */
/** @typedef {{ op: "not", part: QueryNode }} Not */
/** @typedef {Words | Field | Years | Speaking | Group | Not} QueryNode */

/** A question mark at the end of a word is punctuation, since questions are pasted. */
const LAST_QUESTION_MARKS = /\?+$/u;
const NO_EDITS = new RegExp(`(?<=[${PART}])~[-+.0-9]+$`, "u");
const NEAR = /^([^~]+)~([0-9]{0,6})$/u;
const YEARS = new RegExp(
  `^([[{])[${SPACE}]*([0-9]{4})?[${SPACE}]*TO[${SPACE}]*([0-9]{4})?[${SPACE}]*([\\]}])$`, "u",
);


/**
 * The leaf that a phrase, a word or a range stands for.
 * @param {Lexeme} lexeme
 * @param {string | null} field
 * @param {import("../analysis/analysis.js").Analysis} analysis
 * @returns {QueryNode}
 */
export function leaf(lexeme, field, analysis) {
  if (field === "year") return years(lexeme);
  if (field === "voice") {
    if (lexeme.text === "quoted" || lexeme.text === "own") return { op: "speaking", voice: lexeme.text };
    throw refuse(lexeme, `there is no voice ${lexeme.text}`, "write voice:quoted or voice:own");
  }
  const terms = analysis.fold(lexeme.text);
  if (field !== null) return fieldValue(lexeme, field, terms.join("-"));
  if (lexeme.kind === "word") return word(lexeme, analysis);
  if (terms.length === 0) {
    throw refuse(lexeme, "there is no word in the phrase", "put words between its marks");
  }
  if (lexeme.reach === 0) {
    throw refuse(lexeme, "no word can stand 0 places after another", "write ~1 or more");
  }
  const slots = terms.map((text) => slot("term", text));
  return { op: "words", slots, reach: lexeme.reach ?? 1 };
}

/** @type {(kind: Slot["kind"], text: string, edits?: number) => Slot} */
const slot = (kind, text, edits = 0) => ({ kind, text, edits });

/** @type {(lexeme: Lexeme, name: string, value: string) => Field} */
function fieldValue(lexeme, name, value) {
  if (lexeme.kind === "range" || value === "" || lexeme.text.includes("*")) {
    throw refuse(
      lexeme, `${name}: takes a value as a whole`, `write ${name}: and one value after it`,
    );
  }
  if (name === "kind" && !QUERY.kinds.includes(value.replaceAll("-", "_"))) {
    throw refuse(lexeme, `there is no kind ${lexeme.text}`, `write one of ${QUERY.kinds.join(", ")}`);
  }
  return { op: "field", name, value };
}

/** @type {(lexeme: Lexeme) => Years} */
function years(lexeme) {
  if (lexeme.kind === "word" && /^[0-9]{4}$/u.test(lexeme.text)) {
    return { op: "years", first: Number(lexeme.text), last: Number(lexeme.text) };
  }
  const found = lexeme.kind === "range" && YEARS.exec(lexeme.text);
  if (!found) {
    throw refuse(
      lexeme, "year: takes years of four digits", "write year:2001 or year:[2001 TO 2005]",
    );
  }
  const [, opening, first, last, closing] = found;
  return {
    op: "years",
    first: first ? Number(first) + Number(opening === "{") : null,
    last: last ? Number(last) - Number(closing === "}") : null,
  };
}

/**
 * A bare word. If analysis makes several words of it, they must stand next to each other.
 * @type {(lexeme: Lexeme, analysis: import("../analysis/analysis.js").Analysis) => Words}
 */
function word(lexeme, analysis) {
  const text = lexeme.text.replace(LAST_QUESTION_MARKS, "");
  const near = NEAR.exec(text);
  const terms = near ? analysis.fold(near[1]) : [];
  if (near && terms.length > 0) {
    const edits = Number(near[2] || 1);
    if (terms.length > 1) {
      throw refuse(lexeme, "~ stands after more than one word", "put it after one word");
    }
    if (edits < 1 || edits > QUERY.mostEdits) {
      throw refuse(lexeme, `~${edits} cannot be asked for`, `write ~1 to ~${QUERY.mostEdits}`);
    }
    return { op: "words", slots: [slot("near", terms[0], edits)], reach: 1 };
  }
  const wrong = NO_EDITS.exec(text);
  if (wrong) throw refuse(lexeme, `${wrong[0]} cannot be asked for`, `write ~1 to ~${QUERY.mostEdits}`);
  const slots = patterns(text, analysis).map((pattern) => {
    if (!/[*?]/u.test(pattern)) return slot("stem", stem(pattern));
    const prefix = pattern.slice(0, -1);
    return pattern.endsWith("*") && !/[*?]/u.test(prefix)
      ? slot("prefix", prefix) : slot("pattern", pattern);
  });
  return { op: "words", slots, reach: 1 };
}

/**
 * The words of a bare word, folded, with * and ? where they stand in it.
 * @param {string} text
 * @param {import("../analysis/analysis.js").Analysis} analysis
 */
function patterns(text, analysis) {
  const words = [""];
  for (const part of text.split(/([*?]+)/u)) {
    if (/^[*?]/u.test(part)) {
      words[words.length - 1] += part;
      continue;
    }
    let end = 0;
    for (const token of analysis.tokens(part)) {
      if (token.start > 0) words.push("");
      words[words.length - 1] += token.term;
      end = token.end;
    }
    if (end < part.length) words.push("");
  }
  return words.filter((pattern) => /[^*?]/u.test(pattern));
}
