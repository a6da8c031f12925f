"""Messages, as mail has them: which are pages that a browser saved so (MHTML, RFC 2557).

What opens such a page is in `html/`. To tell what a file is takes no library that reads pages, and
loading one takes a third of the time that it takes to read a short text.
"""

from codecs import BOM_UTF8

from consultations import patterns as re

_HEAD = re.compile(rb"\A(?:From [^\n]*\n)?(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*", re.ASCII)
_PAGE = re.compile(
    rb"^content-type:\s*(?:multipart/related|text/html|application/xhtml)",
    re.IGNORECASE | re.MULTILINE,
)
_LETTER = re.compile(
    rb"^(?:mime-version:|content-transfer-encoding:|content-type:\s*multipart/"
    rb"|received:|return-path:|message-id:)",
    re.IGNORECASE | re.MULTILINE,
)
_MOST_HEAD = 20_000
"""Bytes in which a message's own head stands."""


def is_message(head: bytes) -> bool:
    """Whether a file begins like a page that was saved as a message."""
    return _PAGE.search(_head_of(head)) is not None


def is_letter(head: bytes) -> bool:
    """Whether a file begins like a message of electronic mail that is no page."""
    return _LETTER.search(_head_of(head)) is not None and not is_message(head)


def _head_of(head: bytes) -> bytes:
    found = _HEAD.match(head.removeprefix(BOM_UTF8)[:_MOST_HEAD])
    return found[0] if found else b""
