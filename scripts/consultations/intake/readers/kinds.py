"""What kind of file this is, by what it holds and not by its name."""

import zipfile
from collections import Counter
from pathlib import Path
from typing import Literal

from consultations import patterns as re
from consultations.errors import UnreadableError
from consultations.intake.readers import limits
from consultations.intake.readers.html.mhtml import is_message

FileKind = Literal["pdf", "docx", "html", "markdown", "text"]

_HEAD = 4096
_HTML = re.compile(
    rb"""
    \s* (?: <!--.*?-->\s* | <\?xml[^>]*>\s* )*
    < (?: !doctype\s+html | html | head | body ) \b
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_WORD_REMEDY = "open it in Word or LibreOffice and save it as .docx"
_SCAN_REMEDY = "recognise its text (for example with ocrmypdf), and add that"
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file", _WORD_REMEDY),
    (b"{\\rtf", "rich text (RTF)", _WORD_REMEDY),
    (b"\xffWPC", "a WordPerfect file", _WORD_REMEDY),
    (b"\x89PNG", "a picture", _SCAN_REMEDY),
    (b"\xff\xd8\xff", "a picture", _SCAN_REMEDY),
    (b"II*\0", "a picture", _SCAN_REMEDY),
    (b"MM\0*", "a picture", _SCAN_REMEDY),
    (b"GIF8", "a picture", _SCAN_REMEDY),
    (b"%!PS", "PostScript", "turn it into a PDF (for example with ps2pdf), and add that"),
    (b"\x1f\x8b", "a packed file", "unpack it, and add the document in it"),
    (b"7z\xbc\xaf\x27\x1c", "a packed file", "unpack it, and add the document in it"),
    (b"Rar!", "a packed file", "unpack it, and add the document in it"),
    (b"SQLite format 3\0", "a data base", "add the text that is meant"),
)
_PACKED = (
    ("mimetype", b"application/epub+zip", "an EPUB book", "save its text as a web page or .docx"),
    ("mimetype", b"application/vnd.oasis", "an OpenDocument file", _WORD_REMEDY),
    ("Index/Document.iwa", b"", "a Pages document", "export it from Pages as Word (.docx)"),
    ("xl/workbook.xml", b"", "a spreadsheet", "save the sheet that is meant as a web page"),
    ("ppt/presentation.xml", b"", "a slide show", "save it as a PDF"),
)
"""Of other kinds of packed files: a part that they have, how it begins, what they are, a remedy."""
_NAMED_OTHERWISE = {
    ".pdf": "a PDF", ".doc": "a Word file", ".docx": "a Word file", ".docm": "a Word file",
    ".dotx": "a Word file", ".odt": "an OpenDocument file", ".rtf": "rich text",
}  # fmt: skip
"""What a file's name promises that its first bytes do not keep."""


def kind_of(path: Path) -> FileKind:
    """The kind of a file.

    Raises:
        UnreadableError: it is of a kind that no reader knows, too large, or no plain file.
    """
    if path.is_symlink() or not path.is_file():
        raise UnreadableError(
            "no such file" if not path.exists() else "a link, a folder or a device is not read",
            where=str(path),
            remedy="give the path of the file itself",
        )
    size = path.stat().st_size
    if size > limits.BYTES:
        raise UnreadableError(
            f"it has {size // 1_000_000} MB; a file may have {limits.BYTES // 1_000_000}",
            where=str(path),
            remedy="take pictures out of it, or part it",
        )
    head = _head_of(path)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        _require_word(path)
        return "docx"
    for signature, what, remedy in _OTHERS:
        if head.startswith(signature):
            raise _not_read(path, what, remedy)
    if promised := _NAMED_OTHERWISE.get(path.suffix.lower()):
        raise UnreadableError(
            f"by its name this is {promised}, and it is none",
            where=str(path),
            remedy="get the file again; if it is a text or a web page, give it that ending",
        )
    if (
        is_message(head)
        or _HTML.match(head.removeprefix(b"\xef\xbb\xbf"))
        or path.suffix.lower()
        in (
            ".html",
            ".htm",
            ".xhtml",
        )
    ):
        return "html"
    return "markdown" if path.suffix.lower() in (".md", ".markdown") else "text"


def _head_of(path: Path) -> bytes:
    """The first bytes of a file.

    Raises:
        UnreadableError: it may not be opened.
    """
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError as reason:
        raise UnreadableError(
            f"it cannot be opened ({reason.strerror})",
            where=str(path),
            remedy="look at who may read it, or copy it to another place",
        ) from reason


def _not_read(path: Path, what: str, remedy: str) -> UnreadableError:
    return UnreadableError(f"this is {what}, which is not read", where=str(path), remedy=remedy)


def _require_word(path: Path) -> None:
    """See to it that a packed file is a Word document, and unpacks to no more than it may.

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
    bomb = (
        len(parts) > limits.PARTS
        or sum(part.file_size for part in parts) > limits.UNPACKED
        or any(
            part.file_size > limits.PART
            or (part.file_size > 1_000_000 and part.file_size > limits.RATIO * part.compress_size)
            for part in parts
        )
    )
    if bomb:
        raise UnreadableError(
            f"it unpacks to more than a document may: {limits.UNPACKED // 1_000_000} MB in all,"
            f" {limits.PART // 1_000_000} MB and {limits.RATIO} times its size a part,"
            f" {limits.PARTS} parts",
            where=str(path),
            remedy="open it in Word, take out what is large, and save it as .docx",
        )
    if other:
        raise _not_read(path, *other)
    names = Counter(part.filename.casefold() for part in parts)
    twice = next((name for name, count in names.items() if count > 1), None)
    if twice:  # Word reads the one, a scanner of mail the other
        raise UnreadableError(
            f"it holds two parts of the name {twice!a}: nobody knows which of them is meant",
            where=str(path),
            remedy="open it in Word, see that it is what you expect, and save it as .docx",
        )
    if "[Content_Types].xml" not in {part.filename for part in parts}:
        raise UnreadableError(
            "this is a packed file, but no Word document",
            where=str(path),
            remedy="save the document as .docx, PDF, web page or text",
        )


def _other_packed(packed: zipfile.ZipFile) -> tuple[str, str] | None:
    """What a packed file is that is no Word document, and what to do with it."""
    names = set(packed.namelist())
    for part, beginning, what, remedy in _PACKED:
        if part in names:
            with packed.open(part) as opened:
                if opened.read(len(beginning)) == beginning:
                    return what, remedy
    return None
