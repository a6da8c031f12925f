"""Rules over texts that nobody wrote: proposals that fit, and time that grows with the length."""

import random
from collections.abc import Callable
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.model.draft import Draft, revise
from consultations.model.source import Record, Source
from consultations.rules import RULES

SHORT, TIMES = 3_000, 8
GROWTH = 2.5
"""What twice the length may cost at most, times what it cost before."""
TOO_LITTLE = 0.3
"""Seconds of computing below which a measure says nothing."""

PIECES = [
    *"()[]{}<>“”‘’\"'`*_|#&§®¹-–.:?/\\\t",
    *("ì", "ìa", "aî", "é", "â€", "\u00ad", "a\u00ad", "\u200c", "\x02", "\ufb01"),
    *(
        "<sup>",
        "<sup>1</sup>",
        "<u>",
        "<br>",
        "<span ",
        "<!--",
        "&amp;",
        "&amp;amp;",
        "**",
        "- ",
        "-\n",
        "> ",
    ),
    *("http://", "www.", "www.a.b/", "http://a.b/c-d", "http://a.b/?a=1+", "http://a.b/c d"),
    *("[a](b)", "[a](", "<http://a", "a@b ", "a-", "a- b", "a ", "1 st ", "pilot s ", " ®"),
    *("1 ", "1\n", "i\n", "1.\n", "1) ", "Page 1\n", "a\t1\n", "a 1\n", "contents\na 1\n"),
    *("A. ", "\n", "\r\n", "\n\n", "\f1\n", "\u2028", "Top of page\n", "download pdf "),
    *("Yes\n\nno\n\n", "x" * 50 + "\n", "x" * 50 + "\n\n", "word wordly\n"),
    *("see ", "1² ", "-- ", "(footnote continued)\n", "foo-bar ", "evidencebased ", "crossX "),
]


def many(piece: str) -> Callable[[int], str]:
    return lambda length: piece * (length // len(piece))


def long_lines(length: int) -> str:
    return "".join(random.Random(1).choices("abc .,-'\"()*<>/&1", k=length))  # noqa: S311 (a text)


def draft(text: str) -> Draft:
    record = Record("A title", (), None, "2010", "report", None, "", "en-GB", "", None)
    return Draft(Source("any", record, "any/source.txt", None, "0" * 64, text), text)


def cost(text: str) -> dict[str, float]:
    """Seconds of computing that each rule takes, and the runner to apply what it proposes."""
    now, spent = draft(text), {}
    for rule in RULES:
        start = process_time()
        now = revise(now, rule.revise(now), rule.name)
        spent[rule.name] = process_time() - start
    return spent


@pytest.mark.parametrize(
    "text", [*map(many, PIECES), long_lines], ids=[*map(repr, PIECES), "long random lines"]
)
def test_time_grows_with_the_length(text: Callable[[int], str]) -> None:
    """The processor's time, the best of several, over eight times the length.

    What grows with the square of the length takes 64 times as long there; the bound is far from
    that and from what a busy machine adds.
    """
    long = cost(text(SHORT * TIMES))
    suspects = {name for name, seconds in long.items() if seconds > TOO_LITTLE}
    if not suspects:
        return
    several = [long, *(cost(text(SHORT * TIMES)) for _ in range(2))]
    short = [cost(text(SHORT)) for _ in range(3)]
    for name in suspects:
        seconds = min(once[name] for once in several)
        bound = TIMES * GROWTH * min(once[name] for once in short)
        assert seconds <= max(bound, TOO_LITTLE), f"{name} takes {seconds} s, at most {bound}"


@given(st.lists(st.sampled_from([*PIECES, "word ", "Words. "]), max_size=40).map("".join))
def test_proposals_fit_the_text_and_each_other(text: str) -> None:
    now = draft(text)
    for rule in RULES:
        revision = rule.revise(now)
        places = sorted((p.start, p.end) for p in revision.proposals)
        assert all(0 <= start <= end <= len(now.text) for start, end in places)
        assert all(one[1] <= other[0] and one != other for one, other in pairwise(places))
        now = revise(now, revision, rule.name)
