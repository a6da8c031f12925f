/**
 * A query as lexemes: brackets, operators, phrases, words and fields. As index/query/lexer.py has it.
 *
 * @module lexer
 */

import { SPACE } from "../analysis/characters.js";
import { inPhrase, inWord } from "./mistakes.js";
import { QUERY } from "../analysis/contract.js";

/** @typedef {import("../../messages.js").Interval} Interval */

/**
 * One lexeme of a query: query.slice(start, end).
 * @typedef {{
 *   kind: "(" | ")" | "AND" | "OR" | "NOT" | "phrase" | "word" | "range",
 *   text: string, start: number, end: number, field: string | null, reach: number | null,
 * }} Lexeme
 */

const FIELD = new RegExp(
  `(${QUERY.fields.join("|")}):(?=[^${SPACE}])`, "uy",
);
const BLANK = new RegExp(`[${SPACE}]+`, "uy");
const RANGE = /[[{][^\]}]*[\]}]/uy;
const CLOSING = new Map(Object.entries(QUERY.closing).map(([mark, ends]) =>
  [mark, new RegExp(`[${ends}]`, "gu")]));
const ENDS = `${SPACE}()${[...CLOSING.keys()].join("")}`;
const REACH = new RegExp(`~([0-9]+)(?![^${ENDS}])`, "uy");
const NO_REACH = new RegExp(`~[^${ENDS}]+`, "uy");
const WORD_END = new RegExp(`[${ENDS}]`, "gu");
/** The words that join the parts of a query. */
export const OPERATORS = new Set(QUERY.operators);

/** A query that cannot be read, and the place of it that cannot. */
export class QuerySyntaxError extends Error {
  /**
   * @param {string} what
   * @param {string} remedy
   * @param {Interval} place
   */
  constructor(what, remedy, place) {
    super(what);
    this.remedy = remedy;
    this.place = place;
  }
}

/**
 * @param {Lexeme} lexeme
 * @param {string} what
 * @param {string} remedy
 */
export const refuse = (lexeme, what, remedy) =>
  new QuerySyntaxError(what, remedy, [lexeme.start, lexeme.end]);

/**
 * @param {RegExp} pattern  sticky, or one that is looked for from there on
 * @param {string} text
 * @param {number} at
 */
function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * @param {string} query
 * @returns {Generator<Lexeme>}
 */
export function* lexemes(query) {
  let at = 0;
  while (at < query.length) {
    const blank = matchAt(BLANK, query, at);
    if (blank) {
      at += blank[0].length;
      continue;
    }
    const field = matchAt(FIELD, query, at);
    const lexeme = lexemeAt(query, at + (field?.[0].length ?? 0), field?.[1] ?? null, at);
    yield lexeme;
    at = lexeme.end;
  }
}

/**
 * @param {string} query
 * @param {number} at
 * @param {string | null} field
 * @param {number} start  where the lexeme begins, with its field
 * @returns {Lexeme}
 */
function lexemeAt(query, at, field, start) {
  const char = query[at];
  /** @type {(kind: Lexeme["kind"], text: string, end: number) => Lexeme} */
  const lexeme = (kind, text, end) => ({ kind, text, start, end, field, reach: null });
  if (CLOSING.has(char)) return phraseAt(query, at, field, start);
  if (char === "(") return lexeme("(", char, at + 1);
  if (char === ")") {
    if (field === null) return lexeme(")", char, at + 1);
    throw new QuerySyntaxError(
      `nothing stands after ${field}:`, "give it a value, or leave it out", [start, at],
    );
  }
  if (field !== null && (char === "[" || char === "{")) {
    const range = matchAt(RANGE, query, at);
    if (range) return lexeme("range", range[0], at + range[0].length);
    throw new QuerySyntaxError("a range is not closed", "put ] after its end", [start, query.length]);
  }
  const end = matchAt(WORD_END, query, at)?.index ?? query.length;
  const text = query.slice(at, end);
  // Only in capitals: "and", "or" and "not" are words of the texts, and every word counts.
  const operator = field === null && OPERATORS.has(text);
  const mistake = field === null && !operator ? inWord(query, at, end) : null;
  if (mistake) throw new QuerySyntaxError(mistake.what, mistake.remedy, mistake.place);
  return lexeme(operator ? /** @type {Lexeme["kind"]} */ (text) : "word", text, end);
}

/**
 * @param {string} query
 * @param {number} at
 * @param {string | null} field
 * @param {number} start
 * @returns {Lexeme}
 */
function phraseAt(query, at, field, start) {
  const closing = /** @type {RegExp} */ (CLOSING.get(query[at]));
  const end = matchAt(closing, query, at + 1)?.index;
  if (end === undefined) {
    throw new QuerySyntaxError(
      "a phrase is not closed", "put a quotation mark where it ends", [at, query.length],
    );
  }
  const mistake = field === null ? inPhrase(query.slice(at + 1, end), at + 1) : null;
  if (mistake) throw new QuerySyntaxError(mistake.what, mistake.remedy, mistake.place);
  const reach = matchAt(REACH, query, end + 1);
  const wrong = reach ? null : matchAt(NO_REACH, query, end + 1);
  if (wrong) {
    throw new QuerySyntaxError(
      `${wrong[0]} does not say how far apart the words may stand`, "write ~ and a whole number, as in ~5",
      [start, end + 1 + wrong[0].length],
    );
  }
  if (reach && reach[1].length > QUERY.mostDigits) {
    throw new QuerySyntaxError(
      "no word can stand so many places after another",
      `write a number of at most ${QUERY.mostDigits} digits`, [start, end + 1 + reach[0].length],
    );
  }
  return {
    kind: "phrase", text: query.slice(at + 1, end), start,
    end: end + 1 + (reach?.[0].length ?? 0), field, reach: reach && Number(reach[1]),
  };
}

