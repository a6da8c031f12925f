"""A contents list that was typed, with the page numbers of a paper edition.

Symptom: a line `Contents`, and lines that end in page numbers, after tabs, blanks or rows of dots,
or that begin with them.
Cause: the printed document had one.
Remedy: the list is taken out; its entries are kept as data, since it may alone know how deep a
heading stands. A heading that the list has and the text has not is a finding.
Leaves alone: a list without page numbers, whose numbers are those of its headings; numbers that do
not grow from line to line; a table.
Seen in: a report converted from PDF.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from consultations.model.draft import ContentsEntry, Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.rules import ranks
from consultations.rules.layout import FOLIO, PrintedLine, indent, letters, printed_lines
from consultations.rules.numbering import read_number
from consultations.rules.rule import Rule

_TITLE = re.compile(
    r"""
      (?:(?:list|table)[ ]of[ ])? contents (?:[ ](?:list|page))? :?   # Table of contents:
    | cynnwys :?                                                      # the same in Welsh
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PAGE = re.compile(
    r"(?:([\s.…·_|]+)|(?<=[^\W\d]))(\d{1,4}|[ivxl]{1,7})[\s|]*\Z"  # The lamps .... 12
)
_PAGE_FIRST = re.compile(r"(\d{1,4}|[ivxl]{1,7})[\s.…·_|]+(?=\S)")  # 12 .... The lamps
_BARE_PAGE = re.compile(r"\d{1,4}|[ivxl]{1,7}")
_YEARS = range(1800, 2101)
"""A number at the end of a line is a year if it is one of these and no dots or tab lead to it."""
_LEADER = re.compile(r"\t|\s{2}|\.{2}|…|\. \.|_{2}|\|")
_NUMBER = re.compile(r"\(?(\d{1,2}(?:\.\d{1,2}){0,4})\.?\)?\s")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_AROUND = " \t.…·_|-*"
"""What may stand round the words of an entry."""
_MOST_LINES = 3
"""Lines of one entry."""
_FEWEST = 3
_FEWEST_UNTITLED = 6
_LONGEST = 200


class _Entry(NamedTuple):
    line: PrintedLine
    words: str
    page: str
    leader: bool


def _entry(line: PrintedLine, lowest: int | None = None) -> _Entry | None:
    """A line read as an entry whose page is `lowest` or higher; None where it cannot be one."""
    if len(line.words) > _LONGEST or not (page := _PAGE.search(line.words)):
        return None
    words = line.words[: page.start()].strip(_AROUND)
    leader = bool(_LEADER.search(page[1] or ""))
    number = _number(page[2])
    if not _LETTERS.search(words) or (lowest is not None and number < lowest):
        return None
    return None if number in _YEARS and not leader else _Entry(line, words, page[2], leader)


def _bare(line: PrintedLine, lowest: int | None) -> _Entry | None:
    """The end of an entry whose page number stands on a line of its own."""
    if not _BARE_PAGE.fullmatch(line.words) or line.blank_before:
        return None
    return None if _number(line.words) < (lowest or 0) else _Entry(line, "", line.words, True)


def _page_first(line: PrintedLine, lowest: int | None) -> _Entry | None:
    """A line read as an entry whose page number stands before its words; None where it is none."""
    page = _PAGE_FIRST.match(line.words)
    if page is None or len(line.words) > _LONGEST:
        return None
    words = line.words[page.end() :].strip(_AROUND)
    if not _LETTERS.search(words) or (lowest is not None and _number(page[1]) < lowest):
        return None
    return _Entry(line, words, page[1], True)


def _number(page: str) -> int:
    """A page number as one that can be compared: Roman ones come before all others."""
    if page.isdigit():
        return int(page)
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[letter] for letter in page.lower()]
    later = [*values[1:], 0]
    return sum(-a if a < b else a for a, b in zip(values, later, strict=True)) - 1000


def _run(printed: Sequence[PrintedLine], first: int) -> list[_Entry]:
    """The entries from a line on, as far as their pages grow.

    A line without a page, or with a number that is too small for one, goes with the entry after
    it: it is a longer entry's first line. The page of such an entry may stand on a line by itself.
    """
    entries: list[_Entry] = []
    at = first
    while at < len(printed):
        lowest = _number(entries[-1].page) if entries else None
        entry: _Entry | None = None
        above: list[str] = []
        for line in printed[at : at + _MOST_LINES]:
            at += 1
            entry = _entry(line, lowest) if len(above) < 2 else None
            entry = entry or (_bare(line, lowest) if above else None)
            if entry or len(line.words) > _LONGEST:
                break
            above.append(line.words)
        if entry is None:
            break
        entries.append(entry._replace(words=" ".join([*above, entry.words]).strip()))
    return entries


