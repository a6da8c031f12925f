/**
 * The verdict on a quotation, from the path that its words take through the archive. As
 * index/quotation/verdict.py has it.
 *
 * @module verdict
 */

import { SPACE } from "./analysis.js";
import { DISTANT, SHORT } from "./places.js";

/** @typedef {import("./alignment.js").Step} Step */
/** @typedef {import("./comparison.js").Comparison} Comparison */
/** @typedef {import("./comparison.js").Difference} Difference */
/** @typedef {import("./comparison.js").Op} Op */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./row.js").Place} Place */
/** @typedef {import("./row.js").Row} Row */

/**
 * @typedef {"verbatim" | "typographic" | "elided" | "altered" | "spliced" | "absent"} Ranked
 * @typedef {Ranked | "too-short"} Verdict
 */

/**
 * What of a quotation stands in one passage, in one piece: text.slice(start, end) of the passage;
 * and the quotation from beginning to end, beside what the text has.
 * @typedef {{
 *   number: number, passage: import("./block.js").Passage, start: number, end: number,
 *   steps: Difference[],
 * }} Part
 */

/** @typedef {{ verdict: Ranked, parts: Part[] }} Found */

/**
 * From the best to the worst.
 * @type {Ranked[]}
 */
export const RANK = ["verbatim", "typographic", "elided", "altered", "spliced", "absent"];
/** How many words of a hundred must be found, in order, for the rest to be alterations. */
const PERCENT = 55;
/** Words: a run of so many is no chance. */
const LONG = 8;
/** @type {Op[]} */
const ALTERATIONS = ["punctuation", "changed", "added", "dropped", "moved"];
const BLANKS = new RegExp(`[${SPACE}]+`, "u");

/**
 * The verdict on a reading that takes this path.
 * @param {Row} row
 * @param {Comparison} comparison
 * @param {Reading} reading
 * @param {Step[]} path
 * @returns {Promise<Found>}
 */
export async function judge(row, comparison, reading, path) {
  const pieces = await inPieces(row, path);
  if (!stands(reading, path, pieces)) return { verdict: "absent", parts: [] };
  const writer = new Writer(row, comparison, reading);
  for (const [i, step] of path.entries()) await writer.add(step, i + 1 === path.length);
  const { parts } = writer;
  markMoved(parts, comparison);
  const ops = new Set(parts.flatMap(({ steps }) => steps.map(({ op }) => op)));
  if (await spliced(row, pieces)) return { verdict: "spliced", parts };
  if (ALTERATIONS.some((op) => ops.has(op)) || await broken(row, reading, pieces)) {
    return { verdict: "altered", parts };
  }
  if (reading.marked) return { verdict: "elided", parts };
  return { verdict: reading.noted || ops.has("typography") ? "typographic" : "verbatim", parts };
}

/**
 * Whose words a part is: `own`, or the person or body that the document quotes.
 * @param {Part} part
 */
export function voiceOf({ passage, start, end }) {
  const near = passage.voices.filter(([s, e]) => s < end && start < e);
  if (near.length === 0) return "own";
  // Of voices one within the other the innermost speaks.
  const [s, e, who] = near.reduce((a, b) => (b[1] - b[0] < a[1] - a[0] ? b : a));
  return (s <= start && end <= e ? "" : "partly ") + (who || "somebody quoted");
}

/**
 * A path in pieces, each of which goes through one document without a jump.
 * @param {Row} row
 * @param {Step[]} path
 */
async function inPieces(row, path) {
  /** @type {Step[][]} */
  const pieces = [];
  let edition = "";
  for (const step of path) {
    const here = step.position === null ? edition : await editionAt(row, step.position);
    if (pieces.length === 0 || step.jumps || (edition && here !== edition)) pieces.push([]);
    pieces[pieces.length - 1].push(step);
    edition = here;
  }
  return pieces;
}

/** The positions at which a piece has the text's words. @param {Step[]} piece */
const same = (piece) =>
  piece.flatMap(({ op, position }) => (op === "same" && position !== null ? [position] : []));

/**
 * Whether enough of a quotation is found to say that it comes from here.
 * @param {Reading} reading
 * @param {Step[]} path
 * @param {Step[][]} pieces
 */
function stands(reading, path, pieces) {
  const counts = pieces.map((piece) => same(piece).length);
  const least = Math.min(SHORT, Math.max(...counts));
  const found = counts.filter((count) => reading.marked || count >= least)
    .reduce((sum, count) => sum + count, 0);
  let [longest, run] = [0, 0];
  for (const { op, jumps } of path) {
    run = op === "same" && !jumps ? run + 1 : Number(op === "same");
    longest = Math.max(longest, run);
  }
  return found * 100 >= PERCENT * reading.words.length || longest >= LONG;
}

