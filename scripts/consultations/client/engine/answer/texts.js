/**
 * Documents with all their words, and which of their passages some queries find: what a page needs that
 * sets documents side by side.
 *
 * @module texts
 */

import { consultations } from "../index/catalogue.js";
import { QueryEvaluation } from "../query/evaluation.js";

/**
 * @param {import("../index/index.js").Index} index
 * @param {import("../../messages.js").AskTexts} wanted
 * @param {AbortSignal} signal  of a question that overtakes this one
 * @returns {Promise<Omit<import("../../messages.js").Texts, "type" | "id">>}  the documents in the order asked for
 */
export async function texts(index, { documents, queries }, signal) {
  const found = await Promise.all(queries.map((query) => new QueryEvaluation(index, query, signal).scores()));
  const read = await Promise.all(documents.map((id) => text(index, id, found)));
  const listed = await consultations(index);
  signal.throwIfAborted();
  return {
    texts: read.filter((one) => one !== null),
    questions: listed.flatMap(({ questions }) => questions.map(({ value, number, text: words }) =>
      ({ id: value, title: [number, words].filter(Boolean).join(". "), url: `questions/${value}/` }))),
  };
}

/**
 * @param {import("../index/index.js").Index} index
 * @param {string} name  id of one of them
 * @param {{ has: (number: number) => boolean }[]} found  what each query finds, by the passages' numbers
 * @returns {Promise<import("../../messages.js").Text | null>}
 */
async function text(index, name, found) {
  const [interval] = await index.intervals("in", index.analysis.fold(name).join("-"));
  if (!interval) return null;
  const [start, end] = interval;
  const numbers = Array.from({ length: end - start }, (_, n) => start + n);
  const passages = await Promise.all(numbers.map((number) => index.passage(number)));
  const [{ edition, title, body, date }] = passages;
  return {
    edition, title, body, date,
    passages: passages.map(({ id, kind, text: words, question, voices }, n) => ({
      id, kind, text: words, voices, question,
      found: found.flatMap((all, query) => (all.has(numbers[n]) ? [query] : [])),
    })),
  };
}
