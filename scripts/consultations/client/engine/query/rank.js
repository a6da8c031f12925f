/**
 * BM25F in whole numbers, as index/scoring.py has it: every machine comes to the same score.
 *
 * @module rank
 */

import { SCORING } from "../analysis/contract.js";

const { weights: WEIGHTS, fixed: FIXED, byLength: BY_LENGTH, gain: GAIN, fractionBits: FRACTION_BITS } = SCORING;

/**
 * The logarithm to the base 2 of a whole number from 1 to 2 ** 31, in 1024ths, rounded down.
 * @param {number} number
 */
function binaryLogarithm(number) {
  const exponent = 31 - Math.clz32(number);
  let mantissa = Math.floor((number * 2 ** 15) / 2 ** exponent);
  let result = exponent;
  for (let i = 0; i < FRACTION_BITS; i += 1) {
    mantissa = Math.floor((mantissa * mantissa) / 2 ** 15);
    result *= 2;
    if (mantissa >= 2 ** 16) {
      mantissa >>= 1;
      result += 1;
    }
  }
  return result;
}

/**
 * Inverse document frequency, log2((N + 1) / (n + 1/2)) in 1024ths.
 * @param {number} passages  how many the archive has
 * @param {number} found     in how many of them the term stands
 */
export function rarity(passages, found) {
  return binaryLogarithm(2 * passages + 2) - binaryLogarithm(2 * found + 1);
}

/**
 * What a term adds to a passage's score.
 * @param {number} rare  the term's rarity
 * @param {number} frequency  how often it stands in the passage
 * @param {{ length: number, stream: number }} passage
 * @param {[number, number][]} streams  of each its passages and its tokens
 */
export function score(rare, frequency, { length, stream }, streams) {
  const weighted = 10 * WEIGHTS[stream] * frequency;
  const [passages, tokens] = streams[stream];
  // All whole numbers below 2 ** 53: what is divided and rounded down is exact.
  const norm = FIXED + Math.floor((BY_LENGTH * length * passages) / tokens);
  return Math.floor((rare * GAIN * weighted) / (1000 * (weighted + norm)));
}
