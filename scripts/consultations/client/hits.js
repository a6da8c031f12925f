/**
 * One passage that was found, as it stands in the list: its document, its words, where they stand, and what a
 * reader can take away of it. Everything is text; nothing is ever read as markup.
 *
 * @module hits
 */

/** @typedef {import("./messages.js").Hit} Hit */
/** @typedef {import("./messages.js").Interval} Interval */

const MONTHS = new Intl.DateTimeFormat("en-GB", { year: "numeric", month: "long", timeZone: "UTC" });
const DAYS = new Intl.DateTimeFormat("en-GB", { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });

/**
 * An element that holds text and other elements.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} inner
 */
export function element(name, attributes, ...inner) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inner);
  return made;
}

/**
 * @param {Hit} hit
 * @param {URL} root of the site
 * @param {(words: string) => void} tell says what has been done
 */
export function drawHit(hit, root, tell) {
  const facts = [hit.body, day(hit.date)].filter(Boolean).map((fact) => ` · ${fact}`);
  const of = element("p", { class: "of" }, element("cite", {}, element("bdi", {}, hit.title)), ...facts);
  const item = element("li", { "data-edition": hit.edition, "data-passage": hit.passage }, of);
  item.append(element("p", { class: "excerpt", dir: "auto" }, drawExcerpt(hit, root)));
  if (hit.voice != null) item.append(element("p", { class: "under quoted" }, `Quoted: ${hit.voice || "not told whose words"}`));
  const under = [...hit.section, hit.kind === "footnote" ? "Note" : ""].filter(Boolean).join(" › ");
  if (under) item.append(element("p", { class: "under" }, under));
  item.append(drawActions(hit, root, tell));
  return item;
}

/**
 * The excerpt, which leads to its passage and takes along what is to be marked there.
 * @param {Hit} hit
 * @param {URL} root
 */
function drawExcerpt(hit, root) {
  const address = new URL(hit.url, root);
  for (const words of marked(hit)) address.searchParams.append("h", words);
  const { text, marks, before, after } = hit.excerpt;
  const excerpt = element("a", { href: address.href }, before ? "… " : "");
  let at = 0;
  for (const [start, end] of marks) {
    excerpt.append(text.slice(at, start), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  excerpt.append(text.slice(at), after ? " …" : "");
  return excerpt;
}

/**
 * The words that are marked in a hit; those that only blanks and punctuation part are one.
 * @param {Hit} hit
 * @returns {Set<string>}
 */
function marked({ excerpt: { text, marks } }) {
  const runs = /** @type {Interval[]} */ ([]);
  for (const [start, end] of marks) {
    const last = runs.at(-1);
    if (last && !/[\p{L}\p{N}]/u.test(text.slice(last[1], start))) last[1] = end;
    else runs.push([start, end]);
  }
  return new Set(runs.map(([start, end]) => text.slice(start, end)));
}

/**
 * @param {Hit} hit
 * @param {URL} root
 * @param {(words: string) => void} tell
 */
function drawActions(hit, root, tell) {
  const address = new URL(hit.url, root).href;
  const cited = `${[hit.body, hit.title].filter(Boolean).join(", ")} (${day(hit.date)}), ${address}`;
  const actions = {
    "Copy quotation": `“${hit.excerpt.text}” ${cited}`,
    "Copy citation": cited,
    "Copy link": address,
  };
  const buttons = Object.entries(actions).map(([name, text]) => {
    const button = element("button", { type: "button" }, name);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text);
        tell(`Copied: ${text}`);
      } catch {
        tell(`This browser does not let a page copy. Here it is: ${text}`);
      }
    });
    return button;
  });
  return element("p", { class: "actions" }, ...buttons);
}

/**
 * A date as precise as it is known, in words.
 * @param {string} date
 */
export function day(date) {
  const precision = date.split("-").length;
  if (precision === 1) return date;
  return precision === 2 ? MONTHS.format(new Date(`${date}-01`)) : DAYS.format(new Date(date));
}
