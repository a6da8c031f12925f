"""Annotations gained and lost, as a reviewer reads them."""

from typing import Any

from consultations.review.annotation_changes import annotations_changed
from consultations.review.comparison import Comparison

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
        "- gained 40 times `members → club` (p1, p10, p11, p12, p13 and 34 more)\n"
        "- gained `Quay Board → quays` (p7)\n"
        "- lost `Ferry → ferry` (p1)",
    ]


def test_where_nothing_came_or_went_nothing_is_told() -> None:
    same = edition(("Ferry", "ferry", "p1"))
    assert list(annotations_changed(Comparison("reply", same, same))) == []
