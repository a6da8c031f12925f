/**
 * The manifest of an index: which shard to begin with, and whether this page can read the index at all.
 *
 * @module manifest
 */

import { CHAIN } from "../analysis/analysis.js";
import { STEMMER } from "../analysis/stemmer.js";
import { IndexError } from "./store.js";

/**
 * What the manifest says.
 * @param {import("./store.js").Store} store
 * @returns {Promise<{ table: import("../analysis/analysis.js").FoldingTable, root: string }>}  how words
 *   are folded, and the hash of the first shard
 * @throws {IndexError} it is damaged or of another form, or the words were analysed in another way
 */
export async function readManifest(store) {
  const { root, analysis } = await store.manifest();
  const { table, stemmer } = analysis ?? {};
  if (table?.chain !== CHAIN || stemmer !== STEMMER) {
    throw new IndexError(
      "the words of the index were analysed in another way than this page does it",
      "load the page again without the browser's cache",
    );
  }
  return { table, root };
}
