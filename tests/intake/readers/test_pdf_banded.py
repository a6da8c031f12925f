"""Tables with a line under each row and none down the page; where one without lines ends."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.intake.readers.pages import LEFT, LINE, blocks, lines, transcript_of

HEAD = ("No.", "Action", "Who", "When")
ROWS = [
    ("1", "Ask the painter about the rail and|write to the clerk", "Clerk", "2 May"),
    ("2", "Light the pier", "Chair", "9 June"),
    ("3", "Find out who took the bell and|have it brought back", "Clerk", "1 July"),
    ("4", "Count the boats", "Chair", "3 July"),
]
COLUMNS = (LEFT, LEFT + 24, LEFT + 215, LEFT + 250)
HEIGHT = 34
TOLD = (
    "| No. | Action | Who | When | | --- | --- | --- | --- |"
    " | 1 | Ask the painter about the rail and write to the clerk | Clerk | 2 May |"
    " | 2 | Light the pier | Chair | 9 June |"
    " | 3 | Find out who took the bell and have it brought back | Clerk | 1 July |"
    " | 4 | Count the boats | Chair | 3 July |"
)


def banded(canvas: Canvas, *, over: bool, under: bool, middle: bool) -> None:
    """A table whose cells stand nearer to each other than words in columns do.

    Args:
        canvas: the page.
        over: whether a line is drawn over the head.
        under: whether one is drawn under the last row.
        middle: whether cells stand in the middle of their row's height.
    """
    lines(canvas, LINE, "as follows:")
    top = 690
    for n in range(0 if over else 1, len(ROWS) + (2 if under else 1)):
        canvas.line(LEFT - 3, top - n * HEIGHT, LEFT + 300, top - n * HEIGHT)
    for n, row in enumerate([HEAD, *ROWS]):
        for x, cell in zip(COLUMNS, row, strict=True):
            parts = cell.split("|")
            drop = 20 - 6 * (len(parts) - 1) if middle else 14
            lines(canvas, *parts, x=x, y=top - n * HEIGHT - drop, size=10, leading=12)
    lines(canvas, LINE, "so on.", y=top - (len(ROWS) + 1) * HEIGHT - 30)


@pytest.mark.parametrize("middle", [False, True])
@pytest.mark.parametrize(("over", "under"), [(True, True), (False, True), (True, False)])
def test_a_line_under_each_row_makes_a_table(
    over: bool, under: bool, middle: bool, tmp_path: Path
) -> None:
    def page(canvas: Canvas) -> None:
        banded(canvas, over=over, under=under, middle=middle)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told == [f"{LINE} as follows:", TOLD, f"{LINE} so on."]


def test_lines_between_numbered_paragraphs_make_no_table(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, "as follows:")
        for n in range(5):
            canvas.line(LEFT, 690 - 50 * n, 520, 690 - 50 * n)
        for n in range(4):
            lines(canvas, f"{n + 1}.", y=670 - 50 * n)
            lines(canvas, "The lamps of the pier are to be lit before the boats come in, and", "no"
                  " later than at six.", x=LEFT + 24, y=670 - 50 * n)  # fmt: skip

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert len(told) == 5
    assert told[1].startswith("1. The lamps of the pier")


@pytest.mark.parametrize(
    "under",
    [
        [("* Without the week of the flood.", 8, 17)],
        [("Night fare", 11, 15), ("What is paid after ten.", 11, 14)],
    ],
    ids=["a note on it", "a list of terms"],
)
def test_what_stands_right_under_a_table_is_no_row_of_it(
    under: list[tuple[str, float, float]], tmp_path: Path
) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, LINE, "as follows:") - 10
        for row in (("Hall", "Beds"), ("Fold", "142"), ("Kingsmead", "310*"), ("Weir", "9")):
            lines(canvas, row[0], y=y)
            lines(canvas, row[1], y=y, x=LEFT + 200)
            y -= 17
        y += 17
        for words, size, step in under:
            y -= step
            lines(canvas, words, y=y, size=size)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[1].endswith("| Kingsmead | 310* | | Weir | 9 |")
    assert [block.strip("#* ") for block in told[2:]] == [
        words.strip("* ") for words, _, _ in under
    ]


def test_a_cell_may_go_on_under_the_last_row(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, LINE, "as follows:") - 10
        for row in (("Hall", "Beds"), ("Fold", "142"), ("The hall of the old corn", "310")):
            lines(canvas, row[0], y=y)
            lines(canvas, row[1], y=y, x=LEFT + 140)
            y -= 24
        lines(canvas, "exchange", y=y + 12)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[-1].endswith("| The hall of the old corn exchange | 310 |")
