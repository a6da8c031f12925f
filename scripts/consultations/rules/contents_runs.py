"""Contents lists whose entries have their pages apart from them, or none at all."""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.model.text import letters
from consultations.rules.contents_entries import BARE_PAGE, LETTERS, Entry, page_number
from consultations.rules.layout import PrintedLine
from consultations.rules.marks import BULLET
from consultations.rules.numbering import without_number

_LINK = re.compile(
    r"""
    (?:(?:[-*+•]|\d{1,2}[.)])[ \t]+)?                       # - [The lamps](#the-lamps)
    (?:\*\*)? \[ (?P<words>[^\[\]]{1,200}) \] \(\#[^\s()]{0,200}\) (?:\*\*)?
    """,
    re.VERBOSE,
)
_MOST_COLUMN = 60
"""Entries of a list whose words and pages are two columns."""


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
        pages = [page_number(entry.page) for entry in run]
        if stand * 2 >= len(run) and pages == sorted(pages):
            return run
    return []


def _page_under(printed: Sequence[PrintedLine]) -> list[Entry]:
    """Entries that take two lines each, the words and the page under them.

    One has three where its label stands apart from its words: `Annex A:`, `The lamps`, `12`.
    """
    entries: list[Entry] = []
    at = 0
    while at + 1 < len(printed):
        has_label = printed[at].words.endswith(":") and at + 2 < len(printed)
        end = at + 1 + has_label
        words = " ".join(line.words for line in printed[at:end])
        page = printed[end]
        if not LETTERS.search(words) or not BARE_PAGE.fullmatch(page.words):
            break
        entries.append(Entry(page, words, page.words, True, printed[at]))
        at = end + 1
    return entries


def _columns(printed: Sequence[PrintedLine], *, first: bool = False) -> list[Entry]:
    """Entries of which the converter read the words as one column, and the pages as another."""
    bare = [BARE_PAGE.fullmatch(line.words) is not None for line in printed[: 2 * _MOST_COLUMN]]
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


def linked_run(printed: Sequence[PrintedLine]) -> list[Entry]:
    """The entries at the beginning of these lines that are links into the same page."""
    entries: list[Entry] = []
    for line in printed:
        link = _LINK.fullmatch(line.written)
        if link is None or not LETTERS.search(link["words"]):
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
        if key in seen or not LETTERS.search(line.words) or last[key] <= i:
            break
        seen.add(key)
        entries.append(Entry(line, _without_mark(line.words), "", False))
    return entries


def _line_key(words: str) -> str:
    """The letters of a line, without the mark of an item that a list of contents may have."""
    return letters(_without_mark(words))


def _without_mark(words: str) -> str:
    mark = BULLET.match(words)
    return words[mark.end() :] if mark else words
