"""What an editor has confirmed or rejected."""

from dataclasses import replace
from typing import Any

import pytest

from consultations.annotate import annotate
from consultations.edition import judged, with_unused_judgements
from consultations.model.edition import Edition
from consultations.model.editor import Judgement

BODY = {"id": "house", "kind": "organisation", "name": "House of Things"}


def judgement(state: Any, passage: str, text: str = "House of Things") -> Judgement:
    return Judgement(state, "mention", passage, text, "a reason", "archive/doc/annotations.toml:1")


@pytest.fixture
def edition(make_edition: Any, make_authority: Any) -> Edition:
    edition: Edition = annotate(
        make_edition(["The House of Things.", "A house of things: House of Things."]),
        make_authority([BODY]),
    )
    return edition


def test_a_rejected_annotation_stands_in_no_list_however_often_it_is_found(
    edition: Edition,
) -> None:
    wrong = replace(edition, judgements=(judgement("rejected", "p1"),))
    after = with_unused_judgements(judged(judged(wrong)))
    assert [(m.passage, m.state) for m in after.mentions] == [("p0", "found")]
    assert [(a.passage, a.state) for a in after.rejected] == [("p1", "rejected")]
    assert not after.findings


def test_a_confirmed_annotation_says_so(edition: Edition) -> None:
    right = judged(replace(edition, judgements=(judgement("confirmed", "p0"),)))
    assert [(m.passage, m.state) for m in right.mentions] == [("p0", "confirmed"), ("p1", "found")]


def test_a_judgement_of_what_is_not_found_is_told(edition: Edition) -> None:
    idle = replace(edition, judgements=(judgement("rejected", "p0", "House"),))
    after = with_unused_judgements(judged(idle))
    assert [(f.code, f.file) for f in after.findings] == [
        ("judgement-unused", "archive/doc/annotations.toml:1")
    ]
