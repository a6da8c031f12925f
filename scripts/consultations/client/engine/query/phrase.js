/**
 * Where a phrase stands, found with few fetches. The positions of its rarest words say where it may stand;
 * the text there says whether it does.
 *
 * @module phrase
 */

import { FEW } from "../index/index.js";
import { common, shifted } from "../lists.js";

/** So many lists of positions are fetched: after two rare words few places are left to look at. */
const FIRST = 2;

/**
 * Where terms stand next to each other.
 * @param {import("../index/index.js").Index} index
 * @param {string[]} terms
 * @returns {Promise<number[]>}  positions of the first, ascending
 */
export async function phrase(index, terms) {
  const rarest = terms.map((_, i) => i)
    .sort((a, b) => index.frequency(terms[a]) - index.frequency(terms[b]));
  const first = await Promise.all(rarest.slice(0, FIRST).map((i) => index.positions(terms[i])));
  let starts = first.map((list, i) => shifted(list, -rarest[i])).reduce(common)
    .filter((start) => start >= 0);
  for (const i of rarest.slice(FIRST)) {
    if (starts.length <= FEW) return verified(index, starts, terms);
    const wanted = shifted(starts, i);
    starts = common(starts, shifted(await index.positions(terms[i], wanted), -i));
  }
  return Array.from(starts);
}

/**
 * @param {import("../index/index.js").Index} index
 * @param {ArrayLike<number>} starts
 * @param {string[]} terms
 */
async function verified(index, starts, terms) {
  const blocks = await Promise.all(Array.from(starts, (start) => index.blockAt(start)));
  return Array.from(starts).filter((start, i) => {
    const found = blocks[i].terms(start, terms.length);
    return found.length === terms.length && found.every((term, at) => term === terms[at]);
  });
}
