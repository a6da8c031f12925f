"""Editions and authorities for tests, written down in a few lines each."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

import pytest

from consultations.english.name_parts import family_name
from consultations.model.draft import BlockKind, TablePlace
from consultations.model.edition import (
    Edition,
    Footnote,
    NoteReference,
    Passage,
    PassageEmphasis,
)
from consultations.model.entity import Authority, ConsultationQuestion, Entity
from consultations.model.source import Record, Source

MARKS: list[tuple[str, BlockKind]] = [
    (r"(#+) ", "heading"),
    (r"() *- ", "list_item"),
    (r"()> ", "blockquote"),
    (r"()(?=\|)", "table"),
    (r"\[(\w+)\] ", "footnote"),
]

MakeEdition = Callable[..., Edition]
MakeAuthority = Callable[[Sequence[Mapping[str, Any]]], Authority]


CELL = re.compile(r"@(\d+)\.(\d+)\.(\d+) \[([^\]]*)\] (\|?)")


def placed(line: str) -> tuple[TablePlace | None, bool, str]:
    """The place of a cell of a table of prose, whether it is short, and the line without that.

    `@1.2.3 [Response] We will.` is in table 1, row 2, column 3. Short cells are one passage, with a
    bar before each: `@1.2.1 [No.|By] |4|May`.
    """
    match = CELL.match(line)
    if match is None:
        return None, False, line
    heads = tuple(match[4].split("|")) if match[4] else ()
    table, row, column = (int(match[n]) for n in (1, 2, 3))
    return TablePlace(table, row, column, heads), bool(match[5]), line[match.end() :]


def read(line: str) -> tuple[BlockKind, str, str]:
    """Kind, mark and text of a passage: `## Heading`, `- item`, `> quotation`, `[1] note`."""
    for mark, kind in MARKS:
        if match := re.match(mark, line):
            return kind, match[1], line[match.end() :]
    return "paragraph", "", line


@pytest.fixture(scope="session")
def make_edition() -> MakeEdition:
    """An edition of passages `p0`, `p1`, and so on; `*words*` are emphasised, `**words**` bold.

    `[^1]` calls the note of the line `[1] …`. Cells of a table of prose are as `placed` reads them.
    """

    def make(lines: Sequence[str], id_: str = "doc", responds_to: str | None = None) -> Edition:
        record = Record("A document", (), None, "2010", "report", responds_to, "r", "en", "p", None)
        text = "\n".join(lines)
        source = Source(id_, record, f"{id_}/source.txt", None, "0" * 64, text)
        passages: list[Passage] = []
        headings: list[tuple[int, str]] = []
        notes: list[Footnote] = []
        markers: dict[str, NoteReference] = {}
        at = 0
        for number, given in enumerate(lines):
            cell, is_short, line = placed(given)
            kind, mark, words = read(f"|{line}" if is_short else line)
            cells = tuple(line.split("|")) if is_short else ()
            words = " ".join(filter(None, cells)) if is_short else words
            words, called = without_markers(words)
            markers |= {label: NoteReference(f"p{number}", at_) for label, at_ in called.items()}
            plain, emphasis = unmarked(words)
            level = len(mark) if kind == "heading" else None
            if level:
                headings = [h for h in headings if h[0] < level]
            passages.append(
                Passage(
                    id=f"p{number}",
                    kind=kind,
                    text=plain,
                    source=((at, at + len(given)),),
                    section=() if kind == "footnote" else tuple(h[1] for h in headings),
                    level=level,
                    depth=1 if kind == "list_item" else None,
                    rows=(cells,) if cells else (),
                    cell=cell,
                    emphasis=emphasis,
                )
            )
            if level:
                headings.append((level, f"p{number}"))
            if kind == "footnote":
                notes.append(Footnote(mark, f"p{number}", None))
            at += len(given) + 1
        called_notes = [replace(note, reference=markers.get(note.label)) for note in notes]
        return Edition(source, tuple(passages), (), tuple(called_notes))

    return make


def without_markers(words: str) -> tuple[str, dict[str, int]]:
    """The words without the markers of notes, `[^1]`, and where each of these stood."""
    found: dict[str, int] = {}
    while marker := re.search(r"\[\^(\w+)\]", words):
        found[marker[1]] = marker.start()
        words = words[: marker.start()] + words[marker.end() :]
    return words, found


def unmarked(words: str) -> tuple[str, tuple[PassageEmphasis, ...]]:
    """The words without their stars, and what the stars said."""
    plain = ""
    found: list[PassageEmphasis] = []
    for piece in re.split(r"(\*\*[^*]+\*\*|\*[^*]+\*)", words):
        bare = piece.strip("*")
        if bare != piece:
            kind: Literal["em", "strong"] = "strong" if piece.startswith("**") else "em"
            found.append(PassageEmphasis(len(plain), len(plain) + len(bare), kind))
        plain += bare
    return plain, tuple(found)


@pytest.fixture(scope="session")
def make_authority() -> MakeAuthority:
    """An authority of entries written as tables, with `id` and `kind` among their keys."""

    def make(entries: Sequence[Mapping[str, Any]]) -> Authority:
        return Authority(tuple(entity(entry) for entry in entries))

    return make


def entity(entry: Mapping[str, Any]) -> Entity:
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()}
    asked = values.pop("questions", ())
    if entry["kind"] == "person":
        wordings = (entry["name"], *entry.get("variants", ()))
        values["families"] = tuple(family_name(wording) for wording in wordings)
    return Entity(
        **values,
        questions=tuple(ConsultationQuestion(q["id"], q.get("number"), q["text"]) for q in asked),
    )
