"""Running heads: the words that a page repeats at its head or foot.

Symptom: the same line again and again, alone or with a number that grows, also as a heading, in the
middle of sentences.
Cause: the head or foot of each page was read as text.
Remedy: a line that has been there before and cuts a sentence in two is taken out, and with it the
other lines of the same words: where a good part of them cut sentences, or one does and the words
are the title's, or most stand at page numbers and form feeds. The first stays where it stands
between sentences: it may be the title, or the heading that the head repeats.
Leaves alone: the same heading over several parts; the same answer to several questions; whatever
ends like a sentence, unless it is the title; rows of a
table and items of a list.
Seen in: text converted from PDF.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Proposal
from consultations.rules.layout import FOLIO, PrintedLine, cuts_sentence, letters, printed_lines
from consultations.rules.marks import ITEM
from consultations.rules.prose import ends_sentence, goes_on
from consultations.rules.rule import Rule

_PAGE = r"(?:page\s+)?(?<!\d)(\d{1,3})(?!\d)(?:\s+of\s+\d{1,3})?"
_NUMBERS = (
    re.compile(rf"\s*[|•·–—-]\s*{_PAGE}\Z", re.IGNORECASE),
    re.compile(rf"\A{_PAGE}\s*[|•·–—-]\s*(?=\D)", re.IGNORECASE),
    re.compile(rf"\s{_PAGE}\Z", re.IGNORECASE),
    re.compile(rf"\A{_PAGE}\s(?=\D)", re.IGNORECASE),
)
"""Where a page number may stand in a head: beyond a sign first, since a year may end the words."""
_LONGEST = 160
_OFTEN = 3


@dataclass(frozen=True)
class _Place:
    line: PrintedLine
    number: int | None
    """The page number that the line has beside its words."""
    cuts: bool
    """Whether it stands inside a sentence."""
    at_page: bool
    """Whether it stands at a form feed or a page number."""


def _head(words: str) -> tuple[str, int | None]:
    """The words of a line that may be a running head, and the page number beside them."""
    for pattern in _NUMBERS:
        if match := pattern.search(words):
            rest = words[: match.start()] + words[match.end() :]
            return letters(rest), int(match[1])
    return letters(words), None


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
        self._folios = [FOLIO.fullmatch(line.words) is not None for line in printed]
        self._before = self._nearest(range(len(printed)), aside)
        self._after = self._nearest(range(len(printed) - 1, -1, -1), aside)

    def _nearest(self, order: range, aside: set[int]) -> list[tuple[PrintedLine | None, bool]]:
        """The last running text before each line in this order; is a page number between them?"""
        found: list[tuple[PrintedLine | None, bool]] = [(None, False)] * len(order)
        last, folio = None, False
        for i in order:
            found[i] = last, folio
            if i in aside:
                folio = folio or self._folios[i]
            else:
                last, folio = self._printed[i], False
        return found

    def place(self, i: int) -> _Place:
        """How a line stands among the running text."""
        line = self._printed[i]
        follower = self._printed[i + 1] if i + 1 < len(self._printed) else None
        (before, folio_before), (after, folio_after) = self._before[i], self._after[i]
        at_page = line.page_before or folio_before or folio_after or after is None
        if follower is not None:
            at_page = at_page or follower.page_before
        alone = line.blank_before and follower is not None and follower.blank_before
        cuts = alone and after is not None and goes_on(after.words) and cuts_sentence(before, after)
        return _Place(line, _head(line.words)[1], cuts, at_page)


def _heads(places: Sequence[_Place], is_title: bool) -> list[PrintedLine]:
    """Which of the lines that say the same are running heads."""
    cutting = [place for place in places if place.cuts]
    numbers = [place.number for place in places if place.number is not None]
    numbered = len(numbers) == len(places) and all(a < b for a, b in pairwise(numbers))
    at_page = sum(place.at_page for place in places)
    often = len(places) >= _OFTEN
    if often and (numbered or at_page * 3 >= len(places) * 2):
        keep_first = not numbered and (places[0].line.start == 0 or not places[0].at_page)
    elif (len(cutting) >= 2 and len(cutting) * 4 >= len(places)) or (cutting and is_title):
        keep_first = not places[0].cuts
    else:
        return [place.line for place in cutting[:1] if not often and place is not places[0]]
    return [place.line for place in (places[1:] if keep_first else places)]


def _proposals(draft: Draft) -> Iterator[Proposal]:
    printed = printed_lines(draft.text)
    groups = _groups(printed)
    aside = {i for group in groups for i in group}
    aside |= {i for i, line in enumerate(printed) if FOLIO.fullmatch(line.words)}
    page = _Page(printed, aside)
    title = letters(draft.source.record.title)
    for group in groups:
        places = [page.place(i) for i in group]
        is_title = _head(printed[group[0]].words)[0] == title
        if ends_sentence(places[0].line.words) and not is_title:
            continue
        for line in _heads(places, is_title):
            reason = "a running head: the page repeats these words"
            yield Proposal(line.start, line.end, "", "running-header", reason)


RULE = Rule("running-heads", lambda draft: Revision(tuple(_proposals(draft))))
