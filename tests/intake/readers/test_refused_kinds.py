"""Files of kinds that no reader knows: what they are, and the steps to one that is read."""

import zipfile
from pathlib import Path

import pytest

from consultations.errors import UnreadableError
from consultations.intake.readers.kinds import kind_of

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OPEN = "application/vnd.oasis.opendocument."
RECEIVED = b"Received: from quay (10.0.0.1)\n by pier; Mon, 3 May 2004 10:12:00 +0100\n"
MAILBOX = b"From ann@quay.example Mon May  3 10:12:00 2004\n"
LETTER = b"From: Ann\nTo: Bo\nSubject: Oil\n%s\nIt is dear.\n"


@pytest.mark.parametrize(
    ("name", "data", "what", "step"),
    [
        ("a.doc", OLD_OFFICE, "old Word", "Word (.docx)"),
        ("a.docx", OLD_OFFICE, "opens with a password", "leave the password empty"),
        ("a.docx", OLD_OFFICE, "or an old one (.doc)", "Save As, and there Word (.docx)"),
        ("a.xls", OLD_OFFICE, "old spreadsheet", "HTML"),
        ("a.ppt", OLD_OFFICE, "old slide show", "PDF"),
        ("a.msg", OLD_OFFICE, "message of Outlook", "Save as PDF"),
        ("a.rtf", rb"{\rtf1 Lamps}", "rich text", "LibreOffice"),
        ("a.eml", LETTER % RECEIVED, "message of e-mail", "Save as PDF"),
        ("b.eml", LETTER % b"Return-Path: <ann@quay.example>\n", "e-mail", "Save as PDF"),
        ("a.mbox", MAILBOX + LETTER % b"Message-ID: <1@quay.example>\n", "e-mail", "by itself"),
    ],
)
def test_a_file_of_another_kind_is_named_with_the_steps_to_one_that_is_read(
    name: str, data: bytes, what: str, step: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(UnreadableError) as refused:
        kind_of(file)
    assert what in refused.value.what
    assert step in str(refused.value.remedy)


@pytest.mark.parametrize(
    ("part", "data", "what", "step"),
    [
        ("mimetype", f"{OPEN}text", "an OpenDocument file", "Word (.docx)"),
        ("mimetype", f"{OPEN}spreadsheet", "OpenDocument spreadsheet", "HTML"),
        ("mimetype", f"{OPEN}presentation", "OpenDocument slide show", "PDF"),
        ("mimetype", "application/epub+zip", "EPUB", "Convert books"),
        ("xl/workbook.xml", "<a/>", "spreadsheet", "HTML"),
        ("ppt/presentation.xml", "<a/>", "slide show", "Export"),
        ("Index/Document.iwa", "", "Pages", "Export To"),
    ],
)
def test_so_is_a_packed_one(part: str, data: str, what: str, step: str, tmp_path: Path) -> None:
    file = tmp_path / "a.bin"
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr(part, data)
    with pytest.raises(UnreadableError) as refused:
        kind_of(file)
    assert what in refused.value.what
    assert step in str(refused.value.remedy)


@pytest.mark.parametrize(
    "text",
    [
        LETTER % b"Date: 4 May\n",
        LETTER % b"Received: from Ann, by hand; 4 May 1904\n",
        b"Reference: LB 12\nReceived: 4 May 1904\nFrom: Ann Moss, Reed\n\nIt is dear.\n",
        b"From our own keeper, who is ill\nReceived: 4 May 1904\n\nIt is dear.\n",
        b"From our own keeper, who is ill\nMessage-ID: <1@quay.example>\nFrom: Ann\n\nDear.\n",
    ],
)
def test_the_lines_over_a_letter_that_was_typed_make_no_message(
    text: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(text)
    assert kind_of(file) == "text"
