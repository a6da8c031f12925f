/**
 * The quotation check: whether words stand in the archive as they are quoted, and where. As
 * index/quotation/ has it in Python.
 *
 * @module checker
 */

import { QUOTATION } from "../engine/analysis/quoting.js";
import { Alignment } from "./alignment.js";
import { withoutOwnPoint } from "./article.js";
import { Comparison } from "./comparison.js";
import { gravity } from "./difference.js";
import { onlyWords, voiceOf } from "../voices.js";
import { quotedIn, requireLength, requireQuotation } from "./pasted.js";
import { withPieces } from "./pieces.js";
import { SHORT, exact, stretches } from "./places.js";
import { edited, lookalikes, plain, trimmed, unlisted } from "./interpretation.js";
import { Row } from "./row.js";
import { RANK, judge } from "./verdict.js";

/** @typedef {import("./alignment.js").Step} Step */
/** @typedef {import("./interpretation.js").Interpretation} Interpretation */
/** @typedef {import("./verdict.js").QuotationMatch} QuotationMatch */

/**
 * Words of one passage that a quotation stands on, with the quotation beside them.
 * @typedef {object} MatchedPart
 * @property {string} edition
 * @property {string} passage
 * @property {string} url      relative to the site's root
 * @property {string} title    of the document
 * @property {string} body     who speaks in it
 * @property {string[]} authors
 * @property {string} version  what a reference calls the edition
 * @property {string} date     ISO 8601
 * @property {string[]} section
 * @property {number} place     which passage of its document it is, from 1
 * @property {number} passages  how many that has
 * @property {string} pages     of its source, as printed, on which the passage stands; empty where it has none
 * @property {number} start    text.slice(start, end) of the passage
 * @property {number} end
 * @property {string} text     that, as printed
 * @property {string | null} voice    `own`, whom the document quotes, or null: somebody, not known who
 * @property {import("./difference.js").Difference[]} steps        from beginning to end
 * @property {import("./difference.js").Difference[]} differences  the grave ones first
 * @property {string[]} warnings  what the first of them are: letters, negation, number, quantifier
 */

/**
 * What is to be said about a quotation.
 * @typedef {object} Report
 * @property {string} quotation
 * @property {import("./verdict.js").Verdict} verdict
 * @property {MatchedPart[][]} places  those that fit it best, at most twenty; each from one passage or more
 * @property {number} count      in how many places it stands like this
 * @property {string[]} lookalikes  its words with letters of another script than they look like
 * @property {number} hidden     how many of its characters show nothing
 */

const SHOWN = QUOTATION.shown;

/** Checks quotations against an archive; what it has looked up it keeps for the next. */
export class Checker {
  /** @param {import("../engine/index/index.js").Index} index */
  constructor(index) {
    this.analysis = index.analysis;
    this.row = new Row(index);
    this.comparison = new Comparison(index.analysis);
  }

