"""What an editor has confirmed or rejected."""

from dataclasses import replace
from typing import Any

import pytest

from consultations.annotate import annotate
from consultations.edition import judged, with_unused_judgements
from consultations.model.annotation import CrossReference
from consultations.model.edition import Edition
from consultations.model.editor import AnnotationSort, Judgement

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


def test_a_rejected_annotation_stands_in_no_list(
    edition: Edition,
) -> None:
    wrong = replace(edition, judgements=(judgement("rejected", "p1"),))
    after = with_unused_judgements(judged(wrong))
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


@pytest.mark.parametrize("sort", ["citation", "cross-reference", "link", "quotation"])
def test_a_judgement_of_another_sort_is_of_nothing_that_is_found(
    edition: Edition, sort: AnnotationSort
) -> None:
    other = replace(judgement("rejected", "p0"), sort=sort)
    after = with_unused_judgements(judged(replace(edition, judgements=(other,))))
    assert [m.passage for m in after.mentions] == ["p0", "p1"]
    assert [f.what for f in after.findings] == [
        f"no {sort} 'House of Things' is found in passage p0"
    ]


def test_what_leads_elsewhere_by_a_name_falls_with_the_name(edition: Edition) -> None:
    leads = tuple(
        CrossReference(m.passage, m.start, m.end, m.text, "other") for m in edition.mentions
    )
    judgements = (judgement("rejected", "p1"),)
    after = judged(replace(edition, judgements=judgements, cross_references=leads))
    assert [r.passage for r in after.cross_references] == ["p0"]
    assert [type(a).__name__ for a in after.rejected] == ["Mention", "CrossReference"]
