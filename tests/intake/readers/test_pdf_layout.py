"""PDFs without tags, drawn as other makers draw them: tables, boxes, columns, turned pages."""

from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from tests.intake.readers.pages import LEADING, LEFT, LINE, TOP, Draw, blocks, lines, transcript_of

ROWS = [("Body", "What it said", "Paid"), ("Guild", "The lamps are", "Yes"), ("Parish", "No", "")]


def grid(canvas: Canvas, *, top: float, columns: tuple[float, ...], rows: int) -> None:
    """The lines of a table whose rows are 30 points high."""
    for n in range(rows + 1):
        canvas.line(columns[0], top - 30 * n, columns[-1], top - 30 * n)
    for x in columns:
        canvas.line(x, top, x, top - 30 * rows)


def in_cells(canvas: Canvas, columns: tuple[float, ...], top: float) -> None:
    """Words in the cells of such a table; one cell has two lines."""
    for n, row in enumerate(ROWS):
        for x, text in zip(columns, row, strict=False):
            lines(canvas, text, x=x + 3, y=top - 30 * n - 12, size=10)
    lines(canvas, "too few.", x=columns[1] + 3, y=top - 30 - 24, size=10)


TABLE = (
    "| Body | What it said | Paid | | --- | --- | --- | | Guild | The lamps are too few. | Yes |"
)


def ruled(canvas: Canvas) -> None:
    grid(canvas, top=700, columns=(72, 130, 300, 360), rows=3)


def shaded(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.8, 0.8, 0.9)
    for n in (0, 2):
        for x, width in ((72, 58), (130, 170), (300, 60)):
            canvas.rect(x, 700 - 30 * n - 30, width, 30, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)


def in_thin_areas(canvas: Canvas) -> None:
    for n in range(4):
        canvas.rect(72, 700 - 30 * n, 288, 0.7, stroke=0, fill=1)
    for x in (72, 130, 300, 360):
        canvas.rect(x, 610, 0.7, 90, stroke=0, fill=1)


def rules_across(canvas: Canvas) -> None:
    for n in range(4):
        canvas.line(72, 700 - 30 * n, 360, 700 - 30 * n)


@pytest.mark.parametrize("draw", [ruled, shaded, in_thin_areas, rules_across])
def test_a_table_is_told_by_what_is_drawn(draw: Draw, tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, "as follows:")
        draw(canvas)
        in_cells(canvas, (72, 130, 300), 700)
        lines(canvas, LINE, "so on.", y=580)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[1] == f"{TABLE} | Parish | No | |"
    assert told[2] == f"{LINE} so on."


