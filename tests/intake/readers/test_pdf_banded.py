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


SPANNED = [
    [(LEFT + 40, "Kind of boat"), (LEFT + 250, "Dues in pounds")],
    [(LEFT + 215, "In May"), (LEFT + 335, "In the other months")],
    [(LEFT, "Ferry, and all it tows over the bar"), (LEFT + 190, "40"), (LEFT + 310, "20")],
    [(LEFT, "Barge"), (LEFT + 190, "120"), (LEFT + 310, "60")],
    [(LEFT, "Skiff"), (LEFT + 190, "1"), (LEFT + 310, "1")],
]
"""Heads about the middle of columns at whose edge the figures stand, one over two columns."""


@pytest.mark.parametrize("over", [True, False], ids=["line above", "none above"])
def test_a_head_may_take_two_columns_and_stand_about_their_middle(
    over: bool, tmp_path: Path
) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, LINE, "as follows:") - 24
        lines(canvas, "Table 2: Dues", y=y, font="Helvetica-Oblique")
        y -= 4
        for n, row in enumerate(SPANNED):
            if n or over:
                canvas.line(LEFT - 3, y, LEFT + 440, y)
            for x, words in row:
                lines(canvas, words, x=x, y=y - 14)
            y -= 20
        canvas.line(LEFT - 3, y, LEFT + 440, y)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[1:] == [
        "Table 2: Dues",
        "| Kind of boat | Dues in pounds | | | --- | --- | --- | | | In May | In the other months |"
        " | Ferry, and all it tows over the bar | 40 | 20 | | Barge | 120 | 60 | | Skiff | 1 | 1 |",
    ]


BOXED = [("Who", "What"), ("Clerk", "Oil"), ("Keeper", "Wax and wicks"), ("Chair", "Rope")]


def test_a_box_with_a_head_of_columns_over_a_line_is_a_table(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, "as follows:")
        canvas.rect(LEFT - 4, 630, 200, 72)
        canvas.line(LEFT - 4, 686, LEFT + 196, 686)
        for n, row in enumerate(BOXED):
            for x, words in zip((LEFT, LEFT + 90), row, strict=True):
                lines(canvas, words, x=x, y=690 - 16 * n)
        lines(canvas, LINE, "so on.", y=610)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[1] == (
        "| Who | What | | --- | --- | | Clerk | Oil | | Keeper | Wax and wicks | | Chair | Rope |"
    )


@pytest.mark.parametrize(
    "prose",
    [
        ("The lamps light the pier and so", "Oil is dear and the town is poor"),
        ("The lamps light", "and the pier is", "seen at night so", "that boats come"),
    ],
    ids=["long lines", "goes on in lower case"],
)
def test_a_box_with_two_columns_of_prose_is_no_table(
    prose: tuple[str, ...], tmp_path: Path
) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(LEFT - 4, 500, 460, 200)
        canvas.line(LEFT - 4, 680, LEFT + 456, 680)
        for side, head in enumerate(("For", "Against")):
            lines(canvas, head, x=LEFT + 230 * side, y=686)
            lines(canvas, *(prose[n % len(prose)] for n in range(8)), x=LEFT + 230 * side, y=664)
        lines(canvas, LINE, y=480)

    assert "|" not in transcript_of(tmp_path / "source.pdf", page).text


def test_boxes_of_text_under_each_other_are_no_table(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(LEFT - 4, 630, 460, 72)
        canvas.line(LEFT - 4, 682, LEFT + 456, 682)
        lines(canvas, "The clerk is to say this:", y=688)
        lines(canvas, LINE[:80], LINE[:70], "in May.", y=664)

    assert "|" not in transcript_of(tmp_path / "source.pdf", page).text


@pytest.mark.parametrize(("begins", "is_cell"), [(LEFT + 150, True), (LEFT + 147, False)])
def test_a_cell_may_reach_near_to_the_next_one_which_begins_where_those_above_do(
    begins: float, is_cell: bool, tmp_path: Path
) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, LINE, "as follows:") - 10
        for row in (("Name:", "Ann Moss"), ("Part:", "Keeper"), ("House:", "The Loft")):
            lines(canvas, row[0], y=y)
            y = lines(canvas, row[1], y=y, x=LEFT + 150)
        lines(canvas, "May this be shown to others?", y=y)
        lines(canvas, "Yes, all of it", y=y, x=begins)

    told = transcript_of(tmp_path / "source.pdf", page).text
    assert ("| May this be shown to others? | Yes, all of it |" in told) == is_cell
