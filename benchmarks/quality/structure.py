"""Kinds of what a document is made of: headings, notes, questions, tables, lists, paragraphs."""

from difflib import SequenceMatcher

from benchmarks.quality.agreement import Agreement, agree, counted
from benchmarks.quality.material import Data, Material
from benchmarks.quality.wording import words

_ALIKE = 0.93
"""So alike are two wordings of one question."""
_LABEL = 14
"""In characters: a heading may have its number, or "Chapter 4", before its words."""


def headings(m: Material) -> Agreement:
    """Headings by their words, with or without the number."""
    had = [p for p in m.body if p["kind"] == "heading"]
    return agree(m.entries("headings"), had, _same_heading, _text, complete=m.complete("headings"))


def levels(m: Material) -> Agreement:
    """Of the headings found, those at their level."""
    had = [p for p in m.body if p["kind"] == "heading"]
    found = [
        (heading, next((p for p in had if _same_heading(heading, p)), None))
        for heading in m.entries("headings")
        if heading.get("firm", True)
    ]
    return counted(
        (f"{heading['text']} is at {p['level']}", p["level"] in _levels(heading))
        for heading, p in found
        if p
    )


def _levels(heading: Data) -> tuple[object, ...]:
    also = heading.get("level_also", ())
    return heading["level"], heading.get("level_in_source"), *also


def _same_heading(heading: Data, passage: Data) -> bool:
    wanted, found = words(heading["text"]), words(passage["text"])
    if found in (wanted, words(f"{heading.get('number') or ''} {heading['text']}")):
        return True
    return len(wanted) > _LABEL and found.endswith(wanted) and len(found) - len(wanted) < _LABEL


def notes(m: Material) -> Agreement:
    """Notes by label, first and last words, and the words before their mark."""

    def same(entry: Data, note: Data) -> bool:
        text = m.note(note["passage"])
        if str(entry["label"]) != str(note["label"]) or not _runs(entry, text, "text"):
            return False
        at = note["reference"]
        called = words(m.by_id[at["passage"]]["text"][: at["offset"]]) if at else ""
        return called.endswith(words(entry.get("anchor_before")))

    return agree(
        [entry for entry in m.entries("footnotes") if entry.get("text_begins")],
        m.annotations("footnotes"),
        same,
        lambda one: f"note {one['label']}",
        complete=m.complete("footnotes"),
    )


def questions(m: Material) -> Agreement:
    """Questions, recommendations and the like, each with its answer."""

    def same(entry: Data, question: Data) -> bool:
        if "text" in entry:
            texts = words(entry["text"]), words(question["text"])
            asked = (entry.get("number") or None) == (question["number"] or None)
            asked = asked and SequenceMatcher(None, *texts).ratio() > _ALIKE
        else:
            asked = all(words(entry[k]) in words(question["text"]) for k in _TEXT)
        if not asked or entry.get("answered", question["answered"]) != question["answered"]:
            return False
        answered = entry.get("answer_begins") and question["answered"]
        return not answered or _runs(entry, m.answer(question), "answer")

    had = [q for q in m.edition["questions"] if q["heading"] in m.covered]
    return agree(m.entries("questions"), had, same, _question, complete=m.complete("questions"))


_TEXT = ("text_begins", "text_ends")


def _question(one: Data) -> str:
    return f"{one.get('number') or ''} {one.get('text') or one.get('text_begins', '')}".strip()


def tables(m: Material) -> Agreement:
    """Tables by their first and last rows."""
    had = [
        [words(" ".join(cell for cell in row if cell)) for row in p.get("rows") or ()]
        for p in m.edition["passages"]
        if p["kind"] == "table"
    ]
    return counted(
        (
            str(entry.get("caption") or entry["header"]),
            any({_row(entry["first_row"]), _row(entry["last_row"])} <= set(rows) for rows in had),
        )
        for entry in m.entries("tables")
        if entry.get("firm", True) and entry.get("header")
    )


def _row(cells: list[str]) -> str:
    return words(" ".join(cell for cell in cells if cell))


def lists(m: Material) -> Agreement:
    """Lists by their first and last items and how many there are at that depth."""
    return counted(
        (entry["first_item_begins"], any(_is_list(m, entry, at) for at in range(len(m.body))))
        for entry in m.entries("lists")
        if entry.get("firm", True)
    )


def _is_list(m: Material, entry: Data, at: int) -> bool:
    first, last = m.body[at], words(entry["last_item_begins"])
    if first["kind"] != "list_item":
        return False
    if not words(first["text"]).startswith(words(entry["first_item_begins"])):
        return False
    items = 0
    for passage in m.body[at:]:
        if passage["kind"] != "list_item":
            return False
        items += passage.get("depth", 1) == first.get("depth", 1)
        if words(passage["text"]).startswith(last) and items in (
            entry["items"],
            *entry.get("items_also", ()),
        ):
            return True
    return False


def paragraphs(m: Material) -> Agreement:
    """Paragraphs that must be whole, by first and last words."""
    texts = [words(p["text"]) for p in m.body]

    def is_whole(entry: Data) -> bool:
        begins, ends = words(entry["begins"]), words(entry["ends"])
        return any(text.startswith(begins) and text.endswith(ends) for text in texts)

    return counted(
        (entry["begins"], is_whole(entry))
        for entry in m.entries("paragraphs_sample")
        if entry.get("firm", True)
    )


def slips(m: Material) -> Agreement:
    """Slips of the author's, which must still be there."""
    return counted(
        (entry["text"], words(entry["text"]) in m.whole)
        for entry in m.entries("authors_typos")
        if entry.get("firm", True)
    )


def _runs(entry: Data, text: str, what: str) -> bool:
    begins, ends = words(entry.get(f"{what}_begins")), words(entry.get(f"{what}_ends"))
    return text.startswith(begins) and text.endswith(ends)


def _text(one: Data) -> str:
    return str(one["text"])
