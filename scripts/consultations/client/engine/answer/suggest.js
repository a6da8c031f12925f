/**
 * What to try where nothing is found: the query with a word left out, or spelled as the archive has it; and what
 * of it the source has, where the edition is mended.
 *
 * @module suggest
 */

import { SUGGESTION } from "../analysis/contract.js";
import { QuerySyntaxError, lexemes } from "../query/lexer.js";
import { distance } from "../query/vocabulary.js";
import { QueryEvaluation } from "../query/evaluation.js";

/** @typedef {import("../../messages.js").SourceReading} SourceReading */
/** @typedef {import("../../messages.js").Suggestion} Suggestion */
/** @typedef {{ term: string, start: number, end: number }} QueryWord  of a query, which it is from start to end */

const {
  mostWords: MOST_WORDS, mostSpellings: MOST_SPELLINGS, edits: EDITS, mostInSource: MOST_IN_SOURCE,
  mostPlaces: MOST_PLACES,
} = SUGGESTION;

/**
 * @param {QueryEvaluation} question  that finds nothing
 * @returns {Promise<Omit<import("../../messages.js").Suggestions, "type" | "id">>}
 */
export async function suggest(question) {
  const { index, query, signal } = question;
  const words = [...lexemes(query)].filter(({ kind, field }) =>
    field === null && (kind === "word" || kind === "phrase"))
    .flatMap((lexeme) => wordsOf(lexeme, query, index)).slice(0, MOST_WORDS);
  const near = await Promise.all(words.map(({ term }) => spellings(index, term)));
  signal.throwIfAborted();
  const tried = words.flatMap((word, i) => [
    { dropped: word.term, query: replaced(query, [[word, ""]]) },
    ...near[i].map((spelled) => ({ spelled, query: replaced(query, [[word, spelled]]) })),
  ]);
  const unknown = words.flatMap((word, i) => (near[i].length > 0
    ? [/** @type {[QueryWord, string]} */ ([word, near[i][0]])] : []));
  if (unknown.length > 1) {
    const spelled = unknown.map(([, word]) => word).join(" ");
    tried.unshift({ spelled, query: replaced(query, unknown) });
  }
  const counted = await Promise.all(tried.map(async (suggestion) =>
    ({ ...suggestion, total: await total(index, suggestion.query, signal) })));
  const suggestions = counted.filter(({ total: found }) => found > 0);
  return { query, suggestions, readings: await readings(index, words) };
}

/**
 * A query in which some words are replaced.
 * @param {string} query
 * @param {[QueryWord, string][]} words  in order
 */
function replaced(query, words) {
  return words.reduceRight((made, [{ start, end }, word]) => made.slice(0, start) + word + made.slice(end), query);
}

/**
 * What of a query the source has at places that are mended in the edition.
 * @param {import("../index/index.js").Index} index
 * @param {QueryWord[]} words  of the query, in order
 * @returns {Promise<SourceReading[]>}
 */
async function readings(index, words) {
  const runs = words.flatMap((_, first) =>
    words.slice(first, first + MOST_IN_SOURCE).map((__, more) => words.slice(first, first + more + 1)));
  const found = await Promise.all(runs.map(async (run) => {
    const source = run.map(({ term }) => term).join(" ");
    const places = await index.readings(source);
    return places.length > 0 ? [await reading(index, source, places)] : [];
  }));
  return found.flat();
}

/**
 * @param {import("../index/index.js").Index} index
 * @param {string} source  words of it
 * @param {[number, number][]} found  positions of the words that stand there now
 * @returns {Promise<SourceReading>}
 */
async function reading(index, source, found) {
  const passages = await index.places(found.map(([start]) => start));
  const places = await Promise.all(found.slice(0, MOST_PLACES).map(async ([start, end], i) => {
    const { number, start: first } = passages[i];
    const { id, text, edition, title, body, date } = await index.passage(number);
    const tokens = index.analysis.tokens(text).slice(start - first, end - first);
    const mended = text.slice(tokens[0].start, tokens[tokens.length - 1].end);
    return { edition, url: `texts/${edition}/#${id}`, title, body, date, mended };
  }));
  return { source, total: new Set(passages.map(({ number }) => number)).size, places };
}

/**
 * The words of a lexeme, with their places in the query.
 * @param {import("../query/lexer.js").Lexeme} lexeme
 * @param {string} query
 * @param {import("../index/index.js").Index} index
 * @returns {QueryWord[]}
 */
function wordsOf({ text, start }, query, index) {
  const at = query.indexOf(text, start);
  return index.analysis.tokens(text).map(({ term, start: from, end }) =>
    ({ term, start: at + from, end: at + end }));
}

/**
 * The archive's words that are spelled nearly so, the nearest first, of these the commonest; none
 * for a word that it has.
 * @param {import("../index/index.js").Index} index
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
 * @param {import("../index/index.js").Index} index
 * @param {string} query
 * @param {AbortSignal} signal
 */
async function total(index, query, signal) {
  try {
    return (await new QueryEvaluation(index, query, signal).scores()).size;
  } catch (error) {
    if (error instanceof QuerySyntaxError) return 0;
    throw error;
  }
}
