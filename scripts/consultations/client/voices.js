/**
 * Whose words a stretch of a passage is, as model/voices.py has it.
 *
 * @module voices
 */

/** @typedef {import("./messages.js").Interval} Interval */
/** Whose words text.slice(start, end) are; null where it is not known. @typedef {[number, number, string | null]} Spoken */

/** Stands before the name of who has most of the words, where others have some. */
export const PARTLY = "partly ";
/** Stands for the name after `PARTLY` where it is not known who is quoted. */
export const SOMEBODY = "somebody quoted";

/**
 * Whose words these are. Where a voice lies within another, the inner one speaks.
 * @param {Spoken[]} voices
 * @param {Interval} words
 * @returns {string | null} `own`, the document's; a name; null: somebody's whom it quotes, not known whose
 */
export function voiceAt(voices, [start, end]) {
  const around = voices.filter(([from, to]) => from <= start && end <= to);
  if (around.length === 0) return "own";
  return around.reduce((a, b) => (b[1] - b[0] < a[1] - a[0] ? b : a))[2];
}

/**
 * Whose words these are, also where a voice holds only some of them.
 * @param {Spoken[]} voices
 * @param {Interval} words
 * @returns {string | null} as voiceAt has it, or, with `partly ` before it, who has most of the words
 */
export function voiceOf(voices, [start, end]) {
  const near = voices.filter(([from, to]) => from < end && start < to);
  const whole = voiceAt(voices, [start, end]);
  if (near.length === 0 || whole !== "own") return whole;
  const shared = (/** @type {Spoken} */ [from, to]) => Math.min(to, end) - Math.max(from, start);
  const [, , who] = near.reduce((a, b) => (shared(b) > shared(a) ? b : a));
  return PARTLY + (who ?? SOMEBODY);
}

/**
 * The same interval without the blanks, points and quotation marks at its ends: they are nobody's words.
 * @param {string} text
 * @param {Interval} words
 * @returns {Interval}
 */
export function onlyWords(text, [start, end]) {
  const words = text.slice(start, end);
  const first = Math.max(words.search(/[\p{L}\p{N}]/u), 0);
  const after = /[^\p{L}\p{N}]*$/u.exec(words)?.[0].length ?? 0;
  return [start + first, Math.max(end - after, start + first)];
}
