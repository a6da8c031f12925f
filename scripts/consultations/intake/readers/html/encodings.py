"""The text of a saved page, in the encoding that it names or the one that it is in."""

import codecs
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bs4.dammit import EncodingDetector

from consultations import patterns as re
from consultations.intake.readers.plain import marked_text

_UTF8 = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
_LOST = "\N{REPLACEMENT CHARACTER}"
_AS_BROWSERS_READ = {"ascii": "cp1252", "iso8859-1": "cp1252"} | dict.fromkeys(
    ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"), "utf-8"
)
"""What names stand for in a page (WHATWG: Encoding, 4.2; HTML, 13.2.3.2)."""
_NO_PAGES = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"})
"""Encodings of Python in which no page is."""
_SAID = {"cp1252": "Windows-1252"}


class PageText(NamedTuple):
    """The text of a page, in the encoding in which it was meant."""

    text: str
    doubt: str | None
    """What is told of it, where it is not what the page says."""


def text_of(data: bytes, path: Path) -> PageText:
    """The text of a page, in the likeliest encoding in which all of it is text.

    Where it is in none, bytes that are no characters stand as U+FFFD.

    Args:
        data: the page.
        path: of its file.

    Raises:
        UnreadableError: it is not what the mark at its beginning says, or holds NUL.
    """
    if (marked := marked_text(data, path)) is not None:
        return PageText(marked, None)
    named = _named(data)
    likeliest = _likeliest(data, named)
    for encoding in likeliest:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if named in ("", encoding) or data.isascii():
            return PageText(text, None)
        said, read = (_SAID.get(name, name.upper()) for name in (named, encoding))
        doubt = f"the page says that it is in {said}, and is not: it was read as {read}"
        return PageText(text, doubt)
    text = data.decode(likeliest[-1], "replace")
    return PageText(text, f"bytes of the page that are no characters: {text.count(_LOST):,}")


def _likeliest(data: bytes, named: str) -> Sequence[str]:
    """The encodings in which a page may be that names one, or none, the likeliest first.

    Bytes that happen to be UTF-8 are hardly anything else, whatever the page says. Servers that put
    pages together of older ones name UTF-8 for what is in Windows-1252; but a page of which some
    characters are damaged is in UTF-8.
    """
    if named not in ("", "utf-8"):
        return "utf-8", named
    return ("utf-8",) if _is_damaged(data) else ("utf-8", "cp1252")


def _is_damaged(data: bytes) -> bool:
    """Whether a page is in UTF-8 but for some characters, fewer than are whole."""
    lost = data.decode("utf-8", "replace").count(_LOST)
    return lost <= sum(1 for _ in _UTF8.finditer(data))


def _named(data: bytes) -> str:
    """The encoding that a page names, as Python calls it; nothing where it names none of text."""
    named = EncodingDetector.find_declared_encoding(data, is_html=True) or ""
    try:
        name = codecs.lookup(named).name
        "a".encode(name)  # it may be one of bytes, such as base64
    except LookupError:
        return ""
    return "" if name in _NO_PAGES else _AS_BROWSERS_READ.get(name, name)
