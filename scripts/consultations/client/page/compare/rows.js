/**
 * Two documents in step: what both say to one question, or on one theme, makes a row.
 *
 * @module compare/rows
 */

/** @typedef {import("../../messages.js").Text} Text */
/** @typedef {import("../../messages.js").TextPassage} TextPassage */

/**
 * A theme of the archive. questions: `consultation/question` each; query: its place among those that were
 * asked, null where it has none; url: of its page.
 * @typedef {{ id: string, name: string, url: string, questions: string[], query: number | null }} Theme
 */

/**
 * A row. id: as in an address; sides: the passages of each document, in its order; mixed: whether those of a
 * side may answer several questions.
 * @typedef {{ id: string, title: string, url: string, sides: [TextPassage[], TextPassage[]], mixed: boolean }} ComparedRow
 */

/**
 * The passages that answer each question, by what the archive calls it.
 * @param {Text} text
 */
function answers({ passages }) {
  /** @type {Map<string, TextPassage[]>} */
  const found = new Map();
  for (const passage of passages) {
    const asked = passage.question?.asked;
    if (asked) found.set(asked, [...(found.get(asked) ?? []), passage]);
  }
  return found;
}

/**
 * A row for each question that both documents answer, in the order of the questions.
 * @param {Text} a
 * @param {Text} b
 * @param {import("../../messages.js").AskedQuestion[]} questions
 * @returns {ComparedRow[]}
 */
export function byQuestion(a, b, questions) {
  const [left, right] = [answers(a), answers(b)];
  return questions.flatMap(({ id, title, url }) => {
    const [one, other] = [left.get(id), right.get(id)];
    return one && other ? [{ id, title, url, sides: /** @type {ComparedRow["sides"]} */ ([one, other]), mixed: false }] : [];
  });
}

/**
 * A row for each theme on which both documents say something: where both answer questions on it, those
 * answers, and else the passages that its query finds.
 * @param {Text} a
 * @param {Text} b
 * @param {Theme[]} themes
 * @returns {ComparedRow[]}
 */
export function byTheme(a, b, themes) {
  const texts = [a, b];
  return themes.flatMap(({ id, name, url, questions, query }) => {
    const asked = new Set(questions);
    const answered = texts.map(({ passages }) => passages.filter(({ question }) => asked.has(question?.asked ?? "")));
    const found = texts.map(({ passages }) => passages.filter((one) => query !== null && one.found.includes(query)));
    const sides = [answered, found].find((both) => both.every((side) => side.length > 0));
    return sides ? [{ id, title: name, url, sides: /** @type {ComparedRow["sides"]} */ (sides), mixed: true }] : [];
  });
}
