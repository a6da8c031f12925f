"""PDFs with words beside the text: in margins, in other columns, over them, at the top of pages."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.intake.readers.pages import LEADING, LEFT, LINE, TOP, Draw, blocks, lines, transcript_of

NARROW = "and words enough to fill the line of it"


def column(canvas: Canvas, name: str, count: int, *, x: float, y: float = TOP) -> float:
    """Draw a column of prose; give the place of the next line."""
    texts = [f"{name} {n} {NARROW}" for n in range(count)]
    return lines(canvas, *texts, x=x, y=y, size=10)


@pytest.mark.parametrize(
    ("notes", "x", "size"),
    [
        (("The key is lost",), LEFT + 460, 8),
        (("The key of the", "upper lock is lost"), 8, 7),
        (("THE KEY", "IS LOST"), LEFT + 470, 8),
    ],
)
def test_what_stands_in_small_type_beside_the_text_comes_after_its_paragraph(
    notes: tuple[str, ...], x: float, size: float, tmp_path: Path
) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, LINE, f"we say {LINE[:70]}", LINE, "that is all of it.", size=10)
        lines(canvas, *notes, x=x, y=TOP - LEADING - 1.5, size=size, leading=9)
        lines(canvas, f"Of locks, {LINE}", "and no more.", y=y - 8, size=10)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[0] == f"{LINE} we say {LINE[:70]} {LINE} that is all of it."
    assert told[1:] == [" ".join(notes), f"Of locks, {LINE} and no more."]


def test_a_paragraph_goes_on_over_the_page_behind_a_note_in_the_margin(tmp_path: Path) -> None:
    def begins(canvas: Canvas) -> None:
        lines(canvas, *[LINE] * 4, size=10)
        lines(canvas, "The key is lost", x=LEFT + 460, y=TOP - 3 * LEADING, size=8)

    def ends(canvas: Canvas) -> None:
        lines(canvas, f"so it was, and {LINE[:70]}", *[LINE] * 3, "ends.", size=10)

    told = blocks(transcript_of(tmp_path / "source.pdf", begins, ends))
    assert told[0].endswith("ends.")
    assert told[1:] == ["The key is lost"]


def test_a_page_may_have_more_of_its_small_type_than_of_its_text(tmp_path: Path) -> None:
    """A note at its foot may be longer than the text, and be set as those beside this."""

    def page(canvas: Canvas) -> None:
        low = lines(canvas, *[LINE] * 4)
        lines(canvas, "Piers are", "looked at", x=LEFT + 440, y=TOP - LEADING, size=8, leading=9)
        lines(canvas, *[LINE] * 9, y=low - 60, size=8, leading=9)

    def plain(canvas: Canvas) -> None:
        lines(canvas, *[LINE] * 12)

    found = blocks(transcript_of(tmp_path / "source.pdf", page, plain))
    assert found[:2] == [" ".join([LINE] * 4), "Piers are looked at"]


def test_a_page_in_small_type_has_notes_beside_it_too(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, *[LINE] * 4, size=8, leading=10)
        lines(canvas, "Piers are", "looked at", x=LEFT + 340, y=TOP - 10, size=6, leading=7)

    def plain(canvas: Canvas) -> None:
        lines(canvas, *[LINE] * 12)

    found = blocks(transcript_of(tmp_path / "source.pdf", page, plain))
    assert found[:2] == [" ".join([LINE] * 4), "Piers are looked at"]


def test_numbers_of_paragraphs_and_small_lines_beside_nothing_are_no_notes(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, "1.2", x=40, size=8)
        y = lines(canvas, LINE, LINE, LINE, "that is all.", size=10)
        lines(canvas, "Printed by the mill", x=8, y=y - 40, size=8)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[0].startswith("1.2")
    assert told[-1] == "Printed by the mill"


def test_a_short_line_over_three_columns_is_read_before_them(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Oblique", 10)
        for n in range(3):
            for k in range(9):
                text = f"C{n} {k} and words of it so"
                lines(canvas, text, x=LEFT + 156 * n, y=TOP - 30 - 12 * k, size=10)
        right = LEFT + 312 + canvas.stringWidth("C0 8 and words of it so", "Helvetica", 10)
        canvas.drawCentredString((LEFT + right) / 2, TOP, "A paper of the quay")

    text = " ".join(blocks(transcript_of(tmp_path / "source.pdf", page)))
    assert text.startswith("A paper of the quay C0 0")


def test_a_raised_figure_is_of_its_own_column_however_near_another_line_stands(
    tmp_path: Path,
) -> None:
    def page(canvas: Canvas) -> None:
        y = column(canvas, "Left", 20, x=LEFT)
        lines(canvas, *["a small line under the column"] * 3, y=y + 3, size=8, leading=10)
        y = column(canvas, "Right", 20, x=330)
        lines(canvas, "it was painted.", x=330, y=y, size=10)
        x = 330 + canvas.stringWidth("it was painted.", "Helvetica", 10)
        lines(canvas, "4", x=x, y=y + 3.2, size=7)
        lines(canvas, f"Then {NARROW}", x=330, y=y - LEADING, size=10)

    text = transcript_of(tmp_path / "source.pdf", page).text
    assert "it was painted.<sup>4</sup>" in text


def test_a_note_goes_on_at_the_foot_of_the_next_column(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        column(canvas, "Left", 30, x=LEFT)
        lines(canvas, "It was painted.", x=LEFT, y=TOP - 30 * LEADING, size=10)
        x = LEFT + canvas.stringWidth("It was painted.", "Helvetica", 10)
        lines(canvas, "1", x=x, y=TOP - 30 * LEADING + 4, size=7)
        column(canvas, "Right", 31, x=330)
        foot = TOP - 33 * LEADING
        canvas.line(LEFT, foot + 12, LEFT + 80, foot + 12)
        lines(canvas, "1 Minutes of the works, and of the", y=foot, size=8)
        canvas.line(330, foot + 12, 410, foot + 12)
        lines(canvas, "painters, who were asked.", x=330, y=foot, size=8)

    text = transcript_of(tmp_path / "source.pdf", page).text
    assert "[^1]: Minutes of the works, and of the painters, who were asked.\n\n" in text


def test_a_drawn_bullet_of_one_column_stands_beside_a_line_of_another(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        column(canvas, "Left", 12, x=LEFT)
        for n in range(3):
            y = TOP - 4 * n * LEADING
            canvas.circle(338, y + 3.5, 1.8, stroke=0, fill=1)
            lines(canvas, f"item {n} {NARROW}", *[NARROW] * 3, x=350, y=y, size=10)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert [one[:8] for one in told[1:]] == ["- item 0", "- item 1", "- item 2"]


def test_a_first_line_of_text_as_high_as_the_heads_of_other_pages_stays(tmp_path: Path) -> None:
    def with_head(name: str, number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, name, size=10)
            lines(canvas, f"Of {number}, {LINE}", *[LINE] * 20, y=TOP - 40, size=10)

        return draw

    def without(canvas: Canvas) -> None:
        lines(canvas, f"Of oars alone, {LINE[:60]}", *[LINE] * 20, size=10)

    heads = [with_head(name, n) for n, name in enumerate(["Quays", "Quays", "Tolls", "Tolls"] * 2)]
    text = transcript_of(tmp_path / "source.pdf", *heads, without).text
    assert "Of oars alone" in text
    assert "Quays" not in text


def test_what_is_set_in_within_a_box_is_no_quotation(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, LINE, LINE, "as they told us:")
        canvas.rect(LEFT, y - 60, 460, 60)
        words = "Recommendation 1: that every lamp of the bridge be lit, and the"
        lines(canvas, words, words, "keeper paid.", x=LEFT + 40, y=y - 18)
        lines(canvas, LINE, "so on.", y=y - 80)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[1].startswith("Recommendation 1")


@pytest.mark.parametrize(
    ("under", "order"),
    [
        ([f"Under {NARROW}", "and no more"], ["Left 0", "Of locks", "Under", "Right 0"]),
        (["Ann Ferry", "Jan Reed", "Bea Moss", "Ole Lock"], ["Left 0", "Right 0", "Of locks"]),
    ],
    ids=["over the left column alone", "over the page"],
)
def test_a_heading_under_a_short_right_column_belongs_to_what_is_under_it(
    under: list[str], order: list[str], tmp_path: Path
) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, *[f"Left {n} {NARROW} of us" for n in range(12)], size=10)
        column(canvas, "Right", 6, x=320)
        y = lines(canvas, "Of locks", y=y - 10, size=14)
        lines(canvas, *under, y=y - 4, size=10)

    told = "\n".join(blocks(transcript_of(tmp_path / "source.pdf", page)))
    places = [told.index(words) for words in order]
    assert places == sorted(places)


def _beside(left: Sequence[int], right: Sequence[int]) -> Draw:
    """Two columns of paragraphs with so many lines each, a row as high as the longer one."""

    def page(canvas: Canvas) -> None:
        y = TOP
        for n, counts in enumerate(zip(left, right, strict=True)):
            for side, count in enumerate(counts):
                column(canvas, f"{'LR'[side]}{n}", count, x=LEFT + 250 * side, y=y)
            y -= max(counts) * LEADING + 8

    return page


@pytest.mark.parametrize(
    ("left", "right", "is_table"),
    [([4, 3, 4], [4, 3, 4], False), ([4, 3, 4], [4, 4, 3], True),
     ([2, 2, 2, 2], [2, 2, 2, 2], True)],
    ids=["as long", "not as long", "all of one height"],
)  # fmt: skip
def test_paragraphs_that_begin_together_are_cells_where_their_heights_are_those_of_rows(
    left: list[int], right: list[int], is_table: bool, tmp_path: Path
) -> None:
    told = transcript_of(tmp_path / "source.pdf", _beside(left, right)).text
    assert ("| --- |" in told) == is_table
    assert is_table or told.index("L2") < told.index("R0")


def test_a_bold_line_that_fills_its_column_is_a_heading_by_the_white_under_it(
    tmp_path: Path,
) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, *[LINE] * 4)
        y = lines(canvas, LINE[:80], y=y - 8, font="Helvetica-Bold")
        lines(canvas, *[LINE] * 3, y=y - 2)

    assert f"# {LINE[:80]}" in blocks(transcript_of(tmp_path / "source.pdf", page))


@pytest.mark.parametrize(
    ("above", "bold", "below"),
    [("and so it is told by the", LINE[:80], "and by others too."),
     (LINE, LINE[:80], "So it is."),
     ("and so it is told.", LINE[:80], "and by others too."),
     ("and so it is told.", f"{LINE[:77]} of", "Ann Moss and others.")],
    ids=["both", "begun above", "goes on below", "ends in a small word"],
)  # fmt: skip
def test_a_bold_line_inside_a_sentence_is_no_heading(
    above: str, bold: str, below: str, tmp_path: Path
) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, LINE, LINE, above)
        y = lines(canvas, bold, y=y - 2, font="Helvetica-Bold")
        lines(canvas, below, LINE, y=y - 2)

    assert "#" not in transcript_of(tmp_path / "source.pdf", page).text


def test_a_title_with_a_date_beside_it_leaves_headings_over_both_columns(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, "The Lamp Keeper", size=24)
        lines(canvas, "May 2014", x=LEFT + 400, size=10)
        y: float = TOP
        for name, head in (("first", "Oil is dear"), ("second", "A quay falls in")):
            lines(canvas, head, y=y - 40, size=18)
            column(canvas, f"{name} left", 8, x=LEFT, y=y - 64)
            y = column(canvas, f"{name} right", 8, x=LEFT + 240, y=y - 64)

    told = transcript_of(tmp_path / "source.pdf", page).text
    order = ("Oil is", "first left 7", "first right 7", "A quay", "second left 0", "second right 0")
    assert "|" not in told
    assert [told.index(words) for words in order] == sorted(told.index(words) for words in order)
