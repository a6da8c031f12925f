"""Files that are made to harm whoever reads them: what `consultations add` does with each."""

import io
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from consultations.errors import UnreadableError
from consultations.intake.readers import kind_of, limits, read_file
from consultations.intake.readers.child import read as read_here
from consultations.intake.readers.confined import read_confined

BODY = "word/document.xml"
NOTES = "word/footnotes.xml"
LINKS = "word/_rels/document.xml.rels"
TARGET = 'Target="footnotes.xml"'
TYPES = "[Content_Types].xml"
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(change: Callable[[dict[str, bytes]], None]) -> bytes:
    """A Word document whose parts a function has changed."""
    made = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Words of the document.")
    document.save(made)
    with zipfile.ZipFile(made) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def with_entities(declared: str, used: str) -> bytes:
    """A document whose words are an entity that it declares itself."""
    body = f"<w:body><w:p><w:r><w:t>Seen {used}</w:t></w:r></w:p></w:body>"
    xml = f'<!DOCTYPE d [{declared}]><w:document xmlns:w="{SPACE}">{body}</w:document>'
    return word(lambda parts: parts.update({BODY: xml.encode()}))


LAUGHS = "".join(
    f'<!ENTITY l{n} "{"".join(f"&l{n - 1};" for _ in range(10)) if n else "ha"}">'
    for n in range(12)
)


def read(content: bytes, path: Path) -> str | None:
    """What is read of a file; None where it is refused in three lines."""
    path.write_bytes(content)
    try:
        return read_file(path, kind_of(path)).text
    except UnreadableError as error:
        refusal = str(error)
    assert [line.split(":")[0].strip() for line in refusal.split("\n")[1:]] == ["where", "to do"]
    return None


def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret of the machine", "utf-8")
    external = f'<!ENTITY x SYSTEM "{secret.as_uri()}">'
    for content in (with_entities(external, "&x;"), with_entities(LAUGHS, "&l11;")):
        text = read(content, tmp_path / "source.docx") or ""
        assert "secret" not in text
        assert len(text) < 1000


def foot(body: str, declared: str = "") -> Callable[[dict[str, bytes]], None]:
    """What gives a document notes, whose part holds this text."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"

    def change(parts: dict[str, bytes]) -> None:
        for name, end, more in (
            (TYPES, "</Types>", f'<Override PartName="/{NOTES}" ContentType="{kind}"/>'),
            (LINKS, "</Relationships>", f'<Relationship Id="rId98" Type="{relation}" {TARGET}/>'),
        ):
            parts[name] = parts[name].replace(end.encode(), f"{more}{end}".encode())
        parts[NOTES] = f'{declared}<w:footnotes xmlns:w="{SPACE}">{body}</w:footnotes>'.encode()

    return change


def note(words: str) -> str:
    """A note of Word's."""
    return f'<w:footnote w:id="2"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>'


def without(name: str) -> Callable[[dict[str, bytes]], None]:
    """What takes a part out of a document that has notes."""
    return lambda parts: (foot(note("See below."))(parts), parts.pop(name))[0]


