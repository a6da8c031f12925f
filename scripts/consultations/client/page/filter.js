/**
 * A form above the entries of an index, which hides all but those that a reader asks for: by words, and
 * where entries are of several kinds or from several documents, by these.
 *
 * Where this script does not run, the page shows every entry and no form.
 *
 * @module filter
 */

const ENTRIES = "li:has(> .of), li[id^='entity:'], tr:has(.of)";
const items = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(ENTRIES)]);
/** What a reader calls them. */
const called = items.some(({ id }) => id.startsWith("said:")) ? "quotations" : "entries";
/** What an entry says of itself. @param {HTMLElement} item */
const about = (item) => /** @type {HTMLElement | null} */ (item.querySelector(".of"));

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

/** The text in which words are looked for: the entry, of a quotation its speaker too, without the folded passage. */
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
 * A list from which a reader chooses a kind or a document; not on the page where all entries have the same.
 * @param {string} name
 * @param {string} all
 * @param {"kind" | "document"} key
 */
function choice(name, all, key) {
  const select = document.createElement("select");
  select.append(new Option(all, ""));
  const labels = new Map();
  for (const item of items) {
    const of = about(item);
    labels.set(of?.dataset[key], key === "kind" ? of?.dataset.kind : of?.querySelector("a")?.textContent);
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
 * What stands below a heading, up to the next one of its rank, and the entries in it.
 * @param {Element} heading
 */
function below(heading) {
  const parts = [heading];
  for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.tagName === heading.tagName || next.matches("h2")) break;
    parts.push(next);
  }
  return { parts, own: items.filter((item) => parts.some((part) => part.contains(item))) };
}

/** A heading comes before those below it, so that these have the last word on what they hold. */
const sections = [...document.querySelectorAll("h2[id^='part:'], h3[id^='speaker:']")].map(below);

function narrow() {
  const asked = folded(words.value).split(/\s+/u);
  let count = 0;
  for (const item of items) {
    const of = about(item);
    const fits =
      asked.every((word) => texts.get(item)?.includes(word)) &&
      (kind.value === "" || kind.value === of?.dataset.kind) &&
      (source.value === "" || source.value === of?.dataset.document);
    item.hidden = !fits;
    count += Number(fits);
  }
  for (const { parts, own } of sections) {
    if (own.length === 0) continue;
    const isEmpty = own.every((item) => item.hidden);
    for (const part of parts) part.toggleAttribute("hidden", isEmpty);
  }
  told.value = `${count} of ${items.length} ${called}`;
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
