/**
 * Words that are one number, amount or hyphened compound, and the joints between them, as analysis/units.py
 * has them: no match of a phrase or of a quotation begins or ends at a joint.
 *
 * @module units
 */

import { CURRENCY, DIGIT, SPACE, inClass, literally } from "./characters.js";
import { UNITS } from "./contract.js";

/** @typedef {import("./analysis.js").Token} Token */

/** A hyphen between words, or a dash between numbers that are a range. */
export const COMPOUND = 1;
/** A blank in a number, or between a number and what it counts in. */
export const AMOUNT = 2;
/** Between the digits of one number, date or time. */
export const NUMBER = 3;

const POINT = new RegExp(`[${literally(UNITS.numberJoints)}]`, "u");
const HYPHEN = new RegExp(`[${inClass(UNITS.hyphens)}]`, "u");
const NUMBER_DASH = new RegExp(`[${inClass(UNITS.numberDashes)}]`, "u");
const SLASHES = literally(UNITS.slashes);
const SLASH = new RegExp(`[${SLASHES}]`, "u");
const DASH_AND_SIGNS = new RegExp(
  `^[${literally(UNITS.percentSigns)}]?[${inClass(UNITS.numberDashes)}${SLASHES}][${CURRENCY}]?$`,
  "u",
);
const SIGN = new RegExp(`[${CURRENCY}]`, "u");
const BLANKS = new RegExp(`^[${SPACE}]+$`, "u");
const FIRST_DIGIT = new RegExp(`^[${DIGIT}]`, "u");
const ANY_DIGIT = new RegExp(`[${DIGIT}]`, "u");
const LAST_DIGIT = new RegExp(`[${DIGIT}]$`, "u");
const YEAR = new RegExp(`^[${DIGIT}]{4}$`, "u");
const HEAD_OF_THOUSANDS = new RegExp(`^[${DIGIT}]{1,3}$`, "u");
const THREE_DIGITS = new RegExp(`^[${DIGIT}]{3}$`, "u");
const HOUR = new RegExp(`^[${DIGIT}]{1,2}$`, "u");
const MEASURED = new RegExp(`^[${DIGIT}]+[a-z]{1,2}$`, "u");
const MEASURE = /^[a-z]{1,2}$/u;

const SCALES = new Set(UNITS.scales);
const PERCENT = new Set(UNITS.percent);
const CURRENCIES = new Set(UNITS.currencies);
const HALVES_OF_DAY = new Set(UNITS.halvesOfDay);
const TENS = new Set(UNITS.tens);
const ONES = new Set(UNITS.ones);
const CARDINALS = new Set([...UNITS.tens, ...UNITS.ones, ...UNITS.teens]);

/**
 * The joints of a text: where a unit goes on from one token to the next.
 * @param {string} text
 * @param {Token[]} found  its tokens, in order
 * @param {RegExp} hidden  characters that show nothing, with the flag g
 * @returns {Map<number, number>}  COMPOUND, AMOUNT or NUMBER by the index of the token after the joint
 */
export function joints(text, found, hidden) {
  /** @type {Map<number, number>} */
  const joined = new Map();
  for (let i = 1; i < found.length; i += 1) {
    const [one, other] = [found[i - 1], found[i]];
    const gap = text.slice(one.end, other.start).replace(hidden, "");
    if (BLANKS.test(gap)) {
      for (const at of amount(found, i, joined)) joined.set(at, AMOUNT);
    } else {
      const kind = kindOf(gap, one.term, other.term);
      if (kind) joined.set(i, kind);
    }
  }
  return joined;
}

/**
 * Whether a term says how many: it begins with a digit, or is a number in letters.
 * @param {string} term
 */
export const isNumeral = (term) => FIRST_DIGIT.test(term) || CARDINALS.has(term);

/**
 * Whether a term may be part of a number: it has a digit, or is a number in letters.
 * @param {string} term
 */
