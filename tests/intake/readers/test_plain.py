"""Texts in any encoding, and what kind a file is by what it holds."""

import zipfile
from pathlib import Path

import pytest

from consultations.errors import UnreadableError
from consultations.intake.readers import kind_of, limits, plain
from consultations.intake.readers.plain import is_plain
from consultations.model.transcript import Facts

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


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b" \n\t\n", "there is no text in it"),
        ("\ufeff\u200b\n".encode(), "there is no text in it"),
        (b"Words.\nMore\x00 words.", r"byte 11 \(line 2\) is NUL"),
        ("Words of\1a meeting.".encode("utf-16-be"), "in UTF-16"),
        (b"\xef\xbb\xbfOf a caf\xe9.\n", r"its mark says UTF-8, and byte 11 \(line 1\) is not"),
        (b"\xef\xbb\xbfA caf\xc3\xa9.\nOf \x93lamps\x94.\n", r"\(line 2\) is not"),
        (b"\xff\xfeW\x00o", "its mark says UTF-16"),
        (b"Words.\nOf \xed\xa0\xbd lamps.", r"byte 10 \(line 2\) begins half of a surrogate"),
        (b"Of \xed\xb8\x80\xed\xa0\xbd lamps.", "begins half of a surrogate pair"),
        (
            "A café of lamps.\n".encode() * 3 + "A café of “lamps”.\n".encode("cp1252"),
            r"byte 59 \(line 4\) is not UTF-8, though other places are: two encodings are mixed",
        ),
    ],
)
def test_what_is_no_text_is_told_with_its_reason(content: bytes, told: str, tmp_path: Path) -> None:
    file = tmp_path / "source.txt"
    file.write_bytes(content)
    with pytest.raises(UnreadableError, match=told):
        plain.read(file)


def test_halves_of_characters_are_read_as_characters(tmp_path: Path) -> None:
    file = tmp_path / "source.txt"
    file.write_bytes("A café, ".encode() + b"\xed\xa0\xbd\xed\xb8\x80" + b" well lit.")
    transcript = plain.read(file)
    assert transcript.text == "A café, \U0001f600 well lit."
    assert "CESU-8" in transcript.doubts[0]


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
        (write(tmp_path / "none.pdf", b""), "it is empty"),
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


WHOLE = (
    """---
title: "Of lamps: a reply"  # as printed
date: 2012-04-03
author:
  - name: Ann Lee
    affiliation: Board
  - Bo Roe
organization: Board of Lights
consultation: Lamps at Dusk
licence: Open Government Licence v3.0
lang: en-GB
url: https://example.org/lamps
---
""",
    """+++
title = "Of lamps: a reply"
date = 2012-04-03T09:00:00Z
authors = ["Ann Lee", "Bo Roe"]
publisher = "Board of Lights"
in_response_to = "Lamps at Dusk"
rights = "Open Government Licence v3.0"
language = "en-GB"
source = "https://example.org/lamps"
+++
""",
)


@pytest.mark.parametrize("head", WHOLE)
def test_front_matter_is_read_whole(head: str, tmp_path: Path) -> None:
    facts = plain.read(write(tmp_path / "a.md", f"{head}They burn.\n".encode())).facts
    assert facts == Facts(
        title="Of lamps: a reply",
        authors=("Ann Lee", "Bo Roe"),
        date="2012-04-03",
        address="https://example.org/lamps",
        language="en-GB",
        organisation="Board of Lights",
        responds_to="Lamps at Dusk",
        rights="Open Government Licence v3.0",
        stated=True,
    )


@pytest.mark.parametrize(
    ("matter", "title", "date"),
    [
        ("title: Lamps: a reply\ndate: 3rd May 2012", "Lamps: a reply", "2012-05-03"),
        ("title: [a, [b, c]]\ndate: May 2012", "a", "2012-05"),
        ("title: {name: Of lamps}\ndate: 2012", "Of lamps", "2012"),
        ("title: true\ndate: 31/12/2012", None, None),
        ("- a list\n- and no table", None, None),
        ("a: &a [x]\nb: &b [*a, *a]\ntitle: *b", None, None),
    ],
)
def test_odd_front_matter_says_what_it_can(
    matter: str, title: str | None, date: str | None, tmp_path: Path
) -> None:
    facts = plain.read(write(tmp_path / "a.md", f"---\n{matter}\n---\nText.\n".encode())).facts
    assert (facts.title, facts.date) == (title, date)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Of lamps\n\nThey burn – at night.\n", "x\ty\r\nz", "Köln über"])
def test_utf_16_needs_no_mark(encoding: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "source.txt").write_bytes(text.encode(encoding))
    made = plain.read(tmp_path / "source.txt")
    assert made.text == text
    assert made.doubts


@pytest.mark.parametrize(
    "content", [b"a\0b\0\1\0", b"a\0b\0c", bytes(range(64)) * 4, b"\0a\0\0\0b", b"abcd\0efgh"]
)
def test_bytes_with_nul_that_are_no_utf_16_are_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "source.txt").write_bytes(content)
    with pytest.raises(UnreadableError):
        plain.read(tmp_path / "source.txt")


def test_a_file_that_may_not_be_opened_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "source.txt").write_text("Words.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableError, match="cannot be opened"):
        kind_of(tmp_path / "source.txt")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("It costs £3.\n", "cp1252"),
        ("Piers: £40m – “old”, ½ mile, said Zoë of the café.\n", "cp1252"),
        ("It costs £3, and ¼ of it is paid.\n", "latin-1"),
        ("Niño and São Paulo: £5 for piñatas.\n", "cp1252"),
        ("The naïve pilots paid £250,000 for the façade, said Zoë; it would pay 20%.\n", "cp1252"),
        ("Die Brücke wäre schön, sagte Frau Müller; die Kosten für Öl sind größer.\n", "mac-roman"),
        ("The clerk’s café took £5 – “no more” – in São Tomé.\n", "mac-roman"),
        ("• one pier\n• two piers, at 20° of frost (§4)\n", "cp1252"),
        ("The mayor of São Tomé came, and paid £3 at the café.\n", "cp850"),
        ("The mayor of São Tomé came.\n", "mac-roman"),
        ("A note by Señor Muñoz: ½ of it, £40, is owed.\n", "cp437"),
        ("Lamps\n┌─────┬────┐\n│ Yes │ 12 │\n└─────┴────┘\nThey burn.\n", "cp437"),
        ("Vi har læst forslaget; båden sejler for sjældent, og børn bør sejle gratis.\n", "cp850"),
        ("A câmara agradece. Não há razão para apagar as lâmpadas à noite.\n", "cp1252"),
        ("The committee‘s lamps, and the ferrymen‘s, cost 5€ each.\n", "cp1252"),
        ("Лампы на мосту горят всю ночь, и никто не знает почему.\n", "cp1251"),
        ("Złoty kosztuje.\n", "cp1250"),
        ("Łódź leży daleko, a łódki są małe.\n", "cp1250"),
        ("Rada se ptala, zda jsou lampy rozsvíceny. Žádný strážce neodpověděl, přišel pozdě.\n",
         "cp1250"),
        ("Işıklar yandı, ama kimse görmedi. Şehir meclisi bunu öğrendiğinde şaşırdı.\n", "cp1254"),
    ],
)  # fmt: skip
def test_an_encoding_is_told_by_where_its_signs_stand(
    text: str, encoding: str, tmp_path: Path
) -> None:
    file = tmp_path / "lamps.txt"
    file.write_bytes(text.encode(encoding))
    assert plain.read(file).text == text
