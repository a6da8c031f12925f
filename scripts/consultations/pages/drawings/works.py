"""Works and documents: a lane a document, a bar a work that several share."""

from collections.abc import Sequence

from consultations.model.edition import Edition
from consultations.model.entity import Entity
from consultations.pages.drawings.lanes import Lane, LaneMark, drawn
from consultations.pages.facts import counted
from consultations.pages.indexes.register import Appearance, Register
from consultations.pages.links import Here

_GAP = 0.25
"""Share of a work's width that stays free, so that bars can be told from each other."""
_FEWEST = 16
"""Works for which there is room at least, so that a bar of few is not a wide box."""
_MOST_DOCUMENTS = 60
_MOST_WORKS = 200
"""More cannot be told from each other."""


def works_drawn(register: Register, works: Sequence[Entity], here: Here) -> str:
    """The drawing for works in their order; empty where there are too many."""
    if len(register.editions) > _MOST_DOCUMENTS or len(works) > _MOST_WORKS:
        return ""
    cited = {work.id: _by_document(register.appearances(work.id)) for work in works}
    most = max((len(own) for found in cited.values() for own in found.values()), default=1)
    slots = max(len(works), _FEWEST)
    lanes = []
    for edition in register.editions:
        marks = []
        for n, work in enumerate(works):
            if own := cited[work.id].get(edition.id):
                place = here.to_address(f"texts/{edition.id}/index.md", own[0].passage.id)
                told = f"{work.name} ({counted(len(own), 'passage', 'passages')})"
                start, end = n / slots, (n + 1 - _GAP) / slots
                marks.append(LaneMark(start, end, len(own) / most, told, place))
        if marks:
            lanes.append(_lane(edition, marks, here))
    return drawn(lanes, "tall")


def _lane(edition: Edition, marks: Sequence[LaneMark], here: Here) -> Lane:
    told = f"{counted(len(marks), 'work', 'works')} that others name too"
    address = here.to_address(f"texts/{edition.id}/index.md")
    return Lane(edition.source.record.title, address, told, marks)


def _by_document(found: Sequence[Appearance]) -> dict[str, list[Appearance]]:
    own: dict[str, list[Appearance]] = {}
    for appearance in found:
        own.setdefault(appearance.edition.id, []).append(appearance)
    return own
