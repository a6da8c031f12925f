"""Connections between editions, and words that lead from one to another."""

from typing import Any

from consultations.annotate import annotate, connected
from consultations.annotate.across.overlaps import overlaps

ASK = {
    "id": "ask-2010",
    "kind": "consultation",
    "name": "Ask 2010",
    "questions": [{"id": "one", "text": "What works well in prisons today?"}],
}
WORK = {
    "id": "framework",
    "kind": "work",
    "name": "Framework for Things",
    "csl": {"type": "report", "title": "Framework for Things"},
}


def test_editions_lead_to_each_other(make_edition: Any, make_authority: Any) -> None:
    authority = make_authority([ASK, WORK])
    asked = "## What works well in prisons today?"
    texts = {
        "one": ("ask-2010", [asked, "The Framework for Things does."]),
        "two": ("ask-2010", [asked, "Nothing but the Framework for Things."]),
        "three": (None, ["This is on Ask 2010 and the Framework for Things."]),
    }
    editions = [
        annotate(make_edition(text, id_=id_, responds_to=to), authority)
        for id_, (to, text) in texts.items()
    ]
    one, _, three = connected(editions, authority)
    assert {(c.ground, c.target, c.about) for c in one.connections} == {
        ("same-consultation", "two", "ask-2010"),
        ("same-question", "two#p0", "ask-2010/one"),
        ("same-work", "two#p1", "framework"),
        ("same-work", "three#p0", "framework"),
    }
    assert not three.cross_references, "two editions answer it: which is meant is not known"
    (_, alone) = connected([editions[0], editions[2]], authority)
    assert [(r.text, r.target) for r in alone.cross_references] == [("Ask 2010", "one")]
    assert ("names", "one") in {(c.ground, c.target) for c in alone.connections}


def test_eight_words_in_one_order_are_shared_and_seven_are_not(make_edition: Any) -> None:
    text = "It isn’t so: one two three four five six seven eight."
    copy = "They say it isn't so; one two three four five, SIX seven eight nine."
    short = "one two three four five six seven"
    editions = [make_edition([t], id_=f"doc-{n}") for n, t in enumerate((text, copy, short))]
    found = {(here, c.edition, c.about) for here, c in overlaps(editions)}
    shared = "it isn't so one two three four five six seven eight"
    assert found == {("doc-0", "doc-1", shared), ("doc-1", "doc-0", shared)}
