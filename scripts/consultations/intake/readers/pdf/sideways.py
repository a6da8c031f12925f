"""Text that reads in another direction than its page: the head of a table, or a running head."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.changing_heads import pages_of_words
from consultations.intake.readers.pdf.layout.areas import CELL_GAP
from consultations.intake.readers.pdf.margins import in_margin, is_folio
from consultations.intake.readers.pdf.page.lines import TypeLine, lines_of
from consultations.intake.readers.pdf.page.sheets import PdfPage
from consultations.model.text import letters
from consultations.model.transcript import Drop, DropKind

_PAGES = 3
"""Words that stand on at least this many pages belong to the page, and not to the text."""

TaggedPage = tuple[PdfPage, Sequence[PdfBlock], Sequence[TypeLine]]
"""A page with the blocks that its tags state, and with the lines that they leave out."""


def sideways_of(pages: Sequence[TaggedPage], drops: list[Drop]) -> list[list[PdfBlock]]:
    """For each page the text that reads in another direction than the rest.

    What comes again on page after page is none, nor is a page's number or a running head at the
    edge of a page whose text is turned, as that of a wide table is. Text that tags state stands
    among their blocks already.

    Args:
        pages: of the document, each with its label.
        drops: takes what is no text.
    """
    found = [lines_of(page.sideways, CELL_GAP) if not blocks else [] for page, blocks, _ in pages]
    times = Counter(text for lines in found for text in {line.text for line in lines})
    first_on = pages_of_words(lines for _, _, lines in pages)
    made: list[list[PdfBlock]] = []
    for n, lines in enumerate(found):
        made.append([])
        page = pages[n][0]
        for line in lines:
            if times[line.text] >= min(_PAGES, len(pages)) > 1:
                reason = "stands sideways on the page"
                drops.append(Drop("furniture", line.text, reason, page.label))
            elif _is_at_edge(page, line) and _is_head(line, page, n, first_on):
                kind: DropKind = "folio" if is_folio(line.text) else "running-header"
                drops.append(Drop(kind, line.text, "stands in the margin of the page", page.label))
            else:
                made[-1].append(PdfBlock("paragraph", [line], n))
    return made


def edges_sideways(page: PdfPage) -> list[TypeLine]:
    """What stands sideways at an edge of a page, as the number of a turned one does."""
    return [line for line in lines_of(page.sideways, CELL_GAP) if _is_at_edge(page, line)]


def _is_at_edge(page: PdfPage, line: TypeLine) -> bool:
    """Whether a line stands at the top or the foot of a page that is turned as the line is."""
    return in_margin(replace(page, width=page.height, height=page.width), line)


def _is_head(line: TypeLine, page: PdfPage, number: int, first_on: Mapping[str, int]) -> bool:
    """Whether a line is the number of its page, or repeats words of this page or of one before.

    Args:
        line: it.
        page: its page.
        number: the index of its page.
        first_on: for the words of a line that is upright the index of the first page that has it.
    """
    if is_folio(line.text):
        return page.label in line.text.split()
    return first_on.get(letters(line.text), number + 1) <= number
