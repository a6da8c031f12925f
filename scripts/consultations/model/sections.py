"""Sections: which headings each passage stands under."""

from collections.abc import Iterable
from dataclasses import replace

from consultations.model.edition import Passage


def sectioned(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages, each knowing the headings that it stands under; a note stands under none."""
    made = []
    headings: list[tuple[int, str]] = []  # level and id of each that is open, outermost first
    for passage in passages:
        level = (passage.level or 1) if passage.kind == "heading" else None
        if level:
            # A heading ends those of its own level and those below it, also where a level was left
            # out: after a 1 and a 3 comes a 2, and the 3 ends.
            headings = [heading for heading in headings if heading[0] < level]
        inside = () if passage.kind == "footnote" else tuple(id_ for _, id_ in headings)
        made.append(replace(passage, section=inside))
        if level:
            headings.append((level, passage.id))
    return tuple(made)
