/**
 * Passages that follow each other: as a block of text, or as a table of lengths.
 *
 * @module block
 */

import { last } from "../lists.js";

/** @typedef {import("../analysis/analysis.js").Token} Token */

/**
 * A passage with all that a hit shows of it.
 * @typedef {{
 *   edition: string, title: string, body: string, date: string, type: string, authors: string[], version: string,
 *   own: [number, number], section: string[], id: string, kind: string,
 *   question: { number: string | null, asked: string | null, kind: string } | null, text: string,
 *   voices: [number, number, string | null][], notes: [number, string][], pages: string,
 * }} Passage  own: the numbers of the document's passages, [start, end); question: that it answers,
 *   asked: as `consultation/question`; voices: whose words stand where in the text, but for its
 *   own, null where it is not known whose; notes: where their markers stood, and the labels;
 *   pages: of its source, as printed, on which it stands, such as 14–15; empty where it has none
 */

/**
 * Where a passage stands: its positions are [start, start + length).
 * @typedef {{ number: number, start: number, length: number, stream: number }} PassagePlace
 */

/** The streams of the kinds that are not the body's, as index/scoring.py has them. */
const STREAMS = new Map([["heading", 0], ["footnote", 2], ["reference", 2]]);

/** A stretch of the table of lengths. */
export class LengthTable {
  /**
   * @param {number} number  of its first passage
   * @param {{ starts: Float64Array, streams: Uint8Array }} lengths
   */
  constructor(number, { starts, streams }) {
    this.number = number;
    this.starts = starts;
    this.streams = streams;
  }

  /**
   * The passage in which a position stands.
   * @param {number} position
   * @returns {PassagePlace}
   */
  place(position) {
    const row = last(this.starts, (start) => start <= position);
    const start = this.starts[row];
    const length = this.starts[row + 1] - start - 1;
    return { number: this.number + row, start, length, stream: this.streams[row] };
  }
}

/** A block of text. */
export class Block {
  /**
   * @param {any} data  as export/texts.py writes it
   * @param {number} number  of its first passage
   * @param {number} start   position at which that starts
   * @param {import("../analysis/analysis.js").Analysis} analysis
   */
  constructor(data, number, start, analysis) {
    this.data = data;
    this.number = number;
    this.analysis = analysis;
    /** @type {Token[][]} of the passages that were asked for: of a block few are */
    this.words = [];
    let next = start;
    // One position between two passages is free.
    this.starts = data.lengths.map((/** @type {number} */ length) => (next += length + 1) - length - 1);
  }

  /**
   * The passage in which a position stands.
   * @param {number} position
   * @returns {PassagePlace}
   */
  place(position) {
    const row = last(this.starts, (start) => start <= position);
    const stream = STREAMS.get(this.data.passages[row][3]) ?? 1;
    return { number: this.number + row, start: this.starts[row], length: this.data.lengths[row], stream };
  }

  /**
   * The terms that stand at a position and after it, in one passage.
   * @param {number} position
   * @param {number} count
   */
  terms(position, count) {
    const { number, start } = this.place(position);
    return this.tokens(number).slice(position - start, position - start + count)
      .map(({ term }) => term);
  }

  /**
   * The words of a passage.
   * @param {number} number
   */
  tokens(number) {
    const row = number - this.number;
    return this.words[row] ??= this.analysis.tokens(this.data.passages[row][5]);
  }

  /**
   * A passage by its number.
   * @param {number} number
   * @returns {Passage}
   */
  passage(number) {
    const [edition, section, id, kind, question, text, voices, notes, pages] =
      this.data.passages[number - this.number];
    const [name, title, body, date, type, authors, start, end, version] = this.data.editions[edition];
    return {
      edition: name, title, body, date, type, authors, version, own: [this.number + start, this.number + end],
      section: this.data.sections[section], id, kind,
      question: question && { number: question[0], asked: question[1], kind: question[2] }, text, voices, notes,
      pages,
    };
  }
}
