"""Numbers of lines, which stand in the margin.

Symptom: at every fifth line of a draft law a number, far from the words: `who lights a lamp     5`;
or a number before each line of a hearing, from 1 to 25 on every page.
Cause: the page had its lines numbered, so that they could be referred to.
Remedy: the numbers are taken out. They stand in one column and count the lines that have words: by
fives or tens where the lines between have none, or each line, of which many go on in the next or
begin with who speaks.
Leaves alone: numbers that count anything else, such as items, rows or paragraphs; fewer than three
by fives, and fewer than eight line by line.
Seen in: text converted from PDF.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.model.text import lines
from consultations.rules.prose import SPEAKS, goes_on
from consultations.rules.rule import text_rule

_BEHIND = re.compile(r"(?<=\S)[ \t]{3,}(\d{1,4})[ \t]*\Z")
_BEFORE = re.compile(r"[ \t\f]{0,12}(\d{1,4})(?:[ \t]{2,}(?=\S)|[ \t]*\Z)")
_STEPS = (5, 10)
_FEWEST_STEPS = 3
_FEWEST_LINES = 8
_REASON = "the number of a line, in the margin"


@dataclass(frozen=True)
class _Number:
    """A number at the beginning or the end of a line."""

    line: int
    """The number of its line among those that have words."""
    start: int
    end: int
    """What is taken out with it: the number, and the blanks between it and the words."""
    value: int


def _propose(text: str) -> Iterator[Proposal]:
    printed = [text[line.start : line.end] for line in lines(text)]
    starts = [line.start for line in lines(text)]
    worded = [n for n, words in enumerate(printed) if words.strip()]
    behind: defaultdict[int, list[_Number]] = defaultdict(list)
    before: defaultdict[int, list[_Number]] = defaultdict(list)
    for place, n in enumerate(worded):
        words = printed[n]
        if match := _BEHIND.search(words):
            at = _column(words, match.end(1))
            behind[at].append(_number(place, starts[n], match, match.start()))
        if match := _BEFORE.match(words):
            at = _column(words, match.end(1))
            before[at].append(_number(place, starts[n], match, match.start(1)))
    for row in _columns(behind):
        for number in _by_steps(row):
            yield Proposal(number.start, number.end, "", "numbering", _REASON)
    written = [printed[n] for n in worded]
    for row in _columns(before):
        for number in _by_steps(row) or _line_by_line(row, written):
            # The words keep their columns.
            blank = " " * (number.end - number.start)
            yield Proposal(number.start, number.end, blank, "numbering", _REASON)


def _column(words: str, end: int) -> int:
    return len(words[:end].lstrip("\f").expandtabs(8))


def _number(place: int, line: int, match: re.Match[str], start: int) -> _Number:
    return _Number(place, line + start, line + match.end(1), int(match[1]))


def _columns(found: Mapping[int, Sequence[_Number]]) -> Iterator[list[_Number]]:
    """The numbers of each column and the next: numbers may be aligned at either end."""
    taken: set[int] = set()
    for column in sorted(found, key=lambda one: (-len(found[one]), one)):
        near = {column, column + 1, column - 1} - taken
        taken |= near
        row = [one for at in near for one in found.get(at, ())]
        if row:
            yield sorted(row, key=lambda one: one.line)


def _by_steps(numbers: Sequence[_Number]) -> list[_Number]:
    """Numbers that count lines by fives or tens: they grow as the lines do, or restart."""
    for step in _STEPS:
        row = [one for one in numbers if one.value % step == 0 and one.value]
        pairs = [(a, b) for a, b in pairwise(row) if b.value - a.value == step == b.line - a.line]
        kept = set(chain.from_iterable(pairs))
        if len(kept) >= _FEWEST_STEPS and len(kept) * 4 >= len(numbers) * 3:
            return [one for one in row if one in kept or one.value == step]
    return []


def _line_by_line(numbers: Sequence[_Number], written: Sequence[str]) -> list[_Number]:
    """Numbers in runs where each line has the next number and many lines continue in the next."""
    found: list[_Number] = []
    run: list[_Number] = []
    for one in [*numbers, None]:
        last = run[-1] if run else None
        if one and last and (one.line, one.value) == (last.line + 1, last.value + 1):
            run.append(one)
            continue
        found += run if _is_run(run, written) else ()
        run = [one] if one and one.value == 1 else []
    return found


def _is_run(run: Sequence[_Number], written: Sequence[str]) -> bool:
    words = [_BEFORE.sub("", written[one.line], count=1).strip() for one in run]
    going_on = sum(goes_on(after) or SPEAKS.match(after) is not None for after in words[1:])
    return len(run) >= _FEWEST_LINES and going_on * 3 >= len(run)


RULE = text_rule("margin-numbers", _propose)
