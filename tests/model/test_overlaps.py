"""Overlapping annotations, stretch by stretch."""

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from consultations.model.overlaps import stretches

LENGTH = 12


class Covering(NamedTuple):
    start: int
    end: int
    rank: int


PIECES = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(
    lambda pair: (min(pair), max(pair))
)
COVERINGS = st.lists(
    st.builds(lambda piece, rank: Covering(piece[0], piece[1], rank), PIECES, st.integers(0, 2)),
    max_size=6,
)


@given(PIECES, COVERINGS, st.data())
def test_each_stretch_is_told_all_that_covers_it(
    piece: tuple[int, int], coverings: list[Covering], data: st.DataObject
) -> None:
    points = data.draw(st.lists(st.integers(*piece), max_size=3))
    found = list(stretches(piece, coverings, points))
    assert [start for start, _, _ in found[1:]] == [end for _, end, _ in found[:-1]]
    assert (found[0][0], found[-1][:2]) == (piece[0], (piece[1], piece[1]))
    assert set(points) <= {start for start, _, _ in found}
    for start, end, covering in found[:-1]:
        assert sorted(covering) == sorted(c for c in coverings if c.start <= start and end <= c.end)
        shown = [c for c in coverings if c.start < c.end]
        assert not any(start < edge < end for c in shown for edge in (c.start, c.end))


def test_the_rank_says_what_stands_outside_and_else_what_is_longer() -> None:
    inner, outer = Covering(0, 4, 1), Covering(0, 9, 0)
    short, long = Covering(0, 2, 1), Covering(0, 6, 1)
    [(_, _, first), *_] = stretches((0, 9), [short, inner, outer, long], [])
    assert first == (outer, long, inner, short)


def test_what_has_nothing_of_the_piece_is_passed_over() -> None:
    before, behind, empty = Covering(0, 3, 0), Covering(7, 9, 0), Covering(5, 5, 0)
    assert list(stretches((3, 7), [before, behind, empty], [])) == [(3, 7, ()), (7, 7, ())]
