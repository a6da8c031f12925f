/**
 * Clauses such as `year:2010` at the end of a query. A filter that a reader chooses becomes such a clause.
 *
 * @module clause
 */

const CLAUSES = /(?:\s+(?:in|by|year|type|kind|question|voice):(?:"[^"]*"|[^\s()]+))+\s*$/;

/**
 * Whether a query has this clause anywhere.
 * @param {string} query
 * @param {string} clause
 */
export const has = (query, clause) => ` ${query} `.includes(` ${clause} `);

/**
 * Adds a clause to the end of a query, or takes it away where the query has it.
 * @param {string} query
 * @param {string} clause
 */
export function toggled(query, clause) {
  const asked = ` ${query.trim()}`;
  const found = CLAUSES.exec(asked);
  const words = asked.slice(0, found?.index).trim();
  const clauses = found?.[0].trim().match(/\w+:(?:"[^"]*"|\S+)/g) ?? [];
  const kept = clauses.filter((other) => other !== clause);
  if (kept.length === clauses.length) kept.push(clause);
  const bracketed = /^\([^()]*\)$/.test(words);
  if (kept.length === 0) return bracketed ? words.slice(1, -1) : words;
  const loose = /\bOR\b/.test(words) && !bracketed;
  return [loose ? `(${words})` : words, ...kept].filter(Boolean).join(" ");
}
