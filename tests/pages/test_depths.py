"""Headings stand on a page without a gap between their depths."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.model.edition import Passage
from consultations.pages.edition.body import heading_depths


def depths(levels: list[int]) -> list[int]:
    passages = [Passage(f"p{n}", "heading", "Ponds", (), level=k) for n, k in enumerate(levels)]
    return list(heading_depths(passages).values())


@pytest.mark.parametrize(
    ("levels", "wanted"),
    [
        ([1, 2, 3, 2], [1, 2, 3, 2]),
        ([1, 3, 5, 5, 3, 2], [1, 2, 3, 3, 2, 2]),
        ([4, 1, 4], [2, 1, 2]),
        ([2, 2, 1], [2, 2, 1]),
    ],
)
def test_what_is_missing_between_two_levels_is_left_out(
    levels: list[int], wanted: list[int]
) -> None:
    assert depths(levels) == wanted


@given(st.lists(st.integers(1, 6), max_size=30))
def test_no_heading_is_deeper_than_its_level_or_than_one_below_the_last(levels: list[int]) -> None:
    found = depths(levels)
    assert all(depth <= max(level, 1) for depth, level in zip(found, levels, strict=True))
    assert all(after <= before + 1 for before, after in pairwise(found))
