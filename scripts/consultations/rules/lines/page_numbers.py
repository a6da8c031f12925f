"""Page numbers left in the text.

Symptom: a line that is a number and nothing else, or `Page 3 of 20`, now and again and growing.
Cause: the foot or the head of each page was read as text.
Remedy: the lines are taken out, where they follow each other in order and stand where pages do: at
form feeds or running heads, or inside sentences; and Roman ones from `i` on where the contents list
counts the first pages so, as probable repairs. Numbers that stood beside running heads count with
them: the first page of text often has its number and no head. A single number is one where it
stands at a form feed and inside a sentence; that repair is probable.
Leaves alone: numbers of paragraphs that stand on lines of their own, between sentences; numbers in
the cells of a table; years; any other single number; the label of a note, which the page calls and
under which the note stands; numbers inside pages that form feeds part, of which one page may have
several.
Seen in: plain text made from PDF, with form feeds.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Certainty, Proposal
from consultations.rules.layout import FOLIO, PrintedLine, cuts_sentence, head_of, printed_lines
from consultations.rules.numbering import roman
from consultations.rules.page_edges.notes import note_lines
from consultations.rules.prose import breaks_off, goes_on
from consultations.rules.rule import Rule

_SKIPPED = 3
"""So many pages without a number may stand between two numbers of one row."""
_APART, _A_PAGE = 20, 200
"""Code points between two page numbers: the fewest there can be, and the fewest on the average.

Numbers that stand closer together are those of short items, or the cells of a table.
"""
_FEWEST = 3
_DASHES = "-–—"


@dataclass
class _Folio:
    line: PrintedLine
    number: int
    kind: str
    """Numbers of one kind follow each other: Roman, Arabic, or with what says that it is a page's,
    the word or a dash on either side."""
    at_feed: bool
    """Whether it stands at a form feed, or is the last line."""
    cuts: bool
    """Whether it stands inside a sentence."""
    page: int = 0
    """How many pages end before it, by the form feeds."""
    length: int = 1
    """How many numbers the longest row has that ends with this one."""
    before: int | None = None
    """Which number, by its place among all, comes before this one in that row."""

    @property
    def at_page(self) -> bool:
        """Whether it stands where a page may end."""
        return self.at_feed or self.cuts

    @property
    def rank(self) -> tuple[int, bool]:
        """The higher of two of one number is the page's: the other may be a note's label."""
        return self.length, self.at_feed

    @property
    def is_gone(self) -> bool:
        """Whether it stood beside a running head, which was taken out."""
        return self.line.start == self.line.end


def _has_head(heads: Sequence[int], before: PrintedLine | None, after: PrintedLine | None) -> bool:
    """Whether a running head stood between two lines; the places are ascending."""
    low, high = before.end if before else 0, after.start if after else 0
    i = bisect_left(heads, low)
    return i < len(heads) and heads[i] <= high


def _folios(printed: Sequence[PrintedLine], heads: Sequence[int]) -> Iterator[_Folio]:
    labels = note_lines(printed)
    for i, line in enumerate(printed):
        match = FOLIO.fullmatch(line.words)
        if match is None or i in labels:
            continue
        before = printed[i - 1] if i else None
        after = printed[i + 1] if i + 1 < len(printed) else None
        number = int(match[1]) if match[1].isdigit() else roman(match[1])
        kind = "arabic" if match[1].isdigit() else "roman"
        kind = "said" if match[2] or _is_said(line.words, match[1]) else kind
        at_feed = line.page_before or after is None or after.page_before
        at_feed = at_feed or _has_head(heads, before, after)
        cuts = cuts_sentence(before, after) or (at_feed and _cuts_item(before, after))
        yield _Folio(line, number, kind, at_feed, cuts)


def _is_said(words: str, number: str) -> bool:
    """Whether a word, or a dash on either side, says that a number is a page's."""
    is_worded = any(character.isalpha() for character in words.replace(number, "", 1))
    return is_worded or (words[0] in _DASHES and words[-1] in _DASHES)


def _gone(draft: Draft) -> Iterator[_Folio]:
    """The page numbers of running heads, where they stood.

    One that the same words have each time counts no pages: `Ferry Bulletin, issue 4`.
    """
    heads = [e for e in draft.apparatus.emendations if e.kind == "running-header"]
    often = Counter(e.before.strip() for e in heads)
    for head in heads:
        _, number = head_of(head.before.strip())
        if number is not None and often[head.before.strip()] == 1:
            at = draft.apparatus.text_offset(head.start)
            line = PrintedLine(at, at, "", "", blank_before=True, page_before=True)
            yield _Folio(line, number, "arabic", at_feed=True, cuts=False)


