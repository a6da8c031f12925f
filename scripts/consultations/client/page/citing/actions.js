/**
 * The buttons beside a passage with which a reader copies its words, its address or a citation.
 *
 * @module actions
 */

import { quoted } from "./citation.js";
import { published } from "./published.js";
import { action, copying } from "../elements.js";

/**
 * The buttons of one passage.
 * @param {import("./citation.js").Cited} cited
 * @param {string} text  words of it that are quoted
 * @param {(words: string) => void} tell  says what could not be done
 * @param {string} [named]  what the address says behind the passage, so that it leads to these words
 */
export function actions(cited, text, tell, named = "") {
  cited = { ...cited, address: published(cited.address) };
  const cite = action("Cite", async () => (await import("./citing.js")).offer(cited, text));
  cite.setAttribute("aria-haspopup", "dialog");
  return [cite, copying("Copy quotation", quoted(text, cited), tell), copying("Copy link", cited.address + named, tell)];
}
