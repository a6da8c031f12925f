"""What the tags of a PDF state, without a PDF: glyphs that bear ids, and the elements that do."""

from pathlib import Path

from tests.intake.readers.raw_pdf import pdf_of, tagged_page

from consultations.intake.readers import pdf
from consultations.intake.readers.pdf.blocks import PdfBlock, tagged_blocks
from consultations.intake.readers.pdf.markdown import TranscriptWriter
from consultations.intake.readers.pdf.notes import notes_apart
from consultations.intake.readers.pdf.page.glyphs import Glyph, Style
from consultations.intake.readers.pdf.page.sheets import PdfPage
from consultations.intake.readers.pdf.page.tags import TagElement

BODY, SMALL = 11.0, 8.0


def run(text: str, mark: int, base: float, size: float, left: float = 72.0) -> tuple[Glyph, ...]:
    style = Style(size, bold=False, italic=False, font="Serif", colour=0)
    width = size / 2
    return tuple(
        Glyph(char, left + n * width, left + (n + 1) * width, base, style, mark)
        for n, char in enumerate(text)
    )


def page(*runs: tuple[Glyph, ...]) -> PdfPage:
    return PdfPage(1, "1", 595, 842, runs)


def transcript(blocks: list[PdfBlock]) -> str:
    body, notes = notes_apart(blocks, BODY)
    writer = TranscriptWriter(["1"], notes)
    for block in body:
        writer.write(block)
    return writer.finish()[0].strip()


def test_the_label_of_a_note_may_stand_in_an_element_of_its_own() -> None:
    made = page(
        run("The span was painted.", 0, 700, BODY),
        run("7", 1, 705, 6, left=72 + 21 * BODY / 2),
        run("7", 2, 100, SMALL),
        run("Minutes of May.", 3, 100, SMALL, left=84),
    )
    blocks, _ = tagged_blocks(
        made,
        [
            TagElement("P", ("Sect",), [0, 1]),
            TagElement("Lbl", ("Sect", "Note"), [2]),
            TagElement("P", ("Sect", "Note"), [3]),
        ],
    )
    assert transcript(blocks) == "The span was painted.[^7]\n\n[^7]: Minutes of May."


def test_a_label_stands_before_the_words_of_its_item_and_is_kept_without_any() -> None:
    made = page(
        run("a)", 0, 700, BODY),
        run("the lamps", 1, 700, BODY, left=90),
        run("b)", 2, 680, BODY),
    )
    blocks, _ = tagged_blocks(
        made,
        [
            TagElement("Lbl", ("L", "LI"), [0], item=1),
            TagElement("LBody", ("L", "LI"), [1], item=1),
            TagElement("Lbl", ("L", "LI"), [2], item=2),
        ],
    )
    assert transcript(blocks) == "a) the lamps\n\nb)"


def test_a_label_that_is_drawn_after_the_words_of_its_item_stands_before_them() -> None:
    made = page(
        run("the lamps", 0, 700, BODY, left=90),
        run("1.", 1, 700, BODY),
        run("inner", 2, 680, BODY, left=110),
        run("a.", 3, 680, BODY, left=95),
    )
    blocks, _ = tagged_blocks(
        made,
        [
            TagElement("LI", ("L",), [0], item=1),
            TagElement("Lbl", ("L", "LI"), [1], item=1),
            TagElement("LI", ("L", "LI", "L"), [2], item=2),
            TagElement("Lbl", ("L", "LI", "L", "LI"), [3], item=2),
        ],
    )
    assert transcript(blocks) == "1. the lamps\n\n    a. inner"


def test_an_element_in_two_columns_is_read_column_by_column() -> None:
    made = page(
        run("first of all", 0, 120, BODY),
        run("and then", 0, 106, BODY),
        run("at the top", 0, 700, BODY, left=320),
        run("and so on", 0, 686, BODY, left=320),
    )
    blocks, _ = tagged_blocks(made, [TagElement("P", ("Sect",), [0])])
    assert transcript(blocks) == "first of all and then at the top and so on"


def test_words_that_stand_in_no_paragraph_are_parted_where_a_sentence_ends() -> None:
    made = page(
        run("The lamps", 0, 700, BODY),
        run("are lit at dusk.", 0, 686, BODY),
        run("The locks are not.", 1, 672, BODY),
    )
    blocks, _ = tagged_blocks(made, [TagElement("Div", ("Document",), [0, 1])])
    assert transcript(blocks) == "The lamps are lit at dusk.\n\nThe locks are not."


def test_words_that_follow_the_blocks_inside_an_element_stand_behind_them(tmp_path: Path) -> None:
    words = [
        b"BT /F1 11 Tf 72 %d Td (%s) Tj ET" % (y, text)
        for y, text in ((700, b"The lamps are lit."), (660, b"The locks are not."))
    ]
    file = tmp_path / "source.pdf"
    file.write_bytes(pdf_of(tagged_page(words, b"[10 0 R 1]")))
    assert pdf.read(file).text == "The lamps are lit.\n\nThe locks are not.\n\n"
