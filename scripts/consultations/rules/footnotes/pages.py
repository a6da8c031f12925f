"""Where pages of a text begin, lines were drawn in it, and a site led back from its notes."""

from itertools import pairwise

from consultations.english.site_words import RETURN
from consultations.model.draft import Draft


def page_starts(draft: Draft) -> list[int]:
    """Where pages begin in a draft's text, ascending, in code points.

    A page is told by a form feed of the source, or by a head or number of it that was taken out.
    """
    source, apparatus = draft.source.text, draft.apparatus
    found = {i + 1 for i, character in enumerate(source) if character == "\f"}
    found |= {e.end for e in apparatus.emendations if e.kind == "running-header"}
    starts = sorted({apparatus.text_offset(i) for i in found})
    # A head and a number in one place begin one page.
    return [a for a, b in pairwise([*starts, len(draft.text)]) if draft.text[a:b].strip()]


def ruling_places(draft: Draft) -> list[int]:
    """Where lines stood that were drawn with signs, ascending, in code points."""
    apparatus = draft.apparatus
    return sorted(apparatus.text_offset(e.end) for e in apparatus.emendations if e.kind == "rule")


def ways_back(draft: Draft) -> set[int]:
    """Where the arrows stood that lead from notes to their markers, in code points."""
    taken = (e for e in draft.apparatus.emendations if e.kind == "navigation")
    places = (e.start for e in taken if RETURN.search("." + e.before))
    return set(map(draft.apparatus.text_offset, places))
