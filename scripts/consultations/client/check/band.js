/**
 * A band of an alignment, as index/quotation/alignment.py has it: what it costs to have come to each
 * of its positions.
 *
 * @module band
 */

import { QUOTATION } from "../engine/analysis/quoting.js";
import { BREAK, END } from "./row.js";

const { changed: CHANGED, added: ADDED, dropped: DROPPED, afterMark: AFTER_MARK } = QUOTATION.costs;
export const JUMP = QUOTATION.costs.jump;
export const NEVER = 2 ** 30;

/** @typedef {"none" | "same" | "changed" | "added" | "dropped" | "mark" | "jump"} Back */

/**
 * The cheapest path up to a word of the quotation that stands at this position of this band.
 * @typedef {{ cost: number, band: number, position: number }} Cell
 */

/** A band in one stretch: its terms, and for each of its cells the step by which the path came to it. */
export class Band {
  /**
   * @param {number} start  the first position of the stretch's first word
   * @param {number} width
   * @param {string[]} terms  from there on
   */
  constructor(start, width, terms) {
    this.start = start;
    this.width = width;
    this.terms = terms;
    /** The cheapest of the last row. */
    this.least = NEVER;
    /** @type {number[]} of the last row; before the first, of the positions one earlier */
    this.costs = [];
    /** @type {Back[][]} a row without cells is empty */
    this.backs = [];
  }

  /**
   * Begins at the costs of the positions before those of the first word, and one more.
   * @param {number[]} costs  NEVER where nothing leads on from there
   */
  begin(costs) {
    this.costs = costs;
    this.least = costs.reduce((least, cost) => Math.min(least, cost), NEVER);
  }

  /**
   * Works out the next word: it stands at a position, or is added, or words are left out.
   * @param {string} word  its term
   * @param {number} most  a cell that costs more leads no further, because to jump is cheaper
   * @param {number} jump  what it costs to come here from anywhere
   * @param {Map<number, Cell>} near  from where a position is come to over a mark
   */
  addRow(word, most, jump, near) {
    const offset = this.backs.length;
    /** @type {number[]} */
    const costs = [];
    /** @type {Back[]} */
    const backs = [];
    // A row from which nothing leads on, and in which the word does not stand, need not be kept.
    if (this.least <= most || this.#has(word, offset)) {
      const previous = this.least > most ? [] : this.costs;
      let left = NEVER;
      for (let k = 0; k < this.width; k += 1) {
        const term = this.terms[offset + k];
        const straight = previous[k] ?? NEVER;
        // The order of the offers decides between paths of one cost; both languages keep to it.
        let best = NEVER;
        /** @type {Back} */
        let back = "none";
        /** @type {(cost: number, how: Back) => void} */
        const offer = (cost, how) => {
          if (cost < best) [best, back] = [cost, how];
        };
        if (term === word) {
          [best, back] = [straight, "same"];
          const cell = near.get(this.start + offset + k);
          if (cell) offer(cell.cost + AFTER_MARK, "mark");
          offer(jump, "jump");
        } else if (term !== BREAK && term !== END) {
          [best, back] = [straight + CHANGED, "changed"];
        }
        offer((previous[k + 1] ?? NEVER) + ADDED, "added");
        // To go over the end of a passage costs nothing, over that of a document a jump.
        offer(left + (term === BREAK ? 0 : term === END ? JUMP : DROPPED), "dropped");
        costs.push(best);
        backs.push(back);
        left = best;
      }
    }
    this.costs = costs;
    this.backs.push(backs);
    this.least = costs.reduce((least, cost) => Math.min(least, cost), NEVER);
  }

  /** @type {(word: string, offset: number) => boolean} */
  #has(word, offset) {
    const at = this.terms.indexOf(word, offset);
    return at >= 0 && at < offset + this.width;
  }

  /**
   * The cells of the last row.
   * @param {number} band  its number
   * @returns {Cell[]}
   */
  cells(band) {
    const start = this.start + this.backs.length - 1;
    return this.costs.map((cost, k) => ({ cost, band, position: start + k }));
  }

  /**
   * The cells of the last row in which a quotation may end.
   * @param {number} band  its number
   */
  ends(band) {
    const last = this.backs[this.backs.length - 1];
    return this.cells(band).filter((_, k) => last[k] !== "dropped");
  }

  /**
   * The first of the cheapest cells of the last row; NEVER if it has none.
   * @param {number} band  its number
   * @returns {Cell}
   */
  cheapest(band) {
    const at = Math.max(this.costs.indexOf(this.least), 0);
    return { cost: this.least, band, position: this.start + this.backs.length - 1 + at };
  }

  /**
   * How a cell was come to.
   * @param {number} row  its place in the stretch
   * @param {number} position
   */
  back(row, position) {
    return this.backs[row][position - this.start - row];
  }
}
