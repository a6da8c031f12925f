"""Passages made of blocks: their ids, and where notes, emphasis, rows and gaps stand in them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.edition.assemble import assemble, passage_id
from consultations.edition.faithful import faults
from consultations.model.edition import Edition
from consultations.model.source import Record, Source
from consultations.rules import emend


def edition(text: str, title: str = "A title") -> Edition:
    record = Record(title, (), None, "2010", "report", None, "", "en-GB", "", None)
    return assemble(emend(Source("a", record, "a/source.txt", None, "0" * 64, text)))


def test_an_id_is_made_of_the_words_and_nothing_else() -> None:
    plain = passage_id("The cafe's end", 1)
    assert re.fullmatch("p[0-9a-z]{6}", plain)
    assert plain == passage_id("THE  CAFÉ’S end.", 1)
    assert plain != passage_id("The cafe's ends", 1)
    assert passage_id("The cafe's end", 2) == f"{plain}-2"


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("We welcome the plan for the ferry.", "pdpmrbf"),
        ("The lamps of the pier are to be lit at dusk.", "paj9eak"),
        ("Yes", "py74hrw"),
    ],
)
def test_the_same_words_have_the_same_id_in_every_version_of_the_program(
    words: str, id_: str
) -> None:
    # A link that is out in the world knows nothing else: these may never be changed.
    assert passage_id(words, 1) == id_


def test_an_id_survives_changes_elsewhere() -> None:
    before = edition("One is here.\n\nTwo is here.").passages[1]
    after = edition("Nought is new.\n\nOne is here, changed.\n\nTwo is here.").passages[2]
    assert before.id == after.id


def test_passages_of_the_same_words_have_ids_of_their_own() -> None:
    ids = [p.id for p in edition("Again.\n\nAgain.\n\nagain").passages]
    assert ids == [ids[0], f"{ids[0]}-2", f"{ids[0]}-3"]


def test_notes_stand_after_the_body_and_their_markers_in_it() -> None:
    made = edition("One **is**¹ here\n\n¹ A note.\n\nand goes on.² So.\n\n² Another.")
    assert [p.text for p in made.passages] == [
        "One is here and goes on. So.",
        "A note.",
        "Another.",
    ]
    assert [p.kind for p in made.passages] == ["paragraph", "footnote", "footnote"]
    body = made.passages[0]
    references = [note.reference for note in made.footnotes]
    assert [(r.passage, body.text[: r.offset]) for r in references if r] == [
        (body.id, "One is"),
        (body.id, "One is here and goes on."),
    ]
    assert [(n.label, n.passage) for n in made.footnotes] == [
        ("1", made.passages[1].id),
        ("2", made.passages[2].id),
    ]


def test_a_note_within_a_note_has_its_marker_there() -> None:
    made = edition("One.¹\n\n¹ A note² indeed.\n\n² Another.")
    reference = made.footnotes[1].reference
    assert reference is not None
    assert (reference.passage, reference.offset) == (made.passages[1].id, len("A note"))


def test_a_note_that_is_called_again_knows_every_place() -> None:
    made = edition("One.¹ Two.²\n\nThree.¹\n\n¹ A note.\n\n² Another.")
    first, second = made.passages[:2]
    assert [(r.passage, r.offset) for r in made.footnotes[0].references] == [
        (first.id, len("One.")),
        (second.id, len("Three.")),
    ]
    assert made.footnotes[1].again == ()


def test_emphasis_stands_on_the_same_words_wherever_they_were() -> None:
    made = edition("It *was\n so* and **that\n\n¹ A *note*.\n\nwas** all *of it*.¹")
    body, note = made.passages
    assert [(e.kind, body.text[e.start : e.end]) for e in body.emphasis] == [
        ("em", "was so"),
        ("em", "of it"),
    ]
    assert [(e.kind, note.text[e.start : e.end]) for e in note.emphasis] == [("em", "note")]


def test_a_word_cut_by_a_page_is_whole_again() -> None:
    made = edition("They are non-\n\n¹ A note.\n\nstatutory bodies.¹")
    assert made.passages[0].text == "They are non-statutory bodies."
    assert len(made.passages[0].source) == len(made.passages)


def test_a_table_has_rows_and_its_cells_are_its_text() -> None:
    table = edition("Area\tStaff\nNorth  East\t4\nSouth\t").passages[0]
    assert table.kind == "table"
    assert table.rows == (("Area", "Staff"), ("North East", "4"), ("South", ""))
    assert table.text == "Area Staff North East 4 South"


def test_a_passage_knows_the_headings_over_it() -> None:
    made = edition("# A title\n\n## One\n\nText.\n\n### Two\n\nText too.\n\n## Three\n\nEnd.")
    at = {p.text: p for p in made.passages}
    assert [made.by_id[i].text for i in at["Text too."].section] == ["A title", "One", "Two"]
    assert [made.by_id[i].text for i in at["Three"].section] == ["A title"]
    assert [made.by_id[i].text for i in at["End."].section] == ["A title", "Three"]


def test_a_gap_follows_the_passage_that_shows_it() -> None:
    made = edition("![a map](m.png)\n\nAll is well.\n\nIt is in the report of the\n\n## More")
    lost = {gap.what: gap.after for gap in made.gaps}
    assert lost == {"lost picture": None, "lost end of a sentence": made.passages[1].id}


def test_a_link_keeps_its_words_and_its_address() -> None:
    made = edition("See  [our *own*\nreport](http://example.org/ä b) there.".replace("ä b", "ä"))
    (link,) = made.links
    assert (link.text, link.url) == ("our own report", "http://example.org/%C3%A4")
    assert made.passages[0].text[link.start : link.end] == link.text


@given(
    st.lists(st.sampled_from(["word", "two", "é", "-", "(so)", "*em*"]), min_size=1, max_size=30)
)
def test_where_a_passage_comes_from_holds_its_words(words: list[str]) -> None:
    text = " ".join(words)
    for passage in edition(text).passages:
        ((start, end),) = passage.source
        assert text[start:end].replace("*", "").split() == passage.text.split()


def test_the_line_ends_of_an_address_stay() -> None:
    made = edition("Yours truly,\nAnn  Ferry\n Clerk\n\nIt was\nso.")
    assert [p.text for p in made.passages] == ["Yours truly,\nAnn Ferry\nClerk", "It was so."]
    assert list(faults(made)) == []
