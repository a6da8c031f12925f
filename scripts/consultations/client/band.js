/**
 * A band of an alignment, as index/quotation/alignment.py has it: what it costs to have come to each
 * of its positions.
 *
 * @module band
 */

import { BREAK, END } from "./row.js";

/** A word that changed its place costs less than two that are changed. */
const [CHANGED, ADDED, DROPPED] = [3, 3, 2];
export const JUMP = 10;
const AFTER_MARK = 1;
export const NEVER = 2 ** 30;

/** @typedef {"none" | "same" | "changed" | "added" | "dropped" | "mark" | "jump"} Back */

/**
 * The cheapest way to have come so far, with its last word in a band, at a position.
 * @typedef {{ cost: number, band: number, position: number }} Cell
 */

/** A band in one stretch: what stands in it, and how its cells were come to. */
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
    /** @type {number[]} of the last row; before the first, of the positions one earlier */
    this.costs = [];
    /** @type {Back[][]} */
    this.backs = [];
  }

  /**
   * Lets the next word stand at each position, or be added after it, or leaves words out.
   * @param {string} word  its term
   * @param {number} jump  what it costs to come here from anywhere
   * @param {Map<number, Cell>} near  from where a position is come to over a mark
   */
  addRow(word, jump, near) {
    const offset = this.backs.length;
    const previous = this.costs;
    /** @type {number[]} */
    const costs = [];
    /** @type {Back[]} */
    const backs = [];
    let left = NEVER;
    for (let k = 0; k < this.width; k += 1) {
      const term = this.terms[offset + k];
      let best = NEVER;
      /** @type {Back} */
      let back = "none";
      /** @type {(cost: number, how: Back) => void} */
      const offer = (cost, how) => {
        if (cost < best) [best, back] = [cost, how];
      };
      if (term === word) {
        [best, back] = [previous[k], "same"];
        const cell = near.get(this.start + offset + k);
        if (cell) offer(cell.cost + AFTER_MARK, "mark");
        offer(jump, "jump");
      } else if (term !== BREAK && term !== END) {
        [best, back] = [previous[k] + CHANGED, "changed"];
      }
      if (k + 1 < previous.length) offer(previous[k + 1] + ADDED, "added");
      offer(left + (term === BREAK ? 0 : term === END ? JUMP : DROPPED), "dropped");
      costs.push(best);
      backs.push(back);
      left = best;
    }
    this.costs = costs;
    this.backs.push(backs);
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
   * How a cell was come to.
   * @param {number} row  its place in the stretch
   * @param {number} position
   */
  back(row, position) {
    return this.backs[row][position - this.start - row];
  }
}
