"""Annotations gained and lost, as a reviewer reads them."""

from typing import Any

from consultations.review.change.annotation_changes import annotations_changed
from consultations.review.change.comparison import Comparison

SORTS = ("quotations", "citations", "mentions", "links", "cross_references")


def edition(*mentions: tuple[str, str, str]) -> dict[str, Any]:
    """The annotations of an edition: words, entity and passage of each mention."""
    keys = ("text", "entity", "passage")
    found = [dict(zip(keys, mention, strict=True)) for mention in mentions]
    return {**dict.fromkeys(SORTS, ()), "mentions": found}


def test_what_one_entry_gives_everywhere_is_told_once_and_drowns_nothing() -> None:
    then = edition(("Ferry", "ferry", "p1"))
    often = [("members", "club", f"p{n}") for n in (1, 1, *range(2, 40))]
    now = edition(*often, ("Quay Board", "quays", "p7"))
    assert list(annotations_changed(Comparison("reply", then, now))) == [
        "### mentions: 41 gained, 1 lost",
        "- gained 40 times `members` → `club` (p1, p10, p11, p12, p13 and 34 more)\n"
        "- gained `Quay Board` → `quays` (p7)\n"
        "- lost `Ferry` → `ferry` (p1)",
    ]


def test_of_a_new_document_a_list_says_what_is_in_it() -> None:
    now = edition(("Quay Board", "quays", "p7"))
    told = list(annotations_changed(Comparison("reply", None, now)))
    assert told == ["### mentions: 1", "- `Quay Board` → `quays` (p7)"]


def test_whose_words_a_long_quotation_has_is_told_whatever_its_length() -> None:
    words = "The lamps are lit at dusk. " * 40
    said = {"text": words, "attributed_to": "harbour-office", "passage": "p1"}
    nobodys = {"text": "At dusk.", "attributed_to": None, "passage": "p2"}
    now = {**edition(), "quotations": [said, nobodys]}
    (_, told) = annotations_changed(Comparison("reply", edition(), now))
    assert " …` → `harbour-office` (p1)" in told
    assert "- gained `At dusk.` → nobody who is known (p2)" in told


def test_where_nothing_came_or_went_nothing_is_told() -> None:
    same = edition(("Ferry", "ferry", "p1"))
    assert list(annotations_changed(Comparison("reply", same, same))) == []
