"""PDFs with a form, or with words over their pages: what was entered is read at its place."""

import re
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.intake.readers.pages import LEFT, TOP, Draw, blocks, lines, transcript_of
from tests.intake.readers.raw_pdf import one_page, pdf_of, stream

from consultations.errors import UnreadableError
from consultations.intake.readers import pdf

_LONG = "The ferry is late, its deck is wet, and no lamp is lit on it."


def _field(canvas: Canvas, value: str, **more: object) -> None:
    place = {"x": LEFT, "y": TOP - 8, "height": 20}
    canvas.acroForm.textfield(name="a", value=value, **(place | more))


def _beside_label(canvas: Canvas) -> None:
    lines(canvas, "Name")
    _field(canvas, "Ann Ferry", x=LEFT + 60)


def _taller_than_label(canvas: Canvas) -> None:
    lines(canvas, "Name")
    _field(canvas, "Ann Ferry", x=LEFT + 60, y=TOP - 6, height=30, fontSize=24)


def _under_question(canvas: Canvas) -> None:
    lines(canvas, "What is wrong with the ferry?", font="Helvetica-Bold")
    _field(canvas, _LONG, y=TOP - 110, width=400, height=100, fieldFlags="multiline")
    lines(canvas, "That is all that we ask.", y=TOP - 130)


def _longer_than_field(canvas: Canvas) -> None:
    lines(canvas, "What is wrong with the ferry?", font="Helvetica-Bold")
    _field(canvas, f"{_LONG} " * 20, y=TOP - 60, width=200, height=40, fieldFlags="multiline")
    lines(canvas, "That is all that we ask.", y=TOP - 80)


def _in_lines(canvas: Canvas) -> None:
    more = {"y": TOP, "width": 400, "height": 100, "fieldFlags": "multiline"}
    _field(canvas, f"{_LONG}\na wet deck\n{_LONG}", **more)


def _secret(canvas: Canvas) -> None:
    lines(canvas, "Password")
    _field(canvas, "lamp", x=LEFT + 60, fieldFlags="password")


def _chosen(canvas: Canvas) -> None:
    lines(canvas, "By which ferry?")
    options = [("Upper", "u"), ("Lower", "l")]
    canvas.acroForm.choice(
        name="c", value="Lower", options=options, x=LEFT + 100, y=TOP - 8, height=20
    )


def _ticked(canvas: Canvas) -> None:
    lines(canvas, "By ferry", x=LEFT + 20)
    lines(canvas, "On foot", x=LEFT + 120)
    canvas.acroForm.checkbox(name="a", x=LEFT, y=TOP - 2, size=12, checked=True)
    canvas.acroForm.checkbox(name="b", x=LEFT + 100, y=TOP - 2, size=12)


def _drawn_too(canvas: Canvas) -> None:
    lines(canvas, "By ferry", x=LEFT + 20)
    canvas.rect(LEFT, TOP - 1, 10, 10)
    canvas.acroForm.checkbox(name="a", x=LEFT, y=TOP - 1, size=10, checked=True)


def _large_box(canvas: Canvas) -> None:
    lines(canvas, "By ferry", x=LEFT + 40)
    canvas.acroForm.checkbox(name="a", x=LEFT, y=TOP - 11, size=30, checked=True)


def _matrix(canvas: Canvas) -> None:
    for n, place in enumerate(("Pier", "Quay", "Lock")):
        y = TOP - 20 * n
        lines(canvas, place, y=y)
        canvas.grid([LEFT - 4, LEFT + 80, LEFT + 140, LEFT + 200], [y - 6, y + 14])
        for k in range(2):
            name, x = f"{place}{k}", LEFT + 104 + 60 * k
            canvas.acroForm.checkbox(name=name, x=x, y=y - 2, size=12, checked=k == n % 2)


def _sideways(canvas: Canvas) -> None:
    canvas.rotate(90)
    lines(canvas, "Name", x=100, y=-300)
    lines(canvas, "By ferry", x=420, y=-300)
    canvas.rotate(-90)
    _field(canvas, "Ann Ferry", x=288, y=140, width=20, height=200)
    canvas.acroForm.checkbox(name="b", x=290, y=400, size=14, checked=True)


_READ: dict[str, tuple[Draw, list[str]]] = {
    "a name beside its label": (_beside_label, ["Name Ann Ferry"]),
    "an answer is no heading, however large": (_taller_than_label, ["Name Ann Ferry"]),
    "an answer under its question": (
        _under_question,
        ["# What is wrong with the ferry?", _LONG, "That is all that we ask."],
    ),
    "an answer that its field does not show whole": (
        _longer_than_field,
        ["# What is wrong with the ferry?", " ".join([_LONG] * 20), "That is all that we ask."],
    ),
    "a password is nobody's": (_secret, ["Password"]),
    "a choice, as it is shown": (_chosen, ["By which ferry? Lower"]),
    "boxes before their words": (_ticked, ["☒ By ferry ☐ On foot"]),
    "a box that is drawn too": (_drawn_too, ["☒ By ferry"]),
    "a box much larger than its words": (_large_box, ["☒ By ferry"]),
    "a page that reads upwards": (_sideways, ["Name Ann Ferry ☒ By ferry"]),
    "boxes in cells": (
        _matrix,
        ["| Pier | ☒ | ☐ | | --- | --- | --- | | Quay | ☐ | ☒ | | Lock | ☒ | ☐ |"],
    ),
}


