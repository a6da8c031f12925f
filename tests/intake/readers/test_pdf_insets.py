"""PDFs whose paragraphs and items are set in from the edge of their column, and what that says."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.intake.readers.pages import LEADING, LEFT, LINE, Draw, blocks, lines, transcript_of

QUOTED = (
    "I have kept the lamps of this pier since the year of the flood, and in",
    "all that time nobody has asked me what it costs to keep them clean and",
    "lit through a winter of storms.",
)


def _inset(canvas: Canvas, *texts: str, y: float, font: str) -> float:
    return lines(canvas, *texts, y=y - 8, x=LEFT + 30, font=font) - 8


def _page(before: str, *quoted: str, font: str = "Helvetica", first: str = LINE) -> Draw:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, first, before)
        y = _inset(canvas, *quoted, y=y, font=font)
        lines(canvas, LINE, "so on.", y=y)

    return page


def _under_a_flush_number(canvas: Canvas) -> None:
    y = lines(canvas, f"3. {LINE}", "so on.")
    y = lines(canvas, "4. As the keeper says:", y=y - 8)
    y = _inset(canvas, "I have kept the lamps.", y=y, font="Helvetica")
    lines(canvas, LINE, "so on.", y=y)


def _led_in_by_an_indent(lead: str, *quoted: str) -> Draw:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, LINE, "so on.")
        y = lines(canvas, lead, y=y - 8, x=LEFT + 30)
        y = lines(canvas, *quoted, y=y - 8, x=LEFT + 30)
        lines(canvas, LINE, "so on.", y=y - 8)

    return page


@pytest.mark.parametrize(
    "page",
    [
        _page("so says the keeper.", *QUOTED),
        _page("as the keeper says:", *QUOTED[:1], QUOTED[2]),
        _page("so says the keeper.", *QUOTED[:1], QUOTED[2], font="Helvetica-Oblique"),
        _page("as the keeper says:", "I have kept the lamps."),
        _page("as the keeper says:", "I have kept the lamps.", first=f"4. {LINE}"),
        _under_a_flush_number,
    ],
    ids=[
        "three lines",
        "two behind a colon",
        "two in italics",
        "one sentence behind a colon",
        "behind a number",
        "behind one line with a number",
    ],
)
def test_a_paragraph_that_keeps_away_from_both_edges_is_a_quotation(
    page: Draw, tmp_path: Path
) -> None:
    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert [block[:3] for block in told][-3:] == [told[-3][:3], "> I", "The"]


WIDE = LINE + " the"
"""It reaches the right edge from where it is set in."""


@pytest.mark.parametrize(
    "page",
    [
        _led_in_by_an_indent("So says the keeper.", *QUOTED[:1], QUOTED[2]),
        _led_in_by_an_indent("As the keeper says:", *QUOTED[:1], QUOTED[2]),
        _led_in_by_an_indent("As the keeper says:", LINE[:-9], "and so on."),
        _led_in_by_an_indent("We ask for two things:", "(a) lamps", "(b) oil"),
    ],
    ids=["no colon", "a label", "as far as the text on the right", "items"],
)
def test_what_begins_as_far_in_as_a_paragraph_is_no_quotation_by_that(
    page: Draw, tmp_path: Path
) -> None:
    assert "> " not in transcript_of(tmp_path / "source.pdf", page).text


def _hanging(canvas: Canvas) -> None:
    y = lines(canvas, LINE, "so on.")
    y = lines(canvas, "(a)", y=y - 8) + LEADING
    lines(canvas, *QUOTED, y=y, x=LEFT + 30)


def _under_a_number(canvas: Canvas) -> None:
    y = lines(canvas, LINE, "so on.")
    y = lines(canvas, "4. Of the lamps the keeper says this:", y=y - 8)
    lines(canvas, *QUOTED, y=y - 8, x=LEFT + 30)


def _under_a_hanging_number(canvas: Canvas) -> None:
    y = lines(canvas, f"3. {LINE}") - 8
    y = lines(canvas, "so on.", y=y + 8, x=LEFT + 30)
    y = lines(canvas, "4. Of the lamps:", y=y - 8)
    y = lines(canvas, "They are of iron.", y=y - 8, x=LEFT + 30)
    lines(canvas, LINE, "so on.", y=y - 8)


def _to_the_edge(canvas: Canvas) -> None:
    y = lines(canvas, LINE, "so says the keeper:")
    lines(canvas, *(LINE[:-8] for _ in range(3)), y=y - 8, x=LEFT + 30)


def _last(canvas: Canvas) -> None:
    y = lines(canvas, LINE, "so says the keeper:")
    lines(canvas, "I have kept the lamps.", y=y - 8, x=LEFT + 30)


def _before_more(canvas: Canvas) -> None:
    y = lines(canvas, LINE, "these are the lamps:")
    for n in range(3):
        lines(canvas, f"Lamp {n} is of iron.", y=y - 8 - n * 24, x=LEFT + 30)
    lines(canvas, LINE, "so on.", y=y - 90)


def _address(canvas: Canvas) -> None:
    y = lines(canvas, LINE, "so on, to be sent to:")
    lines(canvas, "The Lamp House at the end of the", "Pier, by the stairs", y=y - 8, x=LEFT + 200)


def _about_one_middle(canvas: Canvas) -> None:
    y = lines(canvas, LINE, "so says the keeper:")
    for n, text in enumerate(("Lamps of the pier", "and what it has cost us to keep", "them lit")):
        canvas.drawCentredString(300, y - 8 - n * LEADING, text)


@pytest.mark.parametrize(
    "page",
    [
        _hanging,
        _under_a_number,
        _under_a_hanging_number,
        _to_the_edge,
        _about_one_middle,
        pytest.param(_page("these are the lamps:", "of the upper pier"), id="no sentence"),
        pytest.param(_page("so says the keeper.", "I have kept the lamps."), id="no colon"),
        _last,
        _before_more,
    ],
)
def test_what_is_set_in_otherwise_is_none(page: Draw, tmp_path: Path) -> None:
    assert ">" not in transcript_of(tmp_path / "source.pdf", page).text


@pytest.mark.parametrize(
    ("page", "kept"),
    [(_to_the_edge, 1), (_page("so says the keeper.", *(LINE[:-8] for _ in range(2))), 1),
     (_hanging, 0), (_under_a_hanging_number, 0), (_last, 0), (_about_one_middle, 0),
     (_address, 0)],
    ids=["led in", "two lines", "item", "hanging number", "one line", "one middle", "address"],
)  # fmt: skip
def test_a_paragraph_further_in_than_the_text_above_keeps_its_indent(
    page: Draw, kept: int, tmp_path: Path
) -> None:
    """The rules judge by the words above it whether it is a quotation."""
    told = transcript_of(tmp_path / "source.pdf", page).text.split("\n\n")
    assert sum(block.startswith("    T") for block in told) == kept


def test_items_go_on_over_a_page_as_deep_as_they_are(tmp_path: Path) -> None:
    def first(canvas: Canvas) -> None:
        y = lines(canvas, LINE, "the lamps:")
        y = lines(canvas, "• of the pier;", y=y - 8, x=LEFT + 18)
        lines(canvas, "• of the harbour, that is", y=y, x=LEFT + 18)

    def second(canvas: Canvas) -> None:
        y = lines(canvas, "– the red one; and", "– the green one; and", x=LEFT + 36)
        y = lines(canvas, "• of the clerk.", y=y, x=LEFT + 18)
        lines(canvas, LINE, "so on.", y=y - 8)

    told = transcript_of(tmp_path / "source.pdf", first, second).text
    assert "\n    - the red one; and\n\n    - the green one; and\n\n- of the clerk." in told


def test_items_of_two_columns_are_as_deep_as_in_one(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for x in (LEFT, LEFT + 250):
            y = lines(canvas, *("words of a column that fill it and so" for _ in range(5)), x=x)
            lines(canvas, "• of the pier;", "• of the harbour.", y=y, x=x + 18)

    told = transcript_of(tmp_path / "source.pdf", page).text
    assert told.count("\n- of the") == 4


def test_the_caption_of_a_table_is_no_heading(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, LINE, "so on.")
        y = lines(canvas, "Table 3: Lamps by pier", y=y - 8, font="Helvetica-Oblique")
        y = lines(canvas, LINE, "so on.", y=y - 8)
        y = lines(canvas, "Box 3: Lamps by pier", y=y - 8, font="Helvetica-Bold")
        lines(canvas, LINE, "so on.", y=y - 8)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[1:4:2] == ["Table 3: Lamps by pier", "# Box 3: Lamps by pier"]


def test_names_before_a_higher_heading_sign_the_text(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, "1 Of lamps", size=16, font="Helvetica-Bold")
        y = lines(canvas, "1.1 Of oil", y=y, size=11, font="Helvetica-Bold")
        y = lines(canvas, LINE, "so on.", y=y - 8)
        y = lines(canvas, "Ada Thorne", y=y - 8, font="Helvetica-Bold")
        y = lines(canvas, "Clerk of the harbour", y=y - 8, font="Helvetica-Bold")
        y = lines(canvas, "2 Of piers", y=y - 12, size=16, font="Helvetica-Bold")
        lines(canvas, LINE, "so on.", y=y)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert [b for b in told if not b.startswith("The")] == [
        "## 1 Of lamps", "### 1.1 Of oil", "**Ada Thorne**", "**Clerk of the harbour**",
        "## 2 Of piers",
    ]  # fmt: skip


def test_a_heading_with_a_number_signs_nothing(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, "1 Of lamps", size=16, font="Helvetica-Bold")
        y = lines(canvas, LINE, "so on.", y=y)
        y = lines(canvas, "1.1 Of oil", y=y - 8, size=11, font="Helvetica-Bold")
        y = lines(canvas, "2 Of piers", y=y - 12, size=16, font="Helvetica-Bold")
        lines(canvas, LINE, "so on.", y=y)

    assert "### 1.1 Of oil" in blocks(transcript_of(tmp_path / "source.pdf", page))


def test_numbers_of_a_list_of_contents_tell_depths_where_its_indents_do_not(tmp_path: Path) -> None:
    heads = ("1 Of lamps", "1.1 Of oil", "2 Of piers", "Annex: Prices")

    def contents(canvas: Canvas) -> None:
        y = lines(canvas, "Contents", size=16, font="Helvetica-Bold")
        for n, head in enumerate(heads):
            number, *words = head.split(" ", 1) if head[0].isdigit() else ("", head)
            lines(canvas, number or " ", y=y)
            y = lines(canvas, f"{words[0]} {'. ' * 20}{n + 2}", y=y, x=LEFT + 30)

    def page(head: str) -> Draw:
        def draw(canvas: Canvas) -> None:
            size = 12 if head.startswith("1.1") else 16
            y = lines(canvas, head, size=size, font="Helvetica-Bold")
            lines(canvas, LINE, f"as {head.casefold()} says.", y=y)

        return draw

    made = transcript_of(tmp_path / "source.pdf", contents, *map(page, heads))
    assert [block for block in blocks(made) if block.startswith("#")] == [
        "## 1 Of lamps", "### 1.1 Of oil", "## 2 Of piers", "## Annex: Prices",
    ]  # fmt: skip


def test_a_box_with_the_heads_of_columns_is_one_table_with_the_box_under_it(tmp_path: Path) -> None:
    rows = (("Lamp", "Oil", "Wick"), ("Red", "12", "3"), ("Green", "14", "5"), ("White", "9", "2"))

    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, "as follows.")
        canvas.rect(LEFT, 600, 300, 90)
        canvas.line(LEFT, 668, LEFT + 300, 668)
        for n, row in enumerate(rows):
            for x, text in zip((LEFT + 5, LEFT + 120, LEFT + 220), row, strict=True):
                lines(canvas, text, x=x, y=674 - 20 * n)
        lines(canvas, LINE, "so on.", y=560)

    told = blocks(transcript_of(tmp_path / "source.pdf", page))
    assert told[1].startswith("| Lamp | Oil | Wick | | --- | --- | --- | | Red | 12 | 3 |")


def test_a_box_of_a_title_over_a_box_of_text_is_no_table(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(LEFT, 600, 450, 90)
        canvas.line(LEFT, 668, LEFT + 450, 668)
        lines(canvas, "Of lamps", x=LEFT + 5, y=674)
        lines(canvas, LINE[:70], LINE[:60] + ".", x=LEFT + 5, y=660)
        lines(canvas, LINE, "so on.", y=560)

    assert blocks(transcript_of(tmp_path / "source.pdf", page))[0] == "Of lamps"
