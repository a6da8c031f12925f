/**
 * A quotation written down beside what the text has, as index/quotation/collation.py has it.
 *
 * @module collation
 */

import { wordsApart } from "./comparison.js";
import { atEnd, atMark } from "./marks.js";
import { markMoved } from "./part.js";
import { after, before, between, cutAfter, cutBefore, isNoted, printed } from "./row.js";

/** @typedef {import("./alignment.js").Step} Step */
/** @typedef {import("./comparison.js").Comparison} Comparison */
/** @typedef {import("./difference.js").Difference} Difference */
/** @typedef {import("./difference.js").Op} Op */
/** @typedef {import("./interpretation.js").Interpretation} Interpretation */
/** @typedef {import("./row.js").WordPlace} WordPlace */
/** @typedef {import("./row.js").Row} Row */

/** @typedef {import("./part.js").Part} Part */

/**
 * An interpretation of a quotation beside what the text has on its path, part by part.
 * @param {Row} row
 * @param {Comparison} comparison
 * @param {Interpretation} quoted
 * @param {Step[]} path
 */
export async function collate(row, comparison, quoted, path) {
  const collation = new Collation(row, comparison, quoted);
  for (const [i, step] of path.entries()) await collation.add(step, i + 1 === path.length);
  markMoved(collation.parts, comparison.analysis);
  return collation.parts;
}

/** Writes a quotation down beside the text, part by part. */
class Collation {
  /**
   * @param {Row} row
   * @param {Comparison} comparison
   * @param {Interpretation} quoted
   */
  constructor(row, comparison, quoted) {
    this.row = row;
    this.comparison = comparison;
    this.quoted = quoted;
    /** @type {Step | null} */
    this.last = null;
    /** @type {Difference[]} */
    this.before = [];
    /** The gap before a note's marker. With the gap after the marker it is compared as one. */
    this.held = "";
    /** @type {Part[]} */
    this.parts = [];
  }

  /**
   * Writes one step down.
   * @param {Step} step
   * @param {boolean} isLast
   */
  async add(step, isLast) {
    if (step.word !== null && await this.#isNote(step, step.word, isLast)) {
      this.held += this.quoted.gaps[step.word];
      this.#write("typography", this.#given(step.word), "");
    } else {
      await this.#add(step);
      this.last = step;
    }
    if (isLast && this.last) await this.#end(this.last);
  }

