"""What a PDF proposes as its title."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.intake.readers.pages import LINE, lines, transcript_of


@pytest.mark.parametrize(
    ("named", "title"),
    [
        ("TOLLS AND THE POOR: A REPLY", "Tolls and the poor: a reply"),
        ("Reply, final draft 3", "Board of Quays"),  # nowhere printed
        ("the poor: a", "Board of Quays"),  # a part of a line
        ("Tolls", "Board of Quays"),  # a word says too little
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
        lines(canvas, *[LINE] * 20)

    assert transcript_of(tmp_path / "source.pdf", cover, text).facts.title == title
