/**
 * What to try where nothing is found: the query with a word left out, or spelled as the archive has it.
 *
 * @module suggest
 */

import { QuerySyntaxError, pieces } from "./lexer.js";
import { distance } from "./occurrences.js";
import { Question } from "./question.js";

/** @typedef {import("./messages.js").Suggestion} Suggestion */

/** Words of a query that are looked at, and spellings that are tried for each. */
const MOST_WORDS = 12;
const MOST_SPELLINGS = 3;
/** Letters that may be put in, left out or changed in a spelling, but for the first. */
const EDITS = 2;

/**
 * @param {Question} question  that finds nothing
 * @returns {Promise<Omit<import("./messages.js").Suggestions, "type" | "id">>}
 */
export async function suggest(question) {
  const { index, query, signal } = question;
  const words = [...pieces(query)].filter(({ kind, field }) =>
    field === null && (kind === "word" || kind === "phrase"))
    .flatMap((piece) => wordsOf(piece, query, index)).slice(0, MOST_WORDS);
  const tried = await Promise.all(words.map(async ({ term, start, end }) => {
    const without = { dropped: term, query: query.slice(0, start) + query.slice(end) };
    const spelled = (await spellings(index, term)).map((word) =>
      ({ spelled: word, query: query.slice(0, start) + word + query.slice(end) }));
    return [without, ...spelled];
  }));
  signal.throwIfAborted();
  const counted = await Promise.all(tried.flat().map(async (suggestion) =>
    ({ ...suggestion, total: await total(index, suggestion.query, signal) })));
  return { query, suggestions: counted.filter(({ total: found }) => found > 0) };
}

/**
 * The words of a piece, with their places in the query.
 * @param {import("./lexer.js").Piece} piece
 * @param {string} query
 * @param {import("./index.js").Index} index
 */
function wordsOf({ text, start }, query, index) {
  const at = query.indexOf(text, start);
  return index.analysis.tokens(text).map(({ term, start: from, end }) =>
    ({ term, start: at + from, end: at + end }));
}

/**
 * The archive's words that are spelled nearly so, the nearest first, of these the commonest; none
 * for a word that it has.
 * @param {import("./index.js").Index} index
 * @param {string} term
 */
async function spellings(index, term) {
  if ((await index.positions(term)).length > 0) return [];
  const near = (await index.counted(term.slice(0, 1)))
    .map(([word, count]) => ({ word, count, edits: distance(word, term, EDITS) }))
    .filter(({ edits }) => edits <= EDITS && edits < term.length - 1);
  near.sort((a, b) => a.edits - b.edits || b.count - a.count || (a.word < b.word ? -1 : 1));
  return near.slice(0, MOST_SPELLINGS).map(({ word }) => word);
}

/**
 * How many passages a query finds; 0 where it cannot be read, as when all its words are gone.
 * @param {import("./index.js").Index} index
 * @param {string} query
 * @param {AbortSignal} signal
 */
async function total(index, query, signal) {
  try {
    return (await new Question(index, query, signal).scores()).size;
  } catch (error) {
    if (error instanceof QuerySyntaxError) return 0;
    throw error;
  }
}