def _cuts_item(before: PrintedLine | None, after: PrintedLine | None) -> bool:
    """Whether a line that may be an item breaks off, and the next goes on in lower case."""
    if before is None or after is None:
        return False
    return breaks_off(before.words) and goes_on(after.words)


def _rows(folios: list[_Folio]) -> Iterator[list[_Folio]]:
    """Rows of numbers that grow a little from one to the next, the longest first.

    The longest row that ends with each number is found once (as in the longest increasing
    subsequence by dynamic programming); then the rows are read back from their ends, and no number
    is in two of them.
    """
    last: dict[tuple[str, int], int] = {}
    for i, folio in enumerate(folios):
        for step in range(1, _SKIPPED + 2):
            j = last.get((folio.kind, folio.number - step))
            if j is None or not _is_next_page(folios[j], folio):
                continue
            if folios[j].length >= folio.length:
                folio.length, folio.before = folios[j].length + 1, j
        known = last.get((folio.kind, folio.number))
        if known is None or folio.rank >= folios[known].rank:
            last[folio.kind, folio.number] = i
    taken: set[int] = set()
    for i in sorted(range(len(folios)), key=lambda i: -folios[i].length):
        row: list[_Folio] = []
        at: int | None = i
        while at is not None and at not in taken:
            taken.add(at)
            row.append(folios[at])
            at = folios[at].before
        if row:
            yield row


def _is_next_page(before: _Folio, after: _Folio) -> bool:
    """Whether two numbers may be those of two pages: no page that form feeds show has both."""
    is_parted = after.page > before.page or not after.page
    return is_parted and after.line.start - before.line.end >= _APART


def _is_folios(row: list[_Folio]) -> bool:
    """Whether the numbers of a row are those of pages, by how far apart and where they stand."""
    if len(row) == 1:
        return row[0].at_feed and row[0].cuts
    length = abs(row[-1].line.start - row[0].line.start)
    if length < _A_PAGE * (len(row) - 1) and not all(folio.at_feed for folio in row):
        return False
    # Where form feeds part pages, one inside a page is rather the label of a note at its foot.
    parted = any(folio.page for folio in row)
    at_page = sum(folio.at_feed if parted else folio.at_page for folio in row)
    if row[0].kind == "said" or at_page == len(row):
        return len(row) >= _FEWEST - 1
    return len(row) >= _FEWEST and at_page * 4 >= len(row)


def _listed(folios: list[_Folio], draft: Draft) -> Iterator[_Folio]:
    """All Roman numbers, where they count from 1 and the contents list has one of them for a page.

    How far apart they stand says nothing: the contents list itself is gone from between them.
    """
    roman_ones = [folio for folio in folios if folio.kind == "roman"]
    numbers = [folio.number for folio in roman_ones]
    listed = {roman(entry.page) for entry in draft.contents if entry.page.isalpha()}
    if numbers == list(range(1, len(numbers) + 1)) and not listed.isdisjoint(numbers):
        yield from roman_ones


def _proposals(draft: Draft) -> Iterator[Proposal]:
    printed = printed_lines(draft.text)
    apparatus = draft.apparatus
    gone = [e.start for e in apparatus.emendations if e.kind == "running-header"]
    heads = sorted(map(apparatus.text_offset, gone))
    folios = [*_folios(printed, heads), *_gone(draft)]
    folios.sort(key=lambda folio: folio.line.start)
    feeds = [i for i, character in enumerate(draft.text) if character == "\f"]
    for folio in folios:
        folio.page = bisect_right(feeds, folio.line.start)
    found: dict[PrintedLine, Certainty] = {one.line: "probable" for one in _listed(folios, draft)}
    for row in filter(_is_folios, _rows(folios)):
        certainty: Certainty = "certain" if len(row) > 1 else "probable"
        found |= {folio.line: certainty for folio in row if not folio.is_gone}
    for line, sure in sorted(found.items(), key=lambda one: one[0].start):
        yield Proposal(line.start, line.end, "", "running-header", "a page number", sure)


RULE = Rule("page-numbers", lambda draft: Revision(tuple(_proposals(draft))))
