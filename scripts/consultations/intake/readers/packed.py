"""Packed files: which of them are Word documents, and whether they unpack to too much."""

import zipfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from consultations.errors import UnreadableError
from consultations.intake.readers import limits

WORD_REMEDY = (
    "open it in Word, or in LibreOffice, which costs nothing; choose File, then Save As, and there"
    " Word (.docx); add the new file"
)
"""What a person can do with a file of another word processor."""
SHEET_REMEDY = (
    "open it in LibreOffice, which costs nothing; delete every sheet but the one that is meant;"
    " choose File, then Save As, and there HTML; add the new file"
)
SLIDES_REMEDY = (
    "open it in PowerPoint, or in LibreOffice, which costs nothing; choose File, then Export, and"
    " there PDF; add the new file"
)
_OPEN = "application/vnd.oasis.opendocument."
_PACKED = (
    (
        "mimetype",
        b"application/epub+zip",
        "an EPUB book",
        "open it in calibre, which costs nothing; choose Convert books, and there DOCX; add the new"
        " file",
    ),
    ("mimetype", f"{_OPEN}spreadsheet".encode(), "an OpenDocument spreadsheet", SHEET_REMEDY),
    ("mimetype", f"{_OPEN}presentation".encode(), "an OpenDocument slide show", SLIDES_REMEDY),
    ("mimetype", b"application/vnd.oasis", "an OpenDocument file", WORD_REMEDY),
    (
        "Index/Document.iwa",
        b"",
        "a Pages document",
        "open it in Pages; choose File, then Export To, and there Word; add the new file",
    ),
    ("xl/workbook.xml", b"", "a spreadsheet", SHEET_REMEDY),
    ("ppt/presentation.xml", b"", "a slide show", SLIDES_REMEDY),
)
"""For other kinds of packed files: a part that they have, how it begins, what they are, a
remedy."""


def require_word(path: Path) -> None:
    """Make sure that a packed file is a Word document, and unpacks to no more than it may.

    Raises:
        UnreadableError: it is another kind of file, damaged, or a bomb.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
            other = _other_packed(packed)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as reason:
        raise UnreadableError(
            "the file is damaged: it cannot be unpacked",
            where=str(path),
            remedy="get the file again; or open it in Word and save it as .docx",
        ) from reason
    _require_bounds(path, parts)
    if other:
        raise not_read(path, *other)
    _require_names(path, [part.filename for part in parts])


def _require_bounds(path: Path, parts: Sequence[zipfile.ZipInfo]) -> None:
    """Make sure that a packed file is no bomb.

    Raises:
        UnreadableError: it is one.
    """
    if (
        len(parts) > limits.PARTS
        or sum(part.file_size for part in parts) > limits.UNPACKED
        or any(
            part.file_size > limits.PART
            or (part.file_size > 1_000_000 and part.file_size > limits.RATIO * part.compress_size)
            for part in parts
        )
    ):
        raise UnreadableError(
            f"it unpacks to more than a document may: {limits.UNPACKED // 1_000_000} MB in all,"
            f" {limits.PART // 1_000_000} MB and {limits.RATIO} times its size a part,"
            f" {limits.PARTS} parts",
            where=str(path),
            remedy="open it in Word, take out what is large, and save it as .docx",
        )


def _require_names(path: Path, names: Sequence[str]) -> None:
    """Make sure that the parts of a packed file are named as those of a Word document are.

    Raises:
        UnreadableError: they are not, or two of them have one name.
    """
    counts = Counter(name.casefold() for name in names)
    twice = next((name for name, count in counts.items() if count > 1), None)
    if twice:  # Word reads the one, a scanner of mail the other
        raise UnreadableError(
            f"it holds two parts of the name {twice!a}: nobody knows which of them is meant",
            where=str(path),
            remedy="open it in Word, see that it is what you expect, and save it as .docx",
        )
    if "[Content_Types].xml" not in names:
        raise UnreadableError(
            "this is a packed file, but no Word document",
            where=str(path),
            remedy="save the document as .docx, PDF, web page or text",
        )


def not_read(path: Path, what: str, remedy: str) -> UnreadableError:
    """The refusal of a file of a kind that no reader knows."""
    return UnreadableError(f"this is {what}, which is not read", where=str(path), remedy=remedy)


def _other_packed(packed: zipfile.ZipFile) -> tuple[str, str] | None:
    """What a packed file is that is no Word document, and what a person can do with it."""
    names = set(packed.namelist())
    for part, beginning, what, remedy in _PACKED:
        if part in names:
            with packed.open(part) as opened:
                if opened.read(len(beginning)) == beginning:
                    return what, remedy
    return None
