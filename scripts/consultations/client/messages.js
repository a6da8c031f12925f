/**
 * What the page and the worker say to each other. Types only: nothing here runs.
 *
 *     const send = connect((message) => { ... message.type is "ready", "progress", "answer", "failure" ... }, fail);
 *     send({ type: "ask", id: 1, query: "\"a phrase\"", sort: "score", page: 1 });
 *
 * An `ask` may be posted before `ready` comes. A newer `ask` overtakes an older one: the older is
 * dropped, and no `answer` comes for it. Nothing in a message is markup: every string is text.
 *
 * @module messages
 */

/** @typedef {"score" | "date" | "document"} Sort  best first; earliest first; in the archive's order */

/**
 * An interval [start, end) of a string, counted as `String.prototype.slice` counts.
 * @typedef {[number, number]} Interval
 */

/**
 * The folder of the index, absolute and with its last slash; its manifest, where the page was sent with
 * it. Comes once, before everything else.
 * @typedef {{ type: "open", base: string, manifest?: string }} Open
 */

/**
 * @typedef {object} Ask
 * @property {"ask"} type
 * @property {number} id      chosen by the page, growing; comes back with the answer
 * @property {string} query   as typed
 * @property {Sort} sort
 * @property {number} page    from 1
 * @property {boolean} [grouped]  whether each document stands once, with its best passages
 * @property {boolean} [few]  whether only those are wanted now that fill a small screen; `coming` tells of the rest
 */

/**
 * More about a query than its hits. With the id of an earlier `ask` it is about the same query, and both are
 * answered; with a newer id it overtakes the `ask`.
 * @typedef {{ type: "survey", id: number, query: string }} AskSurvey
 */

/**
 * A word beside the node, by which lines are ordered: the first to the left, and so on.
 * @typedef {"L1" | "L2" | "L3" | "R1" | "R2" | "R3"} Neighbour
 */

/**
 * Lines of a concordance: by these neighbours, the first first; by none: as they stand. The lines are
 * [from, upTo) of all; a page of them where it does not say. saved comes back: the lines are for a file.
 * @typedef {{
 *   type: "concordance", id: number, query: string, order: Neighbour[], from?: number, upTo?: number,
 *   saved?: boolean,
 * }} AskConcordance
 */
/** @typedef {{ type: "suggest", id: number, query: string }} AskSuggestions */
/**
 * One quotation, or an article whose quotations are to be checked.
 * @typedef {{ type: "check", id: number, text: string }} AskCheck
 */

/**
 * Whole documents, by their ids, and which of their passages each query finds.
 * @typedef {{ type: "texts", id: number, documents: string[], queries: string[] }} AskTexts
 */

/** @typedef {Ask | AskSurvey | AskConcordance | AskSuggestions | AskCheck | AskTexts} Asked */
/** @typedef {Open | Asked} ToWorker */

/**
 * The index is open and can be asked.
 * @typedef {{ type: "ready", editions: number, passages: number }} Ready
 */

/**
 * How many files are being fetched while a question waits for its answer.
 * @typedef {{ type: "progress", id: number, files: number, bytes: number }} Progress
 *   files that are still on their way; bytes received for this question so far
 */

/**
 * @typedef {object} Answer
 * @property {"answer"} type
 * @property {number} id
 * @property {string} query
 * @property {number} total   passages found, exactly
 * @property {number} page    the last one, where fewer were found than asks for
 * @property {number} pages   how many pages of hits there are; 0 when nothing is found
 * @property {Hit[]} hits     those of this page, from the first
 * @property {number} [coming]  how many more of this page follow in another answer; none where it does not say
 */

/**
 * @typedef {object} Hit
 * @property {string} edition
 * @property {string} passage
 * @property {string} url             of the passage, relative to the site's root: `texts/<id>/#<passage>`
 * @property {number} score           a whole number
 * @property {string} kind            heading, paragraph, list_item, blockquote, table, footnote, reference
 * @property {string} title           of the document
 * @property {string} body            who speaks: the organisation's name, else the authors
 * @property {string} date            ISO 8601: a year, a month or a day
 * @property {string} type            of the document
 * @property {string[]} authors       of the document
 * @property {string} version         what a reference calls the edition, such as `edition 3f9a2c1`
 * @property {number} place           which passage of its document it is, from 1
 * @property {number} passages        how many its document has
 * @property {string} pages           of its source, as printed, on which it stands, such as 14–15; empty
 *   where it has none
 * @property {number} found           of these the query finds so many
 * @property {string[]} section       the headings that it stands under, outermost first, without the title
 * @property {{ number: string | null, kind: string, url: string | null } | null} question  that it answers; url: of
 *   the question's own page, relative to the site's root
 * @property {Excerpt} excerpt
 * @property {string | null} voice    whose words the first marked ones are, or all where none are: `own`,
 *   the document's; a name; null: somebody's whom it quotes, not known whose
 * @property {string | null} credit   whose words the excerpt is, as it is to be cited: as voice, with
 *   `partly ` before it where others speak in the excerpt too
 */

