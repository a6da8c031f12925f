/**
 * Numbers as they are shown to a reader.
 *
 * @module numerals
 */

/** @param {number} number */
export const numeral = (number) => number.toLocaleString("en-GB");

/**
 * @param {number} number
 * @param {string} noun
 */
export const counted = (number, noun) => `${numeral(number)} ${noun}${number === 1 ? "" : "s"}`;
