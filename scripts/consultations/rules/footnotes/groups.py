"""Calls of several notes at one place: `the toll.2,3`, `<sup>4–6</sup>`, `[2][3]`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from consultations import patterns as re
from consultations.rules.footnotes.apart import APART
from consultations.rules.footnotes.digits import NUMBERED
from consultations.rules.footnotes.forms import CandidateMarker, Form
from consultations.rules.footnotes.labels import NUMBER, RAISED_DIGITS, SIGNS, STARS
from consultations.rules.footnotes.powers import is_power
from consultations.rules.marks import unraised

_SIGN = "[,;–‑-]"
_ROW = rf"{NUMBER}(?:[ ]?{_SIGN}[ ]?{NUMBER}){{1,9}}"
_RAISED = f"[{RAISED_DIGITS}]{{1,3}}"
_STARS_OR_SIGNS = rf"(?:{STARS}|[{SIGNS}]{{1,3}})"
_ANY = rf"(?:{NUMBER}|[a-z]|{_STARS_OR_SIGNS})"
_MIXED_ROW = rf"{_ANY}(?:(?:[ ]?{_SIGN}[ ]?|[ ]){_ANY}|{_STARS_OR_SIGNS}){{1,9}}"
"""Several labels that are raised together: a sign may stand right behind another label."""
_GROUP = re.compile(
    rf"""
    (?= [\d\^<\\\[{RAISED_DIGITS}] ) (?:       # what each begins with
      \^(?P<caret>{_MIXED_ROW})\^(?![\w^])                               # the toll^2,3^
    | <sup>\s{{0,3}}(?P<tag>{_MIXED_ROW})\s{{0,3}}</sup>                 # the toll<sup>2,*</sup>
    | \\?\[(?P<bracketed>{_ROW})\\?\](?![\[(:])                          # the toll[4-6]
    | (?P<digits>{_RAISED}                                               # the toll⁴⁻⁶  Moss¹†
        (?: (?:[ ]?[,;–‑⁻˒-][ ]?{_RAISED}){{1,9}} | ,?[†‡§¶](?!\w) ))
    | (?: (?<=[^\W_\d][.,;:?!)\]”’"'])
        | (?<=\d[%)][.,;]) | (?<=[.,?!][”’"')\]]) | (?<=\d\d[.,;:)%]) )
      (?P<flat>[1-9]\d{{0,2}}(?:{_SIGN}[ ]?[1-9]\d{{0,2}}){{1,9}})       # the toll.2,3
      (?=\s+["'“‘(]?[A-Z]|\s*\Z|\s*\n\s*(?:\n|[•*–-][ \t]))
    )
    """,
    re.VERBOSE,
)
_FORMS: dict[str, Form] = {"bracketed": "bracketed", "flat": "flat"}
_MEMBER = re.compile(rf"(?P<label>{_ANY}|{_RAISED})(?P<sign>[ ]?[,;–‑⁻˒-]?[ ]?)")
_BETWEEN = re.compile(
    rf"""
    [ ]?(?: {_SIGN} | \^{_SIGN}[ ]?\^ | <sup>\s?{_SIGN}\s?</sup> )[ ]?   # ,   ^,^   <sup>,</sup>
    """,
    re.VERBOSE,
)
_DASHES = "–‑-⁻"
_WIDEST = 10
"""Notes that one dash may stand for; more is rather two years or two pages."""


def group_markers(text: str, low: int, high: int) -> Iterator[CandidateMarker]:
    """The markers of each group in text[low:high]; together they are all of it."""
    for match in _GROUP.finditer(text, low, high):
        kind = match.lastgroup or ""
        members = list(_members(match[kind]))
        before = text[max(0, match.start() - 8) : match.start()]
        is_other = NUMBERED.search(before) if kind == "flat" else is_power(members[0][0], before)
        if _count_up(members) and not is_other:
            yield from _parts(match, kind, members)


def _count_up(members: Sequence[tuple[str, int, str]]) -> bool:
    """Whether labels ascend, by a few where a dash stands between two; else they are no notes'.

    A sign is neither more nor less than another label.
    """
    return bool(members[0][0].strip("0")) and all(
        _is_more(a, b, bool(sign) and sign in _DASHES)
        for (a, _, sign), (b, _, _) in pairwise(members)
    )


def _is_more(label: str, after: str, is_range: bool) -> bool:
    """Whether a label may stand behind another in one call; `is_range` if a dash parts them."""
    if label.isdigit() and after.isdigit():
        return 0 < int(after) - int(label) <= (_WIDEST if is_range else int(after))
    both_letters = label.isalpha() and after.isalpha()
    return not is_range and (label < after or not both_letters)


def _members(row: str) -> Iterator[tuple[str, int, str]]:
    """The labels of a row, each with where it ends with the sign behind it, and that sign."""
    for member in _MEMBER.finditer(row):
        yield unraised(member["label"]).replace("\\", ""), member.end(), member["sign"].strip()


def _parts(
    match: re.Match[str], kind: str, members: Sequence[tuple[str, int, str]]
) -> Iterator[CandidateMarker]:
    """A marker for each number; the first and the last have what stands round the row."""
    form = _FORMS.get(kind, "raised")
    start, offset = match.start(), match.start(kind)
    before = match.string[max(0, start - 1) : start]
    weight = APART if form == "bracketed" and not before.strip() else 1.0
    for n, (label, end, sign) in enumerate(members):
        until = match.end() if n == len(members) - 1 else offset + end
        yield CandidateMarker(label, form, start, until, weight)
        start = until
        if sign and sign in _DASHES:
            yield from _between(label, members[n + 1][0], form, until, weight)


def _between(
    first: str, last: str, form: Form, place: int, weight: float
) -> Iterator[CandidateMarker]:
    """The markers that a dash stands for, which have no length of their own."""
    for number in range(int(first) + 1, int(last)):
        yield CandidateMarker(str(number), form, place, place, weight)


def with_signs_between(text: str, markers: Iterable[CandidateMarker]) -> Iterator[CandidateMarker]:
    """Markers in order, each with the sign between it and the next, which belongs to both.

    Where the sign is a dash, the numbers between are called there too.
    """
    last: CandidateMarker | None = None
    for marker in markers:
        sign = _BETWEEN.fullmatch(text, last.end, marker.start) if last else None
        is_range = sign is not None and any(dash in sign[0] for dash in _DASHES)
        if last and sign and _ascend(last, marker, _WIDEST if is_range else 999):
            yield replace(last, end=marker.start)
            if is_range:
                yield from _between(
                    last.label, marker.label, marker.form, marker.start, last.weight
                )
            last = replace(marker, weight=last.weight)
        else:
            if last:
                yield last
            last = marker
    if last:
        yield last


def _ascend(marker: CandidateMarker, after: CandidateMarker, most: int) -> bool:
    """Whether one marker's number comes after another's, and by how much at most."""
    are_numbers = marker.label.isdigit() and after.label.isdigit()
    return are_numbers and 0 < int(after.label) - int(marker.label) <= most
