/**
 * What other query languages mean, and this one does not: told, since it would find something else. As
 * index/query/mistakes.py has it.
 *
 * @module mistakes
 */

import { LETTER, PART, SPACE } from "../analysis/characters.js";
import { QUERY } from "../analysis/contract.js";

/** author:smith, title:"a study", but not http://…, a:b, nor a colon at the end of a word */
const NAME = new RegExp(`((?:${LETTER}){2,}):(?=[${PART}"“„«([{])`, "uy");
/** -act, !act, -"an act", -(act): not -5 */
const SIGN = new RegExp(`[-!](?=${LETTER}|["“„«(])`, "uy");
const BAR = /^\|+$/u;
const WEIGHT = /\^[0-9]+(?:\.[0-9]+)?$/u;
const RANGE = new RegExp(`[[{][^\\]}]*[${SPACE}[{]TO[${SPACE}\\]}]`, "uy");
/** "freedom of inf*", "freedom of *tion", "the wom?n", "the womn~" */
const WILD = new RegExp(
  `(?<=[${PART}])\\*|(?<![${PART}*])\\*(?=[${PART}])|(?<=[${PART}])\\?(?=[${PART}])`
  + `|(?<=[${PART}])~[0-9]?(?![^${SPACE}])`, "u",
);
const BEGINS = new RegExp(`^[${SPACE}(]?$`, "u");
/** @type {Map<string, string>} */
const MEANT = new Map(Object.entries(QUERY.meant));

/**
 * What is wrong in a query, how to mend it, and the place.
 * @typedef {{ what: string, remedy: string, place: import("../../messages.js").Interval }} Mistake
 */

/**
 * The mistake in a bare word, query.slice(start, end); null where there is none.
 * @param {string} query
 * @param {number} start
 * @param {number} end
 * @returns {Mistake | null}
 */
export function inWord(query, start, end) {
  const word = query.slice(start, end);
  const name = matchAt(NAME, query, start);
  if (name) {
    return { what: `there is no field ${name[0]}`, remedy: fields(name[1]), place: [start, start + name[0].length] };
  }
  if (BEGINS.test(query.slice(Math.max(start - 1, 0), start)) && matchAt(SIGN, query, start)) {
    const remedy = word.length > 1 ? `write NOT ${word.slice(1)}` : "write NOT";
    return { what: `${word[0]} before a word leaves nothing out`, remedy, place: [start, end] };
  }
  if (BAR.test(word)) return { what: `${word} does not mean OR`, remedy: "write OR", place: [start, end] };
  if (WEIGHT.test(word)) {
    return { what: "no word can be given a weight", remedy: "leave out what begins with ^", place: [start, end] };
  }
  const range = matchAt(RANGE, query, start);
  return range && {
    what: "a range stands after year: alone", remedy: "write year:[2001 TO 2005]",
    place: [start, start + range[0].length],
  };
}

/**
 * The mistake in what stands between the marks of a phrase, from `start` on; null where there is none.
 * @param {string} text
 * @param {number} start
 * @returns {Mistake | null}
 */
export function inPhrase(text, start) {
  const found = WILD.exec(text);
  return found && {
    what: `${found[0]} finds nothing in a phrase, which finds exactly itself`,
    remedy: "take it out, or ask for that word outside the quotation marks",
    place: [start + found.index, start + found.index + found[0].length],
  };
}

/** @param {string} name */
function fields(name) {
  const small = name.toLowerCase();
  const meant = QUERY.fields.includes(small) ? small : MEANT.get(small);
  const field = meant ? `${meant}:` : `one of ${QUERY.fields.map((one) => `${one}:`).join(", ")}`;
  return `write ${field}, or put the words into double quotes`;
}

/**
 * @param {RegExp} pattern  sticky
 * @param {string} text
 * @param {number} at
 */
function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
