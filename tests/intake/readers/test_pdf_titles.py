"""What a PDF proposes as its title."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.intake.readers.pages import LINE, lines, transcript_of

from consultations.intake.readers.pdf import _title
from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.headings import with_headings
from consultations.intake.readers.pdf.page.drawn_text import Style
from consultations.intake.readers.pdf.page.lines import TypeLine, TypeRun
from consultations.intake.readers.pdf.page.sheets import OutlineEntry


@pytest.mark.parametrize(
    ("named", "title"),
    [
        ("TOLLS AND THE POOR: A REPLY", "Tolls and the poor: a reply"),
        ("Reply, final draft 3", "Board of Quays"),  # nowhere printed
        ("the poor: a", "Board of Quays"),  # a part of a line
        ("Tolls and", "Board of Quays"),  # a word or two say too little
        ("Notes for the clerk", "Board of Quays"),  # printed on another page
        ("", "Board of Quays"),
    ],
)
def test_the_files_own_title_is_taken_where_the_first_page_prints_it(
    named: str, title: str, tmp_path: Path
) -> None:
    def cover(canvas: Canvas) -> None:
        canvas.setTitle(named)
        lines(canvas, "Board of Quays", size=24)
        lines(canvas, "Tolls and", "the poor: a reply", y=500, size=20)

    def text(canvas: Canvas) -> None:
        lines(canvas, "Notes for the clerk", *[LINE] * 20)

    assert transcript_of(tmp_path / "source.pdf", cover, text).facts.title == title


def _stated(text: str) -> PdfBlock:
    style = Style(11, bold=False, italic=False, font="F", colour=0)
    line = TypeLine((TypeRun(text, style, raised=False),), 72, 200, 700, 11)
    return PdfBlock("heading", [line], 0, level=1)


@pytest.mark.parametrize(
    ("first", "named", "level"),
    [
        ("Tolls and the poor", "TOLLS AND THE POOR", 1),
        ("Tolls and the poor", "", 2),
        ("* * *", "", 2),  # signs alone are no title of a file that names none
    ],
)
def test_of_headings_alike_the_one_that_the_file_is_named_by_is_the_title(
    first: str, named: str, level: int
) -> None:
    blocks = [_stated(text) for text in (first, "Of quays", "Of ferries")]
    with_headings(blocks, (), (), named)
    assert [block.level for block in blocks] == [level, 2, 2]


def _set(text: str, size: float, page: int = 0) -> PdfBlock:
    style = Style(size, bold=False, italic=False, font="F", colour=0)
    line = TypeLine((TypeRun(text, style, raised=False),), 72, 200, 700, size)
    return PdfBlock("paragraph", [line], page)


@pytest.mark.parametrize(
    ("front", "titles"),
    [
        ([("A reply on tolls", 24, 0), ("and the poor", 24, 0)], ["A reply on tolls and the poor"]),
        ([("Board of Quays", 12, 0), ("A reply on tolls", 24, 0)], ["A reply on tolls"]),
        ([("A reply on tolls", 11, 0)], []),  # as large as the headings
        ([("A reply", 24, 0), ("Board of Quays", 12, 0), ("on tolls", 24, 0)], []),
        ([("A reply", 24, 0), ("on tolls", 24, 1)], []),
        ([("a " * 60, 24, 0)], []),
    ],
)
def test_a_title_that_tags_call_paragraphs_is_told_by_its_size(
    front: list[tuple[str, float, int]], titles: list[str]
) -> None:
    headings = [_stated(text) for text in ("Of quays", "Of ferries")]
    blocks = [*(_set(*one) for one in front), *headings]
    with_headings(blocks, (), (), "")
    told = [block.text for block in blocks if block.kind == "heading" and block.level == 1]
    assert told == titles
    assert [block.level for block in headings] == [2, 2]


@pytest.mark.parametrize(
    ("depths", "levels"), [([1, 2, 2], [1, 2, 2]), ([1, 2, 1], [2, 3, 2]), ([2, 1, 1], [2, 2, 2])]
)
def test_the_heading_that_the_outline_sets_above_all_others_is_the_title(
    depths: list[int], levels: list[int]
) -> None:
    texts = ("Tolls and the poor", "Of quays", "Of ferries")
    found = [_set(text, 14) for text in texts]
    text = [_set("The tolls of the quay are paid by all who land there, by day or by night.", 11)]
    outline = [OutlineEntry(t, d) for t, d in zip(texts, depths, strict=True)]
    with_headings([b for one in found for b in (one, *text)], outline, (), "")
    assert [block.level for block in found] == levels


def test_the_one_heading_above_all_others_is_proposed_though_others_are_larger() -> None:
    blocks = [_stated("Tolls and the poor"), _set("Of quays", 14), _set("They are few.", 11)]
    assert _title(blocks, 11, "") == "Tolls and the poor"
    blocks[0].level = 2
    assert _title(blocks, 11, "") == "Of quays"


@pytest.mark.parametrize(
    ("number", "head", "told"),
    [
        (("Chapter 2", 20, 1), ("Of ferries", 24, 1), ["Chapter 2 Of ferries"]),
        (("ANNEX B", 14, 1), ("Of ferries", 14, 1), ["ANNEX B Of ferries"]),
        (("Part IV", 9, 1), ("Of ferries", 14, 1), ["Of ferries"]),  # set as no heading
        (("Section A", 14, 1), ("1. Oil", 14, 1), ["Section A", "1. Oil"]),
        (("Section A", 14, 1), ("2.3 Oil", 14, 1), ["Section A", "2.3 Oil"]),
        (("Section A", 14, 1), ("(b) Oil", 14, 1), ["Section A", "(b) Oil"]),
        (("Part 2", 14, 1), ("Question 1: Why oil?", 14, 1), ["Part 2", "Question 1: Why oil?"]),
        (("Part 2", 14, 1), ("Q1 Why oil?", 14, 1), ["Part 2", "Q1 Why oil?"]),
        (("Part 2", 14, 1), ("Questions of oil", 14, 1), ["Part 2 Questions of oil"]),
        (("Chapter 2", 24, 1), ("Of ferries", 14, 1), ["Chapter 2", "Of ferries"]),
        (("Part IV", 14, 1), ("Of ferries", 14, 2), ["Part IV", "Of ferries"]),  # a page of its own
        (("Annex A", 14, 1), ("Annex B", 14, 1), ["Annex A", "Annex B"]),
        (("Chapters", 14, 1), ("Of ferries", 14, 1), ["Chapters", "Of ferries"]),
        (("Chapter 2", 14, 1), ("they are few", 11, 1), ["Chapter 2"]),  # text
    ],
)
def test_what_counts_a_chapter_is_one_with_its_heading(
    number: tuple[str, float, int], head: tuple[str, float, int], told: list[str]
) -> None:
    text = "The tolls of the quay are paid by all who land there, by day or by night."
    first = [_set("Of quays", 14), _set(text, 11)]
    blocks = [*first, _set(*number), _set(*head), _set(text, 11, head[2])]
    with_headings(blocks, (), (), "")
    headings = [block.text for block in blocks if block.kind == "heading" and block.text]
    assert headings == ["Of quays", *told]
