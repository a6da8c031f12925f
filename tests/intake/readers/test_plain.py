"""Texts in any encoding, and what kind a file is by what it holds."""

import zipfile
from pathlib import Path

import pytest

from consultations.errors import UnreadableError
from consultations.intake.readers import kind_of, limits, plain
from consultations.intake.readers.plain import is_plain

WORDS = "The clerk’s café took £5 – “no more” – for the lamps of the bridge.\nEnough.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_a_text_is_read_in_its_encoding(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "source.txt"
    file.write_bytes(WORDS.encode(encoding))
    transcript = plain.read(file)
    assert transcript.text == WORDS
    assert is_plain(file) == encoding.startswith("utf-8")
    assert bool(transcript.doubts) != is_plain(file)


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\x00\x01\x02\x00", b"words\x00more"])
def test_what_holds_no_text_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "source.txt"
    file.write_bytes(content)
    with pytest.raises(UnreadableError):
        plain.read(file)


FRONT_MATTER = [
    ('+++\ntitle = "Of lamps"\ndate = "2012-04"\nauthors = ["A. Clerk"]\n+++\nText.\n'),
    ("---\ntitle: Of lamps\ndate: '2012-04'\nauthor: A. Clerk\n---\nText.\n"),
]


@pytest.mark.parametrize("text", FRONT_MATTER)
def test_front_matter_proposes_what_it_says(text: str, tmp_path: Path) -> None:
    file = tmp_path / "source.md"
    file.write_text(text, encoding="utf-8")
    facts = plain.read(file).facts
    assert (facts.title, facts.date, facts.authors) == ("Of lamps", "2012-04", ("A. Clerk",))


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_the_kind_of_a_file_is_told_by_what_it_holds(tmp_path: Path) -> None:
    assert kind_of(write(tmp_path / "a.txt", b"%PDF-1.4\n")) == "pdf"
    assert kind_of(write(tmp_path / "b.txt", b"\xef\xbb\xbf<!-- x --><!DOCTYPE html><p>")) == "html"
    assert kind_of(write(tmp_path / "c.htm", b"<p>a fragment")) == "html"
    assert kind_of(write(tmp_path / "d.md", b"# Words")) == "markdown"
    assert kind_of(write(tmp_path / "e", b"Words")) == "text"


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


def test_what_no_reader_takes_is_refused_by_name(tmp_path: Path) -> None:
    real = write(tmp_path / "real.txt", b"Words")
    (tmp_path / "link.txt").symlink_to(real)
    for file, why in [
        (tmp_path / "none.txt", "no such file"),
        (tmp_path / "link.txt", "a link"),
        (tmp_path, "a folder"),
        (write(tmp_path / "old.doc", b"\xd0\xcf\x11\xe0rest"), "old Word"),
        (write(tmp_path / "a.rtf", b"{\\rtf1 x}"), "RTF"),
        (write(tmp_path / "cut.docx", b"PK\x03\x04rest"), "damaged"),
        (packed(tmp_path / "sheet.docx", {"xl/workbook.xml": b"<x/>"}), "a spreadsheet"),
    ]:
        with pytest.raises(UnreadableError, match=why):
            kind_of(file)


def test_a_file_that_unpacks_to_too_much_is_refused_unopened(tmp_path: Path) -> None:
    bomb = packed(tmp_path / "bomb.docx", {"word/document.xml": b" " * 5_000_000})
    with pytest.raises(UnreadableError, match=f"{limits.RATIO} times"):
        kind_of(bomb)


@pytest.mark.parametrize(
    "head",
    [
        "% Of lamps\n% Ann Lee\n% 2013-04-05\n",
        "Title: Of lamps\nAuthor: Ann Lee\nDate: 2013-04-05\n",
    ],
)
def test_heads_of_other_makers_are_proposed(head: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"{head}\nThey burn all night.\n", "utf-8")
    facts = plain.read(file).facts
    assert (facts.title, facts.authors, facts.date) == ("Of lamps", ("Ann Lee",), "2013-04-05")
