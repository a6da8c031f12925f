"""What stands inside passages: emphasis, links, names, calls of notes, mended places."""

from collections.abc import Iterator

from consultations.model.annotation import Annotation
from consultations.model.edition import Edition, Footnote, Passage
from consultations.model.emendation import Emendation
from consultations.model.emended import EmendedPlace, emended_places
from consultations.model.entity import Authority
from consultations.model.table_cells import cells
from consultations.pages.facts import UNKNOWN_VOICE
from consultations.pages.links import Here, entity_path, on_page, outside
from consultations.pages.writing.content import (
    Attributes,
    Content,
    Element,
    LinkAddress,
    Point,
    Span,
    element,
    weave,
)

_CLOSING_MARKS = tuple("'\"’”»")
"""Signs that may close the words that are quoted."""
_BEFORE_A_NAME = " \n—–-―()[]."
"""Signs that may stand between words and the name of whoever said them, and behind it."""


def emendation_id(emendation: Emendation) -> str:
    """Id of an emendation, here and in the apparatus: its interval of the source."""
    return f"e:{emendation.start}-{emendation.end}"


def is_marked(emendation: Emendation) -> bool:
    """Whether an emendation inside a passage has a mark there: the passage reads otherwise."""
    return not emendation.is_structure


def is_drawn(passage: Passage, place: EmendedPlace) -> bool:
    """Whether a place of a passage is on its page: a blank between two cells of a table is not."""
    return passage.kind != "table" or any(
        start <= place.start <= place.end <= end
        if place.start == place.end
        else place.start < end and start < place.end
        for row in cells(passage)
        for start, end in row
        if start < end
    )


def reference_id(note: Footnote) -> str:
    """Id of the place at which a note is called. No passage's id holds a colon."""
    return f"ref:{note.passage}"


class Marks:
    """Everything that is drawn inside the text of an edition's passages.

    Args:
        edition: the edition.
        authority: the entities that it names and cites.
        known: `edition-id` and `edition-id#passage-id` of all that a cross-reference can lead to.
    """

    def __init__(self, edition: Edition, authority: Authority, known: frozenset[str]) -> None:
        self._edition = edition
        self._authority = authority
        self._known = known
        self._spans: dict[str, list[Span]] = {}
        self._points: dict[str, list[Point]] = {}
        for place, mark in [
            *self._emphasis(),
            *self._links(),
            *self._quoted(),
            *self._mended(),
            *self._references(),
        ]:
            if isinstance(mark, Span):
                self._spans.setdefault(place, []).append(mark)
            else:
                self._points.setdefault(place, []).append(mark)

    def content(self, passage: Passage, start: int = 0, end: int | None = None) -> Content:
        """passage.text[start:end] with what stands inside it."""
        spans, points = self._spans.get(passage.id, ()), self._points.get(passage.id, ())
        return weave(passage.text, spans, points, start, end)

    def _emphasis(self) -> Iterator[tuple[str, Span]]:
        """Italics and bold, each with the id of its passage."""
        for passage in self._edition.passages:
            for e in passage.emphasis:
                yield passage.id, Span(e.start, e.end, 1, e.kind)

    def _links(self) -> Iterator[tuple[str, Span]]:
        """All that leads elsewhere; of two that overlap the first, as links do not nest."""
        found: list[tuple[Annotation, Attributes, LinkAddress | None]] = [
            *((link, {}, outside(link.url)) for link in self._edition.links),
            *((x, {}, self._address(x.target)) for x in self._edition.cross_references),
            *self._named(),
        ]
        ends: dict[str, int] = {}
        for place, about, to in sorted(found, key=lambda f: (f[0].passage, f[0].start, -f[0].end)):
            if to is not None and place.start >= ends.get(place.passage, 0):
                yield place.passage, Span(place.start, place.end, 0, "a", about, address=to)
                ends[place.passage] = place.end

    def _quoted(self) -> Iterator[tuple[str, Span | Point]]:
        """The words that are quoted, and behind the mark that closes them whose they are.

        The name is an attribute, which the style sheet shows: so it is no part of the passage's
        text, and of what a reader copies from it. Terms and titles are nobody's words.
        """
        for quotation in self._edition.quotations:
            if quotation.kind == "term":
                continue
            place, end = quotation.passage, quotation.end
            yield place, Span(quotation.start, end, 0, "span", {"class": "quoted"})
            # A quotation is what stands between the marks. The name comes behind the closing one.
            text = self._edition.by_id[place].text
            if text[end : end + 1] in _CLOSING_MARKS:
                end += 1
            who = quotation.attributed_to or UNKNOWN_VOICE
            is_printed = text[end:].strip(_BEFORE_A_NAME) == who
            class_ = "voice voice--printed" if is_printed else "voice"
            voice = Element("span", (), {"class": class_, "data-voice": who})
            yield place, Point(end, voice, inside=True)

    def _named(self) -> Iterator[tuple[Annotation, Attributes, LinkAddress]]:
        """Citations, and the first mention of each entity under a heading, with its page."""
        here = Here(f"texts/{self._edition.id}/index.md")
        places: list[tuple[str, Annotation]] = [(c.work, c) for c in self._edition.citations]
        said: set[tuple[str, tuple[str, ...]]] = set()
        order = self._edition.order
        for mention in sorted(self._edition.mentions, key=lambda m: (order[m.passage], m.start)):
            passage = self._edition.by_id[mention.passage]
            if passage.kind != "heading" and (mention.entity, passage.section) not in said:
                said.add((mention.entity, passage.section))
                places.append((mention.entity, mention))
        for id_, place in places:
            entity = self._authority.by_id[id_]
            yield place, {"class": "name"}, here.to(entity_path(entity.kind, id_))

    def _address(self, target: str) -> LinkAddress | None:
        """Where a cross-reference leads; None where that is not on this site."""
        edition, _, passage = target.partition("#")
        if not edition:
            return on_page(passage) if passage in self._edition.by_id else None
        here = Here(f"texts/{self._edition.id}/index.md")
        return here.to_passage(edition, passage or None) if target in self._known else None

    def _mended(self) -> Iterator[tuple[str, Span | Point]]:
        """What emendations left in the text, or where they left nothing."""
        for place in emended_places(self._edition):
            e = place.emendation
            if not is_marked(e):
                continue
            name: Attributes = {"class": "probable" if e.certainty == "probable" else None}
            first: Attributes = {"id": emendation_id(e), **name}
            if place.start < place.end:
                yield place.passage, Span(place.start, place.end, 2, "ins", first, name)
            else:
                yield place.passage, Point(place.start, Element("ins", (), first), inside=True)

    def _references(self) -> Iterator[tuple[str, Point]]:
        """The label of each note at every place that calls it, as a link to the note."""
        for note in self._edition.footnotes:
            for number, reference in enumerate(note.references, 1):
                # A link back leads to the first place; the others have an id of their own.
                id_ = reference_id(note) if number == 1 else f"{reference_id(note)}:{number}"
                link = element(
                    "a",
                    note.label,
                    id=id_,
                    class_="note-reference",
                    href=on_page(note.passage),
                    role="doc-noteref",
                    aria_label=f"Note {note.label}",
                )
                yield reference.passage, Point(reference.offset, link)
