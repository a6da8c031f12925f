/**
 * Counts of the passages found: by document, body, year and so on. Filters, bars and strips show them.
 *
 * @module survey
 */

import { consultations, documentsOf } from "../index/catalogue.js";
import { below } from "../lists.js";
import { QueryEvaluation } from "../query/evaluation.js";

/** @typedef {import("../../messages.js").Count} Count */

/** A strip cuts a document into so many parts, and counts the passages found in each. */
const PARTS = 40;

/**
 * @param {QueryEvaluation} question
 * @returns {Promise<Omit<import("../../messages.js").Survey, "type" | "id">>}
 */
export async function survey(question) {
  const { index, query } = question;
  const numbers = [...(await question.scores()).keys()];
  const [listed, kind, answers] = await Promise.all([
    documentsOf(index, numbers),
    ofPassages(question, "kind", numbers),
    answered(question, numbers),
  ]);
  // Voices come last, since they take longest: a newer question may have overtaken this one by now.
  question.signal.throwIfAborted();
  const voice = await voices(question);
  const documents = listed.map(({ start, end, ...about }) => {
    const own = numbers.slice(below(numbers, start), below(numbers, end));
    const strip = new Array(PARTS).fill(0);
    const firsts = new Array(PARTS).fill(0);
    for (const number of own) {
      const part = Math.floor((number - start) * PARTS / (end - start));
      strip[part] += 1;
      firsts[part] ||= number - start + 1;
    }
    return { ...about, passages: end - start, found: own.length, strip, firsts };
  });
  const slug = (/** @type {string} */ value) => index.analysis.fold(value).join("-");
  const by = documents.flatMap(({ by: all, body, found }) =>
    all.map((value) => ({ value: slug(value), label: all.length > 1 ? value : body, count: found })));
  return {
    query, total: numbers.length,
    documents: documents.map(({ by: _, ...about }) => about),
    fields: {
      by: together(by),
      year: together(documents.map(({ date, found }) =>
        ({ value: date.slice(0, 4), label: date.slice(0, 4), count: found }))),
      type: together(documents.map(({ type, found }) =>
        ({ value: slug(type), label: type, count: found }))),
      kind,
      ...answers,
      voice,
    },
  };
}

/**
 * The counts of each value added up, in the order of the values.
 * @param {Count[]} counts
 * @returns {Count[]}
 */
function together(counts) {
  /** @type {Map<string, Count>} */
  const sums = new Map();
  for (const { value, label, count } of counts) {
    sums.set(value, { value, label, count: count + (sums.get(value)?.count ?? 0) });
  }
  return [...sums.values()].sort((a, b) => (a.value < b.value ? -1 : 1));
}

/**
 * The values of a field that passages have.
 * @param {QueryEvaluation} question
 * @param {string} field
 * @param {number[]} numbers  of the passages found, ascending
 * @returns {Promise<Count[]>}
 */
async function ofPassages({ index }, field, numbers) {
  const values = await index.values(field);
  return values.map(({ value, intervals }) => {
    const found = intervals.map(([start, end]) => below(numbers, end) - below(numbers, start));
    return { value, label: value, count: found.reduce((sum, count) => sum + count, 0) };
  }).filter(({ count }) => count > 0);
}

/**
 * The consultations that the passages answer, and the questions: those that most answer first, each
 * with its consultation.
 * @param {QueryEvaluation} question
 * @param {number[]} numbers
 * @returns {Promise<{ consultation: Count[], question: Count[] }>}
 */
async function answered(question, numbers) {
  const { index } = question;
  const found = await ofPassages(question, "question", numbers);
  const counts = new Map(found.map(({ value, count }) => [value, count]));
  const listed = counts.size > 0 ? await consultations(index) : [];
  /** @type {(value: string, label: string, within?: string) => Count} */
  const counted = (value, label, within) => {
    const slug = index.analysis.fold(value).join("-");
    return { value: slug, label, count: counts.get(slug) ?? 0, ...(within && { within }) };
  };
  const some = (/** @type {Count[]} */ all) => all.filter(({ count }) => count > 0);
  return {
    consultation: some(listed.map(({ consultation, name }) => counted(consultation, name || consultation))),
    question: some(listed.flatMap(({ consultation, name, questions }) =>
      questions.map(({ value, number, text }) =>
        counted(value, [number, text].filter(Boolean).join(". "), name || consultation))))
      .sort((a, b) => b.count - a.count),
  };
}

/**
 * In how many passages the words asked for are quoted, and in how many the document's own.
 * @param {QueryEvaluation} question
 * @returns {Promise<Count[]>}
 */
async function voices({ index, query, signal }) {
  return Promise.all(["own", "quoted"].map(async (value) => {
    const inVoice = new QueryEvaluation(index, `(${query}) voice:${value}`, signal);
    return { value, label: value, count: (await inVoice.scores()).size };
  }));
}
