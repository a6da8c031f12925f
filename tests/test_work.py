"""The measure that limits are held by: it sees a loop within a loop, and counts alike each time."""

import sys
from collections.abc import Callable

import pytest
from tests.work import TIMES, grows_too_fast, lines_run


def straight(items: list[int]) -> int:
    total = 0
    for item in items:
        total += item
    return total


def squared(items: list[int]) -> int:
    total = 0
    for item in items:
        for other in items:
            total += item < other
    return total


def squared_on_one_line(items: list[int]) -> list[bool]:
    return [item < other for item in items for other in items]


def squared_in_a_generator(items: list[int]) -> int:
    return sum(sum(item < other for other in items) for item in items)


def squared_by_calls(items: list[int]) -> int:
    return sum(map(straight, (items[place:] for place in range(len(items)))))


SQUARED = [squared, squared_on_one_line, squared_in_a_generator, squared_by_calls]


def counts(work: Callable[[list[int]], object], length: int = 100) -> tuple[int, int]:
    short, long = list(range(length)), list(range(length * TIMES))
    return lines_run(work, short).lines, lines_run(work, long).lines


@pytest.mark.parametrize("work", SQUARED)
def test_a_loop_within_a_loop_is_noticed(work: Callable[[list[int]], object]) -> None:
    assert grows_too_fast(*counts(work))


@pytest.mark.parametrize("work", [straight, sorted, lambda items: [item + 1 for item in items]])
def test_what_grows_with_the_length_is_let_be(work: Callable[[list[int]], object]) -> None:
    assert not grows_too_fast(*counts(work, 20_000))


@pytest.mark.parametrize("work", [straight, *SQUARED])
def test_two_runs_count_alike(work: Callable[[list[int]], object]) -> None:
    assert counts(work, 50) == counts(work, 50)


def test_what_traced_before_traces_after() -> None:
    before = sys.gettrace()
    with pytest.raises(ZeroDivisionError):
        lines_run(lambda: 1 / 0)
    assert sys.gettrace() is before
