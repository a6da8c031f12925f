"""Quotation marks in pairs: curly, straight, mixed and nested, and apostrophes that are none.

A mark can open where white space, a bracket, a dash or another mark stands before it, and close
where one of these, punctuation or the end stands after it. A single mark between letters is an
apostrophe. One after an s, before another word, may be a possessive ("the members' views"): it
closes a quotation only where no better mark does so before the next quotation begins.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from consultations import patterns as re
from consultations.annotate.quotations.apostrophes import is_elided
from consultations.english.small_words import SMALL_WORDS

_MARKS = re.compile(r"[\"'“”„‟«»‹›‘’‚‛]")
_DOUBLED = re.compile(
    r"""
    (?P<opens> `` | (?: ‘‘ | '' | \"\" ) (?<! [\w'’\"] .. ) (?= [\w\[…] )     # ``, ‘‘, '' and ""
      | (?<! [\w<] ) << (?= [\w\[…] | \s[A-Z] ) )                     # <<so>>, << So >>
  | (?P<closes> (?: '' | ’’ | \"\" | (?<= [\w.,!?…] ) \s? >> ) (?= [\s)\]–—.,;:!?] | \Z ) )
    """,
    re.VERBOSE,
)
"""Two marks that stand for one, as typewriters and TeX have them."""
_DOUBLE = '"“”„‟«»'
_OPENING = "“„«‘‚‛"
_CLOSING = "”»"
_BEFORE_OPENING = re.compile(r"[\s(\[{<–—/\"“„«‘'‚-]$")
_AFTER_CLOSING = re.compile(r"[\s)\]}>–—/\"”»’',.;:!?…\d-]|$")
_WORD_BEGINS = re.compile(r"[\w(\[“‘\"'…£$€]")
_WORD_FOLLOWS = re.compile(r"\s{1,3}(?:(?P<word>\w+)|[(\"'“‘])")

_INCHES = re.compile(r"(?:\D{0,2}\d{1,3}|\D?\d\.\d)\"\s[a-z]")
"""A measure, where no mark is open: a 21" pipe."""


@dataclass(frozen=True)
class Marked:
    """What stands between two quotation marks, or after one that is never closed."""

    start: int
    """Where the words begin, after the mark."""
    end: int
    """Where they end, before the mark; where there is none, at the end of the text."""
    double: bool
    closed: bool
    inner: tuple["Marked", ...] = ()


class Paired(NamedTuple):
    """The quotation marks of one text."""

    outermost: tuple[Marked, ...]
    stray: tuple[int, ...]
    """Places of closing marks for which the text has no opening one."""


@dataclass
class _Open:
    at: int
    mark: str
    inner: list[Marked] = field(default_factory=list)

    @property
    def double(self) -> bool:
        return self.mark in _DOUBLE


class _QuoteMark(NamedTuple):
    """One quotation mark of a text, and what it can do there."""

    at: int
    mark: str
    opens: bool
    closes: bool
    weak: bool
    """Whether it may be the apostrophe of a possessive as well."""


def pair(text: str) -> Paired:
    """The stretches between quotation marks, each with those inside it.

    One that is not closed ends where the text does, and holds nothing: what is closed after it
    stands beside it.
    """
    doubled = _doubled(text)
    marks = sorted(filter(None, (*_read(text, doubled), *doubled.values())))
    better = _better_closed(marks)
    outermost: list[Marked] = []
    stray: list[int] = []
    waiting: list[_Open] = []
    depths: dict[bool, list[int]] = {True: [], False: []}
    for number, read in enumerate(marks):
        same = depths[read.mark in _DOUBLE]
        mark = _in_german(read, waiting[same[-1]].mark if same else "")
        if same and waiting[same[-1]].at + 1 == mark.at and mark.closes:
            # Nothing stands between the two: this one closes what is open around them, if it can.
            possible = same[:-1][-1:]
        else:
            possible = same[-1:]
        if mark.closes and possible and not (mark.weak and better[number]):
            _drop(waiting, depths, possible[0] + 1, outermost, len(text))
            opened = waiting.pop()
            same.pop()
            made = Marked(opened.at + 1, mark.at, opened.double, True, tuple(opened.inner))
            (waiting[-1].inner if waiting else outermost).append(made)
        elif mark.opens:
            same.append(len(waiting))
            waiting.append(_Open(mark.at, mark.mark))
        elif mark.closes and not mark.weak:
            stray.append(mark.at)
    _drop(waiting, depths, 0, outermost, len(text))
    return Paired(tuple(sorted(outermost, key=lambda m: m.start)), tuple(stray))


def _in_german(mark: _QuoteMark, opened: str) -> _QuoteMark:
    """A mark as it is after a low one, which the mark that opens in English closes: „so“."""
    low = opened == "„" and mark.mark == "“"
    return mark._replace(opens=False, closes=True) if low else mark


def _drop(
    waiting: list[_Open],
    depths: dict[bool, list[int]],
    depth: int,
    outermost: list[Marked],
    end: int,
) -> None:
    """Give up the marks that are open from this depth on; what they hold goes to the one around."""
    while len(waiting) > depth:
        opened = waiting.pop()
        depths[opened.double].pop()
        around = waiting[-1].inner if waiting else outermost
        if not waiting:
            around.append(Marked(opened.at + 1, end, opened.double, False))
        around += opened.inner


def _better_closed(marks: list[_QuoteMark]) -> list[bool]:
    """For each mark, whether a single one that surely closes comes before the next that opens."""
    better = [False] * len(marks)
    closes = False
    for number in range(len(marks) - 1, -1, -1):
        better[number] = closes
        mark = marks[number]
        if mark.mark not in _DOUBLE and (mark.opens or (mark.closes and not mark.weak)):
            closes = not mark.opens
    return better


def _read(text: str, doubled: Container[int]) -> Iterator[_QuoteMark]:
    """The marks of a text with what each of them can do, without the apostrophes.

    Args:
        text: of one passage.
        doubled: where marks stand that have been read as pairs.
    """
    opened_straight = False
    for match in _MARKS.finditer(text):
        at, mark = match.start(), match[0]
        if at in doubled:
            continue
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if mark == '"':
            if not opened_straight and _INCHES.match(text, max(0, at - 3)):
                continue
            begins = not before or bool(_BEFORE_OPENING.search(before))
            ends = bool(_AFTER_CLOSING.match(after))
            # Where both could be or neither, a straight mark closes what is open, or else opens.
            opened_straight = begins if begins != ends else not opened_straight
            yield _QuoteMark(at, mark, opened_straight, not opened_straight, False)
        elif mark in "«»‹›":
            yield _angle(at, mark, before, after)
        elif mark in _DOUBLE or mark in "‚‛":
            yield _QuoteMark(at, mark, mark in _OPENING, mark in _CLOSING, False)
        elif not (before.isalnum() and after.isalnum()) and not is_elided(text, at):
            yield _single(text, at, mark, before, after)


def _angle(at: int, mark: str, before: str, after: str) -> _QuoteMark:
    """A mark that points to one side, which in German and Danish is inwards: »so«."""
    left = mark in "«‹"
    turned = not left if _opens_word(before, after) else left and bool(before.strip())
    opens = left != turned
    return _QuoteMark(at, mark, opens, not opens, False)


def _doubled(text: str) -> dict[int, _QuoteMark | None]:
    """Marks of which two stand for one, by their places; for those that are none, None.

    One that closes has one before it that opens: "‘No,’’" may be a single mark in another.
    """
    found: dict[int, _QuoteMark | None] = {}
    opened: re.Match[str] | None = None
    for match in _DOUBLED.finditer(text):
        if match["opens"]:
            opened = match
        elif opened:
            for at in (*range(*opened.span()), *range(*match.span())):
                found[at] = None
            inner = opened.end() - 1
            found[inner] = _QuoteMark(inner, "“", True, False, False)
            found[match.start()] = _QuoteMark(match.start(), "”", False, True, False)
            opened = None
    return found


def _opens_word(before: str, after: str) -> bool:
    """Whether a mark stands right before a word and not right behind one."""
    return (not before or bool(_BEFORE_OPENING.search(before))) and bool(_WORD_BEGINS.match(after))


def _single(text: str, at: int, mark: str, before: str, after: str) -> _QuoteMark:
    begins = not before or bool(_BEFORE_OPENING.search(before))
    opens = mark == "‘" or (begins and after != "" and not after.isspace() and after not in ",.;:)")
    closes = mark != "‘" and not (begins and opens) and bool(_AFTER_CLOSING.match(after))
    word = _WORD_FOLLOWS.match(text, at + 1)
    # A possessive is followed by what is owned, and not by a small word: "the officers' in".
    owns = word["word"] not in SMALL_WORDS if word else after == ","  # not ours but the clerks’, so
    weak = before in ("s", "S", "z", "x") and owns
    return _QuoteMark(at, mark, opens and not closes, closes, weak)
