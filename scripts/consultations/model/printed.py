"""Where words of a passage stand in its source, character by character."""

from bisect import bisect_left
from collections.abc import Iterator

from consultations.model.edition import Edition, Passage
from consultations.model.text import Interval


def source_intervals(edition: Edition, passage: Passage, start: int, end: int) -> list[Interval]:
    """The intervals of the source that passage.text[start:end] comes from, in order.

    An emendation of which the words have part belongs to them whole. Found by counting: in a
    faithful edition the printed characters of a passage are those of its emended pieces in order.

    Args:
        edition: a faithful one.
        passage: of this edition.
        start: code points of the passage's text.
        end: likewise; text[start:end] holds something printed.
    """
    before = sum(not c.isspace() for c in passage.text[:start])
    inside = sum(not c.isspace() for c in passage.text[start:end])
    origins = list(_origins(edition, passage))[before : before + inside]
    found: list[Interval] = []
    for piece in passage.source:
        here = [o for o in origins if piece[0] <= o[0] and o[1] <= piece[1]]
        if here:
            found.append((min(o[0] for o in here), max(o[1] for o in here)))
    return found


def _origins(edition: Edition, passage: Passage) -> Iterator[Interval]:
    """For each printed character of a passage, the interval of the source that it comes from."""
    starts = [e.start for e in edition.emendations]
    for start, end in passage.source:
        at = start
        for e in edition.emendations[bisect_left(starts, start) :]:
            if not e.belongs_before(end):
                break
            yield from _as_printed(edition.source.text, at, e.start)
            # Which character of an emendation comes from which of the source is not known, so each
            # comes from all that it replaces.
            yield from ((e.start, e.end) for c in e.after if not c.isspace())
            at = e.end
        yield from _as_printed(edition.source.text, at, end)


def _as_printed(text: str, start: int, end: int) -> Iterator[Interval]:
    return ((n, n + 1) for n in range(start, end) if not text[n].isspace())
