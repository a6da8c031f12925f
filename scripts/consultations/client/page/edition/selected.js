/**
 * The words of an edition that a reader has selected, in one passage or over several, and whose they are.
 *
 * @module selected
 */

import { onlyWords, PARTLY, SOMEBODY, voiceOf } from "../../voices.js";
import { interval, pieces } from "./text.js";

/** @typedef {import("../../voices.js").Spoken} Spoken */
/** Words, the passage in which they begin, and whose they are. @typedef {{ passage: HTMLElement, text: string, voice: string | null }} Selected */

/**
 * The voices of each passage. Offsets are counted in code points, as Python counts them, and not in
 * JavaScript's units of 16 bits.
 * @type {Record<string, Spoken[]>}
 */
const VOICES = JSON.parse(document.querySelector(".edition")?.getAttribute("data-voices") || "{}");
/** Who selects more passages than this has selected the page, and quotes nothing. */
const MOST = 20;

/** @param {string} words */
const squeezed = (words) => words.replace(/\s+/g, " ").trim();

/** @param {HTMLElement} passage */
const wordsOf = (passage) => pieces(passage).map((piece) => piece.data).join("");

/**
 * The words of a passage that lie in a range, without the numbers of notes.
 * @param {HTMLElement} passage
 * @param {Range} range
 * @returns {Selected}
 */
function partOf(passage, range) {
  const text = wordsOf(passage);
  const part = interval(passage, range);
  const signs = Array.from(text);
  const unit = (/** @type {number} */ sign) => signs.slice(0, sign).join("").length;
  const voices = (VOICES[passage.id] ?? []).map(([start, end, who]) => /** @type {Spoken} */ ([unit(start), unit(end), who]));
  return { passage, text: squeezed(text.slice(...part)), voice: voiceOf(voices, onlyWords(text, part)) };
}

/** All words of a passage, and whose they are. @param {HTMLElement} passage */
export function whole(passage) {
  const range = document.createRange();
  range.selectNodeContents(passage);
  return partOf(passage, range);
}

/**
 * What is selected; null where that is nothing, or more than anybody quotes. Passages stand apart in it by an
 * empty line.
 * @param {HTMLElement[]} passages  all of the edition
 * @returns {Selected | null}
 */
export function selectedIn(passages) {
  const found = getSelection();
  if (!found || found.isCollapsed) return null;
  const range = found.getRangeAt(0);
  const touched = passages.filter((passage) => range.intersectsNode(passage));
  if (touched.length > MOST) return null;
  const parts = touched.map((passage) => partOf(passage, range)).filter(({ text }) => text);
  if (parts.length === 0) return null;
  const text = parts.map((part) => part.text).join("\n\n");
  return { passage: parts[0].passage, text, voice: together(parts.map(({ voice }) => voice)) };
}

/**
 * Whose words several parts are together.
 * @param {(string | null)[]} voices  as `voiceOf` has them
 * @returns {string | null} likewise; of two speakers, nobody is named
 */
function together(voices) {
  const all = [...new Set(voices)];
  if (all.length === 1) return all[0];
  const said = all.filter((voice) => voice !== "own").map((voice) =>
    (voice?.startsWith(PARTLY) ? voice.slice(PARTLY.length) : voice ?? SOMEBODY));
  return PARTLY + (new Set(said).size === 1 ? said[0] : SOMEBODY);
}
