/**
 * Sentences that say whose words are quoted.
 *
 * @module voice
 */

/**
 * Whose words a text is: `own`, the document's; a name or a description, of the person or body that
 * the document quotes, with `partly ` before it where only some of the words are theirs; null, of
 * somebody whom it quotes, and it is not known whom.
 * @typedef {string | null} Voice
 */

const UNKNOWN = "somebody not named";

/**
 * The name of whoever is quoted, and whether all of the words are theirs.
 * @param {Exclude<Voice, "own">} voice
 */
function quotedOne(voice) {
  const who = voice?.replace(/^partly /u, "");
  return { who: !who || who === "somebody quoted" ? UNKNOWN : who, all: !voice?.startsWith("partly ") };
}

/**
 * A phrase that says whose the words are, such as `Words of A Body, quoted in passage 3 of 9`; empty
 * where they are the document's own.
 * @param {Voice} voice
 * @param {string} where
 */
export function wordsOf(voice, where) {
  if (voice === "own") return "";
  const { who, all } = quotedOne(voice);
  return `${all ? "Words" : "In part words"} of ${who}, quoted in ${where}`;
}

/**
 * The beginning of a reference. Where the document quotes all of the words it is `A Body, quoted in An
 * Author`, where it quotes some of them `An Author, in part quoting A Body`, and else its own authors.
 * @param {Voice} voice
 * @param {string} of  the document's authors and their body
 */
export function speaking(voice, of) {
  if (voice === "own") return of;
  const { who, all } = quotedOne(voice);
  if (!all) return `${of}, in part quoting ${who}`;
  return `${who === UNKNOWN ? "Somebody not named" : who}, quoted in ${of}`;
}