def cut(name: str) -> Callable[[dict[str, bytes]], None]:
    """What leaves of a part its first half."""
    return lambda parts: parts.update({name: parts[name][: len(parts[name]) // 2]})


def changed(name: str, before: str, after: str) -> Callable[[dict[str, bytes]], None]:
    """What puts other words into a part."""
    return lambda parts: parts.update({name: parts[name].replace(before.encode(), after.encode())})


NESTED = "<w:sdt><w:sdtContent>" * 4000 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 4000
DAMAGED = {
    "an entity from outside in a note": (
        foot(note("See &x; first."), '<!DOCTYPE f [<!ENTITY x SYSTEM "file:///etc/hostname">]>'),
        "'word/footnotes.xml' declares",
    ),
    "an entity of its own in a note": (
        foot(note("See &x; first."), '<!DOCTYPE f [<!ENTITY x "the harbour rules">]>'),
        "'word/footnotes.xml' declares",
    ),
    "entities that grow in a note": (
        foot(note("&l11;"), f"<!DOCTYPE f [{LAUGHS}]>"),
        "'word/footnotes.xml' (declares|is broken)",
    ),
    "an entity of its own in the words": (
        changed(BODY, "<w:document", "<!DOCTYPE d [<!ENTITY x 'ha'>]><w:document"),
        "'word/document.xml' declares",
    ),
    "no notes, though they are named": (without(NOTES), "'word/footnotes.xml' is missing"),
    "no words": (without(BODY), "'word/document.xml' is missing"),
    "half of the styles": (cut("word/styles.xml"), "'word/styles.xml' is broken"),
    "half of the notes": (
        lambda parts: (foot(note("See below."))(parts), cut(NOTES)(parts))[0],
        "'word/footnotes.xml' is broken",
    ),
    "half of the relations": (cut(LINKS), "'word/_rels/document.xml.rels' is broken"),
    "half of the list of the file's relations": (cut("_rels/.rels"), "'_rels/.rels' is broken"),
    "a list of relations that is none": (
        lambda parts: parts.update({"_rels/.rels": b"<x/>"}),
        "'_rels/.rels' is no list of parts",
    ),
    "relations of the document that are none": (
        lambda parts: parts.update({LINKS: b"<a/>"}),
        "'word/_rels/document.xml.rels' is no list of parts",
    ),
    "kinds of parts of which one is of none": (
        changed(TYPES, "</Types>", "<Override/></Types>"),
        r"'\[Content_Types\]\.xml' is no list of parts",
    ),
    "a document that is a folder": (
        changed("_rels/.rels", "word/document.xml", "word"),
        "'word' is",
    ),
    "a document that is above all": (changed("_rels/.rels", BODY, ".."), "'/' is"),
    "a document that is elsewhere": (
        changed("_rels/.rels", 'ument.xml"', 'ument.xml" TargetMode="External"'),
        "do not name one document",
    ),
    "controls inside each other": (
        changed(BODY, "<w:body>", f"<w:body>{NESTED}"),
        "'word/document.xml' is broken: Excessive depth",
    ),
    "relations that name no document": (
        changed("_rels/.rels", '/officeDocument"', '/other"'),
        "do not name one document",
    ),
}
"""What was done to a Word document, and what the refusal says of it."""


@pytest.mark.parametrize("label", DAMAGED)
def test_a_part_that_is_missing_or_broken_is_named(label: str, tmp_path: Path) -> None:
    change, told = DAMAGED[label]
    file = tmp_path / "source.docx"
    file.write_bytes(word(change))
    with pytest.raises(UnreadableError, match=told) as refused:
        read_here(file, "docx")
    assert "Error" not in str(refused.value)


def test_a_part_that_is_locked_is_named(tmp_path: Path) -> None:
    file = tmp_path / "source.docx"
    packed = word(lambda _parts: None)
    for head, flags in ((b"PK\x03\x04", 2), (b"PK\x01\x02", 4)):
        before, _, after = packed.partition(head)
        packed = before + head + after[:flags] + b"\1" + after[flags + 1 :]
    file.write_bytes(packed)
    with pytest.raises(UnreadableError, match="is locked, or packed as no Word document is"):
        read_here(file, "docx")


def test_names_that_climb_are_only_names(tmp_path: Path) -> None:
    def climb(parts: dict[str, bytes]) -> None:
        parts["../../climbed.xml"] = b"<x/>"
        parts["/absolute.xml"] = b"<x/>"

    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    assert "Words of the document." in (read(word(climb), inside / "source.docx") or "")
    assert sorted(path.name for path in tmp_path.rglob("*.xml")) == []


@pytest.mark.parametrize("second", [BODY, "Word/Document.xml"])
def test_a_file_with_two_parts_of_one_name_is_refused(second: str, tmp_path: Path) -> None:
    file = tmp_path / "source.docx"
    file.write_bytes(word(lambda _parts: None))
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(file, "a") as packed:
        packed.writestr(second, b"<x/>")
    with pytest.raises(UnreadableError, match=r"two parts of the name 'word/document\.xml'"):
        kind_of(file)


def test_macros_and_outside_pictures_are_left_alone(tmp_path: Path) -> None:
    def arm(parts: dict[str, bytes]) -> None:
        parts["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0macro"
        links = parts["word/_rels/document.xml.rels"].decode()
        outside = (
            '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/>'
        )
        parts["word/_rels/document.xml.rels"] = links.replace(
            "</Relationships>", f"{outside}</Relationships>"
        ).encode()

    assert read(word(arm), tmp_path / "source.docx") == "Words of the document.\n"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_cut_files_are_refused_or_read_in_part(share: float, tmp_path: Path) -> None:
    whole = word(lambda parts: parts.update({"docProps/more.xml": b"<x/>"}))
    assert read(whole[: int(len(whole) * share)], tmp_path / "source.docx") is None
    canvas = Canvas(str(tmp_path / "whole.pdf"))
    canvas.drawString(72, 700, "Words of the document.")
    canvas.save()
    pdf = (tmp_path / "whole.pdf").read_bytes()
    text = read(pdf[: int(len(pdf) * share)], tmp_path / "source.pdf")
    assert text is None or "Words" in text


def test_a_page_tree_that_leads_into_itself_ends(tmp_path: Path) -> None:
    loop = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 1000/Kids[2 0 R 2 0 R]>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )
    assert read(loop, tmp_path / "source.pdf") is None


def test_more_pages_than_the_limit_are_refused_with_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from consultations.intake.readers import pdf  # noqa: PLC0415 - its limit is changed here

    monkeypatch.setattr(limits, "PAGES", 2)
    canvas = Canvas(str(tmp_path / "source.pdf"))
    for _ in range(3):
        canvas.drawString(72, 700, "Words.")
        canvas.showPage()
    canvas.save()
    with pytest.raises(UnreadableError, match="3 pages; a file may have 2"):
        pdf.read(tmp_path / "source.pdf")


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 20_000 + "deep", id="elements inside each other"),
        pytest.param("<table><tr><td>" * 3_000 + "deep", id="tables inside each other"),
        pytest.param("<p>" + "<a href='#x'>1</a>" * 5_000, id="links that lead nowhere"),
        pytest.param("<ul><li>" * 2_000 + "deep", id="lists inside each other"),
    ],
)
def test_a_page_made_to_be_slow_is_read_or_refused(page: str, tmp_path: Path) -> None:
    text = read(f"<!doctype html><body>{page}".encode(), tmp_path / "source.html")
    assert text is None or "deep" in text or "1" in text


