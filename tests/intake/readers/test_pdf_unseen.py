"""What stands on a page of a PDF and is not read there: stamps, words that nobody sees, folios."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from tests.intake.readers.pages import (
    LEADING,
    LEFT,
    LINE,
    TOP,
    Draw,
    blocks,
    lines,
    transcript_of,
)
from tests.intake.readers.raw_pdf import one_page, pdf_of, stream

from consultations.errors import UnreadableError
from consultations.intake.readers import pdf
from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.headings import with_headings
from consultations.intake.readers.pdf.labels import page_labels
from consultations.intake.readers.pdf.page.drawn_text import Style
from consultations.intake.readers.pdf.page.lines import TypeLine, TypeRun

TEXT = " ".join([LINE] * 5)
NOBODY = "has the colour of what is behind it, and is not seen"


def body(canvas: Canvas) -> float:
    canvas.setFillColorRGB(0, 0, 0)
    return lines(canvas, *[LINE] * 5)


def stamp(size: float, words: str) -> Draw:
    def page(canvas: Canvas) -> None:
        body(canvas)
        canvas.setFillColorRGB(0.8, 0.8, 0.8)
        lines(canvas, words, x=100, y=TOP - 3 * LEADING, size=size, font="Helvetica-Bold")

    return page


@pytest.mark.parametrize(
    "draw", [stamp(90, "DRAFT"), stamp(24, "Not for print")], ids=["over lines", "over two lines"]
)
def test_a_stamp_over_the_lines_of_the_text_leaves_them_whole(draw: Draw, tmp_path: Path) -> None:
    read = transcript_of(tmp_path / "a.pdf", draw)
    assert blocks(read) == [TEXT]
    assert [drop.reason for drop in read.drops] == [
        "stands across other words of the page, as the word on a draft does"
    ]


def test_a_large_word_between_the_lines_is_read(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        y = body(canvas)
        lines(canvas, "Lamps", y=y - 40, size=40)
        lines(canvas, *[LINE] * 3, y=y - 70)

    read = transcript_of(tmp_path / "a.pdf", page)
    assert "Lamps" in read.text
    assert not read.drops


def on(fill: Callable[[Canvas, float], None] | None, *, words: float, behind: float = 0) -> Draw:
    """A page with a line whose last words have a shade of grey, upon what is drawn first."""

    def page(canvas: Canvas) -> None:
        y = body(canvas) - LEADING
        canvas.setFillGray(behind)
        if fill is not None:
            fill(canvas, y)
        at = float(LEFT)
        for text, grey in (("Written by ", 0), ("Ann Moss ", words), ("in May.", 0)):
            canvas.setFillGray(grey)
            lines(canvas, text, y=y, x=at)
            at += stringWidth(text, "Helvetica", 11)

    return page


def bar(canvas: Canvas, y: float) -> None:
    canvas.rect(125, y - 3, 52, 13, stroke=0, fill=1)


def rounded(canvas: Canvas, y: float) -> None:
    canvas.roundRect(125, y - 3, 52, 13, 5, stroke=0, fill=1)


def blend(canvas: Canvas, y: float) -> None:
    canvas.linearGradient(0, y, 600, y, ((0, 0, 0.5), (0, 0, 0)))


@pytest.mark.parametrize(
    ("draw", "is_seen"),
    [
        pytest.param(on(None, words=1), False, id="white on the page"),
        pytest.param(on(bar, words=0), False, id="black on a black bar"),
        pytest.param(on(bar, words=1), True, id="white on a black bar"),
        pytest.param(on(bar, words=0, behind=0.7), True, id="black on a grey bar"),
        pytest.param(on(rounded, words=1), True, id="white on a shape with round corners"),
        pytest.param(on(blend, words=1), True, id="white on a blend of colours"),
    ],
)
def test_words_in_the_colour_of_what_is_behind_them_are_told(
    draw: Draw, is_seen: bool, tmp_path: Path
) -> None:
    read = transcript_of(tmp_path / "a.pdf", draw)
    assert ("Written by Ann Moss in May." if is_seen else "Written by in May.") in read.text
    assert [drop.text for drop in read.drops if drop.reason == NOBODY] == (
        [] if is_seen else ["███ ████"]
    )
    assert bool(read.doubts) is not is_seen


def test_white_words_on_a_page_that_is_mostly_so_are_read(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFillGray(1)
        lines(canvas, *[LINE] * 5)

    assert blocks(transcript_of(tmp_path / "a.pdf", page)) == [TEXT]


def begun_with(label: str, size: float, font: str, *, folio: bool) -> Callable[[int], Draw]:
    def numbered(number: int) -> Draw:
        def page(canvas: Canvas) -> None:
            y = lines(canvas, f"{label} {number}", size=size, font=font, y=770)
            lines(canvas, *[LINE] * (5 + number), y=y - LEADING)
            if folio:
                lines(canvas, str(number + 6), x=300, y=30, size=8)

        return page

    return numbered


@pytest.mark.parametrize(
    ("numbered", "is_read"),
    [
        pytest.param(begun_with("Question", 14, "Helvetica", folio=True), True, id="larger"),
        pytest.param(begun_with("Question", 11, "Helvetica-Bold", folio=True), True, id="bold"),
        pytest.param(begun_with("Question", 14, "Helvetica", folio=False), True, id="no folio"),
        pytest.param(begun_with("Of lamps", 14, "Helvetica", folio=False), False, id="a head"),
        pytest.param(begun_with("Question", 9, "Helvetica", folio=True), False, id="smaller"),
    ],
)
def test_a_heading_with_a_number_at_the_top_of_each_page_is_no_running_head(
    numbered: Callable[[int], Draw], is_read: bool, tmp_path: Path
) -> None:
    read = transcript_of(tmp_path / "a.pdf", *map(numbered, range(1, 5)))
    heads = [line for line in read.text.splitlines() if line.startswith("#")]
    assert len(heads) == (4 if is_read else 0)
    assert len([d for d in read.drops if " " in d.text]) == (0 if is_read else 4)


def numbered_lines(first: int, count: int, step: int) -> Draw:
    """A page of lines, with a number beside each that it divides; the first has this number."""

    def page(canvas: Canvas) -> None:
        lines(canvas, *[LINE] * count)
        for n in range(count):
            if (first + n) % step == 0:
                lines(canvas, str(first + n), x=36, y=TOP - LEADING * n, size=7)

    return page


@pytest.mark.parametrize(
    ("pages", "step"), [((12, 12, 12), 5), ((17, 12, 3), 5), ((32, 31), 10), ((6, 6), 1)]
)
def test_numbers_beside_lines_go_where_few_stand_on_each_page(
    pages: tuple[int, ...], step: int, tmp_path: Path
) -> None:
    firsts = [1 + sum(pages[:n]) for n in range(len(pages))]
    drawn = [numbered_lines(*page, step) for page in zip(firsts, pages, strict=True)]
    read = transcript_of(tmp_path / "a.pdf", *drawn)
    assert not any(char.isdigit() for char in read.text)
    assert len(read.drops) == sum(pages) // step


def test_a_chart_beside_its_words_has_no_numbers_of_lines(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, *[LINE] * 12)
        lines(canvas, "0", "5", "10", x=36, leading=5 * LEADING, size=7)

    read = transcript_of(tmp_path / "a.pdf", page, page)
    assert not any(drop.reason == "is the number of a line" for drop in read.drops)


def test_a_page_has_the_label_that_is_printed_on_it(tmp_path: Path) -> None:
    printed = ["", "i", "ii", "iii", "1", "2", "3", "4", "A-1", "A-2", "B-1"]

    def labelled(label: str) -> Draw:
        def page(canvas: Canvas) -> None:
            lines(canvas, *[LINE] * (5 + printed.index(label) % 4))
            lines(canvas, label, x=300, y=30, size=8)

        return page

    read = transcript_of(tmp_path / "a.pdf", *map(labelled, printed))
    assert [page.label for page in read.pages] == ["[1]", *printed[1:]]
    assert [drop.text for drop in read.drops] == printed[1:]


def _type_3(text: bytes) -> bytes:
    """A file in a font of Type 3 as TeX writes it: a box for each letter, named by its code."""
    names = b" ".join(b"/a%d" % code for code in range(128))
    drawn = b" ".join(b"/a%d 6 0 R" % code for code in range(128))
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 0"
        b"/LastChar 127/Widths[%s]/Encoding<</Differences[0 %s]>>/CharProcs<<%s>>/Resources<<>>>>"
    )
    shown = b"BT /F1 10 Tf 72 700 Td (%s) Tj ET" % text
    return pdf_of(
        one_page(shown)
        | {
            5: font % (b"5 " * 128, names, drawn),
            6: stream(b"5 0 0 0 4 7 d1 0 0 4 7 re f"),
        }
    )


def test_a_font_that_does_not_say_its_letters_is_read_where_they_are_english(
    tmp_path: Path,
) -> None:
    file = tmp_path / "source.pdf"
    file.write_bytes(
        _type_3(rb"We de\034ne a \020lamp\021 as that which is lit \025 or was \025 at dusk.")
    )
    made = pdf.read(file)
    assert blocks(made) == ["We deﬁne a “lamp” as that which is lit – or was – at dusk."]
    assert "read them beside the pages" in made.doubts[0]
    file.write_bytes(
        _type_3(b"Zh ghilqh d odps dv wkdw zklfk lv olw ru zdv dw gxvn dqg qrw ehiruh.")
    )
    with pytest.raises(UnreadableError, match="do not say which letters"):
        pdf.read(file)


@pytest.mark.parametrize(
    ("printed", "labels"),
    [
        (["", "ii", "1", "2"], "i ii 1 2"),
        (["i", "ii", "iii", "1"], "i ii iii 1"),
        (["", "", "iii", "1", "2", "3", "4"], "i ii iii 1 2 3 4"),
        (["", "", "1", "2"], "1 2 3 4"),
        (["", "iii", "1", "2"], "1 2 3 4"),
        (["i", "ii", "iii", "2"], "i ii iii [4]"),
        (["i", "ii", "iii", "Part 1", "v"], "i ii iii iv v"),
    ],
)
def test_few_pages_in_figures_may_begin_behind_those_in_roman_ones(
    printed: list[str], labels: str
) -> None:
    edges = [[text] if text else [] for text in printed]
    assert page_labels(edges, [""] * len(edges)) == labels.split()


def _line_of(text: str, size: float, *, bold: bool, y: float) -> PdfBlock:
    style = Style(size, bold=bold, italic=False, font="Any", colour=0)
    line = TypeLine((TypeRun(text, style, raised=False),), 72, 300, y, size)
    return PdfBlock("paragraph", [line], 0)


@pytest.mark.parametrize(
    ("text", "size", "bold", "is_heading"),
    [
        ("1.1 Arrears of dues", 10, True, True),
        ("1.1 Arrears of dues", 9, True, False),
        ("1.1 Arrears of dues", 10, False, False),
        ("Arrears of dues", 10, True, False),
        ("Arrears of dues", 11, True, True),
    ],
)
def test_a_numbered_heading_may_be_a_little_smaller_than_the_text(
    text: str, size: float, *, bold: bool, is_heading: bool
) -> None:
    words = "The dues of the quay are paid by all who land there, whatever they bring."
    texts = [_line_of(words, 11, bold=False, y=y) for y in (700, 600)]
    heading = _line_of(text, size, bold=bold, y=650)
    with_headings([texts[0], heading, texts[1]], [], [], "")
    assert (heading.kind == "heading") is is_heading