export const mayCount = (term) => ANY_DIGIT.test(term) || CARDINALS.has(term);

/**
 * The joint that signs between two terms make; 0 for none.
 * @param {string} gap
 * @param {string} one
 * @param {string} other
 */
function kindOf(gap, one, other) {
  if (Array.from(gap).length !== 1) {
    // 20%-30%, £5–£10, £2bn–£3bn, £5/£10
    return DASH_AND_SIGNS.test(gap) && ANY_DIGIT.test(one) && FIRST_DIGIT.test(other) ? COMPOUND : 0;
  }
  if (LAST_DIGIT.test(one) && FIRST_DIGIT.test(other)) {
    if (POINT.test(gap)) return NUMBER;
    // Each year of a range of years is whole: 1990 may be quoted of 1990–1995.
    return NUMBER_DASH.test(gap) && !(YEAR.test(one) && YEAR.test(other)) ? COMPOUND : 0;
  }
  if (SLASH.test(gap)) {
    // 1st/2nd, 24km/h
    const isRate = MEASURED.test(one) && MEASURE.test(other);
    return isRate || (FIRST_DIGIT.test(one) && FIRST_DIGIT.test(other)) ? NUMBER : 0;
  }
  // US$40
  if (SIGN.test(gap)) return FIRST_DIGIT.test(other) ? COMPOUND : 0;
  return HYPHEN.test(gap) ? COMPOUND : 0;
}

/**
 * The joints that begin with the blank before the token `i`.
 * @param {Token[]} found
 * @param {number} i
 * @param {Map<number, number>} joined
 */
function amount(found, i, joined) {
  const [one, other] = [found[i - 1].term, found[i].term];
  const follows = joined.has(i - 1);
  if (FIRST_DIGIT.test(one)) return afterDigits(found, i, follows);
  // GBP 40
  if (CURRENCIES.has(one)) return FIRST_DIGIT.test(other) ? [i] : [];
  const goesOn = CARDINALS.has(one) || (SCALES.has(one) && (follows || SCALES.has(other)));
  return goesOn ? afterWords(found, i) : [];
}

/**
 * @param {Token[]} found
 * @param {number} i
 * @param {boolean} follows  whether the number goes on from a token before it
 */
function afterDigits(found, i, follows) {
  const [one, other] = [found[i - 1].term, found[i].term];
  if (HEAD_OF_THOUSANDS.test(one) && THREE_DIGITS.test(other)) return [i]; // 12 000
  if (other.includes(UNITS.fractionSlash)) return [i]; // 1 ½
  if (SCALES.has(other) || PERCENT.has(other) || CURRENCIES.has(other)) return [i]; // 3.2 million, 5 percent, 40 EUR
  if (isNext(found, i, "per", "cent")) return [i, i + 1]; // 5 per cent
  if (HALVES_OF_DAY.has(other) && (follows || HOUR.test(one))) return [i]; // 10.30 am
  return (other === "a" || other === "p") && isNext(found, i, other, "m") ? [i, i + 1] : []; // 10.30 a.m.
}

/**
 * @param {Token[]} found
 * @param {number} i
 */
function afterWords(found, i) {
  const [one, other] = [found[i - 1].term, found[i].term];
  if (SCALES.has(other) || (TENS.has(one) && ONES.has(other))) return [i]; // two hundred, twenty five
  if (PERCENT.has(other)) return [i]; // five percent
  if (isNext(found, i, "per", "cent")) return [i, i + 1]; // five per cent
  if (SCALES.has(one) && CARDINALS.has(other)) return [i]; // two thousand five
  const goesOn = SCALES.has(one) && other === "and" && CARDINALS.has(found[i + 1]?.term);
  return goesOn ? [i, i + 1] : []; // two hundred and five
}

/** @type {(found: Token[], i: number, one: string, other: string) => boolean} */
const isNext = (found, i, one, other) => found[i].term === one && found[i + 1]?.term === other;
