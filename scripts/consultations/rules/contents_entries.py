"""The entries of a list of contents, as the lines of a text show them.

An entry has the number of its page behind its words, or before them; where the list was made for a
screen it has none, and is a link, or stands again as a line of its own further down.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from consultations import patterns as re
from consultations.rules.heading_evidence.clauses import is_broken
from consultations.rules.layout import FOLIO, PrintedLine
from consultations.rules.marks import TABLE_RULING
from consultations.rules.numbering import roman
from consultations.rules.prose import goes_on

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
"""A page number with the word before it: `Page 12 The lamps`."""
BARE_PAGE = re.compile(r"\d{1,4}|[ivxl]{1,7}")
_YEARS = range(1800, 2101)
"""A number at the end of a line that is one of these is a year, unless dots or a tab lead to it."""
_LEADER = re.compile(r"\t|\s{2}|\.{2}|…|\. \.|_{2}|\|")
LETTERS = re.compile(r"[^\W\d_]{2}")
_HEADER = re.compile(
    rf"""
      [\s|*]* (?:(?:section|chapter|title|part|item|heading|contents)[\s|*]*)?
      (?:page|p\.|pg\.?)(?:[ ](?:no|number)s?\.?)? [\s|*:]*      # | Section | Page |
    | {TABLE_RULING.pattern}
    | [\s|]+
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The head of a list that is set as a table, and the ruling below it."""
_AROUND = " \t.…·_|-*"
"""What may stand around the words of an entry."""
_MOST_LINES = 3
"""Most lines of one entry."""
_LONGEST = 200
"""Code points. A longer line is text."""
_FIRST_PAGE = -1000
"""A value that is lower than every page number."""


class Entry(NamedTuple):
    """One entry of a contents list."""

    line: PrintedLine
    """The last of its lines."""
    words: str
    """Its words, without its page number and what leads to that."""
    page: str
    """Its page number as printed; empty where there is none."""
    leader: bool
    """Whether dots, blanks or a tab lead to the number."""
    first: PrintedLine | None = None
    """The first of its lines, where it has several."""

    @property
    def begins(self) -> PrintedLine:
        """The line in which it begins."""
        return self.first or self.line


def paged_entry(line: PrintedLine, lowest: int = _FIRST_PAGE) -> Entry | None:
    """A line read as an entry whose page is `lowest` or higher; None where it cannot be one."""
    page = _PAGE.search(line.words) if len(line.words) <= _LONGEST else None
    if page is None:
        return None
    leader = bool(_LEADER.search(page[1] or ""))
    is_year = page_number(page[2]) in _YEARS and not leader
    entry = Entry(line, line.words[: page.start()].strip(_AROUND), page[2], leader)
    return None if is_year else _from(entry, lowest)


def _page_first(line: PrintedLine, lowest: int) -> Entry | None:
    """A line read as an entry whose page number stands before its words; None where it is none."""
    page = _PAGE_FIRST.match(line.words) if len(line.words) <= _LONGEST else None
    if page is None:
        return None
    return _from(Entry(line, line.words[page.end() :].strip(_AROUND), page[1], True), lowest)


def _from(entry: Entry, lowest: int) -> Entry | None:
    """An entry, where it has words and its page is `lowest` or higher."""
    return entry if LETTERS.search(entry.words) and page_number(entry.page) >= lowest else None


def _bare(line: PrintedLine, lowest: int) -> Entry | None:
    """The end of an entry whose page number stands on a line of its own."""
    is_page = BARE_PAGE.fullmatch(line.words) and not line.blank_before
    is_next = is_page and page_number(line.words) >= lowest
    return Entry(line, "", line.words, True) if is_next else None


def page_number(page: str) -> int:
    """A page number in a form that can be compared: Roman numbers come before all others."""
    return int(page) if page.isdigit() else _FIRST_PAGE + roman(page)


def titled_run(printed: Sequence[PrintedLine]) -> list[Entry]:
    """The entries under a title such as `Contents`, where one may be without a page.

    Such a line stands again further down, and does not go on in the next.
    """
    return paged_run(printed, {line.key: i for i, line in enumerate(printed)})


def paged_run(
    printed: Sequence[PrintedLine], last: Mapping[str, int] = MappingProxyType({})
) -> list[Entry]:
    """The entries at the beginning of these lines, as far as their pages grow.

    A line without a page, or with a number that is too small for one, goes with the entry after
    it: it is a longer entry's first line. The page of such an entry may stand on a line by itself.

    Args:
        printed: the lines.
        last: where each stands last, by its letters, if an entry may be without a page.
    """
    entries: list[Entry] = []
    lowest = _FIRST_PAGE
    at = 0
    while at < len(printed):
        if entries and _stands_again(printed[at : at + 2], at, last):
            entries.append(Entry(printed[at], printed[at].words, "", True))
            at += 1
            continue
        entry: Entry | None = None
        above: list[str] = []
        first = printed[at]
        for line in printed[at : at + _MOST_LINES]:
            at += 1
            entry = paged_entry(line, lowest) or (_bare(line, lowest) if above else None)
            if entry or len(line.words) > _LONGEST:
                break
            above.append(line.words)
        if entry is None:
            break
        words = " ".join([*above, entry.words]).strip()
        entries.append(entry._replace(words=words, first=first))
        lowest = page_number(entry.page)
    return entries


def _stands_again(lines: Sequence[PrintedLine], at: int, last: Mapping[str, int]) -> bool:
    """Whether the first of two lines stands again further down, and is a whole entry."""
    line, *under = lines
    is_again = last.get(line.key, 0) > at and paged_entry(line) is None
    goes_on_below = is_broken(line.words) or any(goes_on(one.words) for one in under)
    return is_again and not goes_on_below and LETTERS.search(line.words) is not None


def page_first_run(printed: Sequence[PrintedLine]) -> list[Entry]:
    """The entries whose page numbers stand before them; none where these count the entries."""
    entries: list[Entry] = []
    lowest = _FIRST_PAGE
    for line in printed:
        if entry := _page_first(line, lowest):
            entries.append(entry)
            lowest = page_number(entry.page)
        elif entries and not line.blank_before and not FOLIO.fullmatch(line.words):
            # What stands right under an entry is its second line.
            last = entries[-1]
            words = f"{last.words} {line.words}"
            entries[-1] = last._replace(line=line, words=words, first=last.begins)
        else:
            break
    numbers = [page_number(entry.page) for entry in entries]
    steps = {after - before for before, after in pairwise(numbers)}
    return entries if steps - {1} else []


def without_header(printed: Sequence[PrintedLine]) -> Sequence[PrintedLine]:
    """The lines without the head of a table at their beginning."""
    at = 0
    while at < len(printed) and _HEADER.fullmatch(printed[at].written):
        at += 1
    return printed[at:]
