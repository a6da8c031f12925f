/**
 * The documents of an archive, and the questions that they answer. Each shard of these lists is fetched
 * when it is first needed.
 *
 * @module catalogue
 */

import { HASH } from "./index.js";
import { below } from "../lists.js";
import { readJson } from "./shards.js";

/** @typedef {import("./index.js").Index} Index */

/**
 * A document; its passages are [start, end). by: what `by:` takes, before it is folded.
 * @typedef {{
 *   edition: string, title: string, body: string, date: string, type: string, by: string[],
 *   start: number, end: number,
 * }} Listed
 */

/**
 * The documents in which passages stand, in order.
 * @param {Index} index
 * @param {ArrayLike<number>} numbers  of the passages, ascending
 * @returns {Promise<Listed[]>}
 */
export async function documentsOf({ root, store }, numbers) {
  const { passages, names } = root.editions;
  const isAmong = (/** @type {number} */ start, /** @type {number} */ end) =>
    below(numbers, end) > below(numbers, start);
  const shards = [];
  for (let i = 0, start = 0; i < passages.length; start += passages[i], i += 1) {
    if (!isAmong(start, start + passages[i])) continue;
    const name = names.slice(i * HASH, (i + 1) * HASH);
    shards.push(store.shard("editions", name, readJson).then((rows) => listed(rows, start)));
  }
  return (await Promise.all(shards)).flat().filter(({ start, end }) => isAmong(start, end));
}

/**
 * @param {any[][]} rows  of one shard
 * @param {number} first  the number of its first passage
 * @returns {Listed[]}
 */
function listed(rows, first) {
  let end = first;
  return rows.map(([edition, title, body, date, type, by, passages]) => {
    const start = end;
    end += passages;
    return { edition, title, body, date, type, by, start, end };
  });
}

/**
 * What the documents answer: of each consultation its questions. What a query takes as `question:` is
 * `consultation` or a question's `value`, folded.
 * @param {Index} index
 * @returns {Promise<{
 *   consultation: string, name: string,
 *   questions: { value: string, number: string | null, text: string }[],
 * }[]>}
 */
export async function consultations({ root, store }) {
  const rows = await store.shard("consultations", root.consultations, readJson);
  return rows.map((/** @type {any[]} */ [consultation, name, questions]) => ({
    consultation, name,
    questions: questions.map((/** @type {any[]} */ [value, number, text]) => ({ value, number, text })),
  }));
}
