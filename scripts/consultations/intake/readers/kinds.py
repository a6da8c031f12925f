"""What kind of file this is, by what it holds and not by its name."""

from pathlib import Path
from typing import Literal

from consultations import patterns as re
from consultations.errors import UnreadableError
from consultations.intake.readers import limits
from consultations.intake.readers.messages import is_letter, is_message
from consultations.intake.readers.packed import (
    SHEET_REMEDY,
    SLIDES_REMEDY,
    WORD_REMEDY,
    not_read,
    require_word,
)

FileKind = Literal["pdf", "docx", "html", "markdown", "text"]

_HEAD = 4096
"""Bytes at the beginning of a file by which its kind is told."""
_HTML = re.compile(
    rb"""
    \s* (?: <!--.*?-->\s* | <\?xml[^>]*>\s* )*
    < (?: !doctype\s+html | html | head | body ) \b
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_LETTER_REMEDY = (
    "open it in the program for mail; choose Print, and there Save as PDF; add the new file, and"
    " what is attached to the message by itself"
)
_SCAN_REMEDY = "recognise its text (for example with ocrmypdf), and add that"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_OLD_OFFICE_FILES = {
    ".msg": ("a message of Outlook", _LETTER_REMEDY),
    ".xls": ("an old spreadsheet", SHEET_REMEDY),
    ".ppt": ("an old slide show", SLIDES_REMEDY),
    ".docx": (
        "a Word file that opens with a password, or an old one (.doc) with a new ending",
        "open it in Word, or in LibreOffice, which costs nothing. If it asks for a password: in"
        " Word, choose File, Info, Protect Document, Encrypt with Password, leave the password"
        " empty, and save the file. If it asks for none: choose File, then Save As, and there Word"
        " (.docx). Add the file that was saved",
    ),
}
"""By their names: what they hold is packed in a way that the first bytes do not tell apart."""
_OTHERS = (
    (b"{\\rtf", "rich text (RTF)", WORD_REMEDY),
    (b"\xffWPC", "a WordPerfect file", WORD_REMEDY),
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
    _require_file(path)
    head = _head_of(path)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        require_word(path)
        return "docx"
    _require_text(path, head)
    name = path.suffix.lower()
    is_page = is_message(head) or _HTML.match(head.removeprefix(b"\xef\xbb\xbf"))
    if is_page or name in (".html", ".htm", ".xhtml"):
        return "html"
    return "markdown" if name in (".md", ".markdown") else "text"


def _require_file(path: Path) -> None:
    """Make sure that a path is that of a plain file, and of one that is not too large.

    Raises:
        UnreadableError: it is not.
    """
    if path.is_symlink() or not path.is_file():
        raise UnreadableError(
            "no such file" if not path.exists() else "a link, a folder or a device is not read",
            where=str(path),
            remedy="give the path of the file itself, in quotation marks if it has a blank in it",
        )
    size = path.stat().st_size
    if size > limits.BYTES:
        raise UnreadableError(
            f"it has {size // 1_000_000} MB; a file may have {limits.BYTES // 1_000_000}",
            where=str(path),
            remedy="take pictures out of it, or part it",
        )


def _require_text(path: Path, head: bytes) -> None:
    """Make sure that a file that is no PDF and is not packed may be read as text.

    Raises:
        UnreadableError: it is known to be something else, or promised to be.
    """
    if head.startswith(_OLD_OFFICE):
        old = ("an old Word or Office file", WORD_REMEDY)
        raise not_read(path, *_OLD_OFFICE_FILES.get(path.suffix.lower(), old))
    for signature, what, remedy in _OTHERS:
        if head.startswith(signature):
            raise not_read(path, what, remedy)
    if is_letter(head):
        raise not_read(path, "a message of e-mail", _LETTER_REMEDY)
    if promised := _NAMED_OTHERWISE.get(path.suffix.lower()):
        raise UnreadableError(
            f"by its name this is {promised}, and it is {'none' if head else 'empty'}",
            where=str(path),
            remedy="get the file again; if it is a text or a web page, give it that ending",
        )


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