/**
 * Whether true pieces stand in different documents, or far from each other.
 * @param {Row} row
 * @param {Step[][]} pieces
 */
async function spliced(row, pieces) {
  const long = pieces.map(same).filter((positions) => positions.length >= SHORT);
  const joins = await Promise.all(long.slice(1).map((after, i) =>
    isFar(row, long[i][long[i].length - 1], after[0])));
  return joins.some(Boolean);
}

/**
 * Whether it goes on elsewhere than a little further on, over a mark that says so.
 * @param {Row} row
 * @param {Reading} reading
 * @param {Step[][]} pieces
 */
async function broken(row, reading, pieces) {
  const joins = await Promise.all(pieces.slice(1).map(async ([after], i) => {
    const before = pieces[i][pieces[i].length - 1];
    return after.word === null || reading.marks[after.word] === null
      || !await isNear(row, before.position, after.position);
  }));
  return joins.some(Boolean);
}

/**
 * Whether a position stands a little further on than another, in the same document.
 * @param {Row} row
 * @param {number | null} before
 * @param {number | null} after
 */
async function isNear(row, before, after) {
  if (before === null || after === null || after <= before || after - before > DISTANT) return false;
  return await editionAt(row, before) === await editionAt(row, after);
}

/**
 * Whether a position stands in another document than another, or far from it.
 * @param {Row} row
 * @param {number | null} before
 * @param {number | null} after
 */
async function isFar(row, before, after) {
  if (before === null || after === null) return false;
  return Math.abs(after - before) > DISTANT
    || await editionAt(row, before) !== await editionAt(row, after);
}

/** @type {(row: Row, position: number) => Promise<string>} */
const editionAt = async (row, position) => (await row.place(position)).passage.edition;

/** Writes a quotation down beside the text, part by part. */
class Writer {
  /**
   * @param {Row} row
   * @param {Comparison} comparison
   * @param {Reading} reading
   */
  constructor(row, comparison, reading) {
    this.row = row;
    this.comparison = comparison;
    this.reading = reading;
    /** @type {Step | null} */
    this.last = null;
    /** @type {Difference[]} */
    this.before = [];
    /** @type {Part[]} */
    this.parts = [];
  }

  /**
   * Writes one step down.
   * @param {Step} step
   * @param {boolean} isLast
   */
  async add(step, isLast) {
    const place = step.position === null ? null : await this.row.place(step.position);
    if (step.jumps) await this.#jump(step);
    if (place) this.#goTo(place, step.jumps);
    if (step.word === null) {
      if (place) this.#write("dropped", "", printed(place));
    } else {
      await this.#gap(step.word, step, place);
      await this.#word(step.word, step, place);
    }
    this.last = step;
    if (isLast) await this.#end(step, place);
  }

