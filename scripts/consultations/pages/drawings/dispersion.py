"""Dispersion: where in each document the passages stand that were found, by length."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from consultations.english.dates import day
from consultations.model.edition import Edition
from consultations.pages.drawings.lanes import Lane, LaneMark, drawn
from consultations.pages.facts import counted
from consultations.pages.indexes.register import Appearance
from consultations.pages.links import Here

_MOST = 100
"""Documents that a drawing can show so that they can be told from each other."""
_SHOWN = 90
"""Code points of a passage that are told of a mark."""


def dispersion_drawn(found: Sequence[Appearance], here: Here) -> str:
    """The drawing, a lane a document; empty where there are too many.

    Args:
        found: those of one document together.
        here: the page.
    """
    runs = [list(run) for _, run in groupby(found, key=lambda appearance: appearance.edition)]
    return drawn((_lane(run, here) for run in runs), "low") if len(runs) <= _MOST else ""


def _lane(found: Sequence[Appearance], here: Here) -> Lane:
    edition = found[0].edition
    passages = counted(len(found), "passage", "passages")
    told = f"{day(edition.source.record.date)} · {passages} in {edition.words:,} words"
    address = here.to_address(f"texts/{edition.id}/index.md")
    return Lane(edition.source.record.title, address, told, list(_marks(edition, found, here)))


def _marks(edition: Edition, found: Sequence[Appearance], here: Here) -> Iterator[LaneMark]:
    # Places are counted in words of the document, so that a mark is as wide as its passage is long.
    ends = [0, *accumulate(len(passage.text.split()) for passage in edition.passages)]
    whole = max(ends[-1], 1)
    for appearance in found:
        passage = appearance.passage
        at = edition.order[passage.id]
        words = passage.text[:_SHOWN] + ("…" if len(passage.text) > _SHOWN else "")
        place = here.to_address(f"texts/{edition.id}/index.md", passage.id)
        yield LaneMark(ends[at] / whole, ends[at + 1] / whole, 1, words, place)
