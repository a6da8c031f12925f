"""Patterns are compiled when they are first used, and answer as those that are compiled at once."""

import ast
import copy
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

import consultations
from consultations import patterns

PACKAGE = Path(consultations.__file__).parent
# Nothing else tells what a pattern is made of.
sre, sre_parser = import_module("re._constants"), import_module("re._parser")
SOURCES = ["a|(?P<b>b+)", "(?m)^(.)(.)?", r"\s*", "", "(?i)B(?=c)"]
_COUNTED = """
import re, sys
from consultations import patterns
made = []
class Counted(patterns.Uncompiled):
    __slots__ = ()
    def __getattr__(self, name):
        made.append(self.pattern)
        return super().__getattr__(name)
patterns.Uncompiled = Counted
import consultations.rules, consultations.annotate
import consultations.cli.verbs.check, consultations.cli.verbs.cite
print(*made, sep="\\0")
"""


@pytest.mark.parametrize("source", SOURCES)
@given(text=st.text("abBc \n", max_size=8), start=st.integers(0, 3), end=st.integers(0, 9))
def test_it_answers_as_one_that_is_compiled(source: str, text: str, start: int, end: int) -> None:
    late, early = patterns.compile(source), re.compile(source)
    for ask in ("search", "match", "fullmatch"):
        found, expected = (getattr(one, ask)(text, start, end) for one in (late, early))
        assert (found and found.regs) == (expected and expected.regs)
    spans = [[match.span() for match in one.finditer(text, start, end)] for one in (late, early)]
    assert spans[0] == spans[1]
    assert late.findall(text, start) == early.findall(text, start)
    assert late.split(text, 1) == early.split(text, 1)
    assert late.sub("<>", text, count=2) == early.sub("<>", text, count=2)
    assert late.subn(lambda match: match[0] * 2, text) == early.subn(lambda m: m[0] * 2, text)
    assert (late.pattern, late.groups, late.groupindex) == (source, early.groups, early.groupindex)


def test_flags_are_taken_along() -> None:
    assert patterns.compile("a . c", re.VERBOSE | re.DOTALL).fullmatch("a\nc")
    assert patterns.compile(b"A", re.IGNORECASE).sub(b"b", b"ca") == b"cb"


def test_patterns_of_the_same_are_one_key() -> None:
    table = {patterns.compile("a", re.IGNORECASE): 1}
    assert table[patterns.compile("a", re.IGNORECASE)] == 1
    assert patterns.compile("a") not in table
    assert patterns.compile(b"a", re.IGNORECASE) not in table


def test_what_is_wrong_is_told_when_it_is_used() -> None:
    wrong = patterns.compile("a(")
    with pytest.raises(re.error):
        wrong.search("a")


def test_what_no_pattern_here_is_asked_for_it_has_not() -> None:
    late = patterns.compile("a")
    assert not hasattr(late, "flags")
    assert copy.deepcopy(late) == late
    assert late.search("cat")
    assert not hasattr(late, "flags")


