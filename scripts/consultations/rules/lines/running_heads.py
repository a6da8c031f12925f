"""Running heads: the words that a page repeats at its head or foot.

Symptom: the same line again and again, alone or with a number that grows, also as a heading, in the
middle of sentences.
Cause: the head or foot of each page was read as text.
Remedy: a line that has been there before and cuts a sentence in two is taken out, and with it the
other lines of the same words: where a good part of them cut sentences, or one does and the words
are the title's, or most stand at page numbers and form feeds. The first stays where it stands
between sentences: it may be the title, or the heading that the head repeats.
Leaves alone: numbered recommendations and questions; the same heading over several parts; the same
answer to several questions; whatever ends like a sentence or in a colon, unless it is the title;
rows of a table and items of a list.
Seen in: text converted from PDF.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from consultations.english.sentences import ends_sentence
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Proposal
from consultations.rules.layout import FOLIO, PrintedLine, cuts_sentence, letters, printed_lines
from consultations.rules.marks import ITEM
from consultations.rules.prose import goes_on
from consultations.rules.rule import Rule

_PAGE = r"(?:page\s+)?(?<!\d)(\d{1,3})(?!\d)(?:\s+of\s+\d{1,3})?"
_NUMBERS = (
    re.compile(rf"\s*[|•·–—-]\s*{_PAGE}\Z", re.IGNORECASE),
    re.compile(rf"\A{_PAGE}\s*[|•·–—-]\s*(?=\D)", re.IGNORECASE),
    re.compile(rf"\s{_PAGE}\Z", re.IGNORECASE),
    re.compile(rf"\A{_PAGE}\s(?=\D)", re.IGNORECASE),
)
"""Where a page number may stand in a head: beyond a sign first, since a year may end the words."""
_SAID = re.compile(r"\d\s*[|•·]|[|•·]\s*\d|\bpage\b", re.IGNORECASE)
_LONGEST = 160
_OFTEN = 3


@dataclass(frozen=True)
class _Place:
    line: PrintedLine
    number: int | None
    """The page number that the line has beside its words."""
    cuts: bool
    """Whether it stands inside a sentence."""
    alone: bool
    """Whether empty lines stand before and after it."""
    at_top: bool
    """Whether a form feed or a page number stands between it and the text before it."""
    at_foot: bool
    """Whether one stands between it and the text after it."""

    twin: bool
    """Whether the line right before it says the same: then that is the head, and this is not."""

    @property
    def at_page(self) -> bool:
        """Whether it stands where a page begins or ends."""
        return self.at_top or self.at_foot


def _head(words: str) -> tuple[str, int | None]:
    """The words of a line that may be a running head, and the page number beside them."""
    for pattern in _NUMBERS:
        if match := pattern.search(words):
            rest = words[: match.start()] + words[match.end() :]
            return letters(rest), int(match[1])
    return letters(words), None


def _is_row_of_pages(places: Sequence[_Place]) -> bool:
    """Whether the numbers beside the words grow as those of pages do, and are said to be such.

    Recommendations and questions are numbered, too: so a bar, the word for a page, a form feed or
    a sentence that is cut must speak for pages.
    """
    numbers = [place.number for place in places if place.number is not None]
    if len(numbers) < len(places) or not all(a < b for a, b in pairwise(numbers)):
        return False
    said = all(_SAID.search(place.line.words) for place in places)
    at_page = sum(place.at_page or place.cuts for place in places)
    return len(places) >= _OFTEN and (said or at_page * 2 >= len(places))


def _groups(printed: Sequence[PrintedLine]) -> list[list[int]]:
    """The lines that say the same, page numbers aside; each by its place."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(printed):
        if len(line.words) > _LONGEST or "\t" in line.words[:-6] or ITEM.match(line.words):
            continue
        key, _ = _head(line.words)
        if len(key) >= _OFTEN and not key.isdigit():
            places[key].append(i)
    return [group for group in places.values() if len(group) > 1]


