/**
 * The query language: text to a tree, as index/query/parser.py reads it in Python.
 *
 * @module query
 */

import { QUERY } from "../analysis/contract.js";
import { leaf } from "./leaves.js";
import { OPERATORS, QuerySyntaxError, lexemes, refuse } from "./lexer.js";

/** @typedef {import("./lexer.js").Lexeme} Lexeme */
/** @typedef {import("./leaves.js").QueryNode} QueryNode */

/**
 * A query that has been read: its tree, and every field that is asked for by a value, with its place.
 * @typedef {{ tree: QueryNode, fields: [import("./leaves.js").Field, Lexeme][] }} Query
 */

/**
 * Reads a query.
 * @param {string} query
 * @param {import("../analysis/analysis.js").Analysis} analysis
 * @returns {Query}
 * @throws {QuerySyntaxError}
 */
export function parse(query, analysis) {
  const longer = query.length > QUERY.longest && Array.from(query).slice(QUERY.longest).join("");
  if (longer) {
    throw new QuerySyntaxError(
      `the query is longer than ${QUERY.longest} characters`,
      "ask for less; a text that quotes goes to the quotation check",
      [query.length - longer.length, query.length],
    );
  }
  const found = [...lexemes(query)].filter((lexeme) =>
    lexeme.kind !== "word" || lexeme.field !== null || analysis.fold(lexeme.text).length > 0);
  if (found.length === 0) {
    throw new QuerySyntaxError(
      "there is no word in the query", "give a word or a phrase", [0, query.length],
    );
  }
  const leaves = found.filter(({ kind }) => kind === "word" || kind === "phrase" || kind === "range");
  if (leaves.length > QUERY.mostLeaves) {
    throw new QuerySyntaxError(
      `the query has more than ${QUERY.mostLeaves} words`,
      "ask for less; a text that quotes goes to the quotation check",
      [leaves[QUERY.mostLeaves].start, query.length],
    );
  }
  const parser = new Parser(found, analysis);
  return { tree: parser.query(), fields: parser.fields };
}

/** Reads lexemes from left to right. */
class Parser {
  /**
   * @param {Lexeme[]} found
   * @param {import("../analysis/analysis.js").Analysis} analysis
   */
  constructor(found, analysis) {
    this.lexemes = found;
    this.analysis = analysis;
    this.next = 0;
    this.depth = 0;
    /** @type {string | null} */
    this.field = null;
    /** @type {Query["fields"]} */
    this.fields = [];
  }

  query() {
    const tree = this.sequence();
    const left = this.lexemes[this.next];
    if (left) {
      throw refuse(left, "a bracket is closed that was not opened", "take it out, or open it");
    }
    return tree;
  }

  /** @param {Lexeme["kind"]} kind */
  take(kind) {
    const lexeme = this.lexemes[this.next];
    if (lexeme?.kind !== kind) return null;
    this.next += 1;
    return lexeme;
  }

  sequence() {
    const parts = [this.disjunction()];
    while (this.next < this.lexemes.length && this.lexemes[this.next].kind !== ")") {
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

  /** @returns {QueryNode} */
  negation() {
    const not = this.take("NOT");
    if (!not) return this.primary();
    this.enter(not);
    const part = this.negation();
    this.depth -= 1;
    return { op: "not", part };
  }

  /** @returns {QueryNode} */
  primary() {
    const opening = this.take("(");
    if (opening) return this.bracket(opening);
    const lexeme = this.lexemes[this.next];
    if (!lexeme || !["phrase", "word", "range"].includes(lexeme.kind)) throw this.missing();
    this.next += 1;
    const node = leaf(lexeme, lexeme.field ?? this.field, this.analysis);
    if (node.op === "field") this.fields.push([node, lexeme]);
    return node;
  }

  /** @param {Lexeme} opening */
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

  /** @param {Lexeme} lexeme */
  enter(lexeme) {
    this.depth += 1;
    if (this.depth > QUERY.deepest) {
      throw refuse(
        lexeme, "the query is nested too deeply", `keep to ${QUERY.deepest} brackets inside each other`,
      );
    }
  }

  missing() {
    const around = this.lexemes.slice(Math.max(this.next - 1, 0), this.next + 1);
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
 * @param {QueryNode[]} parts
 * @returns {QueryNode}
 */
const group = (op, parts) => (parts.length === 1 ? parts[0] : { op, parts });
