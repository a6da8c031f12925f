/**
 * A passage as it is cited.
 *
 * @module citation
 */

/**
 * A passage of a document. body: who speaks, where nobody is named in authors; date: ISO 8601, as precise as it is
 * known; place: which of the document's passages it is.
 * @typedef {{
 *   title: string, body: string, authors: string[], date: string, place: number, passages: number, address: string,
 * }} Work
 */

export const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
];

/**
 * Who speaks, as one says it.
 * @param {Work} work
 */
export function byline({ authors, body }) {
  return [...new Set([...authors, ...(authors.join(", ") === body ? [] : [body])])].filter(Boolean).join(", ");
}

/**
 * A date as precise as it is known, in words.
 * @param {string} date
 */
export function day(date) {
  const [year, month, number] = date.split("-");
  return [number && Number(number), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

/**
 * @param {Work} work
 * @returns {string} a reference in plain words
 */
export function reference(work) {
  return `${byline(work)} (${day(work.date)}). ${work.title}. Passage ${work.place} of ${work.passages}. ${work.address}`;
}

/**
 * @param {string} text
 * @param {Work} work
 * @returns {string} words with whose they are
 */
export const quoted = (text, work) => `“${text}” ${reference(work)}`;
