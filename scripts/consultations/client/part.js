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
 *   number: number, passage: import("./block.js").Passage, start: number, end: number,
 *   steps: Difference[],
 * }} Part
 */

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
 * A word that is left out here and put in there was moved.
 * @param {Part[]} parts
 * @param {import("./analysis.js").Analysis} analysis
 */
export function markMoved(parts, analysis) {
  /** @type {(op: Op) => [Part, Difference][]} */
  const stepsOf = (op) => parts.flatMap((part) => part.steps.filter((step) => step.op === op)
    .map((step) => /** @type {[Part, Difference]} */ ([part, step])));
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
