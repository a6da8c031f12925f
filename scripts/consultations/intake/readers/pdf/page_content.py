"""What stands on each page of a document: blocks of its tags, lines, tables and boxes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import floor

import pypdfium2

from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.furniture import furniture
from consultations.intake.readers.pdf.layout.areas import CELL_GAP, FilledArea, Run, areas_apart
from consultations.intake.readers.pdf.layout.columns import cut_of
from consultations.intake.readers.pdf.layout.side_notes import side_notes_apart, usual_size
from consultations.intake.readers.pdf.line_numbers import edge_beside_numbers
from consultations.intake.readers.pdf.page import tags
from consultations.intake.readers.pdf.page.geometry import Box
from consultations.intake.readers.pdf.page.lines import TypeLine, lines_of
from consultations.intake.readers.pdf.page.sheets import PdfPage, opened_page, page_of
from consultations.intake.readers.pdf.tagged import tagged_blocks, untagged_share

_MOST_UNTAGGED = 0.2
"""Share of a document's letters. Where the tags leave out more, they are not followed."""


@dataclass
class PageContent:
    """A page, and what has been found on it."""

    page: PdfPage
    tagged: list[PdfBlock] = field(default_factory=list)
    """Blocks that its tags state."""
    lines: list[TypeLine] = field(default_factory=list)
    """Lines without a tag that are in no box and no table."""
    areas: list[FilledArea] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    """What stands in no box, no table and no margin, where no tags are followed."""
    side_notes: list[list[TypeLine]] = field(default_factory=list)
    gutters: Sequence[float] = ()
    """Left edges of lines beside their numbers, on this page or another."""

    @cached_property
    def picture_boxes(self) -> tuple[Box, ...]:
        """Where a picture stands that its tags state; empty where they state none."""
        if not any(block.kind == "picture" for block in self.tagged):
            return ()
        return self.page.drawing.pictures or _around_drawing(self.page)

    @property
    def set_lines(self) -> list[TypeLine]:
        """All its lines of text, from the top."""
        lines = [line for block in self.tagged for line in block.lines]
        return sorted([*lines, *self.lines], key=lambda line: -line.base)


def parted_into_columns(contents: Sequence[PageContent]) -> list[float]:
    """Where pages part into columns, the most usual places first.

    Lines are parted there too, on pages where the room between them alone would say little.
    """
    places: Counter[float] = Counter()
    for content in contents:
        lines = sorted(content.lines, key=lambda line: (-line.top, line.left))
        if lines and (cut := cut_of(lines)) is not None:
            places[round(cut)] += 1
    cuts = [place for place, _ in places.most_common(4)]
    for content in contents:
        if any(line.left < x < line.right for line in content.lines for x in cuts):
            content.lines = _lines(content, cuts)
    return cuts


def contents_of(pdf: pypdfium2.PdfDocument, *, layered: bool) -> tuple[list[PageContent], bool]:
    """What is on each page, and whether the tags are followed; `layered` as in `page_of`."""
    contents: list[PageContent] = []
    tagged = pdf.is_tagged()
    for index in range(len(pdf)):
        with opened_page(pdf, index) as (page, entries):
            content = PageContent(page_of(pdf, index, page, entries, layered=layered))
            elements = tags.elements_of(page) if tagged else []
        if tagged:
            content.tagged, content.lines = tagged_blocks(content.page, elements)
        contents.append(content)
    if tagged and _are_followed(contents):
        return contents, True
    for content in contents:
        content.tagged = []
        content.areas, content.runs = areas_apart(content.page)
    usual = usual_size(run for content in contents for run in content.runs)
    for content in contents:
        side_notes, content.runs = side_notes_apart(content.runs, usual)
        content.side_notes = [lines_of(note) for note in side_notes]
    edges = (edge_beside_numbers(content.runs) for content in contents)
    gutters = sorted({floor(edge) for edge in edges if edge is not None})
    for content in contents:
        content.gutters = gutters
        content.lines = _lines(content)
    return contents, False


def _are_followed(contents: Sequence[PageContent]) -> bool:
    """Whether tags speak of nearly all that is no furniture of the pages."""
    at_edges = furniture([(c.page, c.lines) for c in contents], tagged=True)
    rest = [
        (content.tagged, [line for line in content.lines if line not in at_edge])
        for content, at_edge in zip(contents, at_edges, strict=True)
    ]
    return untagged_share(rest) <= _MOST_UNTAGGED


def _lines(content: PageContent, cuts: Sequence[float] = ()) -> list[TypeLine]:
    """The lines of a page's running text, parted where columns of other pages part."""
    return lines_of(content.runs, CELL_GAP, [*cuts, *content.gutters])


def _around_drawing(page: PdfPage) -> tuple[Box, ...]:
    """The place of a picture that is drawn with lines and areas."""
    drawing = page.drawing
    ends = [*drawing.shades]
    for rule in drawing.rulings:
        across = (rule.start, rule.at, rule.end, rule.at)
        ends.append(Box(*(across if rule.across else (rule.at, rule.start, rule.at, rule.end))))
    if not ends:
        return (Box(0, 0, page.width, page.height),)
    return (
        Box(
            min(box.left for box in ends),
            min(box.bottom for box in ends),
            max(box.right for box in ends),
            max(box.top for box in ends),
        ),
    )
