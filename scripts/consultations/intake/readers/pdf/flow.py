"""What stands on the pages of a document, as blocks in reading order; what does not is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2

from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.ended_lines import mark_ended_lines
from consultations.intake.readers.pdf.furniture import furniture
from consultations.intake.readers.pdf.labels import is_of_spread, page_labels
from consultations.intake.readers.pdf.layout import give_depths, laid_out
from consultations.intake.readers.pdf.layout.areas import FilledArea
from consultations.intake.readers.pdf.layout.foot import NotesBefore, notes_before, stands_as_note
from consultations.intake.readers.pdf.layout.measure import Measure, measure_of
from consultations.intake.readers.pdf.layout.ruling import rules_across
from consultations.intake.readers.pdf.line_numbers import line_numbers
from consultations.intake.readers.pdf.margins import in_margin, is_folio
from consultations.intake.readers.pdf.page.drawing import RulingLine
from consultations.intake.readers.pdf.page.entries import COMMENT
from consultations.intake.readers.pdf.page.lines import TypeLine
from consultations.intake.readers.pdf.page.sheets import UNSEEN, PdfPage
from consultations.intake.readers.pdf.page_content import (
    PageContent,
    contents_of,
    parted_into_columns,
)
from consultations.intake.readers.pdf.sideways import edges_sideways, sideways_of
from consultations.model.transcript import Drop, DropKind

_Item = TypeLine | FilledArea
_LEADERS = frozenset(" .…·_")
"""Signs that lead from an entry of a contents list to its page."""

_TICKED = "stands in a box that is drawn"


@dataclass(frozen=True)
class Flow:
    """The text of a document as it runs over its pages."""

    pages: tuple[PdfPage, ...]
    blocks: tuple[PdfBlock, ...]
    measure: Measure
    drops: tuple[Drop, ...]


def flow_of(pdf: pypdfium2.PdfDocument, *, layered: bool) -> Flow:
    """The blocks of a document by its tags, where these can be followed, else by their places.

    Args:
        pdf: the file.
        layered: whether it may have layers.
    """
    contents, tagged = contents_of(pdf, layered=layered)
    if tagged:
        mark_ended_lines([(content.page.width, content.tagged) for content in contents])
    cuts = [] if tagged else parted_into_columns(contents)
    measure = measure_of(content.set_lines for content in contents)
    drops: list[Drop] = []
    at_edges = furniture([(c.page, c.lines) for c in contents], tagged=tagged)
    _give_labels(contents, at_edges, tagged=tagged)
    sideways = sideways_of([(c.page, c.tagged, c.lines) for c in contents], drops)
    numbers = line_numbers([c.lines for c in contents])
    kept = [
        _text_lines(content, at_edge, counted, drops, tagged=tagged)
        for content, at_edge, counted in zip(contents, at_edges, numbers, strict=True)
    ]
    _call_notes(contents, measure.size)
    laid = _laid_out(contents, kept, measure, cuts, tagged=tagged)
    blocks = [b for page, aside in zip(laid, sideways, strict=True) for b in (*page, *aside)]
    if not tagged:
        give_depths(blocks)
    return Flow(tuple(c.page for c in contents), tuple(blocks), measure, tuple(drops))


def _call_notes(contents: Sequence[PageContent], size: float) -> None:
    """Call those blocks notes that tags call something else, and that are set as notes are."""
    for block in (block for content in contents for block in content.tagged):
        if stands_as_note(block, size):
            block.kind = "note"


def _laid_out(
    contents: Sequence[PageContent],
    kept: Sequence[list[TypeLine]],
    measure: Measure,
    cuts: Sequence[float],
    *,
    tagged: bool,
) -> Iterator[list[PdfBlock]]:
    """The blocks of each page: those that its tags state, then those of its lines and boxes.

    Args:
        contents: what is on the pages.
        kept: the lines of each that are text.
        measure: how the document is set.
        cuts: where pages part into columns.
        tagged: whether tags are followed.
    """
    before = NotesBefore()
    for n, (content, lines) in enumerate(zip(contents, kept, strict=True)):
        blocks = list(content.tagged)
        rules: list[RulingLine] = [] if tagged else rules_across(content.page.drawing)
        for side, items in enumerate(_halves([*lines, *content.areas], content.page)):
            side_notes = content.side_notes if side == 0 else ()
            here = laid_out(items, n, measure, rules, cuts, before, side_notes)
            before = _left_to_say(items, here)
            blocks += _after_column(here) if side else here
        yield blocks


def _after_column(blocks: list[PdfBlock]) -> list[PdfBlock]:
    """The blocks of a right page, which go on with the left one's."""
    for block in blocks[:1]:
        block.begins_column = True
    return blocks


def _left_to_say(items: Sequence[_Item], blocks: Sequence[PdfBlock]) -> NotesBefore:
    """What the notes of a page leave to be said at the foot of the next one."""
    lines = [item for item in items if isinstance(item, TypeLine)]
    return notes_before(lines, [block for block in blocks if block.kind == "note"])


def _halves(items: Sequence[_Item], page: PdfPage) -> list[list[_Item]]:
    """What stands on a page of the file, and on each of the two of a book that it shows."""
    middle = page.width / 2
    if not is_of_spread(page.label) or any(i.left < middle < i.right for i in items):
        return [list(items)]
    halves = [[i for i in items if i.right <= middle], [i for i in items if i.left >= middle]]
    return [half for half in halves if half]


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
    for words, reason in content.page.unread:
        kind: DropKind = "comment" if reason == COMMENT else "hidden"
        drops.append(Drop(kind, _blocks(words) if reason in UNSEEN else words, reason, label))
    drops += [Drop("symbol", mark, _TICKED, label, after=s) for mark, s in content.page.ticked]
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


def _in_picture(content: PageContent, line: TypeLine) -> bool:
    """Whether a line stands in a picture that the tags state."""
    middle = (line.left + line.right) / 2
    return any(box.holds(middle, line.base) for box in content.picture_boxes)
