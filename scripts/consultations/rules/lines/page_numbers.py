"""Page numbers left in the text.

Symptom: a line that is a number and nothing else, or `Page 3 of 20`, now and again and growing.
Cause: the foot or the head of each page was read as text.
Remedy: the lines are taken out, where they follow each other in order and stand where pages do: at
form feeds or running heads, or inside sentences; and Roman ones from `i` on where the contents list
counts the first pages so, as probable repairs. The columns of a debate count likewise, behind its
day (`4 May 1902 : Column 7`). Numbers that stood beside running heads count with them: the first
page of text often has its number and no head. A single number is one where it stands at a form feed
and inside a sentence; that repair is probable.
Leaves alone: numbers of paragraphs that stand on lines of their own, between sentences; numbers in
the cells of a table; years; any other single number; the label of a note, which the page calls and
under which the note stands; numbers inside pages that form feeds part, of which one page may have
several.
Seen in: plain text made from PDF, with form feeds.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Certainty, Proposal
from consultations.rules.layout import FOLIO, PrintedLine, cuts_sentence, head_of, printed_lines
from consultations.rules.numbering import roman
from consultations.rules.page_edges.folios import Folio, read_folio, rows_of_pages
from consultations.rules.page_edges.notes import note_lines
from consultations.rules.prose import breaks_off, goes_on
from consultations.rules.rule import Rule


def _has_head(heads: Sequence[int], before: PrintedLine | None, after: PrintedLine | None) -> bool:
    """Whether a running head stood between two lines; the places are ascending."""
    low, high = before.end if before else 0, after.start if after else 0
    i = bisect_left(heads, low)
    return i < len(heads) and heads[i] <= high


def _folios(printed: Sequence[PrintedLine], heads: Sequence[int]) -> Iterator[Folio]:
    labels = note_lines(printed)
    for i, line in enumerate(printed):
        if FOLIO.fullmatch(line.words) is None:
            continue
        before = printed[i - 1] if i else None
        after = printed[i + 1] if i + 1 < len(printed) else None
        at_feed = line.page_before or after is None or after.page_before
        at_feed = at_feed or _has_head(heads, before, after)
        cuts = cuts_sentence(before, after) or (at_feed and _cuts_item(before, after))
        folio = read_folio(line, at_feed=at_feed, cuts=cuts)
        if folio is not None and (i not in labels or folio.kind == "said"):
            yield folio


def _gone(draft: Draft) -> Iterator[Folio]:
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
            yield Folio(line, number, "arabic", of=0, at_feed=True, cuts=False)


def _cuts_item(before: PrintedLine | None, after: PrintedLine | None) -> bool:
    """Whether a line that may be an item breaks off, and the next goes on in lower case."""
    if before is None or after is None:
        return False
    return breaks_off(before.words) and goes_on(after.words)


def _listed(folios: list[Folio], draft: Draft) -> Iterator[Folio]:
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
    written = len(draft.text.rstrip())  # what ends after the last words parts no pages
    feeds = [i for i, character in enumerate(draft.text[:written]) if character == "\f"]
    for folio in folios:
        folio.page = bisect_right(feeds, folio.line.start) + 1 if feeds else 0
    found: dict[PrintedLine, Certainty] = {one.line: "probable" for one in _listed(folios, draft)}
    for row in rows_of_pages(folios):
        certainty: Certainty = "certain" if len(row) > 1 else "probable"
        found |= {folio.line: certainty for folio in row if not folio.is_gone}
    for line, sure in sorted(found.items(), key=lambda one: one[0].start):
        yield Proposal(line.start, line.end, "", "running-header", "a page number", sure)


RULE = Rule("page-numbers", lambda draft: Revision(tuple(_proposals(draft))))