/**
 * Whole sentences of the passage's text as printed, around the words that were asked for.
 * @typedef {object} Excerpt
 * @property {string} text
 * @property {number} start       where in the passage's text it begins
 * @property {Interval[]} marks   of `text`; in order, apart from each other
 * @property {boolean} before     whether the passage goes on before it
 * @property {boolean} after      whether the passage goes on after it
 */

/**
 * @typedef {object} Failure
 * @property {"failure"} type
 * @property {number | null} id    of the question that failed; null when the index cannot be opened
 * @property {"query" | "index" | "network" | "text"} kind
 *   a query that cannot be read; an index that is damaged or of another format; a file that did not come
 * @property {string} what         the fault, one sentence
 * @property {string} remedy       what the reader can do
 * @property {Interval | null} place  of the query: what cannot be read; else null
 */

/**
 * How many of the passages found have a value. `value` is what a query takes, as in `by:<value>`.
 * @typedef {{ value: string, label: string, count: number, within?: string }} Count  within: of a
 *   question, its consultation
 */

/**
 * A document in which passages were found. `strip` counts them along the document, which is cut into
 * equal parts by its passages.
 * @typedef {{
 *   edition: string, title: string, body: string, date: string, type: string,
 *   passages: number, found: number, strip: number[], firsts: number[],
 * }} Surveyed  strip: how many were found in each part of it; firsts: which passage of the document, from 1, is
 *   the first of them; 0: none
 */

/**
 * What a query finds, counted.
 * @typedef {object} Survey
 * @property {"survey"} type
 * @property {number} id
 * @property {string} query
 * @property {number} total
 * @property {Surveyed[]} documents
 * @property {Record<"by" | "year" | "type" | "kind" | "consultation" | "question" | "voice", Count[]>} fields
 */

/**
 * One place of what was asked for: the passage's text[start:end] in code points is `node`.
 * @typedef {{
 *   edition: string, passage: string, url: string, title: string, body: string, date: string,
 *   start: number, end: number, left: string, node: string, right: string, voice: string | null,
 *   question: Hit["question"], before: string[], after: string[], alike?: number,
 * }} ConcordanceLine  before, after: the terms beside the node, the nearest first; alike: how many lines
 *   have the neighbour in common by which they are ordered first
 */

/**
 * The places of what was asked for: all are counted, the first thousand given, and of these a page.
 * @typedef {{
 *   type: "lines", id: number, query: string, total: number, passages: number, documents: number,
 *   given: number, from: number, saved: boolean, lines: ConcordanceLine[],
 * }} Lines  total: of places, which stand in so many passages and documents
 */

/**
 * A query that finds something, where a word was left out or spelled otherwise.
 * @typedef {{ query: string, total: number, dropped?: string, spelled?: string }} Suggestion
 */

/**
 * Words asked for that the source has at places where the edition is mended.
 * @typedef {object} SourceReading
 * @property {string} source  the words, folded
 * @property {number} total   passages in which the source has them
 * @property {{ edition: string, url: string, title: string, body: string, date: string, mended: string }[]} places
 *   the first of them, and what the edition has there
 */

/**
 * @typedef {object} Suggestions
 * @property {"suggestions"} type
 * @property {number} id
 * @property {string} query
 * @property {Suggestion[]} suggestions
 * @property {SourceReading[]} readings
 */

/**
 * What is to be said about each quotation of a text, and how much was searched.
 * @typedef {{
 *   type: "checked", id: number, reports: import("./check/checker.js").Report[], passages: number,
 *   editions: number,
 * }} Checked
 */

/**
 * How far the check of an article has come: how many of its quotations are checked.
 * @typedef {{ type: "checking", id: number, done: number, count: number }} Checking
 */

/**
 * What a page says to the service worker, offline.js: it has been read, and is to be kept. And what it is
 * told: how many pages are kept, and whether it was itself given as it was kept.
 * @typedef {{ url: string }} ToKeep
 * @typedef {{ pages: number, isKept: boolean }} KeptPages
 */

/**
 * A passage of a document that is read as a whole.
 * @typedef {object} TextPassage
 * @property {string} id
 * @property {string} kind  as of a Hit
 * @property {string} text
 * @property {[number, number, string | null][]} voices  whose words stand where in it, but for its
 *   document's own; null where that is not known
 * @property {{ number: string | null, asked: string | null, kind: string } | null} question  that it
 *   answers; asked: as `consultation/question`
 * @property {number[]} found  the queries that find it, counted from 0
 */

/**
 * A document with all its passages.
 * @typedef {{ edition: string, title: string, body: string, date: string, passages: TextPassage[] }} Text
 */

/**
 * A question of a consultation. id: `consultation/question`; title: its number and its words; url: of its
 * page, relative to the site's root.
 * @typedef {{ id: string, title: string, url: string }} AskedQuestion
 */

/**
 * The documents that were asked for, without those that are not here, and the questions that any document
 * of the archive answers.
 * @typedef {{ type: "texts", id: number, texts: Text[], questions: AskedQuestion[] }} Texts
 */

/**
 * @typedef {Ready | Progress | Answer | Survey | Lines | Suggestions | Checking | Checked | Texts | Failure} FromWorker
 */

export {};
