"""PDFs with words that are read from right to left."""

from pathlib import Path

import pytest
from tests.intake.readers.raw_pdf import one_page, pdf_of, stream

from consultations.intake.readers import pdf
from consultations.intake.readers.pdf.page.bidi import as_read
from consultations.intake.readers.pdf.page.drawn_text import Style
from consultations.intake.readers.pdf.page.glyphs import Glyph
from consultations.intake.readers.pdf.page.right_to_left import from_left

OF_LETTERS = {"A": "05D0", "B": "05D1", "C": "05D2", "D": "05D3", "L": "0644", "M": "0627"}
"""Which letters of the file's font are drawn as letters of Hebrew and Arabic."""
AB, CD = "\N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET}", "\N{HEBREW LETTER GIMEL}ד"


def _text(tmp_path: Path, *lines: str) -> str:
    """What is read of lines, which are drawn as they stand, in a font with such letters."""
    drawn = b" ".join(
        b"BT /F1 11 Tf 72 %d Td (%s) Tj ET" % (700 - 14 * n, line.encode().replace(b"(", rb"\("))
        for n, line in enumerate(lines)
    )
    return _read_as_letters(tmp_path, drawn)


def _read_as_letters(tmp_path: Path, drawn: bytes) -> str:
    mapped = "".join(f"<{ord(letter):02X}> <{code}>\n" for letter, code in OF_LETTERS.items())
    cmap = f"begincmap 1 begincodespacerange <00> <FF> endcodespacerange {len(OF_LETTERS)}"
    objects = one_page(drawn.replace(rb"\()", rb"\()")) | {
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        6: stream(f"{cmap} beginbfchar\n{mapped}endbfchar endcmap".encode()),
    }
    file = tmp_path / "source.pdf"
    file.write_bytes(pdf_of(objects))
    return pdf.read(file).text.strip()


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ("the words DC BA stand over the door", f"the words {AB} {CD} stand over the door"),
        ("the word BA, then DC, and no more", f"the word {AB}, then {CD}, and no more"),
        ("DC BA DC BA DC BA DC BA", " ".join([AB, CD] * 4)),
        ("DC 1984 BA in the year of the door", f"{AB} 1984 {CD} in the year of the door"),
        ("DC BA DC lamp BA DC BA DC", f"{CD} {AB} {CD} {AB} lamp {CD} {AB} {CD}"),
        ("plain words (and a bracket\\) of no such letters", None),
    ],
)
def test_words_are_in_the_order_in_which_they_are_read(
    drawn: str, read: str | None, tmp_path: Path
) -> None:
    assert _text(tmp_path, drawn) == (read or drawn.replace("\\", ""))


def test_a_paragraph_goes_on_over_its_lines(tmp_path: Path) -> None:
    first = "the phrase that stands over the door of our reading room is DC BA"
    assert _text(tmp_path, first, "and the other is BA DC there.") == (
        f"the phrase that stands over the door of our reading room is {AB} {CD}"
        f" and the other is {CD} {AB} there."
    )


@pytest.mark.parametrize("blank", [2.6, 3.06, 3.5, 5.0])
def test_letters_drawn_one_by_one_from_the_right_without_blanks_are_words(
    blank: float, tmp_path: Path
) -> None:
    at, drawn = 400.0, b""
    for char in "AB CD " * 6:
        at -= {" ": blank, "A": 7.34, "B": 7.34}.get(char, 7.95)
        if char != " ":
            drawn += b" 1 0 0 1 %.2f 700 Tm (%s) Tj" % (at, char.encode())
    words = _read_as_letters(tmp_path, b"BT /F1 11 Tf" + drawn + b" ET")
    assert words == " ".join([AB, CD] * 6)


def _read(text: str) -> str:
    return "".join(char for _, char in as_read(text))


@pytest.mark.parametrize(
    ("stands", "read"),
    [
        ("the (דג) of it", "the (גד) of it"),
        ("the )דג( of it", "the (גד) of it"),
        ("say “דג”, he", "say “גד”, he"),
        ("דג (Eng) בא דג בא", "אב גד אב (Eng) גד"),
        ("דג )Eng( בא דג בא", "אב גד אב (Eng) גד"),
        (".בא 12,5% דג", "גד 12,5% אב."),
        ("a [b", "a [b"),
        ("ד\N{HEBREW POINT QAMATS}ג", "גד\N{HEBREW POINT QAMATS}"),
    ],
)
def test_brackets_numbers_and_points_go_with_the_words(stands: str, read: str) -> None:
    assert _read(stands) == read


def test_every_character_is_read_once() -> None:
    text = ".בא 12,5% )English words( דג” x"
    assert sorted(n for n, _ in as_read(text)) == list(range(len(text)))


@pytest.mark.parametrize(
    ("given", "stands"),
    [
        ([("א", 20), ("ב", 10), ("ג", 0), (" ", 30), ("x", 40)], "גבא x"),
        ([("ا", 10), ("ل", 10), ("س", 0)], "سال"),
        ([("ل", 10), ("ا", 10), ("س", 0)], "سال"),
        ([("ד", 20), ("\N{HEBREW POINT QAMATS}", 23), ("ג", 10)], "גד\N{HEBREW POINT QAMATS}"),
    ],
)
def test_glyphs_are_put_where_they_stand(given: list[tuple[str, int]], stands: str) -> None:
    style = Style(11, bold=False, italic=False, font="F", colour=0)
    glyphs = [Glyph(char, left, left + 8, 0, style, -1) for char, left in given]
    assert "".join(glyph.char for glyph in from_left(glyphs)) == stands
