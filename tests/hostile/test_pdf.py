"""PDFs that are made to harm whoever reads them: each is read or refused, in bounded time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from tests.intake.readers.raw_pdf import one_page, pdf_of, stream, tagged_page

from consultations.errors import UnreadableError
from consultations.intake.readers import kind_of, read_file

WORDS = b"BT /F1 11 Tf 72 700 Td (Words of the document.) Tj ET"
SAID = "Words of the document."
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>%s>>"


def huge_page() -> dict[int, bytes]:
    return one_page(WORDS, box=b"0 0 1000000000 1000000000")


def page_without_size() -> dict[int, bytes]:
    return one_page(WORDS, box=b"0 0 0 0")


def forms_in_forms() -> dict[int, bytes]:
    """Three thousand forms, each drawn by the one before."""
    objects = one_page(WORDS + b" /X Do", resources=b"/XObject<</X 6 0 R>>")
    for n in range(6, 3006):
        inner = b"/XObject<</X %d 0 R>>" % (n + 1) if n < 3005 else b""
        objects[n] = stream(b"q /X Do Q", FORM % inner)
    return objects


def fields_that_lead_into_each_other() -> dict[int, bytes]:
    """Their parents, children and looks do, and their places are beyond all pages."""
    field = b"<</Subtype/Widget/FT/Tx/Parent %d 0 R/Kids[%d 0 R]/Rect[%s]/AP<</N 8 0 R>>>>"
    places = b"-99999999999 0 99999999999 1", b"9 9 1 1"
    return one_page(WORDS, entries=b"/Annots[6 0 R 7 0 R 6 0 R]") | {
        1: b"<</Type/Catalog/Pages 2 0 R/AcroForm<</NeedAppearances true/Fields[6 0 R 7 0 R]>>>>",
        6: field % (7, 7, places[0]),
        7: field % (6, 6, places[1]),
        8: stream(b"/X Do", FORM % b"/XObject<</X 8 0 R>>"),
    }


def outline_that_leads_into_itself() -> dict[int, bytes]:
    return one_page(WORDS) | {
        1: b"<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>",
        6: b"<</First 7 0 R/Last 7 0 R/Count 2>>",
        7: b"<</Title(A)/Parent 6 0 R/Next 7 0 R/First 7 0 R/Last 7 0 R>>",
    }


def tags_that_lead_into_themselves() -> dict[int, bytes]:
    return tagged_page([WORDS], b"[8 0 R 10 0 R 8 0 R]")


def stream_that_unpacks_to_much() -> dict[int, bytes]:
    return one_page(WORDS) | {4: stream(WORDS + b" " * 40_000_000, packed=True)}


def many_lines_drawn() -> dict[int, bytes]:
    """A net of lines across the page, as a map has."""
    net = b"".join(b"%d 0 m %d 842 l S 0 %d m 595 %d l S " % (n, n, n, n) for n in range(590))
    return one_page(WORDS + net)


def strings_that_are_no_text() -> dict[int, bytes]:
    """Halves of characters, in the title of a part and in the label of a page."""
    half = b"\\376\\377\\330\\000\\000A"
    return outline_that_leads_into_itself() | {
        1: b"<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R/PageLabels<</Nums[0<</P(%s)>>]>>>>" % half,
        7: b"<</Title(%s)/Parent 6 0 R>>" % half,
    }


@pytest.mark.parametrize(
    "made",
    [
        huge_page,
        page_without_size,
        forms_in_forms,
        fields_that_lead_into_each_other,
        outline_that_leads_into_itself,
        tags_that_lead_into_themselves,
        stream_that_unpacks_to_much,
        many_lines_drawn,
        strings_that_are_no_text,
    ],
)
def test_what_surrounds_the_words_does_not_keep_them_from_being_read(
    made: Callable[[], dict[int, bytes]], tmp_path: Path
) -> None:
    file = tmp_path / "source.pdf"
    file.write_bytes(pdf_of(made()))
    assert SAID in read_file(file, kind_of(file)).text


def labels_that_lead_into_themselves() -> dict[int, bytes]:
    return one_page(WORDS) | {
        1: b"<</Type/Catalog/Pages 2 0 R/PageLabels<</Kids[6 0 R]>>>>",
        6: b"<</Kids[6 0 R 6 0 R]>>",
    }


def twenty_thousand_pages() -> dict[int, bytes]:
    pages = b"<</Type/Pages/Count 20000/Kids[%s]>>" % (b"3 0 R " * 20_000)
    return one_page(WORDS) | {2: pages}


def words_of_no_size() -> dict[int, bytes]:
    return one_page(b"BT /F1 0 Tf 72 700 Td (Words of the document.) Tj ET")


def letters_that_no_font_names() -> dict[int, bytes]:
    """A font whose glyphs have numbers alone, and no table that says what they are."""
    described = b"/FontDescriptor 7 0 R/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>"
    return one_page(b"BT /F1 11 Tf 72 700 Td <000100020003> Tj ET") | {
        5: b"<</Type/Font/Subtype/Type0/BaseFont/Odd/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
        6: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Odd%s/DW 600>>" % described,
        7: b"<</Type/FontDescriptor/FontName/Odd/Flags 4/FontBBox[0 0 9 9]/StemV 80>>",
    }


@pytest.mark.parametrize(
    "made",
    [
        labels_that_lead_into_themselves,
        twenty_thousand_pages,
        words_of_no_size,
        letters_that_no_font_names,
    ],
)
def test_what_cannot_be_read_is_refused_and_never_empty(
    made: Callable[[], dict[int, bytes]], tmp_path: Path
) -> None:
    file = tmp_path / "source.pdf"
    file.write_bytes(pdf_of(made()))
    with pytest.raises(UnreadableError) as refusal:
        read_file(file, kind_of(file))
    assert refusal.value.remedy


def test_a_file_that_is_encrypted_and_opens_without_a_password_is_read(tmp_path: Path) -> None:
    file = tmp_path / "source.pdf"
    canvas = Canvas(str(file), encrypt=StandardEncryption("", ownerPassword="owner"))
    canvas.drawString(72, 700, SAID)
    canvas.save()
    assert b"/Encrypt" in file.read_bytes()
    assert SAID in read_file(file, kind_of(file)).text
