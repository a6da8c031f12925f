/**
 * Whose words are quoted, in words.
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
 * Who is quoted, and whether all of the words are theirs.
 * @param {Exclude<Voice, "own">} voice
 */
function quotedOne(voice) {
  const who = voice?.replace(/^partly /u, "");
  return { who: !who || who === "somebody quoted" ? UNKNOWN : who, all: !voice?.startsWith("partly ") };
}

/**
 * The words as somebody's: `Words of A Body, quoted in passage 3 of 9`. Of the document's own it says
 * nothing.
 * @param {Voice} voice
 * @param {string} where
 */
export function wordsOf(voice, where) {
  if (voice === "own") return "";
  const { who, all } = quotedOne(voice);
  return `${all ? "Words" : "In part words"} of ${who}, quoted in ${where}`;
}

/**
 * Who speaks, at the beginning of a reference: `A Body, quoted in An Author`; where only some of the
 * words are somebody else's, `An Author, in part quoting A Body`.
 * @param {Voice} voice
 * @param {string} of  the document's authors and their body
 */
export function speaking(voice, of) {
  if (voice === "own") return of;
  const { who, all } = quotedOne(voice);
  if (!all) return `${of}, in part quoting ${who}`;
  return `${who === UNKNOWN ? "Somebody not named" : who}, quoted in ${of}`;
}
