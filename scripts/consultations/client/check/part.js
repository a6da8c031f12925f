/**
 * The parts of a quotation, one for each passage that it stands in. As index/quotation/part.py has
 * it.
 *
 * @module part
 */

/** @typedef {import("./difference.js").Difference} Difference */
/** @typedef {import("./difference.js").Op} Op */

/**
 * What of a quotation stands in one passage, in one piece: text.slice(start, end) of the passage;
 * and the quotation from beginning to end, beside what the text has.
 * @typedef {{
 *   number: number, passage: import("../engine/index/block.js").Passage, start: number, end: number,
 *   steps: Difference[],
 * }} Part
 */

/**
 * A word that is left out here and put in there was moved.
 * @param {Part[]} parts
 * @param {import("../engine/analysis/analysis.js").Analysis} analysis
 */
export function markMoved(parts, analysis) {
  /** @type {(op: Op) => [Part, number][]} */
  const stepsOf = (op) => parts.flatMap((part) =>
    part.steps.flatMap((step, i) => (step.op === op ? [/** @type {[Part, number]} */ ([part, i])] : [])));
  /** @type {Map<string, [Part, number][]>} last first */
  const dropped = new Map();
  for (const [part, i] of stepsOf("dropped").reverse()) {
    const key = analysis.fold(part.steps[i].found).join(" ");
    const twins = dropped.get(key) ?? [];
    twins.push([part, i]);
    dropped.set(key, twins);
  }
  /** @type {Set<Difference>} */
  const gone = new Set();
  for (const [part, i] of stepsOf("added")) {
    const { given } = part.steps[i];
    const twin = dropped.get(analysis.fold(given).join(" "))?.pop();
    if (!twin) continue;
    const left = twin[0].steps[twin[1]];
    gone.add(left);
    part.steps[i] = { op: "moved", given, found: left.found };
  }
  for (const part of parts) part.steps = part.steps.filter((step) => !gone.has(step));
}
