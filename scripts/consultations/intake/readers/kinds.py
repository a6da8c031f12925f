"""What kind of file this is, by what it holds and not by its name."""

import re
import zipfile
from pathlib import Path
from typing import Literal

from consultations.errors import UnreadableError
from consultations.intake.readers import limits

FileKind = Literal["pdf", "docx", "html", "markdown", "text"]

_HEAD = 4096
_HTML = re.compile(
    rb"""
    \s* (?: <!--.*?-->\s* | <\?xml[^>]*>\s* )*
    < (?: !doctype\s+html | html | head | body ) \b
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file", "open it in Word and save it as .docx"),
    (b"{\\rtf", "rich text (RTF)", "open it in Word and save it as .docx"),
    (b"\x89PNG", "a picture", "recognise its text (for example with ocrmypdf), and add that"),
    (b"\xff\xd8\xff", "a picture", "recognise its text (for example with ocrmypdf), and add that"),
)


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
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        _require_word(path)
        return "docx"
    for signature, what, remedy in _OTHERS:
        if head.startswith(signature):
            raise UnreadableError(
                f"this is {what}, which is not read", where=str(path), remedy=remedy
            )
    if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")) or path.suffix.lower() in (
        ".html",
        ".htm",
        ".xhtml",
    ):
        return "html"
    return "markdown" if path.suffix.lower() in (".md", ".markdown") else "text"


def _require_word(path: Path) -> None:
    """See to it that a packed file is a Word document, and unpacks to no more than it may.

    Raises:
        UnreadableError: it is another kind of file, damaged, or a bomb.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
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
    names = {part.filename for part in parts}
    if "word/document.xml" not in names:
        raise UnreadableError(
            "this is a packed file, but no Word document",
            where=str(path),
            remedy="save the document as .docx, PDF, web page or text",
        )