class _Page:
    """The lines of a text, with the nearest running text before and after each of them."""

    def __init__(self, printed: Sequence[PrintedLine], aside: set[int]) -> None:
        """Take lines, and which of them are no running text."""
        self._printed = printed
        self._aside = aside
        # Whether a page ends before each line, and at the end; a page number stands where one does.
        ends = [*(line.page_before for line in printed), True]
        for i, line in enumerate(printed):
            if FOLIO.fullmatch(line.words):
                ends[i] = ends[i + 1] = True
        self._before = self._nearest(range(len(printed)), ends[:-1])
        self._after = self._nearest(range(len(printed) - 1, -1, -1), ends[1:])

    def _nearest(self, order: range, parted: list[bool]) -> list[tuple[PrintedLine | None, bool]]:
        """The last running text before each line in this order; does a page end between them?"""
        found: list[tuple[PrintedLine | None, bool]] = [(None, False)] * len(order)
        last, page = None, False
        for i in order:
            page = page or parted[i]
            found[i] = last, page
            if i not in self._aside:
                last, page = self._printed[i], False
        return found

    def place(self, i: int, repeats: bool) -> _Place:
        """How a line stands among the running text, and whether it repeats the line before it."""
        line = self._printed[i]
        follower = self._printed[i + 1] if i + 1 < len(self._printed) else None
        (before, at_top), (after, at_foot) = self._before[i], self._after[i]
        blank_after = follower is not None and follower.blank_before
        alone = line.blank_before and blank_after
        cuts = (
            (line.blank_before or blank_after)
            and after is not None
            and goes_on(after.words)
            and cuts_sentence(before, after)
        )
        twin = repeats and not line.page_before
        number = _head(line.words)[1]
        return _Place(line, number, cuts, alone, at_top and not twin, at_foot and not twin, twin)


def _is_paged(places: Sequence[_Place], fewest: int = _OFTEN) -> bool:
    """Whether the lines that say the same stand where pages begin and end, but for some."""
    at_page = sum(place.at_page for place in places)
    headings = sum(place.twin for place in places)
    return at_page + headings >= fewest and (at_page + headings) * 3 >= len(places) * 2


def _heads(places: Sequence[_Place], is_title: bool, paged: bool) -> list[PrintedLine]:
    """Which of the lines that say the same are running heads.

    Args:
        places: how they stand.
        is_title: whether they are the title's words.
        paged: whether others of the document's lines are known as heads of its pages.
    """
    # One word between two lines may be the label of what follows: `Answer`, `Comment`.
    cutting = [place for place in places if place.cuts and " " in place.line.words]
    numbered = [place for place in places if place.number is not None]
    if _is_row_of_pages(numbered):
        return [place.line for place in numbered]
    if len({place.number for place in numbered}) > 1:
        return []
    # A head right above the heading that it repeats is enough, once it is known where heads stand.
    repeated = paged and any(place.twin for place in places)
    if _is_paged(places, _OFTEN - 1 if repeated else _OFTEN):
        heads = [place for place in places if place.at_page or place.cuts]
        # The first of them may be the heading that the others repeat, at the top of its page.
        only = len(heads) == len(places) and not places[0].at_foot
        return [place.line for place in (heads[1:] if only else heads)]
    if (len(cutting) >= 2 and len(cutting) * 4 >= len(places)) or (cutting and is_title):
        return [place.line for place in (places if places[0].cuts else places[1:])]
    if len(places) < _OFTEN:
        return [place.line for place in cutting if place.alone and place is not places[0]]
    return []


def _same(printed: Sequence[PrintedLine], i: int) -> bool:
    return _head(printed[i].words)[0] == _head(printed[i - 1].words)[0]


def _proposals(draft: Draft) -> Iterator[Proposal]:
    printed = printed_lines(draft.text)
    groups = _groups(printed)
    aside = {i for group in groups for i in group}
    aside |= {i for i, line in enumerate(printed) if FOLIO.fullmatch(line.words)}
    page = _Page(printed, aside)
    title = letters(draft.source.record.title)
    places_of = [[page.place(i, i - 1 in aside and _same(printed, i)) for i in g] for g in groups]
    paged = any(map(_is_paged, places_of))
    for group, places in zip(groups, places_of, strict=True):
        is_title = _head(printed[group[0]].words)[0] == title
        words = places[0].line.words
        if (ends_sentence(words) or words.endswith(":")) and not is_title:
            continue
        for line in _heads(places, is_title, paged):
            reason = "a running head: the page repeats these words"
            yield Proposal(line.start, line.end, "", "running-header", reason)


RULE = Rule("running-heads", lambda draft: Revision(tuple(_proposals(draft))))
