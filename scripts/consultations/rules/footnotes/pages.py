"""Where the pages of a text begin, and where lines were drawn in it."""

from itertools import pairwise

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
