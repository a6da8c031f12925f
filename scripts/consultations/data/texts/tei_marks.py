"""What TEI says inside a passage's text: quotations, names, emendations, pages, calls of notes."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lxml import etree

from consultations import patterns as re
from consultations.data.addresses import SiteAddress, web_address
from consultations.data.texts.tei_header import TEI, Speakers
from consultations.data.xml import XmlPoint, XmlSpan, legal
from consultations.model.annotation import Quotation
from consultations.model.apparatus import Apparatus
from consultations.model.edition import Edition, Passage
from consultations.model.emended import EmendedPlace, emended_places
from consultations.model.entity import FOLDERS, Authority, EntityKind

_NAMES: dict[EntityKind, str] = {
    "organisation": "orgName",
    "person": "persName",
    "work": "title",
    "consultation": "title",
}
_FOLLOWED = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)

# Which stands outside, where two cover the same words: what may hold more kinds of elements.
_QUOTED, _CITED, _LED, _NAMED, _SET, _MENDED = range(6)


class TeiMarks:
    """All of it, by passage.

    Args:
        edition: the edition.
        authority: what it was annotated with.
        address: gives what an address below the site is, seen from the file.
        who: the ids of those who are quoted.
    """

    def __init__(
        self, edition: Edition, authority: Authority, address: SiteAddress, who: Speakers
    ) -> None:
        self._edition = edition
        self._authority = authority
        self._address = address
        self._who = who
        self._spans: dict[str, list[XmlSpan]] = {}
        self._points: dict[str, list[XmlPoint]] = {}
        for passage, span in [*self._annotated(), *self._set()]:
            self._spans.setdefault(passage, []).append(span)
        for place in emended_places(edition):
            # What has become structure TEI has elements for.
            if not place.emendation.is_structure:
                self._mended(place)
        for passage, offset, label, note in self._calls():
            ref = etree.Element(f"{TEI}ref", {"type": "note", "target": f"#{note}"})
            ref.text = legal(label)
            self._points.setdefault(passage, []).append(XmlPoint(offset, ref))
        for passage, at, label in _page_breaks(edition):
            element = etree.Element(f"{TEI}pb", {"n": legal(label)} if label.strip() else {})
            self._points.setdefault(passage, []).append(XmlPoint(at, element))
        for found in edition.passages:
            for line_end in re.finditer("\n", found.text):
                point = XmlPoint(line_end.start(), etree.Element(f"{TEI}lb"))
                self._points.setdefault(found.id, []).append(point)

    def spans(self, passage: Passage) -> Sequence[XmlSpan]:
        """The elements around its words."""
        return self._spans.get(passage.id, ())

    def points(self, passage: Passage) -> Sequence[XmlPoint]:
        """The elements between its words; made for one drawing of the passage."""
        return sorted(self._points.get(passage.id, ()), key=lambda point: point.at)

    def _annotated(self) -> Iterator[tuple[str, XmlSpan]]:
        for q in self._edition.quotations:
            yield q.passage, XmlSpan(q.start, q.end, _QUOTED, *self._quoted(q))
        for c in self._edition.citations:
            to = {"corresp": self._address(f"{FOLDERS['work']}/{c.work}/")}
            yield c.passage, XmlSpan(c.start, c.end, _CITED, f"{TEI}bibl", to)
        for m in self._edition.mentions:
            kind = self._authority.by_id[m.entity].kind
            ref = {"ref": self._address(f"{FOLDERS[kind]}/{m.entity}/")}
            yield m.passage, XmlSpan(m.start, m.end, _NAMED, f"{TEI}{_NAMES[kind]}", ref)
        for x in self._edition.links:
            if _FOLLOWED.fullmatch(x.url):
                target = {"target": web_address(x.url)}
                yield x.passage, XmlSpan(x.start, x.end, _LED, f"{TEI}ref", target)
        for r in self._edition.cross_references:
            document, sign, passage = r.target.partition("#")
            path = f"texts/{document}/{sign}{passage}"
            target = {"target": self._address(path) if document else r.target}
            yield r.passage, XmlSpan(r.start, r.end, _LED, f"{TEI}ref", target)

    def _quoted(self, quotation: Quotation) -> tuple[str, dict[str, str]]:
        """The element of a quotation: words spoken, words written, or words that are nobody's."""
        if quotation.kind == "term":
            return f"{TEI}q", {"type": "term"}
        if quotation.kind == "publication":
            return f"{TEI}quote", {}
        who = self._who.get((quotation.speaker, quotation.attributed_to or ""))
        return f"{TEI}said", {"who": f"#{who}"} if who else {}

    def _set(self) -> Iterator[tuple[str, XmlSpan]]:
        for passage in self._edition.passages:
            for e in passage.emphasis:
                rend = {"rend": "italic" if e.kind == "em" else "bold"}
                yield passage.id, XmlSpan(e.start, e.end, _SET, f"{TEI}hi", rend)

    def _mended(self, place: EmendedPlace) -> None:
        """An emendation: around what it left, or between two words where it left nothing."""
        e = place.emendation
        said = {
            "cert": "medium" if e.certainty == "probable" else "high",
            "type": e.kind,
        }
        if place.start < place.end:
            span = XmlSpan(place.start, place.end, _MENDED, f"{TEI}corr", said, e.before)
            self._spans.setdefault(place.passage, []).append(span)
            return
        choice = etree.Element(f"{TEI}choice")
        etree.SubElement(choice, f"{TEI}sic").text = legal(e.before)
        etree.SubElement(choice, f"{TEI}corr", said)
        self._points.setdefault(place.passage, []).append(XmlPoint(place.start, choice))

    def _calls(self) -> Iterator[tuple[str, int, str, str]]:
        """Where notes are called: passage, place, label, and the note's first passage."""
        for note in self._edition.footnotes:
            for reference in note.references:
                yield reference.passage, reference.offset, note.label, note.passage


def _page_breaks(edition: Edition) -> Iterator[tuple[str, int, str]]:
    """Where each page of the file begins: a passage, the place in it, and the page's label.

    A page that begins between two passages begins with the second. Places are found by counting the
    characters that are no white space, of which a passage has as many as its emended source.
    """
    if not edition.source.pages:
        return
    apparatus = Apparatus(edition.emendations)
    text = apparatus.replay(edition.source.text)
    ordered = sorted(
        (start, end, number)
        for number, passage in enumerate(edition.passages)
        for start, end in passage.source
    )
    ends = [end for _, end, _ in ordered]
    for page in edition.source.pages:
        # The first piece that ends behind the page's beginning: it goes over the break, or begins
        # after it. Behind the last piece no page has anything of the text.
        i = bisect_right(ends, page.offset)
        if i == len(ordered):
            return
        passage = edition.passages[ordered[i][2]]
        before = 0
        for start, end in passage.source:
            low, high = apparatus.text_offset(start), apparatus.text_offset(min(end, page.offset))
            if start < page.offset:  # of pieces behind it nothing stands on the page before
                before += len("".join(text[low:high].split()))
        printed = [at for at, sign in enumerate(passage.text) if not sign.isspace()]
        yield (
            passage.id,
            printed[before] if before < len(printed) else len(passage.text),
            page.label,
        )
