/**
 * The query language: text to a tree, as index/parser.py reads it in Python.
 *
 * @module query
 */

import { leaf } from "./leaves.js";
import { OPERATORS, QuerySyntaxError, pieces, refuse } from "./lexer.js";

/** @typedef {import("./lexer.js").Piece} Piece */
/** @typedef {import("./leaves.js").Node} Node */

/** How many brackets and NOTs may stand inside each other. */
const DEEPEST = 50;
/** Characters of a query. */
const LONGEST = 10_000;

/**
 * The tree of a query.
 * @param {string} query
 * @param {import("../analysis/analysis.js").Analysis} analysis
 * @returns {Node}
 * @throws {QuerySyntaxError}
 */
export function parse(query, analysis) {
  const longer = query.length > LONGEST && Array.from(query).slice(LONGEST).join("");
  if (longer) {
    throw new QuerySyntaxError(
      `the query is longer than ${LONGEST} characters`,
      "ask for less; a text that quotes goes to the quotation check",
      [query.length - longer.length, query.length],
    );
  }
  const found = [...pieces(query)].filter((piece) =>
    piece.kind !== "word" || piece.field !== null || analysis.fold(piece.text).length > 0);
  if (found.length === 0) {
    throw new QuerySyntaxError(
      "there is no word in the query", "give a word or a phrase", [0, query.length],
    );
  }
  return new Parser(found, analysis).query();
}

/** Reads pieces from left to right. */
class Parser {
  /**
   * @param {Piece[]} found
   * @param {import("../analysis/analysis.js").Analysis} analysis
   */
  constructor(found, analysis) {
    this.pieces = found;
    this.analysis = analysis;
    this.next = 0;
    this.depth = 0;
    /** @type {string | null} */
    this.field = null;
  }

  query() {
    const tree = this.sequence();
    const left = this.pieces[this.next];
    if (left) {
      throw refuse(left, "a bracket is closed that was not opened", "take it out, or open it");
    }
    return tree;
  }

  /** @param {Piece["kind"]} kind */
  take(kind) {
    const piece = this.pieces[this.next];
    if (piece?.kind !== kind) return null;
    this.next += 1;
    return piece;
  }

  sequence() {
    const parts = [this.disjunction()];
    while (this.next < this.pieces.length && this.pieces[this.next].kind !== ")") {
      parts.push(this.disjunction());
    }
    return group("and", parts);
  }

  disjunction() {
    const parts = [this.conjunction()];
    while (this.take("OR")) parts.push(this.conjunction());
    return group("or", parts);
  }

  conjunction() {
    const parts = [this.negation()];
    while (this.take("AND")) parts.push(this.negation());
    return group("and", parts);
  }

  /** @returns {Node} */
  negation() {
    const not = this.take("NOT");
    if (!not) return this.primary();
    this.enter(not);
    const part = this.negation();
    this.depth -= 1;
    return { op: "not", part };
  }

  /** @returns {Node} */
  primary() {
    const opening = this.take("(");
    if (opening) return this.bracket(opening);
    const piece = this.pieces[this.next];
    if (!piece || !["phrase", "word", "range"].includes(piece.kind)) throw this.missing();
    this.next += 1;
    return leaf(piece, piece.field ?? this.field, this.analysis);
  }

  /** @param {Piece} opening */
  bracket(opening) {
    this.enter(opening);
    const outer = this.field;
    this.field = opening.field ?? outer;
    const closing = this.take(")");
    if (closing) {
      throw new QuerySyntaxError(
        "there is nothing in the brackets", "put words into them, or take them out",
        [opening.start, closing.end],
      );
    }
    const tree = this.sequence();
    if (!this.take(")")) throw refuse(opening, "a bracket is not closed", "put ) where it ends");
    this.field = outer;
    this.depth -= 1;
    return tree;
  }

  /** @param {Piece} piece */
  enter(piece) {
    this.depth += 1;
    if (this.depth > DEEPEST) {
      throw refuse(
        piece, "the query is nested too deeply", `keep to ${DEEPEST} brackets inside each other`,
      );
    }
  }

  missing() {
    const around = this.pieces.slice(Math.max(this.next - 1, 0), this.next + 1);
    // The operator before the place is what asks for a word; else what stands in the place.
    const at = around.find(({ kind }) => OPERATORS.has(kind)) ?? around[around.length - 1];
    return refuse(
      at, `something is missing beside ${at.text}`,
      "put a word there; an operator that is meant as a word goes into double quotes",
    );
  }
}

/**
 * @param {"and" | "or"} op
 * @param {Node[]} parts
 * @returns {Node}
 */
const group = (op, parts) => (parts.length === 1 ? parts[0] : { op, parts });