  /** @param {Step} step */
  async #add(step) {
    const place = step.position === null ? null : await this.row.place(step.position);
    if (step.jumps) await this.#jump(step);
    if (place) this.#goTo(place, step.jumps);
    if (step.word === null) {
      if (place) this.#write("dropped", "", printed(place));
    } else {
      await this.#gap(step.word, step, place);
      await this.#word(step.word, step, place);
    }
  }

  /**
   * Whether a word is the number of a note whose marker stood after the word before it.
   * @param {Step} step
   * @param {number} i
   * @param {boolean} isLast
   */
  async #isNote(step, i, isLast) {
    const last = this.last?.position ?? null;
    if (last === null || !(step.op === "added" || (step.op === "changed" && isLast))) return false;
    const place = await this.row.place(last);
    const start = place.tokens[place.at].end;
    const end = start + after(place).length;
    const given = this.#given(i);
    return place.passage.notes.some(([at, label]) => given === label && start <= at && at <= end);
  }

  /** A word as the quotation has it. @param {number} i */
  #given(i) {
    const { start, end } = this.quoted.words[i];
    return this.quoted.text.slice(start, end);
  }

  /**
   * @param {WordPlace} place
   * @param {boolean} jumps
   */
  #goTo({ number, passage, tokens, at }, jumps) {
    const token = tokens[at];
    if (this.parts[this.parts.length - 1]?.number !== number || jumps) {
      this.parts.push({ number, passage, start: token.start, end: token.end, steps: this.before });
      this.before = [];
    }
    this.parts[this.parts.length - 1].end = token.end;
  }

  /**
   * @param {Op} op
   * @param {string} given
   * @param {string} found
   */
  #write(op, given, found) {
    const steps = this.parts[this.parts.length - 1]?.steps ?? this.before;
    const last = steps[steps.length - 1];
    if (op === "same" && last?.op === "same") {
      steps[steps.length - 1] = { op, given: last.given + given, found: last.found + found };
    } else if (given || found) steps.push({ op, given, found });
  }

  /** @param {Difference[]} steps */
  #writeAll(steps) {
    for (const { op, given, found } of steps) this.#write(op, given, found);
  }

  /**
   * Writes down the words that are left out where the path goes on a little further on.
   * @param {Step} step
   */
  async #jump(step) {
    const last = this.last?.position ?? null;
    const marked = step.word !== null && this.quoted.marks[step.word] !== null;
    if (marked || last === null || step.position === null) return;
    if (await this.row.isNear(last, step.position)) {
      for (const word of await this.row.words(last + 1, step.position)) {
        this.#write("dropped", "", word);
      }
    }
  }

  /**
   * What stands before a word, beside what the text has there.
   * @param {number} i
   * @param {Step} step
   * @param {WordPlace | null} place
   */
  async #gap(i, step, place) {
    const { comparison, last } = this;
    const given = this.held + this.quoted.gaps[i];
    this.held = "";
    const mark = this.quoted.marks[i];
    if (mark) {
      if (step.position === null) return;
      const position = last?.position ?? null;
      this.#writeAll(await atMark(this.row, comparison, mark, leadOf(given, mark), position, step.position));
    } else if (!place || step.jumps) this.#write("same", given, given);
    else if (!last) {
      this.#begin(given, place);
    } else if (last.position === null || last.word === null) this.#write("same", given, given);
    else {
      const beforeIt = await this.row.place(last.position);
      const [found, ends] = between(beforeIt, place);
      const op = comparison.gaps(given, found, printed(beforeIt), printed(place));
      const alike = (/** @type {string} */ gap) => wordsApart(gap).join(" ");
      this.#write(ends && alike(given) === alike(found) ? "same" : op, given, found);
    }
  }

  /**
   * What stands before the first word, beside what the text has there.
   * @param {string} given
   * @param {WordPlace} place
   */
  #begin(given, place) {
    const cut = cutBefore(place);
    if (cut) {
      this.#write("same", given, given);
      this.#write("dropped", "", cut);
      return;
    }
    const found = before(place);
    const op = this.comparison.start(given, found, printed(place));
    this.#write(op, given, op === "same" ? given : found);
  }

  /**
   * @param {number} i
   * @param {Step} step
   * @param {WordPlace | null} place
   */
  async #word(i, step, place) {
    const given = this.#given(i);
    if (step.op !== "same" || !place) {
      const noted = step.op === "changed" && place && isNoted(given, place);
      this.#write(noted ? "typography" : step.op, given, place ? printed(place) : "");
      return;
    }
    const mark = this.quoted.marks[i];
    // Brackets that only add words begin no new piece of the quotation.
    const first = i === 0 || (mark !== null && (mark.isEllipsis || step.jumps));
    let op = this.comparison.words(given, printed(place), first);
    const last = this.last?.position ?? null;
    if (step.jumps && !await this.row.isNear(last, step.position)) {
      op = await this.row.isFar(last, step.position) ? "spliced" : "moved";
    }
    this.#write(op, given, printed(place));
  }

  /**
   * What stands after the last word, beside what the text has there.
   * @param {Step} step
   */
  async #end(step) {
    const { gaps, marks } = this.quoted;
    const [given, mark] = [this.held + gaps[gaps.length - 1], marks[marks.length - 1]];
    const place = step.position === null ? null : await this.row.place(step.position);
    if (mark) {
      this.#writeAll(await atEnd(this.row, this.comparison, mark, leadOf(given, mark), step.position));
    } else if (place && cutAfter(place)) {
      this.#write("dropped", "", cutAfter(place));
      this.#write("same", given, given);
    } else if (place) {
      const op = this.comparison.end(given, after(place), printed(place));
      this.#write(op, given, op === "same" ? given : after(place));
    }
  }
}

/** What stands before a mark in its gap. @type {(gap: string, mark: import("./interpretation.js").EditorialMark) => string} */
const leadOf = (gap, { shown, trail }) => gap.slice(0, gap.length - shown.length - trail.length);
