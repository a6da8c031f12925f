/**
 * Sentences that say whose words are quoted, as data/references/quoted.py has them.
 *
 * @module voice
 */

/**
 * Whose words a text is: `own`, the document's; a name or a description, of the person or body that
 * the document quotes, with `partly ` before it where only some of the words are theirs; null, of
 * somebody whom it quotes, and it is not known whom.
 * @typedef {string | null} Voice
 */

import { PARTLY, SOMEBODY } from "../../voices.js";

/**
 * The name after `partly `.
 * @param {string} voice
 */
function somebody(voice) {
  const who = voice.slice(PARTLY.length);
  return who === SOMEBODY ? "somebody else" : who;
}

/**
 * A phrase that says whose the words are, such as `Words of A Body, quoted in passage 3 of 9`; empty
 * where they are the document's own.
 * @param {Voice} voice
 * @param {string} where
 */
export function wordsOf(voice, where) {
  if (voice === "own") return "";
  if (voice === null) return `Words of somebody quoted in ${where}, not known whose`;
  if (voice.startsWith(PARTLY)) return `In part words of ${somebody(voice)}, quoted in ${where}`;
  return `Words of ${voice}, quoted in ${where}`;
}

/**
 * The beginning of a reference: `A Speaker, quoted in An Author`; `Quoted in An Author` where it is not
 * known who is quoted; `An Author, in part quoting A Speaker` where only some of the words are quoted.
 * @param {Voice} voice
 * @param {string} of  the document's authors and their body
 */
export function speaking(voice, of) {
  if (voice === "own") return of;
  if (voice === null) return `Quoted in ${of}`;
  return voice.startsWith(PARTLY) ? `${of}, in part quoting ${somebody(voice)}` : `${voice}, quoted in ${of}`;
}

/**
 * A whole reference in some style, with whoever is quoted before it.
 * @param {Voice} voice
 * @param {string} reference
 */
export function credited(voice, reference) {
  if (voice?.startsWith(PARTLY)) return `In part words of ${somebody(voice)}. ${reference}`;
  return speaking(voice, reference);
}
