/**
 * A form above the quotations of a page, which hides all but those that a reader asks for: by words,
 * by kind, by document.
 *
 * Where this script does not run, the page shows every quotation and no form.
 *
 * @module quotations
 */

const items = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("li:has(> .of)")]);

/**
 * A text in the form in which texts are compared: case, accents and the shape of apostrophes do not
 * matter.
 * @param {string | null | undefined} text
 */
function folded(text) {
  return (text ?? "").normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/gu, "'").toLowerCase();
}

/**
 * The heading above an item's list, which names the speaker; none on the page of one document.
 * @param {HTMLElement} item
 */
function speaker(item) {
  const before = item.parentElement?.previousElementSibling;
  return before?.matches("h3") ? before : null;
}

/** The text in which words are looked for: the quotation and its speaker, without the folded passage. */
const texts = new Map(
  items.map((item) => {
    const own = [...item.childNodes].filter((node) => !(node instanceof HTMLDetailsElement));
    return [item, folded([speaker(item), ...own].map((node) => node?.textContent).join(" "))];
  }),
);

const form = document.createElement("form");
form.className = "filter";

/**
 * A field with its label.
 * @template {HTMLElement} T
 * @param {string} name
 * @param {T} field
 */
function labelled(name, field) {
  const label = document.createElement("label");
  label.append(name, " ", field);
  form.append(label);
  return field;
}

/**
 * A list from which a reader chooses a kind or a document; null where all quotations have the same.
 * @param {string} name
 * @param {string} all
 * @param {"kind" | "document"} key
 */
function choice(name, all, key) {
  const select = document.createElement("select");
  select.append(new Option(all, ""));
  const labels = new Map();
  for (const item of items) {
    const of = /** @type {HTMLElement} */ (item.querySelector(".of"));
    labels.set(of.dataset[key], key === "kind" ? of.dataset.kind : of.querySelector("a")?.textContent);
  }
  const sorted = [...labels].sort(([, one], [, other]) => (one < other ? -1 : 1));
  for (const [value, label] of sorted) if (label) select.append(new Option(label, value));
  return select.options.length > 2 ? labelled(name, select) : select;
}

const words = labelled("Words", document.createElement("input"));
words.type = "search";
const kind = choice("Kind", "all", "kind");
const source = choice("Document", "all", "document");
const told = document.createElement("output");
form.append(told);

/**
 * Shows a heading when any quotation is shown between it and the next heading of its rank.
 * @param {Element} heading
 */
function follow(heading) {
  let below = heading.nextElementSibling;
  let shown = false;
  while (below && below.tagName !== heading.tagName && !below.matches("h2")) {
    shown ||= [...below.querySelectorAll("li")].some((item) => !item.hidden);
    below = below.nextElementSibling;
  }
  heading.toggleAttribute("hidden", !shown);
}

function narrow() {
  const asked = folded(words.value).split(/\s+/u);
  let count = 0;
  for (const item of items) {
    const of = /** @type {HTMLElement} */ (item.querySelector(".of"));
    const fits =
      asked.every((word) => texts.get(item)?.includes(word)) &&
      (kind.value === "" || kind.value === of.dataset.kind) &&
      (source.value === "" || source.value === of.dataset.document);
    item.hidden = !fits;
    count += Number(fits);
  }
  for (const heading of document.querySelectorAll("h2[id^='part:'], h3[id^='speaker:']")) follow(heading);
  told.value = `${count} of ${items.length} quotations`;
}

/** What is asked for stands after the `#`, so that it goes nowhere and Back and a link find it. */
const FIELDS = { words, kind, document: source };

/** Takes from the address what is asked for. The address of an element of the page asks for nothing. */
function read() {
  const asked = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
  for (const [name, field] of Object.entries(FIELDS)) field.value = asked.get(name) ?? "";
  narrow();
}

/** Puts into the address what is asked for. */
function keep() {
  const asked = Object.entries(FIELDS).filter(([, { value }]) => value).map(([name, { value }]) => [name, value]);
  const hash = asked.length > 0 ? `#${new URLSearchParams(asked)}` : location.pathname;
  history.replaceState(history.state, "", hash);
  narrow();
}

if (items.length > 1) {
  const first = document.querySelector("h2[id^='part:']") ?? items[0].parentElement;
  first?.before(form);
  form.addEventListener("input", keep);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", read);
  read();
}
