"""The entries of a contents list, as the lines of a text show them.

An entry has the number of its page behind its words, or before them; where the list was made for a
screen it has none, and is a link, or stands again as a line of its own further down.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from consultations import patterns as re
from consultations.rules.layout import FOLIO, PrintedLine, letters
from consultations.rules.marks import BULLET, TABLE_RULING
from consultations.rules.numbering import roman, without_number

_PAGE = re.compile(
    r"""
    (?: ([\s.…·_|]+ (?: (?:pp?\.|[Pp]age) [ ]? )? )    # The lamps .... 12, The lamps p.12
      | (?<=[^\W\d])
    )
    (\d{1,4}|[ivxl]{1,7}) [\s|]* \Z
    """,
    re.VERBOSE,
)
_PAGE_FIRST = re.compile(
    r"(?:p(?:age|p?\.)?\s?)?(\d{1,4}|[ivxl]{1,7})[\s.…·_|:–-]+(?=\S)",  # 12 .... The lamps
    re.IGNORECASE,
)
"""The page may say what it is: `Page 12 The lamps`."""
_BARE_PAGE = re.compile(r"\d{1,4}|[ivxl]{1,7}")
_YEARS = range(1800, 2101)
"""A number at the end of a line is a year if it is one of these and no dots or tab lead to it."""
_LEADER = re.compile(r"\t|\s{2}|\.{2}|…|\. \.|_{2}|\|")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_HEADER = re.compile(
    rf"""
      [\s|*]* (?:(?:section|chapter|title|part|item|heading|contents)[\s|*]*)?
      (?:page|p\.|pg\.?)(?:[ ](?:no|number)s?\.?)? [\s|*:]*      # | Section | Page |
    | {TABLE_RULING.pattern}
    | [\s|]+
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The head of a list that is set as a table, and the ruling under it."""
_LINK = re.compile(
    r"""
    (?:(?:[-*+•]|\d{1,2}[.)])[ \t]+)?                       # - [The lamps](#the-lamps)
    (?:\*\*)? \[ (?P<words>[^\[\]]{1,200}) \] \(\#[^\s()]{0,200}\) (?:\*\*)?
    """,
    re.VERBOSE,
)
_AROUND = " \t.…·_|-*"
"""What may stand round the words of an entry."""
_MOST_LINES = 3
"""Lines of one entry."""
_LONGEST = 200
_MOST_COLUMN = 60
"""Entries of a list whose words and pages are two columns."""


class Entry(NamedTuple):
    """One entry of a contents list."""

    line: PrintedLine
    """The last of its lines."""
    words: str
    """Without the number of its page, and without what leads to that."""
    page: str
    """The number of its page as printed; empty where there is none."""
    leader: bool
    """Whether dots, blanks or a tab lead to the number."""
    first: PrintedLine | None = None
    """The first of its lines, where it has several."""

    @property
    def begins(self) -> PrintedLine:
        """The line in which it begins."""
        return self.first or self.line


def paged_entry(line: PrintedLine, lowest: int | None = None) -> Entry | None:
    """A line read as an entry whose page is `lowest` or higher; None where it cannot be one."""
    if len(line.words) > _LONGEST or not (page := _PAGE.search(line.words)):
        return None
    words = line.words[: page.start()].strip(_AROUND)
    leader = bool(_LEADER.search(page[1] or ""))
    number = _number(page[2])
    if not _LETTERS.search(words) or (lowest is not None and number < lowest):
        return None
    return None if number in _YEARS and not leader else Entry(line, words, page[2], leader)


def _bare(line: PrintedLine, lowest: int | None) -> Entry | None:
    """The end of an entry whose page number stands on a line of its own."""
    if not _BARE_PAGE.fullmatch(line.words) or line.blank_before:
        return None
    return None if _number(line.words) < (lowest or 0) else Entry(line, "", line.words, True)


def _page_first(line: PrintedLine, lowest: int | None) -> Entry | None:
    """A line read as an entry whose page number stands before its words; None where it is none."""
    page = _PAGE_FIRST.match(line.words)
    if page is None or len(line.words) > _LONGEST:
        return None
    words = line.words[page.end() :].strip(_AROUND)
    if not _LETTERS.search(words) or (lowest is not None and _number(page[1]) < lowest):
        return None
    return Entry(line, words, page[1], True)


def _number(page: str) -> int:
    """A page number as one that can be compared: Roman ones come before all others."""
    return int(page) if page.isdigit() else roman(page) - 1000


def paged_run(printed: Sequence[PrintedLine]) -> list[Entry]:
    """The entries at the beginning of these lines, as far as their pages grow.

    A line without a page, or with a number that is too small for one, goes with the entry after
    it: it is a longer entry's first line. The page of such an entry may stand on a line by itself.
    """
    entries: list[Entry] = []
    at = 0
    while at < len(printed):
        lowest = _number(entries[-1].page) if entries else None
        entry: Entry | None = None
        above: list[str] = []
        first = printed[at]
        for line in printed[at : at + _MOST_LINES]:
            at += 1
            entry = paged_entry(line, lowest) if len(above) < 2 else None
            entry = entry or (_bare(line, lowest) if above else None)
            if entry or len(line.words) > _LONGEST:
                break
            above.append(line.words)
        if entry is None:
            break
        words = " ".join([*above, entry.words]).strip()
        entries.append(entry._replace(words=words, first=first))
    return entries


def page_first_run(printed: Sequence[PrintedLine]) -> list[Entry]:
    """The same where the page numbers stand before the entries; empty where they number them."""
    entries: list[Entry] = []
    for line in printed:
        entry = _page_first(line, _number(entries[-1].page) if entries else None)
        if entry:
            entries.append(entry)
        elif entries and not line.blank_before and not FOLIO.fullmatch(line.words):
            # What stands right under an entry is its second line.
            last = entries[-1]
            words = f"{last.words} {line.words}"
            entries[-1] = last._replace(line=line, words=words, first=last.begins)
        else:
            break
    numbers = [_number(entry.page) for entry in entries]
    steps = {after - before for before, after in pairwise(numbers)}
    return entries if steps - {1} else []


def parted_run(printed: Sequence[PrintedLine]) -> list[Entry]:
    """The entries at the beginning of these lines whose pages stand apart from them.

    The page is a line of its own under each entry, or all pages stand first, or last. Half of
    the entries stand again further down, as headings do.
    """
    for run in (_page_under(printed), _columns(printed, first=True), _columns(printed)):
        if not run:
            continue
        rest = {letters(without_number(line.words)) for line in printed[2 * len(run) :]}
        stand = sum(letters(without_number(entry.words)) in rest for entry in run)
        pages = [_number(entry.page) for entry in run]
        if stand * 2 >= len(run) and pages == sorted(pages):
            return run
    return []


def _page_under(printed: Sequence[PrintedLine]) -> list[Entry]:
    """Entries that take two lines each: the words, and the page under them."""
    entries: list[Entry] = []
    for words, page in zip(printed[::2], printed[1::2], strict=False):
        if not _LETTERS.search(words.words) or not _BARE_PAGE.fullmatch(page.words):
            break
        entries.append(Entry(page, words.words, page.words, True, words))
    return entries


def _columns(printed: Sequence[PrintedLine], *, first: bool = False) -> list[Entry]:
    """Entries of which the converter read the words as one column, and the pages as another."""
    bare = [_BARE_PAGE.fullmatch(line.words) is not None for line in printed[: 2 * _MOST_COLUMN]]
    length = next((n for n, is_page in enumerate(bare) if is_page is not first), len(bare))
    if not length or bare[length : 2 * length] != [not first] * length:
        return []
    one, other = printed[:length], printed[length : 2 * length]
    words, pages = (other, one) if first else (one, other)
    last = other[-1]
    return [
        Entry(last if n == length else entry, entry.words, page.words, True, entry)
        for n, (entry, page) in enumerate(zip(words, pages, strict=True), 1)
    ]


def without_header(printed: Sequence[PrintedLine]) -> Sequence[PrintedLine]:
    """The lines without those of a table's head at their beginning."""
    at = 0
    while at < len(printed) and _HEADER.fullmatch(printed[at].written):
        at += 1
    return printed[at:]


def linked_run(printed: Sequence[PrintedLine]) -> list[Entry]:
    """The entries at the beginning of these lines that are links into the same page."""
    entries: list[Entry] = []
    for line in printed:
        link = _LINK.fullmatch(line.written)
        if link is None or not _LETTERS.search(link["words"]):
            break
        entries.append(Entry(line, link["words"].replace("**", "").strip("_ "), "", True))
    return entries


def repeated_run(printed: Sequence[PrintedLine]) -> list[Entry]:
    """The entries at the beginning of these lines that each stand again as a line further down.

    The first line that has been there before is the first of those.
    """
    last = {_line_key(line.words): i for i, line in enumerate(printed)}
    entries: list[Entry] = []
    seen: set[str] = set()
    for i, line in enumerate(printed):
        key = _line_key(line.words)
        if key in seen or not _LETTERS.search(line.words) or last[key] <= i:
            break
        seen.add(key)
        entries.append(Entry(line, _without_mark(line.words), "", False))
    # An entry that stands again before the list ends is a heading over a part of it.
    ends = min((last[_line_key(entry.line.words)] for entry in entries), default=0)
    return entries if ends >= len(entries) else []


def _line_key(words: str) -> str:
    """The letters of a line, without the mark of an item that a list of contents may have."""
    return letters(_without_mark(words))


def _without_mark(words: str) -> str:
    mark = BULLET.match(words)
    return words[mark.end() :] if mark else words
