"""PDFs as TeX, troff and makers of journals set them: wide margins, columns, ruled tables."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.intake.readers.pages import LEADING, LEFT, LINE, TOP, Draw, blocks, lines, transcript_of

from consultations.intake.readers.pdf.page.rivers import WordRow, river_gaps

RIGHT = 320
PROSE = "Words of a column that fill it {} and so"


def folio_pages(*folios: str, x: float = 300, y: float = 150) -> list[Draw]:
    """Pages of different words, each with a number that is far from its edge."""

    def page(n: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, *(f"{LINE[: 60 - m]} {'pqrst'[n]} of {m}" for m in range(20)), y=640)
            lines(canvas, folios[n], x=x, y=y)

        return draw

    return [page(n) for n in range(len(folios))]


@pytest.mark.parametrize(
    ("folios", "y"),
    [
        (("1", "2"), 150),
        (("", "- 2 -", "- 3 -"), 690),
        (("iv", "v", "vi"), 150),
        (("", "2"), 150),
        (("", "17", "18", ""), 690),
    ],
)
def test_numbers_that_count_the_pages_are_folios_however_far_from_the_edge(
    folios: tuple[str, ...], y: float, tmp_path: Path
) -> None:
    made = transcript_of(tmp_path / "source.pdf", *folio_pages(*folios, y=y))
    assert [drop.text.replace(" ", "") for drop in made.drops] == [
        folio.replace(" ", "") for folio in folios if folio
    ]


@pytest.mark.parametrize("folios", [("41", "7"), ("", "17"), ("12", "12", "12")])
def test_numbers_that_count_nothing_stay(folios: tuple[str, ...], tmp_path: Path) -> None:
    def moved(n: int, page: Draw) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.translate(0, 9 * n)
            page(canvas)

        return draw

    pages = (moved(n, page) for n, page in enumerate(folio_pages(*folios)))
    assert not transcript_of(tmp_path / "source.pdf", *pages).drops


def columns(canvas: Canvas, *, top: float, lefts: tuple[float, ...], rows: int) -> None:
    """Columns of prose with their lines on the same base lines."""
    width = int(400 / len(lefts) / 4.4)
    for c, x in enumerate(lefts):
        for n in range(rows):
            lines(
                canvas,
                f"T{top:.0f}C{c}N{n} {'words that fill the column ' * 4}"[:width],
                x=x,
                y=top - 12 * n,
                size=9,
            )


@pytest.mark.parametrize(
    ("upper", "lower"),
    [((72, 230, 388), (72, 320)), ((72, 320), (72, 230, 388)), ((72, 320), (72, 196, 320, 444))],
)
def test_a_page_may_part_at_other_places_further_down(
    upper: tuple[float, ...], lower: tuple[float, ...], tmp_path: Path
) -> None:
    def page(canvas: Canvas) -> None:
        columns(canvas, top=700, lefts=upper, rows=9)
        lines(canvas, "Of the mill", y=560, size=15, font="Helvetica-Bold")
        columns(canvas, top=530, lefts=lower, rows=9)

    text = " ".join(blocks(transcript_of(tmp_path / "source.pdf", page)))
    wanted = [
        f"T{top}C{c}N{n} "
        for top, lefts in ((700, upper), (530, lower))
        for c in range(len(lefts))
        for n in range(9)
    ]
    assert "|" not in text
    places = [text.index(mark) for mark in wanted]
    assert places == sorted(places)


def test_a_short_column_beside_a_full_one_is_parted_where_other_pages_part(tmp_path: Path) -> None:
    def full(canvas: Canvas) -> None:
        columns(canvas, top=TOP, lefts=(72, 270), rows=30)

    def short(canvas: Canvas) -> None:
        x = LEFT + canvas.stringWidth(PROSE.format(10), "Helvetica", 10) + 9
        for n in range(10, 36):
            lines(canvas, PROSE.format(n), y=TOP - 12 * n, size=10)
        for n, text in enumerate(("Works cited", "A. Lee, Of oars.")):
            lines(canvas, text, x=x, y=TOP - 12 * (n + 10), size=10)

    def of_that_width(canvas: Canvas) -> None:
        x = LEFT + canvas.stringWidth(PROSE.format(10), "Helvetica", 10) + 9
        for n in range(10, 40):
            lines(canvas, PROSE.format(n), y=TOP - 12 * n, size=10)
            lines(canvas, PROSE.format(n).upper()[:30], x=x, y=TOP - 12 * n, size=10)

    del full
    told = blocks(transcript_of(tmp_path / "source.pdf", of_that_width, short))
    assert any(block.startswith("Works cited") for block in told)


TABLE = "| Year | Boats | Oars | | --- | --- | --- | | 1999 | 3 | 6 | | 2000 | 4 | 8 |"


def ruled_rows(canvas: Canvas, *, left: float, right: float, top: float) -> None:
    """A table with three lines across, as books have them."""
    for y in (top, top - 16, top - 46):
        canvas.line(left, y, right, y)
    for n, row in enumerate((("Year", "Boats", "Oars"), ("1999", "3", "6"), ("2000", "4", "8"))):
        for m, cell in enumerate(row):
            y = top - 12 - 14 * n - (2 if n else 0)
            lines(canvas, cell, x=left + 4 + m * (right - left) / 3, y=y, size=9)


@pytest.mark.parametrize(("left", "right"), [(220, 400), (72, 300), (72, 520)])
def test_a_table_between_three_lines_is_one_over_columns_too(
    left: float, right: float, tmp_path: Path
) -> None:
    def page(canvas: Canvas) -> None:
        ruled_rows(canvas, left=left, right=right, top=TOP)
        columns(canvas, top=TOP - 90, lefts=(72, 320), rows=30)

    assert blocks(transcript_of(tmp_path / "source.pdf", page))[0] == TABLE


def test_columns_between_three_lines_are_no_table(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for y in (TOP + 20, TOP - 20, 100):
            canvas.line(72, y, 520, y)
        columns(canvas, top=TOP, lefts=(72, 320), rows=40)

    assert not any("|" in block for block in blocks(transcript_of(tmp_path / "source.pdf", page)))


@pytest.mark.parametrize(
    "caption", ["Table 1: Boats by year", "Table A.2 – Boats", "Fig. 3. Boats of all"]
)
def test_a_paragraph_goes_on_behind_what_floats_at_the_top_of_the_page(
    caption: str, tmp_path: Path
) -> None:
    def before(canvas: Canvas) -> None:
        lines(canvas, *[f"{LINE} {n}" for n in range(38)])

    def behind(canvas: Canvas) -> None:
        lines(canvas, caption, y=TOP, x=200)
        ruled_rows(canvas, left=200, right=380, top=TOP - 20)
        words = "so it was written down by the clerk of the county, and then it"
        lines(canvas, words, y=TOP - 110)

    told = blocks(transcript_of(tmp_path / "source.pdf", before, behind))
    assert told[0].endswith("37 so it was written down by the clerk of the county, and then it")
    assert told[1:] == [caption, TABLE]


@pytest.mark.parametrize("label", ["1.", "(1)", "1"])
def test_a_note_under_both_columns_is_called_from_one_of_them(label: str, tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        columns(canvas, top=TOP, lefts=(72, 320), rows=45)
        lines(canvas, "It was painted.", x=320, y=TOP - 45 * 12, size=9)
        x = 320 + canvas.stringWidth("It was painted.", "Helvetica", 9)
        lines(canvas, "1", x=x, y=TOP - 45 * 12 + 3, size=6)
        note = (
            f"{label} Minutes of the works of the county, which are kept at the mill near the quay"
        )
        lines(canvas, f"{note} and there alone.", y=150, size=7)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[-1].startswith("[^1]: Minutes of the works")


def test_an_asterisk_of_mathematics_calls_a_note(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, "By Ann Lee", LINE, "ends.")
        x = LEFT + canvas.stringWidth("By Ann Lee", "Helvetica", 11)
        lines(canvas, "\N{ASTERISK OPERATOR}", x=x, y=TOP + 4, size=7, font="Symbol")
        lines(canvas, "\N{ASTERISK OPERATOR}", y=122, size=6, font="Symbol")
        lines(canvas, "Of the Guild.", x=LEFT + 6, y=120, size=8)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[0].startswith("By Ann Lee[^star]")
    assert "[^star]: Of the Guild." in told


def test_works_that_notes_at_the_foot_do_not_call_stay_a_list(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, "it was painted.", LINE, "it was closed.")
        for n, words in ((1, "it was painted."), (3, "it was closed.")):
            x = LEFT + canvas.stringWidth(words, "Helvetica", 11)
            lines(canvas, str(n // 2 + 1), x=x, y=TOP - n * LEADING + 4, size=6)
        lines(canvas, "References", y=600, size=14)
        lines(canvas, "[1] A. Lee, Of oars, 1901.", y=570)
        lines(canvas, "[2] B. Fox, Of boats, 1902.", y=545)
        lines(canvas, "1 Minutes of May.", "2 Minutes of June.", y=120, size=8)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert "[1] A. Lee, Of oars, 1901." in told
    assert "[^1]: Minutes of May." in told


def cover(canvas: Canvas, *, with_text: bool) -> None:
    """A title with what stands around it on a cover."""
    bold = "Helvetica-Bold"
    lines(canvas, "HARBOUR PANEL", y=720, size=14, font=bold)
    lines(canvas, "Of lamps and oil", y=650, size=24, font=bold)
    lines(canvas, "Ann Lee and Bo Fox", y=600, size=13)
    lines(canvas, "4 May 2021", y=570, size=13)
    if with_text:
        lines(canvas, "Summary", y=530, size=16)
        lines(canvas, LINE, LINE, LINE, "ends.", y=500)


@pytest.mark.parametrize("with_text", [True, False])
def test_of_a_cover_the_title_alone_is_a_heading(with_text: bool, tmp_path: Path) -> None:
    def text(canvas: Canvas) -> None:
        lines(canvas, "1 Lamps", y=TOP, size=16)
        lines(canvas, *[LINE] * 20, "ends.", y=TOP - 30)

    made = transcript_of(
        tmp_path / "source.pdf", lambda canvas: cover(canvas, with_text=with_text), text
    )
    told = [block.lstrip("# ") for block in blocks(made) if block.startswith("#")]
    assert told == ["Of lamps and oil", *(["Summary"] if with_text else []), "1 Lamps"]


def test_a_line_of_the_first_page_that_looks_as_later_headings_do_is_one(tmp_path: Path) -> None:
    def first(canvas: Canvas) -> None:
        lines(canvas, "Of lamps and oil", y=720, size=24)
        lines(canvas, "The first part", y=680, size=16)
        lines(canvas, "Lamps", y=650, size=13)
        lines(canvas, LINE, LINE, LINE, "ends.", y=620)

    def later(canvas: Canvas) -> None:
        lines(canvas, "The second part", y=TOP, size=16)
        lines(canvas, *[LINE] * 20, "ends.", y=TOP - 30)

    told = blocks(transcript_of(tmp_path / "source.pdf", first, later))
    heads = [block.lstrip("# ") for block in told if block.startswith("#")]
    assert heads == ["Of lamps and oil", "The first part", "Lamps", "The second part"]


def test_a_heading_right_under_a_table_is_none_of_its_rows(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, "as follows:")
        for n, (one, other) in enumerate((("Ann Lee", "Quay"), ("Bo Fox", "Mill"), ("Cy", "Sea"))):
            lines(canvas, one, y=680 - n * LEADING)
            lines(canvas, other, x=250, y=680 - n * LEADING)
        lines(canvas, "2 Lamps", y=680 - 3 * LEADING - 3, size=14)
        lines(canvas, *[LINE] * 5, "ends.", y=610)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert "## 2 Lamps" in told or "# 2 Lamps" in told


@pytest.mark.parametrize(("words", "size"), [("Chapter", 18), ("Question", 11)])
def test_what_begins_each_page_is_no_running_head(words: str, size: int, tmp_path: Path) -> None:
    def page(n: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, f"{words} {n + 1}", y=700, size=size)
            lines(canvas, *(f"{LINE[: 60 - m]} {'pqrs'[n]} of {m}" for m in range(20)), y=660)

        return draw

    made = transcript_of(tmp_path / "source.pdf", *map(page, range(4)))
    assert not made.drops


@pytest.mark.parametrize("top", [800, 720])
def test_a_head_that_stands_on_few_pages_is_known_by_those_of_others(
    top: int, tmp_path: Path
) -> None:
    heads = ["Of lamps"] * 3 + ["Of oil"] * 2 + ["Of men"] * 3

    def page(n: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, heads[n], y=top, size=9)
            body = [f"{LINE[: 60 - m]} {'abcdefgh'[n]} of {m}" for m in range(35)]
            lines(canvas, *body, y=top - 40)

        return draw

    made = transcript_of(tmp_path / "source.pdf", *map(page, range(8)))
    assert [drop.text for drop in made.drops] == heads


def test_a_note_whose_words_come_again_is_no_running_head(tmp_path: Path) -> None:
    def page(n: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, *(f"{LINE[: 60 - m]} {'pqrs'[n]} of {m}" for m in range(20)))
            words = "It was painted."
            lines(canvas, words, y=TOP - 20 * LEADING)
            x = LEFT + canvas.stringWidth(words, "Helvetica", 11)
            lines(canvas, str(n + 5), x=x, y=TOP - 20 * LEADING + 4, size=6)
            lines(canvas, f"{n + 5}. See the minutes.", y=90, size=8)

        return draw

    made = transcript_of(tmp_path / "source.pdf", *map(page, range(4)))
    assert not made.drops
    assert made.text.count("]: See the minutes.") == 4


def test_a_head_that_stands_once_is_known_by_the_heading_that_it_repeats(tmp_path: Path) -> None:
    sections = ["Of lamps", "Of oil", "Of oil", "Of oil", "Of men"]

    def page(n: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            if (n > 0 and sections[n] == sections[n - 1]) or n == 1:
                lines(canvas, "Of lamps" if n == 1 else sections[n], y=800)
            else:
                lines(canvas, sections[n], y=TOP, size=20)
            lines(canvas, *(f"{LINE[: 60 - m]} {'pqrst'[n]} of {m}" for m in range(20)), y=680)

        return draw

    made = transcript_of(tmp_path / "source.pdf", *map(page, range(5)))
    heads = [block for block in blocks(made) if block.startswith("#")]
    assert [head.lstrip("# ") for head in heads] == ["Of lamps", "Of men"]
    assert [drop.text for drop in made.drops] == ["Of lamps", "Of oil", "Of oil"]


def test_the_head_and_the_number_of_a_turned_page_are_none_of_its_text(tmp_path: Path) -> None:
    def upright(n: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, "Of lamps", y=TOP, size=20) if n == 0 else lines(canvas, LINE, y=TOP)
            lines(canvas, *(f"{LINE[: 60 - m]} {'pqrst'[n]} of {m}" for m in range(20)), y=680)
            lines(canvas, str(n + 1), x=300, y=40)

        return draw

    def turned(canvas: Canvas) -> None:
        canvas.translate(0, 842)
        canvas.rotate(-90)
        lines(canvas, *[LINE] * 20, y=480)
        canvas.rotate(90)
        canvas.translate(0, -842)
        lines(canvas, "Of lamps", y=800)
        lines(canvas, "4", x=300, y=40)
        lines(canvas, "Costs in full", x=300, y=400)

    made = transcript_of(tmp_path / "source.pdf", *map(upright, range(3)), turned)
    page = made.text[made.pages[3].offset :]
    assert "Costs in full" in page
    assert "Of lamps" not in page
    assert not any(block == "4" for block in blocks(made))
    assert [drop.kind for drop in made.drops if drop.page == "4"] == ["running-header", "folio"]


def test_a_cover_has_the_title_though_chapters_are_set_larger(tmp_path: Path) -> None:
    def cover(canvas: Canvas) -> None:
        lines(canvas, "The lamps of the quay", y=600, size=16)
        lines(canvas, "May 2021", y=560)

    def chapter(n: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, ("Of oil", "Of men", "Of ships")[n], y=TOP, size=24)
            lines(canvas, *[LINE] * 20, "ends.", y=TOP - 40)

        return draw

    told = blocks(transcript_of(tmp_path / "source.pdf", cover, *map(chapter, range(3))))
    heads = [block for block in told if block.startswith("#")]
    assert heads == ["# The lamps of the quay", "## Of oil", "## Of men", "## Of ships"]


def test_a_paragraph_goes_on_with_a_page_that_begins_without_an_indent(tmp_path: Path) -> None:
    def page(*firsts: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            y: float = TOP
            for first in firsts:
                lines(canvas, f"Of it {LINE}", x=LEFT + first, y=y, size=10)
                y = lines(canvas, f"And {LINE} of it all.", y=y - LEADING, size=10)

        return draw

    made = transcript_of(tmp_path / "source.pdf", page(0, 18, 18, 18), page(0, 18, 18))
    assert len(blocks(made)) == 6
    made = transcript_of(tmp_path / "source.pdf", page(0, 18, 18, 18), page(18, 18, 18))
    assert len(blocks(made)) == 7


def test_a_heading_row_whose_cells_nearly_touch_is_parted_as_the_rows_under_it(
    tmp_path: Path,
) -> None:
    def page(canvas: Canvas) -> None:
        for y in (720, 700, 640):
            canvas.line(LEFT, y, 300, y)
        end = LEFT + canvas.stringWidth("Kind of lamp lit", "Helvetica", 11)
        for n, (one, other) in enumerate(
            (("Kind of lamp lit", "Price"), ("Oil", "4"), ("Wax", "70"), ("Gas", "9"))
        ):
            lines(canvas, one, y=706 - n * LEADING - (6 if n else 0))
            lines(canvas, other, x=end + 13, y=706 - n * LEADING - (6 if n else 0))
        # Its words leave white under that between the columns, by chance.
        lines(canvas, "The clerk of the", y=620)
        lines(canvas, "quay wrote of this.", x=end + 6, y=620)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[0] == (
        "| Kind of lamp lit | Price | | --- | --- | | Oil | 4 | | Wax | 70 | | Gas | 9 |"
    )


def _row(*gaps: int) -> WordRow:
    """A row of type of 10 points with words between gaps that are 12 points wide."""
    lefts, rights = (0, *(gap + 12 for gap in gaps)), (*gaps, 200)
    return WordRow(tuple(zip(map(float, lefts), map(float, rights), strict=True)), 10.0)


def test_white_that_is_no_wider_than_the_gaps_of_words_is_no_river() -> None:
    by_chance = [_row(20, 60, 100, 150), _row(40, 80, 100, 170), _row(30, 100, 130, 160)]
    cells = [_row(20, 60, 100, 150)] * 3
    assert not any(river_gaps(by_chance))
    assert all(len(found) == 4 for found in river_gaps(cells))


def test_a_line_of_text_over_a_table_with_a_blank_where_its_columns_part_is_none_of_it() -> None:
    text = WordRow(((0.0, 60.0), (65.0, 200.0)), 10.0)
    found = river_gaps([text, *[_row(20, 60, 100, 150)] * 6])
    assert found[0] == []
    assert all(len(white) == 4 for white in found[1:])


def test_a_page_of_two_pages_has_both_their_numbers(tmp_path: Path) -> None:
    def spread(n: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            body = [f"{LINE[: 60 - m]} {'pqrst'[n]} of {m}" for m in range(20)]
            if n:
                lines(canvas, *body, x=40, y=480)
                lines(canvas, f"{2 * n} Of lamps", x=40, y=30)
            if n < 4:
                lines(canvas, *reversed(body), x=460, y=480)
                lines(canvas, f"Of oil {2 * n + 1}", x=460, y=30)

        return draw

    made = transcript_of(tmp_path / "source.pdf", *map(spread, range(5)), size=(842, 540))
    assert [page.label for page in made.pages] == ["1", "2–3", "4–5", "6–7", "8"]


def test_the_left_page_of_two_is_read_before_the_right_one(tmp_path: Path) -> None:
    def spread(n: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            for side, x in enumerate((40, 460)):
                y = 430.0
                for k in range(3):
                    begin = f"{2 * n + side}.{k} {LINE[:50]}"
                    y = lines(canvas, begin, LINE[:60], f"{'pqrst'[n]} ends.", x=x, y=y) - LEADING
                lines(canvas, f"On {n} {side} goes the boat.", x=x, y=y)
                lines(canvas, f"{2 * n + side} Of lamps", x=x, y=30)

        return draw

    spreads = map(spread, range(1, 5))
    told = blocks(transcript_of(tmp_path / "source.pdf", *spreads, size=(842, 540)))
    begun = ["2.0", "2.1", "2.2", "On ", "3.0", "3.1", "3.2", "On ", "4.0"]
    assert [text[:3] for text in told[:9]] == begun


def test_a_running_head_whose_number_is_that_of_a_note_of_its_page_is_no_note(
    tmp_path: Path,
) -> None:
    def page(n: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, *(f"{LINE[: 60 - m]} {'pqrst'[n]} of {m}" for m in range(20)))
            if n == 2:
                lines(canvas, "It was painted.", y=TOP - 20 * LEADING)
                x = LEFT + canvas.stringWidth("It was painted.", "Helvetica", 11)
                lines(canvas, "3", x=x, y=TOP - 20 * LEADING + 4, size=6)
                lines(canvas, "3. See the minutes.", y=90, size=8)
            lines(canvas, f"{n + 1} Of lamps", y=40, size=8)

        return draw

    made = transcript_of(tmp_path / "source.pdf", *map(page, range(5)))
    assert [drop.text for drop in made.drops] == [f"{n + 1} Of lamps" for n in range(5)]
    assert "[^3]: See the minutes." in blocks(made)


def test_a_table_goes_on_at_the_top_of_the_next_column(tmp_path: Path) -> None:
    def table(canvas: Canvas, left: int, top: int, *rows: tuple[str, str]) -> None:
        for n in range(len(rows) + 1):
            canvas.line(left, top - 20 * n, left + 200, top - 20 * n)
        for x in (left, left + 80, left + 200):
            canvas.line(x, top, x, top - 20 * len(rows))
        for n, cells in enumerate(rows):
            for x, words in zip((left + 4, left + 84), cells, strict=True):
                lines(canvas, words, x=x, y=top - 14 - 20 * n)

    def page(canvas: Canvas) -> None:
        body = [f"Words of a column that fill it {n} and" for n in range(30)]
        lines(canvas, *body, x=LEFT)
        table(canvas, LEFT, 310, ("Year", "Lamps"), ("1990", "12 of oil"))
        table(canvas, 310, 750, ("Year", "Lamps"), ("1991", "14 of oil"))
        lines(canvas, *body, x=310, y=690)

    told = [one for one in blocks(transcript_of(tmp_path / "s.pdf", page)) if one[0] == "|"]
    assert told == ["| Year | Lamps | | --- | --- | | 1990 | 12 of oil | | 1991 | 14 of oil |"]


@pytest.mark.parametrize(
    ("behind", "stays"), [("title page", False), ("over a chapter", False), ("chapter", True)]
)
def test_the_title_is_kept_once(behind: str, stays: bool, tmp_path: Path) -> None:
    def cover(canvas: Canvas) -> None:
        lines(canvas, "Lamps of the quay", y=600, size=30)

    def title_page(canvas: Canvas) -> None:
        lines(canvas, "Lamps of the quay", y=600, size=30)
        lines(canvas, LINE, "as the keeper says.", y=500)

    def chapter(canvas: Canvas) -> None:
        if behind == "over a chapter":
            lines(canvas, "Lamps of the quay", y=760, size=30)
        lines(canvas, "Of oil", y=700, size=18)
        lines(canvas, *[LINE] * 20, "ends.", y=660)
        if behind == "chapter":
            lines(canvas, "Lamps of the quay", y=330, size=30)
            lines(canvas, *[LINE] * 10, "ends.", y=290)

    def foreword(canvas: Canvas) -> None:
        lines(canvas, "Foreword", y=700, size=18)
        lines(canvas, *[LINE] * 20, "is said.", y=660)

    pages = [cover, title_page] if behind == "title page" else [cover]
    made = transcript_of(tmp_path / "source.pdf", *pages, foreword, chapter)
    titles = [block for block in blocks(made) if block.lstrip("# ") == "Lamps of the quay"]
    assert len(titles) == (2 if stays else 1)
    assert [drop.text for drop in made.drops] == ([] if stays else ["Lamps of the quay"])
