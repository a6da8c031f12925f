"""Tables that the ends of pages cut: one row is one row, whichever way a file tells of it."""

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas
from tests.intake.readers.pages import blocks, lines, transcript_of

from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.joining import joined
from consultations.intake.readers.pdf.page.drawn_text import Style
from consultations.intake.readers.pdf.page.glyphs import Glyph
from consultations.intake.readers.pdf.page.sheets import PdfPage
from consultations.intake.readers.pdf.page.tags import TagElement
from consultations.intake.readers.pdf.tagged import tagged_blocks
from consultations.model.transcript import Drop

SIZE, WALLS = 11.0, (72, 200, 330, 520)


def grid(canvas: Canvas, heights: list[float], foot: float) -> None:
    """Lines across at heights, and walls from the highest of them down to a foot."""
    for y in heights:
        canvas.line(WALLS[0], y, WALLS[-1], y)
    for x in WALLS:
        canvas.line(x, heights[0], x, foot)


def cells(canvas: Canvas, y: float, *texts: str) -> None:
    for x, text in zip(WALLS, texts, strict=False):
        lines(canvas, *text.split("/"), y=y, x=x + 5)


def test_a_row_whose_walls_go_on_below_the_last_line_goes_on_overleaf(tmp_path: Path) -> None:
    def first(canvas: Canvas) -> None:
        lines(canvas, "The committee has looked at the timber of every pier.")
        grid(canvas, [200, 180, 150], foot=90)
        cells(canvas, 186, "Pier", "Asked", "Done")
        cells(canvas, 162, "North", "Paint it.", "It is painted.")
        cells(canvas, 132, "South, which/the sea has", "Mend it.", "It is mended/where it was")

    def second(canvas: Canvas) -> None:
        grid(canvas, [760, 740, 700, 670], foot=670)
        cells(canvas, 746, "Pier", "Asked", "Done")
        cells(canvas, 722, "bent", "", "bent in May.")
        cells(canvas, 682, "West", "Light it.", "It is lit.")

    read = transcript_of(tmp_path / "a.pdf", first, second)
    assert blocks(read)[1] == " ".join([
        "| Pier | Asked | Done | | --- | --- | --- |",
        "| North | Paint it. | It is painted. |",
        "| South, which the sea has bent | Mend it. | It is mended where it was bent in May. |",
        "| West | Light it. | It is lit. |",
    ])  # fmt: skip
    assert [drop.text for drop in read.drops] == ["Pier Asked Done"]


def test_a_chart_whose_one_axis_goes_down_further_is_no_open_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [700, 680, 650], foot=650)
        canvas.line(WALLS[0], 650, WALLS[0], 600)
        cells(canvas, 686, "Pier", "Asked", "Done")
        cells(canvas, 662, "North", "Paint it.", "It is painted.")
        lines(canvas, "The lamps burn all night.", y=630)

    assert blocks(transcript_of(tmp_path / "a.pdf", draw))[1] == "The lamps burn all night."


def run(text: str, mark: int, base: float, left: float) -> tuple[Glyph, ...]:
    style = Style(SIZE, bold=False, italic=False, font="Serif", colour=0)
    width = SIZE / 2
    return tuple(
        Glyph(char, left + n * width, left + (n + 1) * width, base, style, mark)
        for n, char in enumerate(text)
    )


def cell(mark: int, row: int, column: int, *, begun: bool = False) -> TagElement:
    around = ("Table", "TR")
    return TagElement(
        "TD", around, [mark], table=1, row=row, cell=10 * row + column, column=column,
        begun_before=begun,
    )  # fmt: skip


def tables(*pages: tuple[list[tuple[Glyph, ...]], list[TagElement]]) -> list[PdfBlock]:
    return [
        block
        for n, (runs, elements) in enumerate(pages, 1)
        for block in tagged_blocks(PdfPage(n, str(n), 595, 842, tuple(runs)), elements)[0]
    ]


FIRST = (
    [run("Pier", 0, 120, 72), run("Done", 1, 120, 300), run("North", 2, 90, 72),
     run("It is", 3, 90, 300)],
    [cell(0, 1, 0), cell(1, 1, 1), cell(2, 2, 0), cell(3, 2, 1)],
)  # fmt: skip


def told(table: PdfBlock) -> list[list[str]]:
    return [[" ".join(line.text for line in lines) for lines in row] for row in table.cells]


def test_a_cell_that_alone_goes_on_overleaf_stays_in_its_column() -> None:
    second = (
        [run("lit.", 0, 800, 300), run("South", 1, 780, 72), run("Dark.", 2, 780, 300)],
        [cell(0, 1, 1), cell(1, 2, 0), cell(2, 2, 1)],
    )
    (table,) = joined(tables(FIRST, second), SIZE, ["1", "2"], [])
    assert told(table) == [["Pier", "Done"], ["North", "It is lit."], ["South", "Dark."]]


def test_a_row_of_which_the_tags_say_that_it_began_before_goes_on() -> None:
    second = (
        [run("pier", 0, 800, 72), run("lit.", 1, 800, 300)],
        [cell(0, 1, 0, begun=True), cell(1, 1, 1)],
    )
    (table,) = joined(tables(FIRST, second), SIZE, ["1", "2"], [])
    assert told(table) == [["Pier", "Done"], ["North pier", "It is lit."]]


def test_a_head_that_is_printed_again_and_not_tagged_is_told() -> None:
    second = ([run("South", 0, 780, 72), run("Dark.", 1, 780, 300)], [cell(0, 1, 0), cell(1, 1, 1)])
    head = [run("Pier", -1, 800, 72), run("Done", -1, 800, 300)]
    _, untagged = tagged_blocks(PdfPage(2, "2", 595, 842, tuple(head)), [])
    drops: list[Drop] = []
    blocks = [*tables(FIRST, second), PdfBlock("paragraph", untagged, 1)]
    (table,) = joined(blocks, SIZE, ["1", "2"], drops)
    assert told(table) == [["Pier", "Done"], ["North", "It is"], ["South", "Dark."]]
    assert [drop.text for drop in drops] == ["Pier Done"]
