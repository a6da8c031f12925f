"""Running heads: the words that a page repeats at its head or foot.

Symptom: the same line again and again, alone or with a number that grows, also as a heading, in the
middle of sentences; two lines with a number that take turns, on left pages and on right pages; the
title at the top of a page, perhaps broken over other lines than before or cut short; in a text of
few pages, the same first line on each page but the first, or the title right under the number
of a page that another follows.
Cause: the head or foot of each page was read as text.
Remedy: a line that has been there before and cuts a sentence in two is taken out, and with it the
other lines of the same words: where a good part of them cut sentences, or one does and the words
are the title's, or most stand at page numbers and form feeds, or their words are set far apart at
the top of pages. The first stays where it stands between sentences: it may be the title, or the
heading that the head repeats; it goes where that heading stands right under it, be it broken over
several lines, and where lines of the cover have its words together. A line that stands right above
or under another head each time goes with it, as the name does in `J. Moss`, `Page 2`, `9 June` on a
letter's later pages. The repair is certain where pages have the line three times, and probable
where there is less to tell it by.
Leaves alone: numbered recommendations and questions; the same heading over several parts, were each
under a number of its own, as the entries of a register have it, and what stands under such a number
at the top of each page; how letters begin and end; a question, and the same answer to several; the
headings of a saved page or a Word file; whatever ends like a sentence or in a colon, unless it is
the title or stands on every page; rows of a table and items of a list; a line that may be a note at
the foot of its page.
Seen in: text converted from PDF.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise, takewhile

from consultations.english.sentences import ends_sentence
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Certainty, Proposal
from consultations.model.finding import Finding
from consultations.model.text import letters
from consultations.rules.layout import FOLIO, PrintedLine, head_of, printed_lines
from consultations.rules.marks import ITEM
from consultations.rules.page_edges.browser import browser_edges
from consultations.rules.page_edges.counted_feet import counted_feet
from consultations.rules.page_edges.folios import page_ends
from consultations.rules.page_edges.notes import note_lines
from consultations.rules.page_edges.numbered_rows import (
    are_parts,
    facing,
    is_row_of_pages,
    numbered_places,
)
from consultations.rules.page_edges.places import PagePlace, PagePlaces
from consultations.rules.page_edges.repeated import OFTEN, cutting, is_paged, repeated_heads
from consultations.rules.page_edges.said_again import said_again
from consultations.rules.page_edges.wide_heads import wide_heads
from consultations.rules.prose import breaks_off
from consultations.rules.rule import Rule

_LONGEST = 160
"""Code points that a head may have at most."""
_MOST_LINES = 5
"""Most lines of one title."""
_FEWEST_WORDS = 3
"""Words of a title that suffice to find it at the top of a page, where it is shortened."""


def _groups(printed: Sequence[PrintedLine], aside: set[int]) -> list[list[int]]:
    """The lines that say the same, page numbers aside; each by its place, but for some."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(printed):
        is_row = "\t" in line.words[:-6]  # a tab may stand before the page number
        if i in aside or is_row or len(line.words) > _LONGEST or ITEM.match(line.written):
            continue
        key, _ = head_of(line.words)
        if len(key) >= OFTEN and not key.isdigit():
            places[key].append(i)
    return [group for group in places.values() if len(group) > 1]


def _titles(printed: Sequence[PrintedLine], title: str) -> Iterator[PrintedLine]:
    """The lines of titles at the top of a page, but for the first.

    Each may be broken over several lines, or have the number of the page beside it, or be cut short
    where the page has no room. The first may be the title itself.
    """
    seen = False
    for i, line in enumerate(printed):
        if seen and _is_cut_title(line, printed[i + 1 : i + 2], title):
            yield line
            continue
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


