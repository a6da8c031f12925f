"""Ticks and boxes that look like bullets: which of them their author set to say something.

`✓ Yes` says which answer was given. Under `What we offer`, over four lines that all begin with it,
the same sign is a bullet.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consultations import patterns as re
from consultations.english.replies import is_short_reply
from consultations.rules.form_lines import asks, is_counted

_TICKS, _CROSSES = "✓✔", "✗✘"
_PAIRS = ("■□", "●○", "◆◇")
"""A box that is full and one that is empty; word processors have them as bullets too."""
_ROUND = ("(x)", "( )")
"""The same, typed; the full one looks like the Roman number of an item."""
_SIGN = rf"[{_TICKS}{_CROSSES}{''.join(_PAIRS)}]|\([xX\ ]\)"
_SIGNED = re.compile(
    rf"""
    ^(?P<indent>[ \t]*)
    (?P<mark> (?: (?:[-*+•] | \d{{1,3}}[.)])[ \t]+ )? )       # - ✓ Yes, in Markdown
    (?P<sign> {_SIGN} )
    (?: [ \t]+ (?P<words>[^\n]*) )? $
    """,
    re.VERBOSE | re.MULTILINE,
)
_ANY = re.compile(_SIGN)
_MOST_LINES = 5
"""Lines that an item of a list may have besides its first one."""


class AnswerSigns(NamedTuple):
    """What ticks and boxes at the beginning of a text's lines say."""

    signs: frozenset[str] = frozenset()
    """Those that are no bullets in this text, wherever they stand in it."""
    apart: frozenset[int] = frozenset()
    """Where lines begin that have one of them and are no item of a list."""


class _SignedLine(NamedTuple):
    """A line that begins with such a sign."""

    start: int
    column: int
    above: str
    """The last line with words before it."""
    sign: str
    words: str
    is_marked: bool
    """Whether it has the mark of an item before the sign."""


def answer_signs(text: str) -> AnswerSigns:
    """The signs that say something, each the same thing wherever it stands in a text.

    Ticks and crosses both, a tick that stands alone, and a full box and an empty one right under
    each other where a question or a short reply such as `Yes` is at them, say what was answered.
    """
    if not _ANY.search(text):
        return AnswerSigns()
    runs = list(_runs(text))
    found: set[str] = set()
    if _are_answers(runs):
        found |= {*_TICKS, *_CROSSES}
    for pair in (*_PAIRS, _ROUND):
        if any(_is_choice(run, pair) for run in runs):
            found |= set(pair)
    apart = (
        line.start
        for run in runs
        for line in run
        if line.sign in found and not line.is_marked and (len(run) == 1 or line.sign in _ROUND)
    )
    return AnswerSigns(frozenset(found), frozenset(apart))


def _runs(text: str) -> Iterator[list[_SignedLine]]:
    """The lines with signs that stand in one list, as far in."""
    run: list[_SignedLine] = []
    end = 0
    for match in _SIGNED.finditer(text):
        above = text[max(0, match.start() - 200) : match.start()].rstrip().rpartition("\n")[2]
        column = match.start("mark") - match.start()
        between = text[end : match.start()]
        is_rest = _is_rest(between) and not ("?" in between or is_counted(above))
        if run and not (is_rest and column == run[-1].column):
            yield run
            run = []
        said = match["sign"].lower(), (match["words"] or "").strip()
        run.append(_SignedLine(match.start(), column, above, *said, bool(match["mark"])))
        end = match.end()
    if run:
        yield run


def _is_rest(between: str) -> bool:
    """Whether nothing stands between two items but the other lines of the first, and blanks."""
    others = between.rstrip().split("\n")[1:]
    return len(others) <= _MOST_LINES and all(line.strip() for line in others)


def _are_answers(runs: Sequence[Sequence[_SignedLine]]) -> bool:
    """Whether a text's ticks and crosses are of answers: both are there, or one is alone."""
    ticked = [run for run in runs if run[0].sign in _TICKS + _CROSSES]
    kinds = {line.sign in _TICKS for run in ticked for line in run}
    alone = [run[0] for run in ticked if len(run) == 1]
    has_list = len(alone) < len(ticked)
    return len(kinds) > 1 or any(not has_list or _replies(line) for line in alone)


def _replies(line: _SignedLine) -> bool:
    """Whether a line answers something, by its own words or by those above it."""
    return is_short_reply(line.words) or asks(line.above)


def _is_choice(run: Sequence[_SignedLine], pair: Sequence[str]) -> bool:
    """Whether a run has both signs of a pair, and answers what stands above it."""
    has_both = {line.sign for line in run} == set(pair)
    return has_both and any(map(_replies, run))
