/**
 * Clauses such as `year:2010` that narrow a query down. A filter that a reader chooses becomes such a
 * clause; one that stands by itself, outside brackets and beside no OR or NOT, can be taken away again.
 *
 * @module clause
 */

/** Brackets, a field with its value, a phrase or a word. */
const LEXEME = /[()]|(?:\w+:)?(?:"[^"]*"(?:~\d*)?|\[[^\]]*\]|[^\s()"]+)/g;
const CLAUSE = /^(in|by|year|type|kind|question|voice|cites|about):(.+)$/;

/** @typedef {{ text: string, field: string, value: string, start: number, end: number }} Clause */

/**
 * The clauses that narrow down the whole query, in its order.
 * @param {string} query
 * @returns {Clause[]}
 */
export function clauses(query) {
  const found = [];
  const lexemes = [...query.matchAll(LEXEME)];
  let depth = 0;
  for (const [i, lexeme] of lexemes.entries()) {
    const [text] = lexeme;
    depth += text === "(" ? 1 : text === ")" ? -1 : 0;
    const [, field, value] = CLAUSE.exec(text) ?? [];
    const isLoose = ["NOT", "OR"].includes(lexemes[i - 1]?.[0]) || lexemes[i + 1]?.[0] === "OR";
    if (field === undefined || depth > 0 || isLoose) continue;
    found.push({ text, field, value, start: lexeme.index, end: lexeme.index + text.length });
  }
  return found;
}

/**
 * Whether a query has this clause.
 * @param {string} query
 * @param {string} clause
 */
export const has = (query, clause) => clauses(query).some(({ text }) => text === clause);

/**
 * Adds a clause to the end of a query, or takes it away where the query has it.
 * @param {string} query
 * @param {string} clause
 */
export function toggled(query, clause) {
  const there = clauses(query).find(({ text }) => text === clause);
  if (there) {
    const rest = `${query.slice(0, there.start).trim()} ${query.slice(there.end).trim()}`
      .replace(/ AND$/, "").trim();
    return /^\([^()]*\)$/.test(rest) ? rest.slice(1, -1) : rest;
  }
  const words = query.trim();
  const isLoose = /\bOR\b/.test(words.replace(/\([^()]*\)|"[^"]*"/g, ""));
  return `${isLoose ? `(${words})` : words} ${clause}`.trim();
}
