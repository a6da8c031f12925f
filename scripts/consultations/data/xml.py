"""Writing XML: text with elements around its stretches, as lxml holds it.

An element that crosses another is cut in two where the other begins or ends.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from consultations import patterns as re
from consultations.model.edition import Passage
from consultations.model.overlaps import stretches

Element = Any
"""Of lxml, which ships no types."""

XML = "{http://www.w3.org/XML/1998/namespace}"

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 has no place for, not even as a reference."""


def legal(text: str) -> str:
    """The text with a visible sign for each character that XML cannot hold."""
    return _ILLEGAL.sub(lambda found: chr(0x2400 + ord(found[0])) if found[0] < " " else "�", text)


def as_file(root: Element) -> bytes:
    """A document in UTF-8, with the declaration that says so, and a line end."""
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made + b"\n"


def moment(day: str) -> str:
    """A date as XML Schema has moments; of one that is not known to the day, its beginning.

    No clock is asked.
    """
    return f"{'-'.join([*day.split('-'), '01', '01'][:3])}T00:00:00Z"


@dataclass(frozen=True)
class XmlSpan:
    """An element around text[start:end], in code points."""

    start: int
    end: int
    rank: int
    """Where two cover the same text, the one of lower rank stands outside."""
    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    source: str | None = None
    """Of an emendation: what the source has there."""


@dataclass(frozen=True)
class XmlPoint:
    """An element that stands between two code points."""

    at: int
    element: Element


def put_text(parent: Element, text: str) -> None:
    """Add text at the end of an element."""
    # lxml holds what follows an element inside its parent as the `tail` of that element.
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + legal(text)
    else:
        parent.text = (parent.text or "") + legal(text)


def put_items(
    items: Iterable[Passage],
    parent: Element,
    tags: tuple[str, str],
    attributes: Callable[[Passage], Mapping[str, str]],
) -> Iterator[tuple[Passage, Element]]:
    """Add items that follow each other; one that is further in stands in a list of its own.

    Args:
        items: of one run, in order.
        parent: the element in which the list is to stand.
        tags: of a list and of an item.
        attributes: of an item.

    Yields:
        Each item with its element, which is to be filled before the next one is asked for.
    """
    opened: list[tuple[int, Element]] = []  # depths and lists, the outermost first
    last = parent
    for item in items:
        depth = item.depth or 1
        while opened and opened[-1][0] > depth:
            opened.pop()
        if not opened or opened[-1][0] < depth:
            around = last if opened else parent
            opened.append((depth, etree.SubElement(around, tags[0])))
        last = etree.SubElement(opened[-1][1], tags[1], attributes(item))
        yield item, last


def put_woven(
    parent: Element, text: str, spans: Iterable[XmlSpan], points: Iterable[XmlPoint], at: int
) -> None:
    """Add text with its elements at the end of an element.

    Args:
        parent: the element.
        text: a passage's, or a stretch of it.
        spans: that lie in the passage; of one that reaches beyond the stretch only what is in it
            is drawn.
        points: in the order in which those at one place are to stand.
        at: where the stretch begins in the passage.
    """
    end = at + len(text)
    between = [point for point in points if at <= point.at <= end]
    nest = _OpenElements(parent)
    for low, high, active in stretches((at, end), spans, (point.at for point in between)):
        for point in between:
            if point.at == low:
                nest.open(())
                nest.top.append(point.element)
        if low < high:
            nest.open(active)
            put_text(nest.top, text[low - at : high - at])
    nest.open(())


class _OpenElements:
    """The elements that are open, each inside the one before it."""

    def __init__(self, parent: Element) -> None:
        self._open: list[tuple[XmlSpan, Element]] = []
        self._parent = parent
        self._written: set[int] = set()  # by identity: two spans may be equal

    @property
    def top(self) -> Element:
        """The innermost that is open."""
        return self._open[-1][1] if self._open else self._parent

    def open(self, spans: Sequence[XmlSpan]) -> None:
        """Close and open what it takes for these to be open, the outermost first."""
        kept = 0
        for (one, _), other in zip(self._open, spans, strict=False):
            if one is not other:
                break
            kept += 1
        del self._open[kept:]
        for span in spans[kept:]:
            self._open.append((span, self._begun(span)))

    def _begun(self, span: XmlSpan) -> Element:
        """The next piece of a span. The first of an emendation has what the source reads, too."""
        first = id(span) not in self._written
        self._written.add(id(span))
        parent = self.top
        if span.source is not None and first:
            parent = etree.SubElement(parent, _beside(span.tag, "choice"))
            etree.SubElement(parent, _beside(span.tag, "sic")).text = legal(span.source)
        return etree.SubElement(parent, span.tag, {k: legal(v) for k, v in span.attributes.items()})


def _beside(tag: str, name: str) -> str:
    """A tag of the same namespace."""
    return f"{tag.partition('}')[0]}}}{name}"
