"""Running heads: the words that a page repeats at its head or foot.

Symptom: the same line again and again, alone or with a number that grows, also as a heading, in the
middle of sentences; two lines with a number that take turns, on left pages and on right pages; the
title at the top of a page, perhaps broken over other lines than before.
Cause: the head or foot of each page was read as text.
Remedy: a line that has been there before and cuts a sentence in two is taken out, and with it the
other lines of the same words: where a good part of them cut sentences, or one does and the words
are the title's, or most stand at page numbers and form feeds, or their words are set far apart at
the top of pages. The first stays where it stands between sentences: it may be the title, or the
heading that the head repeats; it goes where that heading stands right under it, be it broken over
several lines. A line that stands right above or under another head each time goes
with it, as the name does in `J. Moss`, `Page 2`, `9 June` on a letter's later pages. The repair is
certain where pages have the line three times, and probable where there is less to tell it by.
Leaves alone: numbered recommendations and questions; the same heading over several parts; the same
answer to several questions; the headings of a saved page or a Word file; whatever ends like a
sentence or in a colon, unless it is the title; rows of a table and items of a list; a line that may
be a note at the foot of its page.
Seen in: text converted from PDF.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Certainty, Proposal
from consultations.rules.layout import FOLIO, PrintedLine, head_of, letters, printed_lines
from consultations.rules.marks import ITEM
from consultations.rules.page_edges.browser import browser_edges
from consultations.rules.page_edges.counted_feet import counted_feet
from consultations.rules.page_edges.notes import note_lines
from consultations.rules.page_edges.places import PagePlace, PagePlaces
from consultations.rules.page_edges.wide_heads import wide_heads
from consultations.rules.rule import Rule

_SAID = re.compile(r"\d\s*[|•·]|[|•·]\s*\d|\bpage\b", re.IGNORECASE)
"""Signs that a number is a page number: `7 | Annual report`, `Annual report, page 7`."""
_PAGE = re.compile(r"\bpage\s\d", re.IGNORECASE)
_WIDE = re.compile(r"\S[ \N{NO-BREAK SPACE}]{6,}\S")
_ENUMERATED = re.compile(
    r"""
    (?:\#{1,6}\s|[*_]{1,3})? (?!(?:page|p\.|pg\.)\s)
    (?:[^\W\d][\w’'.-]*[ ]){1,3} \d{1,3}[.:)]? (?:\*{1,3})?       # Recommendation 3
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A few words and the number right behind them, as parts of a text are counted: `Case study 3`."""
_LONGEST = 160
"""Code points that a head may have at most."""
_OFTEN = 3
"""A line must stand on so many pages to be a head, unless something else says that it is one."""
_ENOUGH_SIGNS = 2
"""Of three: the word for a page, its edge, and words that are far apart."""
_MOST_LINES = 5
"""A title may be broken over so many lines."""


def _groups(printed: Sequence[PrintedLine], aside: set[int]) -> list[list[int]]:
    """The lines that say the same, page numbers aside; each by its place, but for some."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(printed):
        is_row = "\t" in line.words[:-6]  # a tab may stand before the page number
        if i in aside or is_row or len(line.words) > _LONGEST or ITEM.match(line.written):
            continue
        key, _ = head_of(line.words)
        if len(key) >= _OFTEN and not key.isdigit():
            places[key].append(i)
    return [group for group in places.values() if len(group) > 1]


def _is_row_of_pages(numbered: Sequence[tuple[PagePlace, int]]) -> bool:
    """Whether the numbers beside the words grow as those of pages do, and are said to be such.

    Recommendations and questions are numbered, too: so a bar, the word for a page, a form feed or
    a sentence that is cut must speak for pages.
    """
    if len(numbered) == _OFTEN - 1 and _say_pages(numbered):
        return True
    grow = all(before < after for (_, before), (_, after) in pairwise(numbered))
    if len(numbered) < _OFTEN or not grow:
        return False
    heads_page = not any(place.cuts or place.at_foot for place, _ in numbered)
    if heads_page and all(_ENUMERATED.fullmatch(place.line.written) for place, _ in numbered):
        return False  # each page may begin with the next of what the document counts
    said = all(_SAID.search(place.line.words) for place, _ in numbered)
    at_page = sum(place.at_page or place.cuts for place, _ in numbered)
    return said or at_page * 2 >= len(numbered)


def _say_pages(numbered: Sequence[tuple[PagePlace, int]]) -> bool:
    """Whether each line has the number of a page, by one more than the one before.

    It says that it is a page's, and stands at a page's edge or has its words far apart; or both
    speak for it.
    """
    following = all(after == before + 1 for (_, before), (_, after) in pairwise(numbered))
    signs = [
        bool(_PAGE.search(place.line.words))
        + place.at_page
        + bool(_WIDE.search(place.line.written))
        for place, _ in numbered
    ]
    return following and min(signs) >= _ENOUGH_SIGNS


def _facing(
    rows: Sequence[Sequence[tuple[PagePlace, int]]],
) -> Iterator[Sequence[tuple[PagePlace, int]]]:
    """Two rows of heads with page numbers, one of left pages and one of right pages, as one row.

    The numbers of each go by two, and those of the other stand between them.
    """
    firsts: dict[int, Sequence[tuple[PagePlace, int]]] = {}
    for row in rows:
        numbers = [number for _, number in row]
        if len(row) >= _OFTEN - 1 and all(b - a == 2 for a, b in pairwise(numbers)):
            for first in (numbers[0] - 1, numbers[0] + 1):
                if first in firsts:
                    both = [*firsts[first], *row]
                    both.sort(key=lambda one: one[0].line.start)
                    if all(b - a == 1 for (_, a), (_, b) in pairwise(both)):
                        yield both
            firsts.setdefault(numbers[0], row)


def _numbered(places: Sequence[PagePlace]) -> list[tuple[PagePlace, int]]:
    """The places of the lines that have a page number beside their words, and the number."""
    numbers = ((place, head_of(place.line.words)[1]) for place in places)
    return [(place, number) for place, number in numbers if number is not None]


def _is_paged(places: Sequence[PagePlace], fewest: int = _OFTEN) -> bool:
    """Whether two in three of the lines that say the same stand where pages begin and end."""
    at_page = sum(place.at_page or place.twin for place in places)
    return at_page >= fewest and at_page * 3 >= len(places) * 2


def _heads(
    places: Sequence[PagePlace], is_title: bool, paged: bool
) -> list[tuple[PagePlace, Certainty]]:
    """Which of the lines that say the same are running heads, and how sure that is.

    Args:
        places: how they stand.
        is_title: whether they are the title's words.
        paged: whether others of the document's lines are known as heads of its pages.
    """
    numbered = _numbered(places)
    if _is_row_of_pages(numbered):
        return [(place, "certain") for place, _ in numbered]
    if len({number for _, number in numbered}) > 1:
        return []
    # A head right above the heading that it repeats is enough, once it is known where heads stand.
    repeated = paged and any(place.twin for place in places)
    if _is_paged(places, _OFTEN - 1 if repeated else _OFTEN):
        return [(place, "certain") for place in _paged_heads(places)]
    if _is_set_wide(places):
        return [(place, "probable") for place in places[1:]]
    return _cutting_heads(places, is_title)


def _is_set_wide(places: Sequence[PagePlace]) -> bool:
    """Whether lines are set to the left and the right of a page, each alone at the top of its page.

    No heading has its words so far apart, and a row of a table has others under it.
    """
    is_wide = all(_WIDE.search(place.line.written) for place in places)
    return is_wide and all(place.line.page_before and place.alone for place in places[1:])


def _paged_heads(places: Sequence[PagePlace]) -> Sequence[PagePlace]:
    """Which lines are heads, where most of the same words stand at the edges of pages."""
    heads = [place for place in places if place.at_page or place.cuts]
    # The first of them may be the heading that the others repeat, at the top of its page.
    first_is_heading = len(heads) == len(places) and not (places[0].at_foot or places[0].over_twin)
    return heads[1:] if first_is_heading else heads


def _cutting_heads(
    places: Sequence[PagePlace], is_title: bool
) -> list[tuple[PagePlace, Certainty]]:
    """Which lines are heads by the sentences that they cut in two, where no pages can be seen."""
    # One word between two lines may be the label of what follows: `Answer`, `Comment`.
    cutting = [place for place in places if place.cuts and " " in place.line.words]
    often = len(cutting) >= _OFTEN - 1 and len(cutting) * 4 >= len(places)
    if often or (cutting and is_title):
        return [(place, "certain") for place in (places if places[0].cuts else places[1:])]
    if len(places) < _OFTEN:
        alone = [place for place in cutting if place.alone and place is not places[0]]
        return [(place, "probable") for place in alone]
    return []


def _titles(printed: Sequence[PrintedLine], title: str) -> Iterator[PrintedLine]:
    """The lines of titles at the top of a page, but for the first.

    Each may be broken over several lines, or have the number of the page beside it. The first may
    be the title itself.
    """
    seen = False
    for i, line in enumerate(printed):
        together = ""
        for k in range(i, min(i + _MOST_LINES, len(printed))):
            words = head_of(printed[k].words)[0] if k == i else printed[k].key
            if not title.startswith(together := together + words):
                break
            if together == title:
                if seen and line.page_before:
                    yield from printed[i : k + 1]
                seen = True
                break


def _adjoins(line: PrintedLine) -> bool:
    """Whether a line stands right under the one before it."""
    return not line.blank_before


class _Heads:
    """The running heads of a text, with how sure each is."""

    def __init__(self, printed: Sequence[PrintedLine], title: str, stated: set[int]) -> None:
        """Compare the lines that say the same.

        Args:
            printed: the lines of the text.
            title: the letters of the document's title.
            stated: numbers of the lines that are known to be headings.
        """
        notes = note_lines(printed)
        groups = _groups(printed, notes | stated)
        keys = {i: head_of(printed[i].words)[0] for group in groups for i in group}
        folios = {i for i, line in enumerate(printed) if FOLIO.fullmatch(line.words)} - notes
        page = PagePlaces(printed, folios, aside={*keys, *folios, *notes})
        self._printed, self._title = printed, title
        self._of_notes = {printed[i] for i in notes}
        self._groups = [
            [page.place(i, keys.get(i - 1) == keys[i]) for i in group] for group in groups
        ]
        self._paged = any(map(_is_paged, self._groups))

    def found(self) -> dict[PrintedLine, Certainty]:
        """Every head; where several signs tell one, the strongest says how sure it is."""
        rows = [_numbered(places) for places in self._groups]
        facing = {place.line for row in _facing(rows) if _is_row_of_pages(row) for place, _ in row}
        found: dict[PrintedLine, Certainty] = {}
        printed, title = self._printed, self._title
        for line in _titles(printed, title):
            found[line] = "probable"
        for lines in (counted_feet(printed), browser_edges(printed), wide_heads(printed, title)):
            # The label of a note counts on too, and may stand as far from its words as a folio.
            found |= {line: "certain" for line in lines if line not in self._of_notes}
        for places in self._groups:
            if not all(place.line in facing for place in places):
                found |= {place.line: certainty for place, certainty in self._of(places)}
        found |= dict.fromkeys(facing, "certain")
        return found | dict.fromkeys(self._with(found), "certain")

    def _with(self, found: Mapping[PrintedLine, Certainty]) -> Iterator[PrintedLine]:
        """Lines that say the same and stand each right above another head, or right under one.

        The head of a letter's later pages has several lines: to whom it goes, the page, the date.
        Whether such a line ends like a sentence (`J. Moss, Jr.`) says nothing.
        """
        follow = dict(pairwise(self._printed))
        above = {line for line, under in follow.items() if under in found and _adjoins(under)}
        under = {line for head, line in follow.items() if head in found and _adjoins(line)}
        for places in self._groups:
            group = [place.line for place in places]
            if len(group) >= _OFTEN and (above.issuperset(group) or under.issuperset(group)):
                yield from (line for line in group if line not in found)

    def _of(self, places: Sequence[PagePlace]) -> list[tuple[PagePlace, Certainty]]:
        """The heads among the lines that say the same."""
        words = places[0].line.words
        is_title = head_of(words)[0] == self._title
        if (ends_sentence(words) or words.endswith(":")) and not is_title:
            return []
        return _heads(places, is_title, self._paged)


def _proposals(draft: Draft) -> Iterator[Proposal]:
    printed = printed_lines(draft.text)
    # A saved page or a Word file has no pages in its text, and says what a heading is.
    has_no_pages = draft.source.is_laid_out and not draft.source.pages
    stated = {n for n, line in enumerate(printed) if has_no_pages and line.written.startswith("#")}
    heads = _Heads(printed, letters(draft.source.record.title), stated).found()
    reason = "a running head: the page repeats these words"
    for line, certainty in heads.items():
        yield Proposal(line.start, line.end, "", "running-header", reason, certainty)


RULE = Rule("running-heads", lambda draft: Revision(tuple(_proposals(draft))))
