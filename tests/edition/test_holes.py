"""Numbers that a document passes over, or that its items repeat."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from consultations.edition import with_holes_told


@pytest.mark.parametrize(
    ("markers", "due"),
    [
        (["1", "1", "1"], ["3 items in a row have the number 1"]),
        (["1", "2", "1", "1", "1", "2"], ["3 items in a row have the number 1"]),
        # Letters, signs and two of a kind say nothing.
        (["1", "1", "2", "2", "a", "a", "a", None, None, None], []),
    ],
)
def test_items_that_all_have_one_number_are_told(
    markers: Sequence[str | None], due: Sequence[str], make_edition: Any
) -> None:
    made = make_edition(["## Lamps", *(["- They are lit.", "So we heard."] * len(markers))])
    counting = iter(markers)
    passages = [
        replace(p, marker=next(counting)) if p.kind == "list_item" else p for p in made.passages
    ]
    told = with_holes_told(replace(made, passages=tuple(passages))).findings
    assert [finding.what for finding in told] == due
