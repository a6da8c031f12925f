"""Lines that say the same: which of them are heads and feet of pages, and how sure that is."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from consultations.model.emendation import Certainty
from consultations.rules.page_edges.numbered_rows import WIDE, is_row_of_pages, numbered_places
from consultations.rules.page_edges.places import PagePlace

OFTEN = 3
"""A line must stand on so many pages to be a head, unless something else says that it is one."""


def is_paged(places: Sequence[PagePlace], fewest: int = OFTEN) -> bool:
    """Whether two in three of the lines that say the same stand where pages begin and end."""
    at_page = sum(place.at_page or place.twin for place in places)
    return at_page >= fewest and at_page * 3 >= len(places) * 2


def repeated_heads(
    places: Sequence[PagePlace], is_title: bool, paged: bool
) -> list[tuple[PagePlace, Certainty]]:
    """Which of the lines that say the same are running heads, and how sure that is.

    Args:
        places: how they stand.
        is_title: whether they are the title's words.
        paged: whether others of the document's lines are known as heads of its pages.
    """
    numbered = numbered_places(places)
    if is_row_of_pages(numbered):
        return [(place, "certain") for place, _ in numbered]
    if len({number for _, number in numbered}) > 1:
        return []
    # A head right above the heading that it repeats is enough, once it is known where heads stand.
    repeated = paged and any(place.twin for place in places)
    if is_paged(places, OFTEN - 1 if repeated else OFTEN):
        return [(place, "certain") for place in _paged_heads(places)]
    if _is_set_wide(places):
        return [(place, "probable") for place in places if _tops_page(place)]
    return _cutting_heads(places, is_title)


def _is_set_wide(places: Sequence[PagePlace]) -> bool:
    """Whether lines are set to the left and the right of a page, each alone at the top of its page.

    No heading has its words so far apart, and a row of a table has others under it.
    """
    is_wide = all(WIDE.search(place.line.written) for place in places)
    return is_wide and all(map(_tops_page, places[1:]))


def _tops_page(place: PagePlace) -> bool:
    """Whether a line is the first of its page, by itself."""
    return place.line.page_before and place.alone


def cutting(places: Sequence[PagePlace]) -> Sequence[PagePlace]:
    """Lines that say the same, also known to cut sentences in the middle of paragraphs.

    A paragraph may have its words on a line of their own once more, but hardly three times with a
    capital, unless it comes again as a whole, its other lines too; twice is enough where numbers
    beside the words count the pages.
    """
    within = [place for place in places if place.within and not place.line.words[0].islower()]
    numbers = [number for _, number in numbered_places(places)]
    counts = len(numbers) >= OFTEN and all(b - a == 1 for a, b in pairwise(numbers))
    others = {place.within for place in within}
    if len(others) < max(len(within), OFTEN - 1 if counts else OFTEN):
        return places
    return [replace(place, cuts=True) if place in within else place for place in places]


def _paged_heads(places: Sequence[PagePlace]) -> Sequence[PagePlace]:
    """Which lines are heads, where most of the same words stand at the edges of pages."""
    heads = [place for place in places if place.at_page or place.cuts]
    # The first of them may be the heading that the others repeat, at the top of its page, but that
    # no heading has its words far apart.
    first = places[0]
    is_none = first.at_foot or first.over_twin or first.cuts or WIDE.search(first.line.written)
    first_is_heading = len(heads) == len(places) and not is_none
    return heads[1:] if first_is_heading else heads


def _cutting_heads(
    places: Sequence[PagePlace], is_title: bool
) -> list[tuple[PagePlace, Certainty]]:
    """Which lines are heads by the sentences that they cut in two, where no pages can be seen."""
    # One word between two lines may be the label of what follows: `Answer`, `Comment`.
    cutting = [place for place in places if place.cuts and " " in place.line.words]
    often = len(cutting) >= OFTEN - 1 and len(cutting) * 4 >= len(places)
    if often or (cutting and is_title):
        return [(place, "certain") for place in (places if places[0].cuts else places[1:])]
    if len(places) < OFTEN:
        alone = [place for place in cutting if place.alone and place is not places[0]]
        return [(place, "probable") for place in alone]
    return []