def test_more_tags_than_the_limit_are_refused_with_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "TAGS", 5)
    (tmp_path / "source.html").write_text("<!doctype html><p><i>a</i> <i>b</i>", "utf-8")
    with pytest.raises(UnreadableError, match="6 tags; a page may have 5"):
        read_here(tmp_path / "source.html", "html")


def test_parts_that_stand_too_deep_in_each_other_are_told(tmp_path: Path) -> None:
    inside = "".join(
        f'Content-Type: multipart/related; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(2_000)
    )
    file = tmp_path / "source.mht"
    file.write_text(f"MIME-Version: 1.0\r\n{inside}Content-Type: text/html\r\n\r\n<p>a", "utf-8")
    with pytest.raises(UnreadableError, match="stand in each other deeper") as refused:
        read_confined(file, "html")
    assert "Error" not in str(refused.value)


def test_a_reader_that_asks_for_too_much_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The child reads its limits anew, so the parent's patience stands for all of them here.
    monkeypatch.setattr("consultations.intake.readers.confined._PATIENCE", 0)
    file = tmp_path / "source.txt"
    file.write_text("Words.", "utf-8")
    with pytest.raises(UnreadableError, match="seconds"):
        read_confined(file, "text")


def test_what_a_file_holds_is_text(tmp_path: Path) -> None:
    page = (
        "<main><h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1><p>a&lt;img onerror=x&gt;</p></main>"
    )
    text = read(f"<!doctype html>{page}".encode(), tmp_path / "source.html")
    # In a transcript a bare tag would be one that a converter has left; the edition has `<` again.
    assert text == "# &lt;script>alert(1)&lt;/script>\n\na&lt;img onerror=x>\n"


def test_no_module_is_loaded_from_where_the_command_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('taken over')", encoding="utf-8")
    file = tmp_path / "a.txt"
    file.write_bytes("Lamps – all of them.".encode("cp1252"))
    monkeypatch.chdir(tmp_path)
    assert "all of them" in read_confined(file, "text").text
