"""Laws of tables whose cells are prose, over tables made by chance."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.edition.assemble import assemble
from consultations.edition.faithful import is_faithful
from consultations.model.edition import Edition, Passage
from consultations.model.editor import Stet
from consultations.model.source import Record, Source
from consultations.rules import emend
from consultations.rules.blocks.tables import prose_tables
from consultations.rules.prose import breaks_off

RECORD = Record("T", (), None, "2010", "report", None, "", "en-GB", "", None)
SENTENCES = (
    "The board should light the upper pier before the winter comes.",
    "We accept this, and the clerk will see that it is done by May of next year.",
    "Accepted.",
    "What is to be done for those who moor at the pier in the night, and why?",
    "see the reply above",
)
paragraph = st.sampled_from(SENTENCES)
item = paragraph.map("• {}".format)
prose = st.lists(st.one_of(paragraph, item), min_size=1, max_size=3).map("<br>".join)
short = st.sampled_from(("", "4", "5.5", "ge", "Clerk", "May 2031", "Elm and Ash"))
row = st.tuples(short, prose, st.one_of(prose, st.just("")), short)
HEADS = ("No.", "Recommendation", "Response", "Owner")
tables = st.tuples(st.sampled_from(((HEADS,), ())), st.lists(row, min_size=2, max_size=5))


def edition_of(text: str) -> Edition:
    """What all rules make of a text."""
    return assemble(emend(Source("a", RECORD, "a/source.txt", None, "0" * 64, text)))


def drawn(rows: Sequence[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(cells)} |" for cells in rows]
    return "\n".join((lines[0], "| --- | --- | --- | --- |", *lines[1:]))


def letters(text: str) -> str:
    return "".join(c for c in text.replace("<br>", "") if c.isalnum())


@given(tables)
def test_a_table_reads_back_whole_and_its_passages_know_their_row(
    table: tuple[tuple[tuple[str, ...], ...], list[tuple[str, ...]]],
) -> None:
    heads, body = table
    rows = [*heads, *body]
    edition = edition_of(f"Before it.\n\n{drawn(rows)}\n\nAfter it.")
    assert is_faithful(edition)
    inside = [passage for passage in edition.passages if passage.cell is not None]
    if inside:
        first = 0 if any(p.cell and p.cell.row == 0 for p in inside) else 1
        for n, cells in enumerate(rows, first):
            there = [p.text for p in inside if p.cell and p.cell.row == n]
            assert letters("".join(there)) == letters("".join(cells))
        for passage in inside:
            assert passage.cell
            assert passage.cell.heads in ((), HEADS[passage.cell.column - 1 :][: _width(passage)])


def _width(passage: Passage) -> int:
    """Cells of a passage."""
    return len(passage.rows[0]) if passage.rows else 1


def test_the_words_of_a_table_do_not_depend_on_what_its_breaks_are_written_as() -> None:
    table = drawn([HEADS, ("1", f"{SENTENCES[0]}<br>{SENTENCES[3]}", SENTENCES[1], "Clerk")] * 2)
    written = [edition_of(table.replace("<br>", sign)) for sign in ("<br>", "<BR />", "<br/>")]
    told = [[replace(p, source=()) for p in edition.passages] for edition in written]
    assert all(passage.cell for passage in told[0])
    assert told[0] == told[1] == told[2]


def test_a_stet_anywhere_in_a_table_keeps_all_of_it_whole_and_no_other() -> None:
    first = drawn([HEADS, ("1", SENTENCES[0], SENTENCES[1], "Clerk"), ("2", SENTENCES[3], "", "")])
    second = drawn([HEADS, ("5", SENTENCES[1], SENTENCES[0], "Clerk")] * 2)
    source = Source("a", RECORD, "a/source.txt", None, "0" * 64, f"{first}\n\nApart.\n\n{second}")
    stet = Stet(
        "prose-tables", 3, None, "| The board", "it is read across", "archive/a/stet.toml:1"
    )
    draft = emend(source, stets=[stet])
    assert draft.findings == ()
    table, apart, *rest = draft.blocks
    assert (table.kind, table.cell, apart.kind) == ("table", None, "paragraph")
    assert all(block.cell and block.cell.table == 2 for block in rest)
    edition = assemble(draft)
    assert is_faithful(edition)
    assert [row[0] for row in edition.passages[0].rows] == ["No.", "1", "2"]


def test_of_a_long_cell_as_much_is_looked_at_beside_each_break_as_of_a_short_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[int] = []

    def counted(text: str) -> bool:
        looked_at.append(len(text))
        return breaks_off(text)

    monkeypatch.setattr(prose_tables, "breaks_off", counted)
    cell = "<br>".join(["The clerk will light the pier at dusk and"] * 100)
    rows: list[tuple[str, ...]] = [
        ("Comment", "Response", "", ""),
        (cell, SENTENCES[1], "", ""),
        (*SENTENCES[:2], "", ""),
    ]
    edition_of(drawn(rows))
    assert len(looked_at) == 99
    assert max(looked_at) <= 200
