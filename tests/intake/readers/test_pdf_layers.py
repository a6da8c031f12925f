"""Words on layers of a PDF that are switched off: nobody sees them on the page."""

from pathlib import Path

import pytest
from tests.intake.readers.raw_pdf import one_page, pdf_of, stream

from consultations.intake.readers import pdf
from consultations.intake.readers.pdf.page.layers import may_have_layers
from consultations.model.transcript import Transcript

PLAIN = b"The board met in May and heard of the ferry, and of all its lamps and oars."
GIVEN = b"/Properties<</Off 6 0 R/On 7 0 R/Both 8 0 R>>/XObject<</X 9 0 R>>/ExtGState<</G 10 0 R>>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>"
OFF = b"/D<</OFF[6 0 R]>>"


def said(words: bytes, y: int = 600) -> bytes:
    return b" BT /F1 11 Tf 72 %d Td (%s) Tj ET " % (y, words)


def on(layer: bytes, content: bytes) -> bytes:
    return b" /OC /%s BDC %s EMC " % (layer, content)


def read(
    path: Path, content: bytes, others: dict[int, bytes] | None = None, state: bytes = OFF
) -> Transcript:
    """The transcript of a page with a plain line and such content.

    Args:
        path: of the file that is written.
        content: drawn below the line; the layer `Off` is switched off, `Both` is said in `others`.
        others: objects of the file; number 9 is the form X, 8 what is said of `Both`.
        state: which layers are on.
    """
    catalogue = b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R 7 0 R]%s>>>>" % state
    objects = one_page(said(PLAIN, 700) + content, resources=GIVEN) | {
        1: catalogue,
        6: b"<</Type/OCG/Name(A draft)>>",
        7: b"<</Type/OCG/Name(The text)>>",
    }
    path.write_bytes(pdf_of(dict(sorted((objects | (others or {})).items()))))
    return pdf.read(path)


HIDDEN = said(b"Ann Moss")
BOTH = on(b"Both", HIDDEN)


@pytest.mark.parametrize(
    ("content", "others", "state"),
    [
        pytest.param(on(b"Off", HIDDEN), {}, OFF, id="off"),
        pytest.param(on(b"Off", HIDDEN), {}, b"/D<</BaseState/OFF/ON[7 0 R]>>", id="base"),
        pytest.param(BOTH, {8: b"<</Type/OCMD/OCGs 6 0 R>>"}, OFF, id="by another name"),
        pytest.param(BOTH, {8: b"<</Type/OCMD/P/AllOn/OCGs[6 0 R 7 0 R]>>"}, OFF, id="if all"),
        pytest.param(BOTH, {8: b"<</Type/OCMD/VE[/Not 7 0 R]>>"}, OFF, id="if not"),
        pytest.param(b"/X Do", {9: stream(HIDDEN, FORM + b"/OC 6 0 R")}, OFF, id="a form"),
        pytest.param(on(b"Off", b"/X Do"), {9: stream(HIDDEN, FORM)}, OFF, id="round a form"),
        pytest.param(on(b"Off", on(b"On", HIDDEN)), {}, OFF, id="round a layer"),
        pytest.param(on(b"On", on(b"Off", HIDDEN)), {}, OFF, id="in a layer"),
        pytest.param(b"/OC /Off BDC" + HIDDEN, {}, OFF, id="without an end"),
        pytest.param(
            on(b"Off", HIDDEN) + on(b"On", said(b"Bob Moss")), {}, OFF, id="under another"
        ),
    ],
)
def test_words_on_a_layer_that_is_off_are_left_out_and_told(
    content: bytes, others: dict[int, bytes], state: bytes, tmp_path: Path
) -> None:
    made = read(tmp_path / "a.pdf", content, others, state)
    assert "the ferry" in made.text
    assert "Ann" not in made.text
    (drop,) = made.drops
    assert (drop.kind, drop.text) == ("hidden", "███ ████")
    (doubt,) = made.doubts
    assert "page 1: words on a layer that is switched off were left out, 7 letters" in doubt


SMALL = b"BT /F1 2 Tf 72 600 Td (Small.) Tj 60 0 Td (-) Tj 60 0 Td (,) Tj ET"


@pytest.mark.parametrize(
    ("content", "others", "state"),
    [
        pytest.param(on(b"On", HIDDEN), {}, OFF, id="on"),
        pytest.param(BOTH, {8: b"<</Type/OCMD/OCGs[6 0 R 7 0 R]>>"}, OFF, id="if any"),
        pytest.param(b"/X Do", {9: stream(HIDDEN, FORM + b"/OC 7 0 R")}, OFF, id="a form"),
        pytest.param(on(b"Off", b"") + HIDDEN, {}, OFF, id="behind one that is off"),
        pytest.param(on(b"On", HIDDEN) + b" .5 g 60 590 200 30 re f", {}, OFF, id="under a bar"),
        pytest.param(on(b"On", HIDDEN + HIDDEN), {}, OFF, id="twice"),
        pytest.param(on(b"On", HIDDEN + SMALL), {}, OFF, id="beside the smallest"),
        pytest.param(
            b"/G gs /X Do",
            {9: stream(HIDDEN, FORM + b"/Group<</S/Transparency>>"), 10: b"<</ca .2>>"},
            OFF,
            id="pale",
        ),
        pytest.param(on(b"On", b"/G gs" + HIDDEN), {10: b"<</BM/Screen>>"}, OFF, id="blended"),
        pytest.param(on(b"None", HIDDEN), {}, OFF, id="a layer that is not there"),
        pytest.param(b"/OC <</Type/OCG>> BDC" + HIDDEN, {}, OFF, id="without a name"),
        pytest.param(BOTH, {8: b"<</Type/OCMD/OCGs[8 0 R]>>"}, OFF, id="of itself"),
        pytest.param(BOTH, {8: b"<</Type/OCMD/VE 11 0 R>>", 11: b"[/Not 11 0 R]"}, OFF, id="loop"),
        pytest.param(on(b"Off", HIDDEN), {}, b"/D[1 2]", id="no state"),
        pytest.param(on(b"Off", HIDDEN), {}, b"/D<</OFF 3>>", id="a state of another kind"),
    ],
)
def test_words_that_are_drawn_are_read(
    content: bytes, others: dict[int, bytes], state: bytes, tmp_path: Path
) -> None:
    made = read(tmp_path / "a.pdf", content, others, state)
    assert "Ann Moss" in made.text
    assert not [drop for drop in made.drops if "layer" in drop.reason]
    assert not made.doubts


def test_words_recognised_in_a_scan_are_read_on_a_layer(tmp_path: Path) -> None:
    words = b"3 Tr" + said(PLAIN, 600) + said(PLAIN, 580)
    made = read(tmp_path / "a.pdf", on(b"On", words))
    assert made.text.count("the ferry") == 3
    assert "recognised" in made.doubts[0]


def test_a_catalogue_in_a_packed_stream_is_looked_into(tmp_path: Path) -> None:
    named = b"1 0 <</Type/Catalog/OCProperties<<>>>>"
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf_of({1: stream(named, b"/Type/ObjStm/N 1/First 4", packed=True)}))
    assert may_have_layers(file)
    file.write_bytes(pdf_of({1: stream(b"1 0 <<>>", b"/Type/ObjStm/N 1/First 4", packed=True)}))
    assert not may_have_layers(file)
    file.write_bytes(b"%PDF-1.5\n1 0 obj<</Type/ObjStm>>stream\nnothing packed")
    assert not may_have_layers(file)
