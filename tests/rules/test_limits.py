"""Rules over texts that nobody wrote: proposals that fit, and work that grows with the length."""

import random
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.work import TIMES, grows_too_fast, lines_run

from consultations.model.draft import Draft
from consultations.model.source import Record, Source
from consultations.rules import RULES, Rule
from consultations.rules.revising import revise

SHORT = 1_500

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
    *("a|b\n", "+--+\n|a\n", "<table><td>a</table><h2>a</h2>", "=====\na\n=====\n"),
    *(
        "1. a\n\n",
        "see ",
        "1² ",
        "-- ",
        "(footnote continued)\n",
        "foo-bar ",
        "evidencebased ",
        "crossX ",
    ),
]


def many(piece: str) -> Callable[[int], str]:
    return lambda length: piece * (length // len(piece))


def long_lines(length: int) -> str:
    return "".join(random.Random(1).choices("abc .,-'\"()*<>/&1", k=length))  # noqa: S311 (a text)


def counted(length: int) -> str:
    """A list that counts up and may be notes."""
    return "".join(f"{number} Ab\n" for number in range(1, length // 6))


def fields(length: int) -> str:
    """Labels with what was filled in, an empty line under each: nearly the rows of a table."""
    return "".join(f"Ab {number}:  cd {number}\n\n" for number in range(1, length // 16))


def signed(length: int) -> str:
    """Ticks far from each other, with full lines between them."""
    return ("✓ Yes\n" + ("A lamp burns. " * 12 + "\n") * 9) * (length // 1_500 + 2)


def draft(text: str) -> Draft:
    record = Record("A title", (), None, "2010", "report", None, "", "en-GB", "", None)
    return Draft(Source("any", record, "any/source.txt", None, "0" * 64, text), text)


def work(text: str) -> dict[str, int]:
    """Lines of code run by each rule, and by the runner that applies what it proposes."""
    now, done = draft(text), {}
    for rule in RULES:
        done[rule.name], now = lines_run(applied, rule, now)
    return done


def applied(rule: Rule, now: Draft) -> Draft:
    return revise(now, rule.revise(now), rule.name)


@pytest.mark.parametrize(
    "text",
    [*map(many, PIECES), long_lines, counted, fields, signed],
    ids=[
        *map(repr, PIECES),
        "long random lines",
        "numbers that count up",
        "fields of a form",
        "ticks over full lines",
    ],
)
def test_work_grows_with_the_length(text: Callable[[int], str]) -> None:
    now = draft(text(SHORT * TIMES))
    for rule in RULES:  # what a pattern is compiled to is made once, whatever the text
        now = revise(now, rule.revise(now), rule.name)
    short, long = work(text(SHORT)), work(text(SHORT * TIMES))
    too_fast = {
        name: (short[name], long[name]) for name in long if grows_too_fast(short[name], long[name])
    }
    assert not too_fast


def test_work_is_counted_alike_in_two_runs() -> None:
    text = "".join(PIECES)
    work(text)  # fills what is kept from call to call, compiled patterns for instance
    assert work(text) == work(text)


@given(st.lists(st.sampled_from([*PIECES, "word ", "Words. "]), max_size=40).map("".join))
def test_proposals_fit_the_text_and_each_other(text: str) -> None:
    now = draft(text)
    for rule in RULES:
        revision = rule.revise(now)
        places = sorted((p.start, p.end) for p in revision.proposals)
        assert all(0 <= start <= end <= len(now.text) for start, end in places)
        assert all(one[1] <= other[0] and one != other for one, other in pairwise(places))
        now = revise(now, revision, rule.name)
