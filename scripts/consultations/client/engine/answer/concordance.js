/**
 * Keyword in context: every place where what was asked for stands, as index/concordance.py has it.
 * All places are counted at once, from the index alone. Texts are fetched for the lines that are
 * shown, a page of them after the other; an order by neighbours needs the texts of all lines.
 *
 * @module concordance
 */

import { inClass } from "../analysis/characters.js";
import { CHARACTERS, CONCORDANCE } from "../analysis/contract.js";
import { QuerySyntaxError } from "../query/lexer.js";
import { documentsOf } from "../index/catalogue.js";
import { answered } from "./search.js";
import { voiceAt } from "../../voices.js";

/** @typedef {import("../../messages.js").ConcordanceLine} ConcordanceLine */
/** @typedef {import("../../messages.js").Neighbour} Neighbour */
/** @typedef {import("../query/evaluation.js").QueryEvaluation} QueryEvaluation */

/**
 * The first and the last position of what was asked for, in the passage of this number.
 * @typedef {{ number: number, first: number, last: number }} NodePlace
 */

const NEIGHBOURS = CONCORDANCE.neighbours;
/** How much context a line has on each side, in code points. */
const WIDTH = 80;
/** Lines of a page. */
const PAGE = 50;
/** Lines that are given at most; all are counted. */
const MOST = 1000;
const BLANK = new RegExp(`[${inClass(CHARACTERS.space)}]`, "u");

/**
 * What was made for a question, so that its next page need not be made anew.
 * @type {WeakMap<QueryEvaluation, { places: NodePlace[], passages: number, documents: Promise<number>,
 *   order: string, lines: ConcordanceLine[] }>}
 */
const made = new WeakMap();

/**
 * The places of the words of a query, in the passages that it finds.
 * @param {QueryEvaluation} question
 * @param {Pick<import("../../messages.js").AskConcordance, "order" | "from" | "upTo">} wanted
 * @returns {Promise<Omit<import("../../messages.js").Lines, "type" | "id" | "saved">>}
 * @throws {QuerySyntaxError} the query asks for no words
 */
export async function concordance(question, { order, from = 0, upTo = from + PAGE }) {
  if (!question.hasWords) {
    const what = "a concordance is of words, and the query asks for none";
    throw new QuerySyntaxError(what, "add a word or a phrase", [0, question.query.length]);
  }
  const found = made.get(question) ?? { ...await counted(question), order: "", lines: [] };
  made.set(question, found);
  const { places, passages } = found;
  const given = Math.min(places.length, MOST);
  const end = Math.min(upTo, given);
  let lines;
  if (order.length === 0) {
    lines = await drawn(question, places.slice(from, end));
  } else {
    if (found.order !== order.join()) {
      found.lines = ordered(await drawn(question, places.slice(0, given)), order);
      found.order = order.join();
    }
    lines = found.lines.slice(from, end);
  }
  const documents = await found.documents;
  return { query: question.query, total: places.length, passages, documents, given, from, lines };
}

/**
 * Every place, and in how many passages and documents they are.
 * @param {QueryEvaluation} question
 */
async function counted(question) {
  const places = /** @type {NodePlace[]} */ ([]);
  const numbers = [];
  for (const number of (await question.scores()).keys()) {
    const own = nodes(await question.occurrencesIn(number));
    if (own.length > 0) numbers.push(number);
    for (const [first, last] of own) places.push({ number, first, last });
  }
  question.signal.throwIfAborted();
  // Their list comes while the texts of the lines do. Where it does not come, that is told by who awaits it.
  const documents = documentsOf(question.index, numbers).then(({ length }) => length);
  documents.catch(() => {});
  return { places, passages: numbers.length, documents };
}

/**
 * The first and the last position of each occurrence, each pair once, ascending.
 * @param {number[][]} found
 * @returns {[number, number][]}
 */
function nodes(found) {
  const ends = new Map(found.map((all) => [`${all[0]} ${all[all.length - 1]}`, all]));
  return Array.from(ends.values(), (all) =>
    /** @type {[number, number]} */ ([all[0], all[all.length - 1]]))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/**
 * @param {QueryEvaluation} question
 * @param {NodePlace[]} places
 */
async function drawn(question, places) {
  const lines = await Promise.all(places.map((place) => line(question, place)));
  question.signal.throwIfAborted();
  return lines;
}

/**
 * @param {QueryEvaluation} question
 * @param {NodePlace} place
 * @returns {Promise<ConcordanceLine>}
 */
async function line({ index }, { number, first, last }) {
  const { text, edition, id, title, body, date, voices, question } = await index.passage(number);
  const tokens = await index.tokens(number);
  const terms = (/** @type {number} */ from, /** @type {number} */ to) =>
    tokens.slice(Math.max(from, 0), to).map(({ term }) => term);
  const [start, end] = [tokens[first].start, tokens[last].end];
  const before = Array.from(text.slice(0, start));
  const after = Array.from(text.slice(end));
  const node = text.slice(start, end);
  return {
    edition, passage: id, url: `texts/${edition}/#${id}`, title, body, date,
    start: before.length, end: before.length + Array.from(node).length,
    left: near(before.reverse()).reverse().join(""), node, right: near(after).join(""),
    voice: voiceAt(voices, [start, end]), question: answered(question),
    before: terms(first - NEIGHBOURS, first).reverse(),
    after: terms(last + 1, last + 1 + NEIGHBOURS),
  };
}

/**
 * As much of a context as a line has, cut between words.
 * @param {string[]} signs  code points, the nearest to the node first
 */
function near(signs) {
  let end = Math.min(WIDTH, signs.length);
  if (end < signs.length && !BLANK.test(signs[end])) {
    while (end > 0 && !BLANK.test(signs[end - 1])) end -= 1;
  }
  return signs.slice(0, end);
}

/**
 * The lines in an order by their neighbours, each with how many have the first of these in common.
 * @param {ConcordanceLine[]} lines
 * @param {Neighbour[]} order  by these, the first first
 */
function ordered(lines, order) {
  const count = /** @type {Map<string, number>} */ (new Map());
  for (const one of lines) {
    const word = neighbour(one, order[0]);
    count.set(word, (count.get(word) ?? 0) + 1);
  }
  return lines
    .sort((a, b) => compareBy(order, a, b))
    .map((one) => ({ ...one, alike: count.get(neighbour(one, order[0])) }));
}

/**
 * @param {ConcordanceLine} one
 * @param {Neighbour} place
 */
const neighbour = (one, place) => one[place[0] === "L" ? "before" : "after"][Number(place[1]) - 1] ?? "";

/**
 * @param {Neighbour[]} order
 * @param {ConcordanceLine} a
 * @param {ConcordanceLine} b
 */
function compareBy(order, a, b) {
  for (const place of order) {
    // Where there is no word, the line comes first.
    const [x, y] = [neighbour(a, place), neighbour(b, place)];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
