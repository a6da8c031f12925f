/**
 * The one chain of analysis, as analysis/ has it in Python: text to tokens, tokens to terms.
 *
 * @module analysis
 */

import { inClass } from "./characters.js";

/** The number of the chain that this module follows. */
export const CHAIN = 1;

/**
 * A word of a text: text.slice(start, end), and the term that it is folded to.
 * @typedef {{ term: string, start: number, end: number }} Token
 */

/**
 * The table of folding rules, as analysis/folding.toml explains it; it comes with the index.
 * @typedef {{
 *   chain: number, apostrophes: string, invisible: string[], diacritics: string[],
 *   letters: Record<string, string>,
 * }} FoldingTable
 */

/** How an archive's words are folded. */
export class Analysis {
  /** @param {FoldingTable} table */
  constructor({ apostrophes, invisible, diacritics, letters }) {
    const hidden = inClass(invisible);
    const apostrophe = `[${apostrophes}]`;
    const letter = `(?![${apostrophes}${hidden}])[\\p{L}\\p{M}\\p{N}]`;
    this.word = new RegExp(`${letter}(?:[${hidden}]*(?:${apostrophe}[${hidden}]*)?${letter})*`, "gu");
    this.hidden = new RegExp(`[${hidden}]`, "gu");
    this.apostrophe = new RegExp(apostrophe, "gu");
    this.diacritic = new RegExp(`[${inClass(diacritics)}]`, "gu");
    this.letter = new RegExp(`[${Object.keys(letters).join("")}]`, "gu");
    this.letters = letters;
    /** @type {Map<string, string>} */
    this.folded = new Map();
  }

  /**
   * The words of a text in order; the place of a token in this order is its position.
   * @param {string} text
   * @returns {Token[]}
   */
  tokens(text) {
    const found = [];
    for (const match of text.matchAll(this.word)) {
      const term = this.#fold(match[0]);
      if (term) found.push({ term, start: match.index, end: match.index + match[0].length });
    }
    return found;
  }

  /**
   * The terms of a text in order.
   * @param {string} text
   */
  fold(text) {
    return this.tokens(text).map(({ term }) => term);
  }

  /** @param {string} word */
  #fold(word) {
    let term = this.folded.get(word);
    if (term === undefined) {
      term = Array.from(word.replace(this.hidden, "").replace(this.apostrophe, "'"), (char) =>
        // One character at a time: toLowerCase() of a whole word would write a last sigma in another way.
        Array.from(char.normalize("NFKD"), (part) => part.toLowerCase()).join("").normalize("NFKD")
      ).join("").replace(this.diacritic, "").replace(this.letter, (char) => this.letters[char]);
      this.folded.set(word, term);
    }
    return term;
  }
}
