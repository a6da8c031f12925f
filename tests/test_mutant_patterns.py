"""Patterns that keep what they are asked, and what a change of one would find in it."""

import re
from pathlib import Path

from benchmarks.mutation.patterns import Heard, answer, changed_patterns

from consultations.annotate.citations import years


def test_a_pattern_that_listens_answers_as_before() -> None:
    heard = Heard(re.compile("a|(?P<b>b)"))
    found = heard.search("cab")
    assert found[0] == "a"
    assert heard.sub("x", "abc") == "xxc"
    assert heard.pattern.pattern == "a|(?P<b>b)"
    assert {asked[:2] for asked in heard.asked} == {("search", ("cab",)), ("finditer", ("abc",))}


def test_what_a_change_finds_is_told_from_what_was_found() -> None:
    old, new = re.compile("a|b"), re.compile("a")
    assert answer(old, ("search", ("ca",), ())) == answer(new, ("search", ("ca",), ()))
    assert answer(old, ("search", ("cb",), ())) != answer(new, ("search", ("cb",), ()))
    assert answer(old, ("finditer", ("ab",), ())) != answer(new, ("finditer", ("ab",), ()))


def test_a_changed_module_has_changed_patterns() -> None:
    path = Path(years.__file__)
    text = path.read_text(encoding="utf-8")
    assert "(?:1[89]|20)" in text
    made = changed_patterns(path, text.replace("(?:1[89]|20)", "(?:20)"))
    assert made["_YEAR"].search("in 2004")
    assert not made["_YEAR"].search("in 1904")
    assert years._YEAR.search("in 1904")
