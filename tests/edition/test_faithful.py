"""Whoever breaks an edition is told what is wrong with it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from consultations.edition.assemble import assemble
from consultations.edition.faithful import faults
from consultations.model.edition import Edition, Passage
from consultations.model.source import Record, Source
from consultations.rules import emend

TEXT = "# A title\n\nOne **is**¹ here, and\n\n¹ A note.\n\ngoes on.\n\nTwo is here."
FIRST = "The lamps are lit.\n\nThe lamps are out."


def edition(text: str = TEXT) -> Edition:
    record = Record("A title", (), None, "2010", "report", None, "", "en-GB", "", None)
    return assemble(emend(Source("a", record, "a/source.txt", None, "0" * 64, text)))


def with_passage(made: Edition, n: int, new: Callable[[Passage], Passage]) -> Edition:
    passages = list(made.passages)
    passages[n] = new(passages[n])
    return replace(made, passages=tuple(passages))


BREAKS: dict[str, tuple[str, Callable[[Edition], Edition]]] = {
    "a word is changed": (
        "is not its source emended",
        lambda e: with_passage(e, 1, lambda p: replace(p, text=p.text.replace("One", "Ten"))),
    ),
    "a blank goes": (
        "is not its source emended",
        lambda e: with_passage(
            e, 1, lambda p: replace(p, text=p.text.replace("goes on", "goeson"))
        ),
    ),
    "a passage goes": ("is lost", lambda e: replace(e, passages=e.passages[:-2] + e.passages[-1:])),
    "a passage comes twice": (
        "stands in two passages",
        lambda e: replace(e, passages=(*e.passages, replace(e.passages[1], id="pnew"))),
    ),
    "a passage has only the first of its pieces": (
        "is not its source emended",
        lambda e: with_passage(e, 1, lambda p: replace(p, text=p.text.removesuffix(" goes on."))),
    ),
    "an id comes twice": (
        "two passages have the id",
        lambda e: with_passage(e, 1, lambda p: replace(p, id=e.passages[0].id)),
    ),
    "passages change places": (
        "its source before",
        lambda e: replace(e, passages=(e.passages[1], e.passages[0], *e.passages[2:])),
    ),
    "an emendation goes": ("is lost", lambda e: replace(e, emendations=e.emendations[1:])),
    "an emendation stands elsewhere": (
        "does not stand on the source",
        lambda e: replace(
            e, emendations=(replace(e.emendations[0], before="x"), *e.emendations[1:])
        ),
    ),
    "emendations overlap": (
        "overlap",
        lambda e: replace(e, emendations=(e.emendations[0], *e.emendations)),
    ),
    "a place in the source is too short": (
        "is not its source emended",
        lambda e: with_passage(
            e, 2, lambda p: replace(p, source=((p.source[0][0] + 1, p.source[0][1]),))
        ),
    ),
}


def test_an_edition_that_the_rules_made_has_no_fault() -> None:
    assert list(faults(edition())) == []


@pytest.mark.parametrize(("fault", "broken"), BREAKS.values(), ids=BREAKS)
def test_a_fault_is_named(fault: str, broken: Callable[[Edition], Edition]) -> None:
    found = list(faults(broken(edition())))
    assert any(fault in one for one in found), found


def test_what_begins_the_source_may_not_come_twice() -> None:
    made = edition(FIRST)
    twice = replace(made, passages=(*made.passages, replace(made.passages[0], id="pnew")))
    assert "the source from 0 to 18 stands in two passages" in list(faults(twice))


def test_what_is_lost_is_told_once_with_its_place_and_how_it_begins() -> None:
    made = edition(FIRST + " Nobody knows why that is so, and nobody asks." * 3)
    assert list(faults(replace(made, passages=made.passages[:1]))) == [
        "'The lamps are out. Nobody knows why that' at a:3:1 is lost"
    ]
