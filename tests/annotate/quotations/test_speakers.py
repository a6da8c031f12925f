"""Whose the words are, in passages that name people and bodies of whom nobody knows."""

from pathlib import Path
from typing import Any

import pytest
from tests.annotate.cases import load

from consultations.annotate import annotate
from consultations.model.annotation import Quotation

CASES = [
    pytest.param(
        case,
        id=case["label"],
        marks=[pytest.mark.xfail(strict=True, reason="known to be wrong")]
        if "expect" in case
        else [],
    )
    for path in sorted(Path(__file__).parent.glob("speakers*.toml"))
    for case in load(path)["case"]
]


def bare(label: str) -> str:
    """A speaker without article, place and abbreviation: "A tenant, Leeds" is "tenant"."""
    words = label.casefold().partition(",")[0].partition(" (")[0].split()
    return " ".join(words[1:] if words[:1] in (["a"], ["an"], ["one"], ["the"]) else words)


def is_due(told: str | None, due: str) -> bool:
    """Whether a speaker is who is due; more of the name, or a title before it, is no mistake."""
    if due.startswith("not "):
        return told is None or bare(due[4:]) not in bare(told)
    if due == "?" or told is None:
        return due == "?" and told is None
    return f" {bare(due)} " in f" {bare(told)} " or bare(told) == f"{bare(due)}s"


@pytest.mark.parametrize("case", CASES)
def test_speaker(case: dict[str, Any], make_edition: Any, make_authority: Any) -> None:
    edition = annotate(make_edition(case["text"]), make_authority([]))
    for line in case["said"]:
        words, _, due = line.partition(" > ")
        found: list[Quotation] = [q for q in edition.quotations if q.text.startswith(words)]
        told = found[0].attributed_to if found else None
        ground = found[0].rule if found else None
        if due == "no quotation":
            assert not found, f"{words}: {told!r}, by {ground}"
            continue
        assert any(is_due(told, one) for one in due.split(" | ")), f"{words}: {told!r}, by {ground}"
        assert found, f"{words}: no quotation"