def test_a_text_right_under_a_table_shaded_by_turns_is_no_row_of_it(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        shaded(canvas)
        in_cells(canvas, (72, 130, 300), 700)
        lines(canvas, LINE, "so on.", y=598)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told == [f"{TABLE} | Parish | No | |", f"{LINE} so on."]


@pytest.mark.parametrize(
    ("under", "joined"),
    [
        ("(Paragraph 14)", True),
        ("(Nobody asked. We did)", True),
        ("(a)", False),
        ("(We did.", False),
    ],
)
def test_a_remark_goes_with_the_sentence_above_it(under: str, joined: bool, tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, LINE, "We ask for lamps on every pier.", under)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[0].endswith(f"on every pier. {under}") == joined


def test_a_cell_without_a_wall_reaches_over_its_columns(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, "as follows:")
        grid(canvas, top=670, columns=(72, 130, 300), rows=2)
        canvas.lines([(72, 700, 300, 700), (72, 700, 72, 670), (300, 700, 300, 670)])
        lines(canvas, "Of the bodies that were asked", x=75, y=682, size=10)
        for n, row in enumerate(ROWS[:2]):
            for x, text in zip((72, 130), row, strict=False):
                lines(canvas, text, x=x + 3, y=652 - 30 * n, size=10)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[1].startswith("| Of the bodies that were asked | | | --- | --- | | Body |")


def test_a_table_goes_on_over_the_page_and_its_head_is_told_once(tmp_path: Path) -> None:
    def part(first: int, count: int) -> Draw:
        def page(canvas: Canvas) -> None:
            top = 730
            grid(canvas, top=top, columns=(72, 130, 300), rows=count + 1)
            for n, row in enumerate(
                [("Body", "Words"), *((f"No {first + k}", "Yes") for k in range(count))]
            ):
                for x, text in zip((72, 130), row, strict=True):
                    lines(canvas, text, x=x + 3, y=top - 30 * n - 12, size=10)

        return page

    transcript = transcript_of(tmp_path / "source.pdf", part(1, 20), part(21, 3))
    told = blocks(transcript)
    assert len(told) == 1
    assert told[0].count("Body") == 1
    assert "| No 20 | Yes | | No 21 | Yes |" in told[0]
    assert [drop.text for drop in transcript.drops] == ["Body Words"]


def test_a_box_is_apart_from_what_follows_it(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, LINE, "no more.")
        canvas.rect(66, 670, 460, 40)
        lines(canvas, "Recommendation 1: We ask that every lamp on the bridge be", y=695)
        lines(canvas, "lit before dusk", y=681)
        lines(canvas, LINE, "so we agree.", y=655)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[1].endswith("lit before dusk")
    assert told[2] == f"{LINE} so we agree."


def test_text_flows_round_a_box_and_stays_whole(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(350, 690, 180, 80)
        lines(canvas, "In short", "We say yes to this and to", "all of it.", x=356, y=756)
        lines(canvas, *[f"words {n} of the text that stands beside the box" for n in range(5)])
        lines(canvas, f"words 5 {LINE}", "at last.", y=TOP - 5 * LEADING)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert any(b.startswith("words 0") and b.endswith("at last.") for b in told)
    assert any("all of it." in b and "words" not in b for b in told)


def columned(count: int, canvas: Canvas) -> None:
    width = 456 / count
    for column in range(count):
        for n in range(9):
            text = f"C{column}/{n} and words that fill it so"[: int(width / 4.6)]
            lines(canvas, text, x=LEFT + column * width, y=650 - n * 12, size=8)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_columns_are_read_one_by_one_under_a_heading_over_all(count: int, tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, "Of bridges", y=700, size=16, font="Helvetica-Bold")
        columned(count, canvas)

    text = " ".join(blocks(transcript_of(tmp_path / "source.pdf", page)))
    places = [text.index(f"C{column}/{n} ") for column in range(count) for n in range(9)]
    assert places == sorted(places)
    assert text.startswith("# Of bridges ")


def test_a_paragraph_goes_on_in_the_next_column(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for n in range(10):
            lines(canvas, f"Left {n} and some more words in this", y=TOP - n * LEADING, size=10)
            lines(
                canvas, f"right {n} and some more words in it", y=TOP - n * LEADING, x=320, size=10
            )

    assert len(blocks(transcript_of(tmp_path / "source.pdf", page))) == 1


@pytest.mark.parametrize("turned", [False, True])
def test_a_page_is_read_however_it_is_held(turned: bool, tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        if turned:
            canvas.setPageRotation(90)
        canvas.translate(560, 0)
        canvas.rotate(90)
        lines(canvas, LINE, "ends.", y=500, x=40)

    assert blocks(transcript_of(tmp_path / "source.pdf", page)) == [f"{LINE} ends."]


def test_a_word_across_the_page_and_what_is_not_shown_are_told(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setCropBox((0, 100, 595, 842))
        lines(canvas, LINE, LINE, LINE, "ends.")
        lines(canvas, "printer's slug", y=50)
        lines(canvas, "what nobody sees", x=700)
        seen = canvas.beginText(LEFT, 600)
        seen.setTextRenderMode(3)
        seen.textOut("hidden words")
        canvas.drawText(seen)
        canvas.translate(200, 680)
        canvas.rotate(45)
        lines(canvas, "DRAFT", x=0, y=0, size=80)

    transcript = transcript_of(tmp_path / "source.pdf", page)
    assert blocks(transcript) == [f"{LINE} {LINE} {LINE} ends."]
    told = {drop.text for drop in transcript.drops}
    assert {"printer's slug", "what nobody sees", "hidden words"} < told
    assert "DRAFT" in "".join(drop.text for drop in transcript.drops)


def test_words_under_a_scan_are_kept_and_told(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        text = canvas.beginText(LEFT, TOP)
        text.setFont("Helvetica", 11)
        text.setTextRenderMode(3)
        text.textLine(LINE)
        text.textLine("ends.")
        canvas.drawText(text)

    transcript = transcript_of(tmp_path / "source.pdf", page)
    assert blocks(transcript) == [f"{LINE} ends."]
    assert "recognised" in transcript.doubts[0]
    assert "page 1" in transcript.doubts[0]


def test_a_large_first_letter_begins_its_word(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, "T", y=TOP - LEADING - 4, size=36)
        lines(canvas, LINE[1:80], "beside it " * 7, x=LEFT + 24)
        lines(canvas, LINE.lower(), "ends.", y=TOP - 2 * LEADING)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told == [f"{LINE[:80].strip()} {'beside it ' * 7}{LINE.lower()} ends."]


def test_letters_set_apart_are_words(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        x: float = LEFT
        for char in "OF OLD BRIDGES":
            lines(canvas, char, x=x, y=TOP, size=14)
            x += canvas.stringWidth(char, "Helvetica", 14) + 6
        lines(canvas, LINE, "ends.", y=TOP - 30)

    assert blocks(transcript_of(tmp_path / "source.pdf", page))[0] == "# OF OLD BRIDGES"


def test_a_bullet_that_is_drawn_begins_an_item(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, "these:")
        for n, text in enumerate(("to paint the span", "to look at the piers")):
            y = TOP - 40 - n * LEADING
            canvas.circle(LEFT + 8, y + 3.5, 1.8, stroke=0, fill=1)
            lines(canvas, text, x=LEFT + 20, y=y)
            canvas.circle(LEFT + 28, y - 200, 1.8, stroke=1, fill=0)
            lines(canvas, f"and {text}", x=LEFT + 40, y=y - 203.5)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[1:] == [
        "- to paint the span",
        "- to look at the piers",
        "- and to paint the span",
        "- and to look at the piers",
    ]


def test_the_numbers_of_lines_are_no_text(tmp_path: Path) -> None:
    def page(first: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            for n in range(12):
                y = TOP - 40 - n * LEADING
                lines(canvas, str(first + n), x=40, y=y, size=8)
                lines(canvas, LINE, y=y)

        return draw

    transcript = transcript_of(tmp_path / "source.pdf", page(1), page(13))
    assert transcript.text.split() == (LINE.split() * 24)
    assert len(transcript.drops) == 24


@pytest.mark.parametrize(
    ("numbered", "gone"),
    [
        pytest.param([(1, 6), (7, 6), (13, 1)], 13, id="they go on"),
        pytest.param([(1, 6), (8, 6), (14, 1)], 0, id="one is missing"),
        pytest.param([(1, 6), (7, 6), (40, 1)], 12, id="another number stands alone"),
        pytest.param([(1, 6)], 0, id="on one page"),
    ],
)
def test_the_numbers_of_lines_go_on_behind_pages_without_any(
    numbered: list[tuple[int, int]], gone: int, tmp_path: Path
) -> None:
    def page(number: int, count: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            for n in range(count):
                y = TOP - 40 - n * LEADING
                lines(canvas, str(number + n), x=40, y=y, size=8)
                lines(canvas, LINE, y=y)
            # What stands in a table has no numbers.
            lines(canvas, *["Nobody knows."] * (9 if count == 1 else 0), y=TOP - 200)

        return draw

    def bare(canvas: Canvas) -> None:
        lines(canvas, LINE, "nobody knows of them.")

    pages = [bare, bare, bare, *(page(number, count) for number, count in numbered), bare]
    assert len(transcript_of(tmp_path / "source.pdf", *pages).drops) == gone


def test_the_numbers_of_lines_may_stand_near_to_them_and_begin_again(tmp_path: Path) -> None:
    def page(count: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            for n in range(count):
                y = TOP - 40 - n * LEADING
                canvas.setFont("Helvetica", 11)
                canvas.drawRightString(LEFT - 10, y, str(1 + n))
                lines(canvas, LINE, y=y)

        return draw

    transcript = transcript_of(tmp_path / "source.pdf", page(12), page(3))
    assert transcript.text.split() == (LINE.split() * 15)
    assert {drop.reason for drop in transcript.drops} == {"is the number of a line"}


def test_small_numbers_count_the_lines_of_a_page_with_a_table_too(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for n in range(8):
            lines(canvas, str(1 + n), x=LEFT - 14, y=TOP - n * LEADING, size=6)
            lines(canvas, LINE, y=TOP - n * LEADING)
        for n, name in enumerate(("Landing", "Upper", "Mill", "Weir", "Ford", "Quay", "Lock")):
            y = TOP - 160 - n * LEADING - (6 if n else 0)
            lines(canvas, name, y=y)
            lines(canvas, "Boats" if n == 0 else str(17 * n), x=LEFT + 200, y=y)

    transcript = transcript_of(tmp_path / "source.pdf", page)
    assert {drop.reason for drop in transcript.drops} == {"is the number of a line"}
    assert transcript.text.split()[: 8 * len(LINE.split())] == LINE.split() * 8
    rows = [line for line in transcript.text.split("\n") if line.startswith("| ")]
    assert rows[0] == "| Landing | Boats |"
    assert rows[2:4] == ["| Upper | 17 |", "| Mill | 34 |"]


def test_numbers_of_paragraphs_stay(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for n in range(8):
            y = TOP - n * 3 * LEADING
            lines(canvas, str(n + 1), x=40, y=y)
            lines(canvas, LINE, "ends.", y=y)

    transcript = transcript_of(tmp_path / "source.pdf", page)
    assert not transcript.drops
    assert blocks(transcript)[2] == f"3 {LINE} ends."


def test_lines_of_an_address_stay_apart_on_either_side(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        for n, text in enumerate(("Guild of Lamps", "4 Quay Street", "Oldbridge")):
            canvas.drawRightString(520, TOP - n * LEADING, text)
        lines(canvas, "The Clerk", "House of Boats", "Oldbridge", y=TOP - 60)
        lines(canvas, LINE, LINE.lower(), "ends.", y=TOP - 140)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[:3] == ["Guild of Lamps", "4 Quay Street", "Oldbridge"]
    assert told[3:6] == ["The Clerk", "House of Boats", "Oldbridge"]
    assert told[6] == f"{LINE} {LINE.lower()} ends."


def full_page(name: str) -> list[str]:
    """Lines of prose, of which no other page has any."""
    return [f"{LINE[: 60 - n]} {name} of {n}" for n in range(35)]


def test_heads_that_name_the_section_of_their_page_are_no_text(tmp_path: Path) -> None:
    heads = ["Of lamps", "Of lamps", "Of oil", "Of men"]

    def page(n: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, heads[n], y=800, size=9)
            if n != 1:
                lines(canvas, heads[n], y=TOP + 30, size=14)
            lines(canvas, *full_page("abcd"[n]))

        return draw

    made = transcript_of(tmp_path / "source.pdf", *map(page, range(4)))
    told = [block for block in blocks(made) if block.startswith("#")]
    assert told == ["## Of lamps", "## Of oil", "## Of men"]
    assert [drop.text for drop in made.drops] == heads


def test_a_head_stands_at_one_distance_from_the_edge_of_pages_of_any_size(tmp_path: Path) -> None:
    def page(n: int) -> Draw:
        height = 842 if n % 2 else 595

        def draw(canvas: Canvas) -> None:
            canvas.setPageSize((1437 - height, height))
            lines(canvas, "Of lamps and oil", y=height - 70, size=9)
            lines(canvas, *full_page("abcd"[n])[:20], y=height - 110)

        return draw

    made = transcript_of(tmp_path / "source.pdf", *map(page, range(4)))
    assert [drop.text for drop in made.drops] == ["Of lamps and oil"] * 4


def test_a_first_line_that_stands_as_high_on_each_page_is_text(tmp_path: Path) -> None:
    def page(n: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            first = ["Lamps", "Oil", "Men", "Lamps"][n]
            lines(canvas, first, *full_page("abcd"[n]), y=790)

        return draw

    made = transcript_of(tmp_path / "source.pdf", *map(page, range(4)))
    assert not made.drops


def test_a_caption_is_apart_from_the_full_line_under_it(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, LINE, "and ends.")
        middle = LEFT + canvas.stringWidth(LINE, "Helvetica", 11) / 2
        canvas.drawCentredString(middle, TOP - 42, "Table 2: Lamps and their cost")
        lines(canvas, LINE, LINE, "and ends again.", y=TOP - 56)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[1] == "Table 2: Lamps and their cost"
    assert len(told) == 3


def test_dots_that_lead_to_a_page_do_not_close_up_the_words_before_them(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, f"What was asked of us {'. ' * 30}7", LINE, LINE)

    told = transcript_of(tmp_path / "source.pdf", page).text
    assert told.startswith("What was asked of us .")


def test_a_border_on_one_side_of_a_box_is_a_line(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, LINE, "it was painted.")
        x = LEFT + canvas.stringWidth("it was painted.", "Helvetica", 11)
        lines(canvas, "1", x=x, y=TOP - 28 + 4, size=7)
        border = canvas.beginPath()
        border.rect(LEFT, 90, 450, 29.5)
        border.rect(LEFT, 90, 450, 30)
        canvas.drawPath(border, fill=1, stroke=0, fillMode=0)
        lines(canvas, "1", y=103, size=5)
        lines(canvas, "Minutes of the works.", x=LEFT + 8, y=100, size=8)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[1] == "[^1]: Minutes of the works."


@pytest.mark.parametrize("gap", [8, 11])
def test_paragraphs_of_one_line_are_parted_by_their_gap(gap: int, tmp_path: Path) -> None:
    """Where most paragraphs have one line, the usual step is the one between two of them."""
    put = f"{LINE.removesuffix(' with care and')} too."

    def page(canvas: Canvas) -> None:
        y = lines(canvas, LINE, LINE, "and so it ends.")
        for _ in range(6):
            y = lines(canvas, put, y=y - gap, x=97)
            y = lines(canvas, "We agree with it, and would go further than that.", y=y - gap)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert len(told) == 13
    assert told[1:3] == [put, "We agree with it, and would go further than that."]


def marked(*parts: tuple[int, float, float]) -> Draw:
    """A page of five lines, of which parts are shaded: the line, and from where to where."""

    def page(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 0)
        for line, start, end in parts:
            canvas.rect(start, TOP - LEADING * line - 3, end - start, LEADING, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        lines(canvas, *[LINE] * 5)

    return page


END = LEFT + stringWidth(LINE, "Helvetica", 11)
WORD = LEFT + stringWidth(LINE[:14], "Helvetica", 11)
NEXT = LEFT + stringWidth(LINE[:30], "Helvetica", 11)


@pytest.mark.parametrize(
    "draw",
    [
        pytest.param(marked((1, WORD, NEXT)), id="some words of a line"),
        pytest.param(marked((1, NEXT, END), (2, LEFT, END), (3, LEFT, WORD)), id="over lines"),
        pytest.param(marked(*((n, LEFT, END) for n in range(5))), id="whole lines"),
        pytest.param(marked((2, LEFT, WORD), (2, WORD, NEXT)), id="piece by piece"),
    ],
)
def test_words_that_are_marked_stay_in_their_lines(draw: Draw, tmp_path: Path) -> None:
    assert blocks(transcript_of(tmp_path / "a.pdf", draw)) == [" ".join([LINE] * 5)]


def test_a_number_in_a_sentence_begins_no_paragraph(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, "Observations on the timetable of the ferries", x=190, y=795, size=14)
        lines(canvas, "A guild of people who cross", x=230, y=772)
        lines(canvas, "The draft moves the first boat from 5.40 to",
              "6.25. That is late for all who work in the", "market, and we ask for an earlier one",
              "on some days of the week.")  # fmt: skip

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[-1].startswith("The draft moves the first boat from 5.40 to 6.25. That is late")


def test_the_number_of_an_only_page_is_no_text(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, "and so on.")
        lines(canvas, "Page 1/1", x=270, y=30, size=9)

    transcript = transcript_of(tmp_path / "source.pdf", page)
    assert blocks(transcript) == [f"{LINE} and so on."]
    assert [drop.text for drop in transcript.drops] == ["Page 1/1"]


@pytest.mark.parametrize(
    ("size", "y", "beside", "order", "kept"),
    [
        (8, 800, "", "-pp-", False),
        (11, 800, "", "-pp-", True),
        (8, 756, "", "-pp-", True),
        (8, 60, "", "-pp-", True),
        (8, 800, "Cost", "-pp-", True),
        (8, 800, "", "-p-p", True),
    ],
    ids=["small and apart", "large", "next to the text", "at the foot", "beside another", "far"],
)
def test_a_small_line_at_the_top_of_two_pages_is_a_running_head(
    size: float, y: float, beside: str, order: str, *, kept: bool, tmp_path: Path
) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, "Of the upper lock", y=y, size=size)
        lines(canvas, beside, y=y, x=400, size=size)
        lines(canvas, *[LINE] * 5, "so on.")

    def other(canvas: Canvas) -> None:
        lines(canvas, *[LINE] * 5, "so on.")

    pages = [page if sign == "p" else other for sign in order]
    told = transcript_of(tmp_path / "source.pdf", *pages)
    assert ("Of the upper lock" in told.text) is kept


def test_the_second_line_of_a_cell_may_stand_below_the_others_of_its_row(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, LINE, "so on.") - 20
        for n, (pier, count, cost) in enumerate(
            [("Pier", "Lamps~lit", "Cost~now"), ("Upper", "77", "18"), ("Ferry~stage", "7", "12")]
        ):
            for cell, x in ((pier, LEFT), (count, 250), (cost, 400)):
                halves = cell.split("~")
                lines(canvas, *halves, x=x, y=y - 36 * n + 7 * (len(halves) - 1))

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[1:] == [
        "| Pier | Lamps lit | Cost now | | --- | --- | --- | | Upper | 77 | 18 |"
        " | Ferry stage | 7 | 12 |"
    ]


@pytest.mark.parametrize(
    ("mark", "cells", "row"),
    [
        ("", ("40",), "| 1 | 40 |"),
        ("", ("Of locks", "They leak"), "| 1 | Of locks | They leak |"),
        ("", ("Of locks", "17"), "| 1 Of locks | 17 |"),
        (".", ("Of locks", "They leak"), "| 1. Of locks | They leak |"),
    ],
    ids=["beside a number", "before words", "of a heading with its page", "of an item"],
)
def test_a_number_at_the_beginning_of_rows_may_be_a_cell(
    mark: str, cells: tuple[str, ...], row: str, tmp_path: Path
) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, LINE, "so on.") - 20
        for n in range(4):
            lines(canvas, f"{n + 1}{mark}", y=y - n * LEADING)
            for x, cell in zip((LEFT + 40, 300), cells, strict=False):
                lines(canvas, cell, x=x, y=y - n * LEADING)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[1].startswith(row)


def test_pages_on_which_all_but_a_small_head_is_one_row_are_read(tmp_path: Path) -> None:
    def page(n: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, "Of lamps", y=800, size=7)
            lines(canvas, f"Picture {n} of the lamps", y=400)

        return draw

    made = transcript_of(tmp_path / "source.pdf", page(1), page(2))
    assert [drop.text for drop in made.drops] == ["Of lamps", "Of lamps"]
    assert blocks(made) == ["Picture 1 of the lamps", "Picture 2 of the lamps"]
