"""What belongs to each passage of an edition."""

from dataclasses import replace
from typing import Any

from consultations.model.annotation import Mention
from consultations.model.by_passage import ByPassage
from consultations.model.edition import Footnote, NoteReference


def test_each_passage_has_its_own_in_their_order(make_edition: Any) -> None:
    mentions = (
        Mention("p1", 0, 2, "Bo", "bo"),
        Mention("p0", 0, 2, "Al", "al"),
        Mention("p1", 7, 9, "Al", "al"),
    )
    edition = replace(make_edition(["Al came.", "Bo met Al.", "Nobody."]), mentions=mentions)
    assert [m.text for m in edition.mentions_of["p1"]] == ["Bo", "Al"]
    assert [m.text for m in edition.mentions_of["p0"]] == ["Al"]


def test_a_passage_without_any_has_none_and_is_not_remembered() -> None:
    empty: ByPassage[str] = ByPassage((), lambda word: word)
    assert empty["p0"] == ()
    assert not empty


def test_a_note_belongs_to_the_passage_that_calls_it(make_edition: Any) -> None:
    edition = replace(
        make_edition(["It is so.", "[1] Why.", "[2] How."]),
        footnotes=(Footnote("1", "p1", NoteReference("p0", 8)), Footnote("2", "p2", None)),
    )
    assert [note.label for note in edition.notes_called_in["p0"]] == ["1"]
    assert list(edition.notes_called_in) == ["p0"]
