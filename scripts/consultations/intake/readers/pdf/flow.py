"""What stands on the pages of a document, as blocks in reading order; what does not is told."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import pypdfium2

from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.furniture import furniture
from consultations.intake.readers.pdf.labels import page_labels
from consultations.intake.readers.pdf.layout import give_depths, laid_out
from consultations.intake.readers.pdf.layout.areas import CELL_GAP, FilledArea, Run, areas_apart
from consultations.intake.readers.pdf.layout.columns import cut_of
from consultations.intake.readers.pdf.layout.foot import NotesBefore, notes_before, stands_as_note
from consultations.intake.readers.pdf.layout.measure import Measure, measure_of
from consultations.intake.readers.pdf.layout.ruling import rules_across
from consultations.intake.readers.pdf.layout.side_notes import side_notes_apart
from consultations.intake.readers.pdf.line_numbers import line_numbers
from consultations.intake.readers.pdf.margins import in_margin, is_folio
from consultations.intake.readers.pdf.page import tags
from consultations.intake.readers.pdf.page.drawing import RulingLine
from consultations.intake.readers.pdf.page.geometry import Box
from consultations.intake.readers.pdf.page.lines import TypeLine, lines_of
from consultations.intake.readers.pdf.page.sheets import CAMOUFLAGED, PdfPage, opened_page, page_of
from consultations.intake.readers.pdf.sideways import edges_sideways, sideways_of
from consultations.intake.readers.pdf.tagged import tagged_blocks, untagged_share
from consultations.model.transcript import Drop, DropKind

_MOST_UNTAGGED = 0.2
"""Where the tags pass over more of a document's letters than this part, they are not followed."""
_LEADERS = frozenset(" .…·_")
"""Signs that lead from an entry of a contents list to its page."""


@dataclass
class PageContent:
    """A page, and what has been found on it."""

    page: PdfPage
    tagged: list[PdfBlock] = field(default_factory=list)
    """Blocks that its tags state."""
    lines: list[TypeLine] = field(default_factory=list)
    """Lines of which no tag speaks, and which stand in no box and no table."""
    areas: list[FilledArea] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    """What stands in no box, no table and no margin, where no tags are followed."""
    side_notes: list[list[TypeLine]] = field(default_factory=list)

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


@dataclass(frozen=True)
class Flow:
    """The text of a document as it runs over its pages."""

    pages: tuple[PdfPage, ...]
    blocks: tuple[PdfBlock, ...]
    measure: Measure
    drops: tuple[Drop, ...]


def flow_of(pdf: pypdfium2.PdfDocument) -> Flow:
    """The blocks of a document by its tags, where these can be followed, else by their places."""
    contents, tagged = _contents(pdf)
    cuts = [] if tagged else _cuts(contents)
    if cuts:
        _part_lines(contents, cuts)
    measure = measure_of(content.set_lines for content in contents)
    drops: list[Drop] = []
    at_edges = furniture([(c.page, c.lines) for c in contents], tagged=tagged)
    _give_labels(contents, at_edges, tagged=tagged)
    sideways = sideways_of([(c.page, c.tagged, c.lines) for c in contents], drops)
    numbers = line_numbers([c.lines for c in contents])
    blocks: list[PdfBlock] = []
    before = NotesBefore()
    for n, content in enumerate(contents):
        kept = _text_lines(content, at_edges[n], numbers[n], drops, tagged=tagged)
        for block in content.tagged:
            if stands_as_note(block, measure.size):
                block.kind = "note"
        blocks += content.tagged
        rules: list[RulingLine] = [] if tagged else rules_across(content.page.drawing)
        here = laid_out(
            [*kept, *content.areas], n, measure, rules, cuts, before, content.side_notes
        )
        before = notes_before(kept, [block for block in here if block.kind == "note"])
        blocks += here
        blocks += sideways[n]
    if not tagged:
        give_depths(blocks)
    return Flow(tuple(c.page for c in contents), tuple(blocks), measure, tuple(drops))


def _give_labels(
    contents: Sequence[PageContent], at_edges: Sequence[list[TypeLine]], *, tagged: bool
) -> None:
    """Label the pages by what is printed at their edges, else as the file states it."""
    printed = [
        [line.text for line in _edges(content, found, tagged=tagged)]
        for content, found in zip(contents, at_edges, strict=True)
    ]
    labels = page_labels(printed, [content.page.label for content in contents])
    for content, label in zip(contents, labels, strict=True):
        content.page = replace(content.page, label=label)


