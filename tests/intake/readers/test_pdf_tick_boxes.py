"""PDFs of forms, whose tick boxes are drawn as squares beside words or typed as signs."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.intake.readers.pages import LEADING, LEFT, LINE, TOP, Draw, blocks, lines, transcript_of


def _square(canvas: Canvas, x: float, y: float = TOP, size: float = 10) -> None:
    canvas.rect(x, y - 1, size, size)


def _empty(canvas: Canvas) -> None:
    _square(canvas, LEFT)
    lines(canvas, "By ferry", x=LEFT + 16)


def _behind(canvas: Canvas) -> None:
    lines(canvas, "By ferry")
    _square(canvas, LEFT + 50)


def _marked(canvas: Canvas) -> None:
    _empty(canvas)
    lines(canvas, "That is all.", y=TOP - 60)
    lines(canvas, "x", x=LEFT + 2, size=9)
    canvas.circle(LEFT, TOP - 100, 2, fill=1)


def _ticked(canvas: Canvas) -> None:
    _empty(canvas)
    lines(canvas, "✔", x=LEFT + 1, size=9, font="ZapfDingbats")


def _white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(LEFT, TOP - 1, 10, 10, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    lines(canvas, "By ferry", x=LEFT + 16)


def _framed(canvas: Canvas) -> None:
    frame = canvas.beginPath()
    frame.rect(LEFT, TOP - 1, 10, 10)
    frame.rect(LEFT + 1, TOP, 8, 8)
    canvas.drawPath(frame, stroke=0, fill=1, fillMode=0)
    lines(canvas, "By ferry", x=LEFT + 16)


def _crossed(canvas: Canvas) -> None:
    _empty(canvas)
    canvas.line(LEFT, TOP - 1, LEFT + 10, TOP + 9)
    canvas.line(LEFT, TOP + 9, LEFT + 10, TOP - 1)


def _blotted(canvas: Canvas) -> None:
    _empty(canvas)
    canvas.rect(LEFT + 2, TOP + 1, 6, 6, fill=1)


def _ticked_in_colour(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.3, 0.5, 0.9)
    canvas.roundRect(LEFT, TOP - 1, 10, 10, 2, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    _tick(canvas)
    lines(canvas, "By ferry", x=LEFT + 16)


def _tick(canvas: Canvas) -> None:
    canvas.setStrokeColorRGB(1, 1, 1)
    path = canvas.beginPath()
    path.moveTo(LEFT + 2, TOP + 4)
    path.lineTo(LEFT + 4, TOP + 2)
    path.lineTo(LEFT + 8, TOP + 7)
    canvas.drawPath(path)


def _small(canvas: Canvas) -> None:
    _square(canvas, LEFT, size=7)
    lines(canvas, "By ferry", x=LEFT + 12)


def _bullet(canvas: Canvas) -> None:
    _square(canvas, LEFT, TOP + 2, size=6)
    lines(canvas, "By ferry", x=LEFT + 12)


def _twice(canvas: Canvas) -> None:
    _empty(canvas)
    _square(canvas, LEFT + 0.3)


@pytest.mark.parametrize(
    ("page", "read"),
    [
        (_empty, "☐ By ferry"),
        (_behind, "By ferry ☐"),
        (_marked, "☒ By ferry"),
        (_ticked, "☑ By ferry"),
        (_white, "☐ By ferry"),
        (_framed, "☐ By ferry"),
        (_crossed, "☒ By ferry"),
        (_blotted, "☒ By ferry"),
        (_ticked_in_colour, "☒ By ferry"),
        (_twice, "☐ By ferry"),
        (_small, "☐ By ferry"),
        (_bullet, "- By ferry"),
    ],
)
def test_a_square_beside_words_is_a_tick_box(page: Draw, read: str, tmp_path: Path) -> None:
    assert blocks(transcript_of(tmp_path / "source.pdf", page))[0] == read


def test_a_mark_that_stood_in_a_box_is_told(tmp_path: Path) -> None:
    told = transcript_of(tmp_path / "source.pdf", _marked).drops
    assert [(drop.kind, drop.text, drop.after) for drop in told] == [("symbol", "x", "☒")]


def _numbered(canvas: Canvas) -> None:
    _empty(canvas)
    lines(canvas, "7", x=LEFT + 2, size=9)


def _cells(canvas: Canvas) -> None:
    for row in range(3):
        y = TOP - 16 * row
        canvas.rect(LEFT, y - 5, 16, 16)
        canvas.rect(LEFT + 16, y - 5, 90, 16)
        lines(canvas, f"Lock {row}", x=LEFT + 22, y=y)


def _shaded(canvas: Canvas) -> None:
    canvas.rect(LEFT, TOP - 1, 10, 10, fill=1)
    lines(canvas, "By ferry", x=LEFT + 16)


def _lined(canvas: Canvas) -> None:
    _shaded(canvas)
    canvas.line(LEFT + 2, TOP + 2, LEFT + 8, TOP + 6)


def _shaded_before(canvas: Canvas) -> None:
    canvas.rect(LEFT, TOP - 1, 10, 10, stroke=0, fill=1)
    canvas.rect(LEFT, TOP - 200, 100, 20, stroke=0, fill=1)
    _tick(canvas)
    lines(canvas, "By ferry", x=LEFT + 16)


def _ticked_below(canvas: Canvas) -> None:
    lines(canvas, "By ferry", x=LEFT + 16)
    canvas.rect(LEFT, TOP - 1, 10, 10, stroke=0, fill=1)
    canvas.translate(0, -60)
    _tick(canvas)


def _alone(canvas: Canvas) -> None:
    _square(canvas, LEFT + 80)
    lines(canvas, "By ferry")


def _above(canvas: Canvas) -> None:
    _square(canvas, LEFT, TOP + 12)
    lines(canvas, "By ferry", x=LEFT + 16)


def _large(canvas: Canvas) -> None:
    _square(canvas, LEFT, TOP - 6, 20)
    lines(canvas, "By ferry", x=LEFT + 26)


@pytest.mark.parametrize(
    "page",
    [_numbered, _cells, _shaded, _lined, _shaded_before, _ticked_below, _alone, _above, _large],
)
def test_other_squares_are_none(page: Draw, tmp_path: Path) -> None:
    told = transcript_of(tmp_path / "source.pdf", page)
    assert not set("☐☑☒") & set(told.text)
    assert not told.drops


def test_a_tick_box_in_a_sentence_begins_no_paragraph(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE)
        _square(canvas, LEFT, TOP - LEADING)
        lines(canvas, "is the sign of it.", x=LEFT + 16, y=TOP - LEADING)

    assert blocks(transcript_of(tmp_path / "source.pdf", page)) == [f"{LINE} ☐ is the sign of it."]


def test_choices_on_lines_of_their_own_are_paragraphs(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for n, choice in enumerate(("By ferry", "Over the bridge, which", "By neither")):
            _square(canvas, LEFT, TOP - n * LEADING)
            lines(canvas, choice, x=LEFT + 16, y=TOP - n * LEADING)
        lines(canvas, LINE, "so on.", y=TOP - 4 * LEADING)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[:3] == ["☐ By ferry", "☐ Over the bridge, which", "☐ By neither"]
