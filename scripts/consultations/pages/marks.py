"""What stands inside the passages of an edition: emphasis, links, the places of notes."""

import re
from collections.abc import Iterator

from consultations.model.edition import Edition, Footnote, Passage
from consultations.pages.inline import Point, Span, inline
from consultations.pages.markup import Html, element, opening, text

_FOLLOWED = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f]+", re.IGNORECASE)
"""The addresses that become links; of any other the words are kept, and that is all."""


def reference_id(note: Footnote) -> str:
    """Id of the place at which a note is called. No passage's id holds a colon."""
    return f"ref:{note.passage}"


class Marks:
    """Everything that is drawn inside the text of an edition's passages.

    Args:
        edition: the edition.
        known: `edition-id` and `edition-id#passage-id` of all that a cross-reference can lead to.
    """

    def __init__(self, edition: Edition, known: frozenset[str]) -> None:
        self._edition = edition
        self._known = known
        self._spans: dict[str, list[Span]] = {}
        self._points: dict[str, list[Point]] = {}
        for place, span in [*self._emphasis(), *self._links()]:
            self._spans.setdefault(place, []).append(span)
        for place, point in self._references():
            self._points.setdefault(place, []).append(point)

    def inline(self, passage: Passage, start: int = 0, end: int | None = None) -> Html:
        """passage.text[start:end] with what stands inside it."""
        spans, points = self._spans.get(passage.id, ()), self._points.get(passage.id, ())
        return inline(passage.text, spans, points, start, end)

    def _emphasis(self) -> Iterator[tuple[str, Span]]:
        for passage in self._edition.passages:
            for e in passage.emphasis:
                yield passage.id, Span(e.start, e.end, 1, e.kind, opening(e.kind))

    def _links(self) -> Iterator[tuple[str, Span]]:
        """Addresses and cross-references; of two that overlap the first, as links do not nest."""
        found = [
            (link.passage, link.start, link.end, link.url)
            for link in self._edition.links
            if _FOLLOWED.fullmatch(link.url)
        ]
        for reference in self._edition.cross_references:
            address = self._address(reference.target)
            if address is not None:
                found.append((reference.passage, reference.start, reference.end, address))
        ends: dict[str, int] = {}
        for passage, start, end, address in sorted(found, key=lambda f: (f[0], f[1], -f[2])):
            if start >= ends.get(passage, 0):
                yield passage, Span(start, end, 0, "a", opening("a", href=address))
                ends[passage] = end

    def _address(self, target: str) -> str | None:
        """Where a cross-reference leads; None where that is not on this site."""
        if target.startswith("#"):
            return target if target[1:] in self._edition.by_id else None
        edition, hash_sign, passage = target.partition("#")
        return f"../{edition}/{hash_sign}{passage}" if target in self._known else None

    def _references(self) -> Iterator[tuple[str, Point]]:
        for note in self._edition.footnotes:
            if note.reference is not None:
                link = element(
                    "a",
                    text(note.label),
                    id=reference_id(note),
                    href=f"#{note.passage}",
                    role="doc-noteref",
                    aria_label=f"Note {note.label}",
                )
                yield note.reference.passage, Point(note.reference.offset, element("sup", link))
