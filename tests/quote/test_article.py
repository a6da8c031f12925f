"""What an article quotes: between which marks, in which blocks, and what is no quotation."""

import json
from pathlib import Path
from typing import Any

import pytest

from consultations.analysis.contract import number
from consultations.index.quotation import quotations
from consultations.index.quotation.article import without_own_point

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "contract" / "articles.json").read_text("utf-8")
)
FAR = "one two " * number("article.nearby") + "three"
"""More than a mark that may be an apostrophe, or inches, goes on over."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_cases(case: dict[str, Any]) -> None:
    assert list(quotations(case["article"])) == case["found"]


@pytest.mark.parametrize(
    ("article", "found"),
    [
        (f"“{FAR}” four", [FAR]),
        (f"«{FAR}» four", [FAR]),
        (f'"{FAR}" four', []),
        (f"‘{FAR}’ four", []),
    ],
    ids=["curly", "angled", "straight", "single"],
)
def test_only_a_mark_that_is_nothing_else_is_closed_however_far_on(
    article: str, found: list[str]
) -> None:
    assert list(quotations(article)) == found


@pytest.mark.parametrize("text", ["'a " * 20_000, '"' * 50_000, "“a" * 30_000, "> " * 20_000])
def test_marks_without_end_are_no_trouble(text: str) -> None:
    assert len(list(quotations(text))) <= 1


@pytest.mark.parametrize(
    ("quotation", "bare"),
    [
        ("The lamps are lit.", "The lamps are lit"),
        ("The lamps,", "The lamps"),
        ("Lit?", None),
        ("Lit.\n", None),
    ],
)
def test_a_point_at_the_end_may_be_the_articles(quotation: str, bare: str | None) -> None:
    assert without_own_point(quotation) == bare