def _is_cut_title(line: PrintedLine, under: Sequence[PrintedLine], title: str) -> bool:
    """Whether the first line of a page has nothing but the beginning of the title, by itself.

    It breaks off, or has the page's number beside it: a heading may begin as the title does.
    """
    if not line.page_before or len(line.words.split()) < _FEWEST_WORDS:
        return False
    words, number = head_of(line.words)
    is_cut = number is not None or line.words.endswith(("…", "...")) or breaks_off(line.words)
    is_part = title.startswith(words) and len(words) < len(title)
    return is_part and is_cut and all(below.blank_before for below in under)


def _titles_under_folios(printed: Sequence[PrintedLine], title: str) -> Iterator[PrintedLine]:
    """The lines of titles, but for the first, that stand right under the number of a page.

    The number after that stands alone as well.
    """
    folios = {line: match[1] for line in printed if (match := FOLIO.fullmatch(line.words))}
    pages = {int(number) for number in folios.values() if number.isdecimal()}
    above = dict(zip(printed[1:], printed, strict=False))
    titles = [line for line in printed if line.key == title and line.written[0] != "#"]
    for line in titles[1:]:
        number = folios.get(above[line], "")
        if _adjoins(line) and number.isdecimal() and int(number) + 1 in pages:
            yield line


def _adjoins(line: PrintedLine) -> bool:
    """Whether a line stands right under the one before it."""
    return not line.blank_before


