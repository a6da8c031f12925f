"""What the tags of a PDF state, without a PDF: glyphs that bear ids, and the elements that do."""

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