def patterns_of_the_package() -> Iterator[tuple[str, patterns.Uncompiled]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        if path.name not in ("__init__.py", "__main__.py"):
            for key, value in vars(import_module(name)).items():
                if isinstance(value, patterns.Uncompiled):
                    yield f"{name}.{key}", value


def test_every_pattern_of_the_package_can_be_compiled() -> None:
    wrong, seen = [], 0
    for name, pattern in patterns_of_the_package():
        seen += 1
        try:
            re.compile(cast("str", pattern.pattern), pattern._flags)
        except re.error as error:
            wrong.append(f"{name}: {error}")
    assert not wrong, "\n".join(wrong)
    assert seen


def needed(parsed: Iterable[tuple[Any, Any]], needs: Sequence[str], *, cased: bool) -> bool:
    """Whether all that a parsed pattern finds has one of some signs or words in it."""
    run = ""
    for sort, value in parsed:
        run = run + literal if (literal := literally(sort, value, cased=cased)) else ""
        if any(need in run for need in needs) or inside_needed(sort, value, needs, cased=cased):
            return True
    return False


def literally(sort: Any, value: Any, *, cased: bool) -> str:
    """The characters that a part of a pattern stands for, where it stands for these alone."""
    if sort is sre.MAX_REPEAT and [of for of, _ in value[2]] == [sre.LITERAL]:
        return literally(*value[2][0], cased=cased) * int(value[0])
    if sort is sre.LITERAL and (cased or chr(value).lower() == chr(value).upper()):
        return chr(value)
    return ""


def inside_needed(sort: Any, value: Any, needs: Sequence[str], *, cased: bool) -> bool:
    """As `needed`, of what a part of a pattern holds."""
    if sort is sre.BRANCH:
        return all(needed(way, needs, cased=cased) for way in value[1])
    if sort is sre.SUBPATTERN:
        return needed(value[3], needs, cased=cased and not value[1] & re.IGNORECASE)
    if sort in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return value[0] > 0 and needed(value[2], needs, cased=cased)
    return sort is sre.IN and all(of is sre.LITERAL and chr(sign) in needs for of, sign in value)


def needs_it(pattern: patterns.Uncompiled) -> bool:
    parsed = sre_parser.parse(pattern.pattern, pattern._flags)
    return needed(parsed, pattern.needs, cased=not parsed.state.flags & re.IGNORECASE)


def test_what_a_pattern_is_said_to_need_is_in_all_that_it_finds() -> None:
    asking = {name: one for name, one in patterns_of_the_package() if one.needs}
    assert asking
    assert [name for name, one in asking.items() if not needs_it(one)] == []


@pytest.mark.parametrize(
    ("source", "needs", "right"),
    [
        ("a[+-]b", "+-", True),
        ("a[+-]?b", "+-", False),
        (r"a(?:x\(|y\))", "()", True),
        (r"a(?:x\(|y)", "()", False),
        ("(?:<a>|<b>)", ("<",), True),
        ("(?<=@)a", "@", False),
        ("(?i)et al", ("al",), False),
        ("x:{3,}", (":::",), True),
        ("x:{2,}", (":::",), False),
        ("x:*", ":", False),
        ("(et al)+", (" al",), True),
        (r"[^@]", "@", False),
    ],
)
def test_what_is_needed_is_told_from_what_may_be_there(
    source: str, needs: Sequence[str], right: bool
) -> None:
    assert needs_it(patterns.Uncompiled(source, 0, tuple(needs))) == right


@given(text=st.text("ab+-", max_size=12), start=st.integers(0, 12), end=st.integers(0, 12))
def test_what_needs_a_sign_finds_what_it_finds_without_saying_so(
    text: str, start: int, end: int
) -> None:
    told, untold = patterns.compile("(?<=[ab])[+-]a", needs="+-"), re.compile("(?<=[ab])[+-]a")
    for bounds in ((), (start,), (start, end)):
        found, expected = told.search(text, *bounds), untold.search(text, *bounds)
        assert (found and found.span()) == (expected and expected.span())
        spans = [match.span() for match in told.finditer(text, *bounds)]
        assert spans == [match.span() for match in untold.finditer(text, *bounds)]
    assert told.sub("", text) == untold.sub("", text)


def test_a_module_begins_with_no_pattern_of_re_itself() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)}: say `from consultations import patterns as re`, so that "
        "its patterns are compiled when they are first used"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path != PACKAGE / "patterns.py"
        and "re.compile(" in (text := path.read_text(encoding="utf-8"))
        and any(
            isinstance(node, ast.Import) and any(alias.name == "re" for alias in node.names)
            for node in ast.parse(text).body
        )
    ]
    assert not wrong, "\n".join(wrong)


def test_no_long_pattern_is_compiled_before_it_is_used() -> None:
    """Those that words are inflected by, and the fields of annotations, are short."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", _COUNTED]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert [one for one in ran.stdout.split("\0") if len(one) > 100] == []
