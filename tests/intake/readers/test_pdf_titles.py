"""What a PDF proposes as its title."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.intake.readers.pages import LINE, lines, transcript_of

from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.headings import with_headings
from consultations.intake.readers.pdf.page.drawn_text import Style
from consultations.intake.readers.pdf.page.lines import TypeLine, TypeRun


@pytest.mark.parametrize(
    ("named", "title"),
    [
        ("TOLLS AND THE POOR: A REPLY", "Tolls and the poor: a reply"),
        ("Reply, final draft 3", "Board of Quays"),  # nowhere printed
        ("the poor: a", "Board of Quays"),  # a part of a line
        ("Tolls and", "Board of Quays"),  # a word or two say too little
        ("Notes for the clerk", "Board of Quays"),  # printed on another page
        ("", "Board of Quays"),
    ],
)
def test_the_files_own_title_is_taken_where_the_first_page_prints_it(
    named: str, title: str, tmp_path: Path
) -> None:
    def cover(canvas: Canvas) -> None:
        canvas.setTitle(named)
        lines(canvas, "Board of Quays", size=24)
        lines(canvas, "Tolls and", "the poor: a reply", y=500, size=20)

    def text(canvas: Canvas) -> None:
        lines(canvas, "Notes for the clerk", *[LINE] * 20)

    assert transcript_of(tmp_path / "source.pdf", cover, text).facts.title == title


def _stated(text: str) -> PdfBlock:
    style = Style(11, bold=False, italic=False, font="F", colour=0)
    line = TypeLine((TypeRun(text, style, raised=False),), 72, 200, 700, 11)
    return PdfBlock("heading", [line], 0, level=1)


@pytest.mark.parametrize(
    ("first", "named", "level"),
    [
        ("Tolls and the poor", "TOLLS AND THE POOR", 1),
        ("Tolls and the poor", "", 2),
        ("* * *", "", 2),  # signs alone are no title of a file that names none
    ],
)
def test_of_headings_alike_the_one_that_the_file_is_named_by_is_the_title(
    first: str, named: str, level: int
) -> None:
    blocks = [_stated(text) for text in (first, "Of quays", "Of ferries")]
    with_headings(blocks, (), (), named)
    assert [block.level for block in blocks] == [level, 2, 2]