  /**
   * @param {Place} place
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

  /**
   * Writes down the words that are left out where the path goes on a little further on.
   * @param {Step} step
   */
  async #jump(step) {
    const last = this.last?.position ?? null;
    const marked = step.word !== null && this.reading.marks[step.word] !== null;
    if (marked || last === null || step.position === null) return;
    if (await isNear(this.row, last, step.position)) {
      for (const word of await this.#printed(last + 1, step.position)) {
        this.#write("dropped", "", word);
      }
    }
  }

  /**
   * The words at the positions [first, last), as printed.
   * @param {number} first
   * @param {number} last
   */
  async #printed(first, last) {
    const terms = await this.row.terms(first, last);
    const positions = terms.flatMap((term, i) => (term.trim() ? [first + i] : []));
    return Promise.all(positions.map(async (position) => printed(await this.row.place(position))));
  }

  /**
   * What stands before a word, beside what the text has there.
   * @param {number} i
   * @param {Step} step
   * @param {Place | null} place
   */
  async #gap(i, step, place) {
    const { comparison, last } = this;
    const given = this.reading.gaps[i];
    if (this.reading.marks[i] !== null) await this.#mark(i, step);
    else if (!place || step.jumps) this.#write("same", given, given);
    else if (!last) {
      const { passage: { text }, tokens, at } = place;
      const found = text.slice(at > 0 ? tokens[at - 1].end : 0, tokens[at].start);
      const op = comparison.start(given, found, printed(place));
      this.#write(op, given, op === "same" ? given : found);
    } else if (last.position === null || last.word === null) this.#write("same", given, given);
    else {
      const beforeIt = await this.row.place(last.position);
      const [found, ends] = between(beforeIt, place);
      const op = comparison.gaps(given, found, printed(beforeIt), printed(place));
      const alike = (/** @type {string} */ gap) => gap.split(BLANKS).filter(Boolean).join(" ");
      this.#write(ends && alike(given) === alike(found) ? "same" : op, given, found);
    }
  }

  /**
   * An editor's mark, beside what it stands for; letters that touch it must be the text's.
   * @param {number} i
   * @param {Step} step
   */
  async #mark(i, step) {
    const mark = this.reading.marks[i];
    const last = this.last?.position ?? null;
    if (mark === null || step.position === null) return;
    const first = last === null ? step.position - 1 : last + 1;
    const near = last === null || await isNear(this.row, last, step.position);
    const terms = near ? await this.row.terms(first, step.position) : [];
    const skipped = near && last !== null ? await this.#printed(first, step.position) : [];
    this.#write("elided", this.reading.gaps[i].trim(), skipped.join(" "));
    if (!this.#touches(mark, terms)) {
      this.#write("changed", `${mark.before}[]${mark.after}`, skipped.join(" "));
    }
  }

  /**
   * @param {number} i
   * @param {Step} step
   * @param {Place | null} place
   */
  async #word(i, step, place) {
    const { start, end } = this.reading.words[i];
    const given = this.reading.text.slice(start, end);
    if (step.op !== "same" || !place) {
      this.#write(step.op, given, place ? printed(place) : "");
      return;
    }
    const first = i === 0 || this.reading.marks[i] !== null;
    let op = this.comparison.words(given, printed(place), first);
    const last = this.last?.position ?? null;
    if (step.jumps && !await isNear(this.row, last, step.position)) {
      op = await isFar(this.row, last, step.position) ? "spliced" : "moved";
    }
    this.#write(op, given, printed(place));
  }

  /**
   * @param {Step} step
   * @param {Place | null} place
   */
  async #end(step, place) {
    const { gaps, marks } = this.reading;
    const [given, mark] = [gaps[gaps.length - 1], marks[marks.length - 1]];
    if (mark !== null) {
      this.#write("elided", given.trim(), "");
      if (step.position === null) return;
      const after = await this.row.terms(step.position + 1, step.position + 2);
      if (!this.#touches(mark, after)) this.#write("changed", `${mark.before}[]${mark.after}`, "");
    } else if (place) {
      const { passage: { text }, tokens, at } = place;
      const found = text.slice(tokens[at].end, tokens[at + 1]?.start ?? text.length);
      const op = this.comparison.end(given, found, printed(place));
      this.#write(op, given, op === "same" ? given : found);
    }
  }

  /**
   * Whether letters that touch a bracket are those of a word that it stands for.
   * @param {import("./reading.js").Mark} mark
   * @param {string[]} terms
   */
  #touches({ before, after }, terms) {
    const [head, tail] = [before, after].map((part) => this.comparison.analysis.fold(part).join(""));
    return !(head || tail)
      || terms.some((term) => term && term.startsWith(head) && term.endsWith(tail));
  }
}

/** @param {Place} place */
const printed = ({ passage, tokens, at }) => passage.text.slice(tokens[at].start, tokens[at].end);

/**
 * What stands between two words that follow each other, and whether a passage ends there.
 * @param {Place} one
 * @param {Place} other
 * @returns {[string, boolean]}
 */
function between(one, other) {
  const [start, end] = [one.tokens[one.at].end, other.tokens[other.at].start];
  if (one.number === other.number) return [one.passage.text.slice(start, end), false];
  return [`${one.passage.text.slice(start)} ${other.passage.text.slice(0, end)}`, true];
}

/**
 * A word that is left out here and put in there was moved.
 * @param {Part[]} parts
 * @param {Comparison} comparison
 */
function markMoved(parts, { analysis }) {
  /** @type {(op: Op) => [Part, Difference][]} */
  const stepsOf = (op) => parts.flatMap((part) =>
    part.steps.filter((step) => step.op === op).map((step) => /** @type {[Part, Difference]} */ ([part, step])));
  /** @type {Map<string, [Part, Difference][]>} */
  const dropped = new Map();
  for (const [part, step] of stepsOf("dropped")) {
    const key = analysis.fold(step.found).join(" ");
    dropped.set(key, [...(dropped.get(key) ?? []), [part, step]]);
  }
  for (const [part, step] of stepsOf("added")) {
    const twin = dropped.get(analysis.fold(step.given).join(" "))?.shift();
    if (!twin) continue;
    twin[0].steps = twin[0].steps.filter((one) => one !== twin[1]);
    part.steps = part.steps.map((one) =>
      (one === step ? { op: "moved", given: step.given, found: twin[1].found } : one));
  }
}
