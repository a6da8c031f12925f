"""Files of groff's: strings without characters, behind which pdfium loses a blank."""

import re
import zlib
from pathlib import Path

import pytest
from tests.intake.readers.raw_pdf import one_page, pdf_of

from consultations.intake.readers import pdf
from consultations.intake.readers.pdf.empty_strings import without_empty_strings

WORDS = (
    b"BT /F1 11 Tf 72 700 Td [(the lamps of) -300 (the) -300 ()] TJ"
    b" /F1 11 Tf [(pier were lit by) -300 (the clerk)] TJ ET "
)


def _file(path: Path, words: bytes, made_by: bytes = b"groff version 1.22.4") -> Path:
    """A PDF whose page is packed, as groff's are, but not as small as can be."""
    plain = pdf_of(one_page(words))
    packed = zlib.compress(words, 0)
    at = plain.index(words)
    head = re.sub(rb"/Length \d+", b"/Filter/FlateDecode/Length %d" % len(packed), plain[:at])
    data = head + packed + plain[at + len(words) :]
    path.write_bytes(data + b"\n% " + made_by + b"\n")
    return path


def test_an_empty_string_goes_and_every_place_of_the_file_stays(tmp_path: Path) -> None:
    file = _file(tmp_path / "source.pdf", WORDS)
    made = without_empty_strings(file)
    assert made is not None
    assert len(made) == file.stat().st_size
    start = made.index(b"stream\n") + len(b"stream\n")
    content = zlib.decompressobj().decompress(made[start:])
    assert content == WORDS.replace(b"()", b"  ")


def test_the_text_of_such_a_file_is_read(tmp_path: Path) -> None:
    assert "the lamps of the pier were lit" in pdf.read(_file(tmp_path / "source.pdf", WORDS)).text


@pytest.mark.parametrize("made_by", [b"another program", b"groff"])
def test_a_file_of_another_maker_is_left_as_it_is(made_by: bytes, tmp_path: Path) -> None:
    assert without_empty_strings(_file(tmp_path / "source.pdf", WORDS, made_by)) is None


@pytest.mark.parametrize(
    "rest", [b"", b"stream\n", b"stream\nno packed bytes\nendstream", b"stream\n\nendstream"]
)
def test_what_is_no_packed_stream_stays(rest: bytes, tmp_path: Path) -> None:
    file = tmp_path / "source.pdf"
    file.write_bytes(b"%PDF-1.4\n% groff version 1.23\n" + rest)
    assert without_empty_strings(file) == file.read_bytes()