def _run_page_first(printed: Sequence[PrintedLine], first: int) -> list[_Entry]:
    """The same where the page numbers stand before the entries; empty where they number them."""
    entries: list[_Entry] = []
    for line in printed[first:]:
        entry = _page_first(line, _number(entries[-1].page) if entries else None)
        if entry:
            entries.append(entry)
        elif entries and not line.blank_before and not FOLIO.fullmatch(line.words):
            # What stands right under an entry is its second line.
            entries[-1] = entries[-1]._replace(line=line, words=f"{entries[-1].words} {line.words}")
        else:
            break
    numbers = [_number(entry.page) for entry in entries]
    steps = {after - before for before, after in pairwise(numbers)}
    return entries if steps - {1} else []


def _found(printed: Sequence[PrintedLine]) -> tuple[int, list[_Entry]] | None:
    """The first line of the document's contents list, and its entries."""
    for i, line in enumerate(printed):
        if _TITLE.fullmatch(line.words):
            for run in (_run, _run_page_first):
                entries = run(printed, i + 1)
                if len(entries) >= _FEWEST:
                    return i, entries
    last = {line.key: line.start for line in printed}
    at = 0
    while at < len(printed):
        entries = _run(printed, at) if _entry(printed[at]) else []
        if len(entries) >= _FEWEST_UNTITLED and all(entry.leader for entry in entries):
            end = entries[-1].line.end
            stand = sum(last.get(letters(entry.words), 0) > end for entry in entries)
            grow = len({entry.page for entry in entries})
            if stand * 2 > len(entries) and grow * 2 > len(entries):
                return at, entries
        at += max(1, len(entries))
    return None


def _levels(text: str, entries: Sequence[_Entry]) -> list[int | None]:
    """How deep each entry stands, by its number, its indent or its capitals."""
    numbers = [read_number(entry.words) for entry in entries]
    known = [number for number in numbers if number is not None]
    if len(known) * 2 > len(entries):
        depths = ranks.depths(known)
        # `2.1` stands under a heading even where the list has none above it with a number.
        return [max(depths[n.form], len(n.path) - 1) + 1 if n else 1 for n in numbers]
    indents = [indent(text, entry.line.start, entry.line.end) for entry in entries]
    if len(set(indents)) > 1:
        steps = sorted(set(indents))
        return [steps.index(indent) + 1 for indent in indents]
    capitals = [entry.words.isupper() for entry in entries]
    if any(capitals) and not all(capitals):
        return [1 if capital else 2 for capital in capitals]
    return [None] * len(entries)


def _heading(words: str) -> str:
    """The letters of a heading without its number, which the list or the text may leave out."""
    number = _NUMBER.match(words)
    return letters(words[number.end() :] if number else words)


def _revise(draft: Draft) -> Revision:
    printed = printed_lines(draft.text)
    found = _found(printed)
    if found is None:
        return Revision()
    first, entries = found
    taken = [line for line in printed[first:] if line.start <= entries[-1].line.start]
    body = {_heading(line.words) for line in printed[first + len(taken) :]}
    levels = _levels(draft.text, entries)
    return Revision(
        proposals=tuple(
            Proposal(
                line.start, line.end, "", "contents-list", "a contents list of the paper edition"
            )
            for line in taken
        ),
        contents=tuple(
            ContentsEntry(entry.words, entry.page, level)
            for entry, level in zip(entries, levels, strict=True)
        ),
        findings=tuple(
            _lost(draft, entry) for entry in entries if _heading(entry.words) not in body
        ),
    )


def _lost(draft: Draft, entry: _Entry) -> Finding:
    return Finding(
        code="heading-of-contents-lost",
        severity="note",
        what=f"the contents list has {entry.words!r}, which no line of the text says",
        hint="look whether the text has lost a heading",
        place=draft.locate(entry.line.start),
    )


RULE = Rule("contents-list", _revise)