def _text_lines(
    content: PageContent,
    at_edge: Sequence[TypeLine],
    numbers: Sequence[TypeLine],
    drops: list[Drop],
    *,
    tagged: bool,
) -> list[TypeLine]:
    """The lines of a page that are text.

    Args:
        content: what is on the page.
        at_edge: its running heads and folios.
        numbers: those that number lines.
        drops: takes what is no text, and what cannot be seen.
        tagged: whether tags are followed.
    """
    label = content.page.label
    drops += [
        Drop("hidden", _blocks(words) if reason == CAMOUFLAGED else words, reason, label)
        for words, reason in content.page.unread
    ]
    edge = {id(line) for line in at_edge}
    counted = {id(line) for line in numbers}
    kept: list[TypeLine] = []
    for line in content.lines:
        if id(line) in counted:
            drops.append(Drop("furniture", line.text, "is the number of a line", label))
        elif left_out := _left_out(content, line, at_edge=id(line) in edge, tagged=tagged):
            drops.append(Drop(left_out[0], line.text, left_out[1], label))
        else:
            kept.append(line)
    return kept


def _blocks(words: str) -> str:
    """As many blocks as there are letters: what somebody has blacked out is not published."""
    return "".join(" " if letter.isspace() else "\N{FULL BLOCK}" for letter in words)


def _left_out(
    content: PageContent, line: TypeLine, *, at_edge: bool, tagged: bool
) -> tuple[DropKind, str] | None:
    """What sort of thing a line is that is there for its page, and why; None where it is text."""
    # Where the rest of a page is tagged, what stands in its margin is there for the page.
    if at_edge or (tagged and in_margin(content.page, line)):
        kind: DropKind = "folio" if is_folio(line.text) else "running-header"
        return kind, "stands in the margin of the page"
    if tagged and set(line.text) <= _LEADERS:
        return "contents-list", "leads to the page of an entry"
    if tagged and _in_picture(content, line):
        return "picture", "words inside a picture"
    return None


def _edges(content: PageContent, found: list[TypeLine], *, tagged: bool) -> list[TypeLine]:
    """What stands at the edges of a page; of what its tags leave out, all in the margin."""
    if not tagged:
        return [*found, *edges_sideways(content.page)]
    return [*found, *(line for line in content.lines if in_margin(content.page, line))]


def _cuts(contents: Sequence[PageContent]) -> list[float]:
    """Where pages part into columns, the most usual places first."""
    places: Counter[float] = Counter()
    for content in contents:
        lines = sorted(content.lines, key=lambda line: (-line.top, line.left))
        if lines and (cut := cut_of(lines)) is not None:
            places[round(cut)] += 1
    return [place for place, _ in places.most_common(4)]


def _part_lines(contents: Sequence[PageContent], cuts: Sequence[float]) -> None:
    """Part lines where columns of other pages part, with room that alone would say little."""
    for content in contents:
        if any(line.left < x < line.right for line in content.lines for x in cuts):
            content.lines = lines_of(content.runs, CELL_GAP, cuts)


def _contents(pdf: pypdfium2.PdfDocument) -> tuple[list[PageContent], bool]:
    """What is on each page, and whether the tags are followed."""
    contents: list[PageContent] = []
    tagged = pdf.is_tagged()
    for index in range(len(pdf)):
        with opened_page(pdf, index) as page:
            content = PageContent(page_of(pdf, index, page))
            elements = tags.elements_of(page) if tagged else []
        if tagged:
            content.tagged, content.lines = tagged_blocks(content.page, elements)
        contents.append(content)
    if tagged and untagged_share((c.tagged, c.lines) for c in contents) <= _MOST_UNTAGGED:
        return contents, True
    for content in contents:
        content.tagged = []
        content.areas, runs = areas_apart(content.page)
        side_notes, content.runs = side_notes_apart(runs)
        content.side_notes = [lines_of(note) for note in side_notes]
        content.lines = lines_of(content.runs, CELL_GAP)
    return contents, False


def _in_picture(content: PageContent, line: TypeLine) -> bool:
    """Whether a line stands in a picture that the tags state."""
    middle = (line.left + line.right) / 2
    return any(box.holds(middle, line.base) for box in content.picture_boxes)


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