@pytest.mark.parametrize("case", _READ)
def test_what_was_entered_is_read_at_its_place(case: str, tmp_path: Path) -> None:
    """It is whole, though a field shows a part of it."""
    draw, expected = _READ[case]

    assert [re.sub(r"^#+", "#", b) for b in blocks(transcript_of(tmp_path / "form.pdf", draw))] == (
        expected
    )


def test_lines_of_an_answer_stay_apart(tmp_path: Path) -> None:
    """Somebody has parted them."""
    read = transcript_of(tmp_path / "form.pdf", _in_lines)

    assert "a wet deck\n" in read.text


_OVER = b"<</Type/Annot/Rect[70 700 470 716]%s>>"
_LOOK = b"/AP<</N 7 0 R>>"


def _over_page(note: bytes, catalogue: bytes = b"") -> bytes:
    """A page of one line, and what stands over it, whose look may be number 7."""
    page = b"BT /F1 11 Tf 72 740 Td (The lamps are lit at dusk on each of the piers.) Tj ET"
    look = b"/Subtype/Form/BBox[0 0 400 16]/Resources<</Font<</F1 5 0 R>>>>"
    objects = one_page(page, entries=b"/Annots[6 0 R]") | {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
        6: _OVER % note,
        7: stream(b"BT /F1 11 Tf 2 3 Td (Nobody lit them in May.) Tj ET", look),
    }
    return pdf_of(objects)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        pytest.param(b"/Subtype/FreeText/Contents(It)" + _LOOK, ("May", None), id="typed over it"),
        pytest.param(b"/Subtype/Widget/FT/Tx" + _LOOK, ("May", None), id="a field of no form"),
        pytest.param(b"/Subtype/Text/Contents(Ask her)" + _LOOK, ("", "Ask her"), id="a comment"),
        pytest.param(b"/Subtype/Highlight/Contents( )", ("", None), id="nothing said"),
        pytest.param(b"/Subtype/Link/Contents(Go there)", ("", None), id="a link's hint"),
        pytest.param(b"/Subtype/FreeText/F 2" + _LOOK, ("", None), id="hidden"),
    ],
)
def test_what_is_written_over_a_page(
    note: bytes, expected: tuple[str, str | None], tmp_path: Path
) -> None:
    """Words are read as the page's own; comments are told and left out."""
    file = tmp_path / "over.pdf"
    file.write_bytes(_over_page(note))

    read = pdf.read(file)

    assert ("May" if "Nobody lit them in May." in read.text else "") == expected[0]
    told = [drop.text for drop in read.drops if drop.kind == "comment"]
    assert told == ([expected[1]] if expected[1] else [])


@pytest.mark.parametrize(
    ("field", "told"),
    [
        pytest.param(b"/FT/Btn/Ff 65536/T(Send)" + _LOOK, ["Send"], id="a button"),
        pytest.param(b"/FT/Tx/T(a)/V(Ann)/F 2" + _LOOK, ["Ann"], id="a field that is hidden"),
        pytest.param(b"/FT/Tx/T(a)/V(Ann)/Rect[7 7 7 7]", ["Ann"], id="a field without size"),
        pytest.param(b"/FT/Tx/T(a)/V( )" + _LOOK, [], id="a field with nothing in it"),
        pytest.param(b"/FT/Btn/T(a)/F 2" + _LOOK, [], id="a box that is hidden"),
    ],
)
def test_what_a_form_does_not_show_is_told(field: bytes, told: list[str], tmp_path: Path) -> None:
    """A button does something, and is none of the form's words; what is hidden nobody has read."""
    file = tmp_path / "form.pdf"
    file.write_bytes(_over_page(b"/Subtype/Widget" + field, b"/AcroForm<</Fields[6 0 R]>>"))

    read = pdf.read(file)

    assert read.text.strip() == "The lamps are lit at dusk on each of the piers."
    assert [drop.text for drop in read.drops] == told


def test_a_form_that_only_its_maker_shows_is_refused(tmp_path: Path) -> None:
    """Its page says no more than that one should wait."""
    file = tmp_path / "form.pdf"
    file.write_bytes(
        _over_page(b"/Subtype/Link", b"/NeedsRendering true/AcroForm<</Fields[]/XFA(x)>>")
    )

    with pytest.raises(UnreadableError, match="XFA"):
        pdf.read(file)
