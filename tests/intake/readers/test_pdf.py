"""PDFs without tags, drawn for the test: what stands where tells what it is."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.intake.readers.pages import LEADING, LEFT, LINE, TOP, Draw, blocks, lines, transcript_of
from tests.intake.readers.raw_pdf import one_page, pdf_of

from consultations.errors import UnreadableError
from consultations.intake.readers import pdf
from consultations.model.transcript import Transcript


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Transcript]:
    """The transcript of pages that functions draw, one each."""
    return partial(transcript_of, tmp_path / "source.pdf")


def test_paragraphs_end_at_gaps_and_headings_are_larger(read: Callable[..., Transcript]) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, "Of bridges", size=20, font="Helvetica-Bold")
        y = lines(canvas, LINE, LINE, "no more.", y=y - 20)
        y = lines(canvas, "Timber", y=y - 14, size=14, font="Helvetica-Bold")
        lines(canvas, LINE, "so on.", y=y - 10)

    assert blocks(read(page)) == [
        "# Of bridges",
        f"{LINE} {LINE} no more.",
        "## Timber",
        f"{LINE} so on.",
    ]


def test_a_raised_figure_calls_the_note_at_the_foot(read: Callable[..., Transcript]) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, LINE, "it was painted.")
        canvas.setFont("Helvetica", 6)
        canvas.drawString(LEFT + 76, y + LEADING + 4, "1")
        lines(canvas, LINE, LINE, y=y - 14)
        canvas.setFont("Helvetica", 5)
        canvas.drawString(LEFT, 103, "1")
        lines(canvas, "Minutes of the works committee.", x=LEFT + 6, y=100, size=8)

    told = blocks(read(page))
    assert told[0].endswith("it was painted.[^1]")
    assert told[1] == "[^1]: Minutes of the works committee."
    assert "[^1]" not in told[2]


def test_running_heads_and_folios_are_left_out_and_told(read: Callable[..., Transcript]) -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, "Report on bridges", y=810, size=9)
            lines(canvas, f"{LINE} {number}", "ends.", y=740)
            lines(canvas, str(number), x=300, y=30, size=9)

        return draw

    transcript = read(*(page(n) for n in range(1, 5)))
    assert "Report on bridges" not in transcript.text
    assert [drop.kind for drop in transcript.drops].count("folio") == 4
    assert [drop.text for drop in transcript.drops].count("Report on bridges") == 4
    assert [page.label for page in transcript.pages] == ["1", "2", "3", "4"]


def test_a_tag_that_an_author_typed_is_no_markup(read: Callable[..., Transcript]) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, "Write <b> before 3 < 4, not <ann@example.org>.")

    assert blocks(read(page)) == ["Write &lt;b> before 3 < 4, not <ann@example.org>."]


def test_the_number_of_a_paragraph_at_the_top_of_pages_is_none_of_theirs(
    read: Callable[..., Transcript],
) -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, f"{number}.", x=50, y=800)
            lines(canvas, LINE[number:], y=800)

        return draw

    transcript = read(*(page(n) for n in range(7, 12)))
    assert not transcript.drops
    assert blocks(transcript)[0].startswith(f"7. {LINE[7:]}")


def test_a_line_that_stands_once_in_the_margin_stays(read: Callable[..., Transcript]) -> None:
    def page(text: str) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, text, y=800)
            lines(canvas, LINE, "ends.", y=740)

        return draw

    transcript = read(page("First of all"), page("And then"), page("At last"))
    for words in ("First of all", "And then", "At last"):
        assert words in transcript.text


def test_a_sentence_goes_on_over_the_page(read: Callable[..., Transcript]) -> None:
    def first(canvas: Canvas) -> None:
        lines(canvas, LINE, LINE)

    def second(canvas: Canvas) -> None:
        lines(canvas, "found nothing amiss.")

    assert blocks(read(first, second)) == [f"{LINE} {LINE} found nothing amiss."]


def test_bullets_begin_items_and_columns_are_read_one_by_one(
    read: Callable[..., Transcript],
) -> None:
    def bullets(canvas: Canvas) -> None:
        y = lines(canvas, LINE, "these:")
        lines(canvas, "• to paint the span", y=y - 10)
        lines(canvas, "• to look at the piers", y=y - 10 - LEADING)

    def columns(canvas: Canvas) -> None:
        for n in range(12):
            lines(canvas, f"Left {n} and some more words here", y=TOP - n * LEADING, size=10)
            lines(canvas, f"Right {n} and some more words", y=TOP - n * LEADING, x=320, size=10)

    told = blocks(read(bullets, columns))
    assert told[1:3] == ["- to paint the span", "- to look at the piers"]
    text = " ".join(told)
    assert text.index("Left 11") < text.index("Right 0")


def test_the_label_of_an_item_that_is_bold_stands_before_the_marks(
    read: Callable[..., Transcript],
) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, LINE, LINE, "these:")
        for n, text in enumerate(("a) to paint the span;", "b) to look at the piers.")):
            lines(canvas, text, y=TOP - 80 - n * 30, font="Helvetica-Bold")

    assert blocks(read(page))[1:] == ["a) **to paint the span;**", "b) **to look at the piers.**"]


def test_a_dash_at_a_line_end_has_a_blank_after_it_where_it_has_one_before(
    read: Callable[..., Transcript],
) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        y = lines(canvas, LINE + " the years 2024–", "25 and the lamps and the span—", "all of")
        lines(
            canvas,
            "it – we looked at with care, and at the piers and at the timber –",
            "again.",
            y=y,
        )

    assert blocks(read(page)) == [
        f"{LINE} the years 2024–25 and the lamps and the span—all of it – we looked at with care,"
        " and at the piers and at the timber – again."
    ]


def test_the_same_file_gives_the_same_transcript(read: Callable[..., Transcript]) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, LINE, "ends.")

    assert read(page) == read(page)


def test_what_has_no_text_or_is_damaged_is_refused(
    read: Callable[..., Transcript], tmp_path: Path
) -> None:
    with pytest.raises(UnreadableError, match="a scan"):
        read(lambda canvas: canvas.rect(100, 100, 200, 200))
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing\n")
    with pytest.raises(UnreadableError, match="damaged"):
        pdf.read(broken)


def test_a_bold_sentence_with_its_reference_is_no_heading(read: Callable[..., Transcript]) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, LINE, LINE, "no more.")
        y = lines(canvas, "Let the lamps be lit. (4.12)", y=y - 14, font="Helvetica-Bold")
        y = lines(canvas, LINE, "so on.", y=y - 10)
        lines(canvas, "Of the lamps", y=y - 14, font="Helvetica-Bold")
        lines(canvas, LINE, "so on.", y=y - 40)

    told = blocks(read(page))
    assert told[1] == "**Let the lamps be lit. (4.12)**"
    assert told[3].startswith("#")


def test_a_file_with_nothing_but_running_heads_is_refused(read: Callable[..., Transcript]) -> None:
    with pytest.raises(UnreadableError, match="margins"):
        read(*[lambda canvas: lines(canvas, "Report on bridges", y=810)] * 4)


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "locked.pdf"
    canvas = Canvas(str(file), encrypt="secret")
    lines(canvas, LINE)
    canvas.save()
    with pytest.raises(UnreadableError, match="encrypted"):
        pdf.read(file)


def test_a_paragraph_over_a_page_end_stands_on_both_pages(read: Callable[..., Transcript]) -> None:
    def first(canvas: Canvas) -> None:
        lines(canvas, LINE, LINE)

    def second(canvas: Canvas) -> None:
        lines(canvas, "found nothing amiss.")

    transcript = read(first, second)
    assert [transcript.text[page.offset :][:5] for page in transcript.pages] == ["The c", "found"]


def test_pages_are_called_what_is_printed_on_them(read: Callable[..., Transcript]) -> None:
    def page(n: int, folio: str) -> Draw:
        def draw(canvas: Canvas) -> None:
            lines(canvas, f"Of {n}: {LINE}", "ends.")
            lines(canvas, folio, x=300, y=30, size=9)

        return draw

    folios = ["", "- ii -", "iii", "iv", "Of bridges   1", "Of bridges   2", "", "Of bridges   4"]
    transcript = read(*(page(n, folio) for n, folio in enumerate(folios)))
    assert [p.label for p in transcript.pages] == ["i", "ii", "iii", "iv", "1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        # No blank is drawn, as by TeX and troff: narrow letters beside a gap as well.
        (
            b"[(I)-290(saw)-220(A)-250(l)20(amp,)-222(i.e.)-280(1)-300(lamp)] TJ",
            "I saw A lamp, i.e. 1 lamp",
        ),
        # A blank is drawn and taken back, where a program kerns two letters.
        (b"[(hav )298(e)-278(nev )300(er seen 1 )290(1)] TJ", "have never seen 11"),
        # Letters that stand apart a little, and figures that have more room than ink.
        (b"0.8 Tc (In 2011 and 1914) Tj", "In 2011 and 1914"),
        (b"(Lamps . . . . . 11) Tj", "Lamps . . . . . 11"),
    ],
)
def test_blanks_are_where_room_is_left(drawn: bytes, read: str, tmp_path: Path) -> None:
    file = tmp_path / "source.pdf"
    file.write_bytes(pdf_of(one_page(b"BT /F1 11 Tf 72 700 Td " + drawn + b" ET")))
    assert pdf.read(file).text.strip() == read
