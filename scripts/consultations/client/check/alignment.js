/**
 * Word-by-word alignment of a quotation with the places that it may come from, as
 * index/quotation/alignment.py has it: the cheapest path wins, and what costs the same is decided
 * by order, so that both languages go the same way.
 *
 * @module alignment
 */

import { QUOTATION } from "../engine/analysis/quoting.js";
import { Band, JUMP, NEVER } from "./band.js";
import { BREAK, DISTANT, END } from "./row.js";

/** @typedef {import("./places.js").VotingStretch} VotingStretch */
/** @typedef {import("./interpretation.js").Interpretation} Interpretation */
/** @typedef {import("./row.js").Row} Row */

const FAR_AFTER_MARK = QUOTATION.costs.farAfterMark;
const MOST = QUOTATION.paths;

/** @typedef {import("./band.js").Cell} Cell */

/**
 * One step of a path: a word of the quotation, a position of the archive, and whether it stands
 * elsewhere than next to the step before it.
 * @typedef {{
 *   op: "same" | "changed" | "added" | "dropped", word: number | null, position: number | null,
 *   jumps: boolean,
 * }} Step
 */

/** The alignment of one interpretation of a quotation with the places that it may come from. */
export class Alignment {
  /**
   * @param {Row} row
   * @param {Interpretation} quoted
   * @param {VotingStretch[]} stretches
   */
  static async of(row, quoted, stretches) {
    const alignment = new Alignment(quoted, stretches);
    for (const { first, last, bands } of stretches) {
      alignment.#add(first, last, await Promise.all(bands.map(async ([low, high]) =>
        new Band(low + first, high - low, await row.terms(low + first, high + last)))));
    }
    return alignment;
  }

  /**
   * @param {Interpretation} quoted
   * @param {VotingStretch[]} stretches
   */
  constructor(quoted, stretches) {
    this.quoted = quoted;
    this.stretches = stretches;
    /** @type {Band[][]} */
    this.bands = [];
    /** @type {(Cell | null)[]} */
    this.jumps = [];
    /** @type {Map<number, Cell>[]} of each stretch: from where a position is come to, next to it */
    this.beside = [];
    /** @type {Map<number, Cell>[]} or over a mark */
    this.near = [];
  }

  /** The cheapest paths: one for each place, or if it jumps only one. */
  paths() {
    const ends = (this.bands[this.bands.length - 1] ?? []).flatMap((band, number) =>
      band.ends(number));
    const cheapest = ends.reduce((least, { cost }) => Math.min(least, cost), NEVER);
    /** @type {Map<number | null, Step[]>} */
    const found = new Map();
    for (const cell of ends) {
      if (cell.cost !== cheapest || cheapest >= NEVER) continue;
      const path = this.#path(cell);
      const start = path.find(({ op }) => op === "same")?.position ?? null;
      // Of two paths that begin alike the longer is kept: in it the last word is changed, not added.
      if (found.size < MOST || found.has(start)) found.set(start, path);
      // A path that jumps is one account of the whole quotation. Others of the same cost only jump
      // elsewhere in between.
      if (path.some(({ jumps }) => jumps)) break;
    }
    return [...found.values()];
  }

  /**
   * @param {number} first
   * @param {number} last
   * @param {Band[]} bands
   */
  #add(first, last, bands) {
    const before = (this.bands[this.bands.length - 1] ?? [])
      .flatMap((band, number) => band.cells(number));
    /** @type {Map<number, Cell>} */
    const beside = new Map();
    for (const cell of before) {
      if (cell.cost < (beside.get(cell.position)?.cost ?? NEVER)) beside.set(cell.position, cell);
    }
    for (const band of bands) {
      band.begin(Array.from({ length: band.width + 1 }, (_, k) =>
        (this.bands.length > 0 ? beside.get(band.start - 1 + k)?.cost ?? NEVER : 0)));
    }
    const marked = first > 0 && this.quoted.marks[first] !== null;
    let near = marked ? nearest(before, bands) : new Map();
    this.beside.push(beside);
    this.near.push(near);
    this.bands.push(bands);
    let cheapest = least(before);
    let jump = marked ? FAR_AFTER_MARK : JUMP;
    for (const { term } of this.quoted.words.slice(first, last)) {
      this.jumps.push(cheapest);
      const cost = cheapest?.cost ?? 0;
      for (const band of bands) band.addRow(term, cost + JUMP, cheapest ? cost + jump : NEVER, near);
      cheapest = least(bands.map((band, number) => band.cheapest(number)));
      [jump, near] = [JUMP, new Map()];
    }
  }

  /**
   * The steps to a cell of the last word.
   * @param {Cell} end
   */
  #path(end) {
    /** @type {Step[]} */
    const steps = [];
    let cell = end;
    for (let s = this.stretches.length - 1; s >= 0; s -= 1) {
      const { first, last } = this.stretches[s];
      for (let i = last - 1; i >= first;) {
        const band = this.bands[s][cell.band];
        const { position } = cell;
        const back = band.back(i - first, position);
        let beside = { ...cell, position: position - 1 };
        if (back === "dropped") {
          const term = band.terms[position - band.start];
          if (term !== BREAK && term !== END) {
            steps.push({ op: "dropped", word: null, position, jumps: false });
          }
          cell = beside;
          continue;
        }
        if (back === "added") {
          steps.push({ op: "added", word: i, position: null, jumps: false });
          beside = cell;
        } else {
          const jumps = back === "mark" || back === "jump";
          steps.push({ op: back === "changed" ? "changed" : "same", word: i, position, jumps });
        }
        let came = back === "jump" ? this.jumps[i] : null;
        if (back === "mark") came = this.near[s].get(position) ?? null;
        else if (i === first && came === null) came = this.beside[s].get(beside.position) ?? null;
        cell = came ?? beside;
        i -= 1;
      }
    }
    return steps.reverse();
  }
}

/**
 * The first of the cheapest cells.
 * @param {Cell[]} cells
 * @returns {Cell | null}
 */
function least(cells) {
  /** @type {Cell | null} */
  let found = null;
  for (const cell of cells) {
    if (!found || cell.cost < found.cost) found = cell;
  }
  return found;
}

/**
 * For each position of a word after a mark: the cheapest cell at a little distance before it.
 * @param {Cell[]} before
 * @param {Band[]} bands
 */
function nearest(before, bands) {
  const ordered = [...before].sort((a, b) => a.position - b.position || a.band - b.band);
  const wanted = [...new Set(bands.flatMap(({ start, width }) =>
    Array.from({ length: width }, (_, k) => start + k)))].sort((a, b) => a - b);
  /** @type {Map<number, Cell>} */
  const found = new Map();
  /** @type {Cell[]} */
  const near = [];
  let [at, from] = [0, 0];
  for (const position of wanted) {
    for (; at < ordered.length && ordered[at].position < position; at += 1) {
      while (near.length > from && near[near.length - 1].cost >= ordered[at].cost) near.pop();
      near.push(ordered[at]);
    }
    while (from < near.length && near[from].position < position - DISTANT) from += 1;
    if (from < near.length) found.set(position, near[from]);
  }
  return found;
}
