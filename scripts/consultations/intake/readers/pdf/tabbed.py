"""Tables that tabs make of paragraphs, where tags state nothing but the paragraphs."""

from collections.abc import Iterator, Mapping, Sequence

from consultations import patterns as re
from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.layout.areas import CELL_GAP
from consultations.intake.readers.pdf.layout.rows import rows_of
from consultations.intake.readers.pdf.page.glyphs import Glyph
from consultations.intake.readers.pdf.page.lines import TypeLine, lines_of

_SAME_LEFT = 5.0
"""In points: left edges that differ by less are the same."""
_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 2
"""Lines of a table, and the places at which all of them have words, at least."""
_SIGN = re.compile(r"[\[(][^\])]{1,12}[\])]|[^\w\s]+")
"""The label of a line, as in a list of works: `(LB 12)`, `*`."""
_PAGE = re.compile(r"[ .…]*(?:\d{1,4}|[ivxlc]{1,6})\s*")


def set_apart(runs: Sequence[Sequence[Glyph]]) -> list[TypeLine]:
    """The words of a line that tabs set apart, a label with its words."""
    rows = rows_of(lines_of(runs, CELL_GAP))
    return rows[0] if len(rows) == 1 and not _SIGN.fullmatch(rows[0][0].text.strip()) else []


def tabulated(
    blocks: Sequence[PdfBlock], parts: Mapping[int, list[TypeLine]]
) -> Iterator[PdfBlock]:
    """The blocks; paragraphs of a line each whose words tabs set at the same places as a table.

    Args:
        blocks: in reading order.
        parts: the words, as tabs set them apart, of those that have one line, by their identity.
    """
    for held in _alike(blocks, parts):
        rows = [parts.get(id(block), []) for block in held]
        if len(rows[0]) < _FEWEST_COLUMNS or len(held) < _FEWEST_ROWS:
            yield from held
            continue
        if len(rows[0]) == _FEWEST_COLUMNS and all(_PAGE.fullmatch(row[-1].text) for row in rows):
            yield from held  # What leads to pages is a list of contents.
            continue
        lines = [line for block in held for line in block.lines]
        cells = [[[part] for part in row] for row in rows]
        yield PdfBlock("table", lines, held[0].page, cells=cells)


def _alike(
    blocks: Sequence[PdfBlock], parts: Mapping[int, list[TypeLine]]
) -> Iterator[list[PdfBlock]]:
    """The blocks, in runs of those whose parts begin at the places of the first one's."""
    run: list[PdfBlock] = []
    for block in blocks:
        if run and not _begin_alike(parts.get(id(run[0]), ()), parts.get(id(block), ())):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _begin_alike(one: Sequence[TypeLine], other: Sequence[TypeLine]) -> bool:
    """Whether the parts of two lines, if there are any, begin at the same places."""
    return len(one) == len(other) and all(
        abs(part.left - below.left) < _SAME_LEFT for part, below in zip(one, other, strict=True)
    )