def _pages(
    printed: Sequence[PrintedLine],
    groups: Sequence[Sequence[int]],
    numbers: set[int],
    aside: set[int],
) -> PagePlaces:
    """How lines stand on pages.

    Parts that a document counts are its text, though their labels say the same: what stands under
    `Reply 2` is at no edge of its page.
    """
    page = PagePlaces(printed, page_ends(printed, numbers, aside), aside)
    parts = [g for g in groups if are_parts([page.place(i, repeats=False) for i in g])]
    if not parts:
        return page
    text = aside.difference(*parts)
    return PagePlaces(printed, page_ends(printed, numbers, text), text)


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
        groups = _groups(printed, notes | stated | said_again(printed))
        keys = {i: head_of(printed[i].words)[0] for group in groups for i in group}
        numbers = {i for i, line in enumerate(printed) if FOLIO.fullmatch(line.words)} - notes
        aside = {*keys, *numbers, *notes}
        page = _pages(printed, groups, numbers, aside)
        # What stands over the text comes again on pages only: any number beside it is a page's.
        over_text = PagePlaces(printed, numbers, aside)
        first = min(numbers, default=len(printed))
        over = {g[0] for g in groups if not g[0] or (keys[g[0]] == title and g[0] < first)}
        self._printed, self._title = printed, title
        self._of_notes = {printed[i] for i in notes}
        self._wide = wide_heads(printed, title)
        self._groups = [
            cutting(
                [
                    (over_text if group[0] in over else page).place(i, keys.get(i - 1) == keys[i])
                    for i in group
                ]
            )
            for group in groups
        ]
        self._paged = any(map(is_paged, self._groups))
        self._ends_of_pages = sum(line.page_before for line in printed)

    def found(self) -> dict[PrintedLine, Certainty]:
        """Every head; where several signs tell one, the strongest says how sure it is."""
        rows = [numbered_places(places) for places in self._groups]
        turns = {place.line for row in facing(rows) if is_row_of_pages(row) for place, _ in row}
        found: dict[PrintedLine, Certainty] = {}
        printed = self._printed
        for titles in (_titles(printed, self._title), _titles_under_folios(printed, self._title)):
            found |= dict.fromkeys(titles, "probable")
        for lines in (counted_feet(printed), browser_edges(printed), self._wide.found):
            # The label of a note counts on too, and may stand as far from its words as a folio.
            found |= {line: "certain" for line in lines if line not in self._of_notes}
        for places in self._groups:
            if not all(place.line in turns for place in places):
                found |= {place.line: certainty for place, certainty in self._heads_among(places)}
        found |= dict.fromkeys(turns, "certain")
        return found | dict.fromkeys(self._lines_beside(found), "certain")

    def unsure(self) -> Sequence[PrintedLine]:
        """Lines that may be heads, as far as their numbers say."""
        return [line for line in self._wide.unsure if line not in self._of_notes]

    def _lines_beside(self, found: Mapping[PrintedLine, Certainty]) -> Iterator[PrintedLine]:
        """Lines that say the same and stand each right above another head, or right under one.

        The head of a letter's later pages has several lines: to whom it goes, the page, the date.
        Whether such a line ends like a sentence (`J. Moss, Jr.`) says nothing.
        """
        follow = dict(pairwise(self._printed))
        above = {line for line, under in follow.items() if under in found and _adjoins(under)}
        under = {line for head, line in follow.items() if head in found and _adjoins(line)}
        for places in self._groups:
            group = [place.line for place in places]
            # The first may stand in the title that the head repeats.
            for lines in (group, group[1:]):
                if len(lines) >= OFTEN and (above.issuperset(lines) or under.issuperset(lines)):
                    yield from (line for line in lines if line not in found)

    def _on_every(self, places: Sequence[PagePlace]) -> bool:
        """Whether a line stands at the edge of every page, of which one may be without it.

        A sentence may be an author's that ends several pages by chance, as an answer does; the
        notice of a printer or of a charity stands on all. A question is answered each time anew.
        """
        is_often = len(places) >= max(OFTEN, self._ends_of_pages) and not places[
            0
        ].line.words.endswith("?")
        return is_often and all(place.at_page for place in places)

    def _heads_among(self, places: Sequence[PagePlace]) -> list[tuple[PagePlace, Certainty]]:
        """The heads among the lines that say the same."""
        words = places[0].line.words
        is_title = head_of(words)[0] == self._title
        if words.endswith(":") and not is_title:
            return []
        if ends_sentence(words) and not is_title:
            return [(place, "probable") for place in places] if self._on_every(places) else []
        found = repeated_heads(places, is_title, self._paged)
        if not found and self._opens_every_page(places):
            return [(place, "probable") for place in places if place.line.page_before]
        first = places[0]
        if found and first.at_page and first not in dict(found) and self._is_told(first.line):
            found = [(first, "probable"), *found]  # no heading: the cover has the words already
        return found

    def _opens_every_page(self, places: Sequence[PagePlace]) -> bool:
        """Whether a line is the first of each page but the first, of which there are two at least.

        Longer texts need no more than three such lines, wherever on the page.
        """
        words = [place.line.words for place in places if place.line.page_before]
        return self._ends_of_pages == len(words) >= OFTEN - 1 and len(set(words)) == 1

    def _is_told(self, line: PrintedLine) -> bool:
        """Whether lines above one have its words together, as a cover has them in larger type."""
        above = takewhile(lambda one: one is not line, self._printed)
        return any(
            line.key in accumulate(other.key for other in self._printed[i : i + _MOST_LINES])
            for i, _ in enumerate(above)
        )


def _revise(draft: Draft) -> Revision:
    printed = printed_lines(draft.text)
    # A saved page or a Word file has no pages in its text, and says what a heading is.
    has_no_pages = draft.source.is_laid_out and not draft.source.pages
    stated = {n for n, line in enumerate(printed) if has_no_pages and line.written.startswith("#")}
    heads = _Heads(printed, letters(draft.source.record.title), stated)
    found = heads.found()
    reason = "a running head: the page repeats these words"
    proposals = (
        Proposal(line.start, line.end, "", "running-header", reason, certainty)
        for line, certainty in found.items()
    )
    unsure = [line for line in heads.unsure() if line not in found]
    return Revision(tuple(proposals), findings=tuple(_finding(draft, unsure[0:1])))


def _finding(draft: Draft, unsure: Sequence[PrintedLine]) -> Iterator[Finding]:
    for line in unsure:
        yield Finding(
            code="head-unsure",
            severity="warning",
            what=f"“{line.words}” comes again with numbers that grow, as a page's foot does",
            hint="take the lines out with errata if they are the pages' and not the author's",
            place=draft.locate(line.start),
        )


RULE = Rule("running-heads", _revise)