  /**
   * The reports on a text: on the whole of it, or where it is an article, on each of its quotations; none
   * where there is no word to look for.
   * @param {string} text
   * @param {(done: number, count: number) => void} tell  how many of an article's are checked
   * @param {AbortSignal} signal  that nobody waits any longer
   * @returns {Promise<Report[]>}
   */
  async checkText(text, tell, signal) {
    requireLength(text);
    if (this.#isWordless(text)) return [];
    const quoted = await quotedIn(text, this);
    if (!quoted) return [await this.check(text)];
    const reports = [];
    for (const quotation of quoted) {
      signal.throwIfAborted();
      tell(reports.length, quoted.length);
      reports.push(await this.checkQuoted(quotation));
    }
    return reports;
  }

  /**
   * The verdict on one quotation, with or without the marks around it.
   * @param {string} quotation
   */
  async check(quotation) {
    const listed = unlisted(quotation);
    const text = trimmed(listed);
    const isMarked = text !== listed;
    return { ...await (isMarked ? this.checkQuoted(text) : this.#check(text)), quotation };
  }

  /**
   * The verdict on what stands between marks. A point at its end may be that of whoever quotes it.
   * @param {string} quotation
   */
  async checkQuoted(quotation) {
    const report = await this.#check(quotation);
    const bare = withoutOwnPoint(quotation);
    if (report.verdict !== "altered" || bare === null) return report;
    const other = await this.#check(bare);
    return isBetter(orderOfReport(other), orderOfReport(report)) ? { ...other, quotation } : report;
  }

  /**
   * Whether a quotation has no word to look for: none at all, or only what an editor put in.
   * @param {string} quotation
   */
  #isWordless(quotation) {
    const text = trimmed(unlisted(quotation));
    const asItStands = plain(text, this.analysis);
    return asItStands.words.length < SHORT
      && (edited(text, this.analysis) ?? asItStands).words.length === 0;
  }

  /**
   * @param {string} text
   * @returns {Promise<Report>}
   */
  async #check(text) {
    requireQuotation(text);
    const quoted = plain(text, this.analysis);
    const told = {
      quotation: text, lookalikes: lookalikes(text, this.analysis), hidden: this.comparison.hidden(text),
    };
    if (quoted.words.length < SHORT) {
      const terms = quoted.words.map(({ term }) => term);
      const all = await exact(this.row, terms);
      const starts = all.length > 0 ? await this.row.uncut(all, terms) : [];
      const found = await Promise.all(starts.slice(0, SHOWN).map((start) =>
        judge(this.row, this.comparison, quoted, straight(quoted, start))));
      return { ...told, verdict: "too-short", places: this.#shown(found), count: starts.length };
    }
    let best = await this.#best(quoted);
    const other = RANK.indexOf(best[0].verdict) < 2 ? null : edited(text, this.analysis);
    if (other && other.words.length > 0) {
      const found = await this.#best(other);
      if (!isBetter(orderOf(best), orderOf(found))) best = found;
    }
    const same = best.filter(({ verdict, parts }) => verdict === best[0].verdict && parts.length > 0);
    const [{ verdict }] = best;
    return { ...told, verdict, places: this.#shown(same.slice(0, SHOWN)), count: same.length };
  }

  /**
   * What an interpretation finds, the best verdicts first.
   * @param {Interpretation} quoted
   * @returns {Promise<QuotationMatch[]>}
   */
  async #best(quoted) {
    /** @type {QuotationMatch[]} */
    const found = [];
    for (const path of await this.#paths(quoted)) {
      found.push(await judge(this.row, this.comparison, quoted, path));
    }
    found.sort((a, b) => RANK.indexOf(a.verdict) - RANK.indexOf(b.verdict));
    return found.length > 0 ? found : [{ verdict: "absent", parts: [] }];
  }

  /** @param {Interpretation} quoted */
  async #paths(quoted) {
    const starts = quoted.marked ? [] : await exact(this.row, quoted.words.map(({ term }) => term));
    if (starts.length > 0) return starts.map((start) => straight(quoted, start));
    const voted = await stretches(this.row, quoted);
    const paths = (await Alignment.of(this.row, quoted, voted)).paths();
    const more = paths.length > 0 ? await withPieces(this.row, quoted, voted, paths[0]) : null;
    return more ? (await Alignment.of(this.row, quoted, more)).paths() : paths;
  }

  /**
   * @param {QuotationMatch[]} found
   * @returns {MatchedPart[][]}
   */
  #shown(found) {
    return found.map(({ parts }) => parts.map((part) => {
      const { number, passage, start, end, steps } = part;
      const { edition, id, title, body, authors, date, version, own, section, text, pages } = passage;
      const differing = steps.filter(({ op }) => op !== "same");
      const weighed = differing.map((step) => ({ step, kind: gravity(step, this.analysis) }))
        .sort((a, b) => Number(a.kind === null) - Number(b.kind === null));
      return {
        edition, passage: id, url: `texts/${edition}/#${id}`, title, body, authors, date, version, section,
        place: number - own[0] + 1, passages: own[1] - own[0], pages, start, end,
        text: text.slice(start, end),
        voice: voiceOf(passage.voices, onlyWords(text, [start, end])),
        steps,
        differences: weighed.map(({ step }) => step),
        warnings: weighed.flatMap(({ kind }) => kind ?? []),
      };
    }));
  }
}

/**
 * The path of the very same words.
 * @param {Interpretation} quoted
 * @param {number} start
 * @returns {Step[]}
 */
const straight = ({ words }, start) =>
  words.map((_, i) => ({ op: "same", word: i, position: start + i, jumps: false }));

/**
 * The key by which findings are compared; the smallest is believed. The better verdict comes first, where
 * spliced counts as altered does, then the finding with fewer differences.
 * @param {import("./verdict.js").Ranked} verdict
 * @param {import("./difference.js").Difference[]} steps
 * @returns {[number, number, number]}
 */
function order(verdict, steps) {
  const rank = RANK.indexOf(verdict);
  const differences = steps.filter(({ op }) => op !== "same" && op !== "elided").length;
  return [verdict === "spliced" ? RANK.indexOf("altered") : rank, differences, rank];
}

/** @type {(one: number[], other: number[]) => boolean} */
function isBetter(one, other) {
  const at = one.findIndex((value, i) => value !== other[i]);
  return at >= 0 && one[at] < other[at];
}

/** @param {QuotationMatch[]} found */
const orderOf = ([{ verdict, parts }]) => order(verdict, parts.flatMap(({ steps }) => steps));

/** @param {Report} report */
const orderOfReport = ({ verdict, places: [first] }) =>
  order(/** @type {import("./verdict.js").Ranked} */ (verdict), (first ?? []).flatMap(({ steps }) => steps));
