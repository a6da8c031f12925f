"""Messages, as mail has them: which are pages that a browser saved so (MHTML, RFC 2557).

What opens such a page is in `html/`. To tell what a file is takes no library that reads pages, and
loading one takes a third of the time that it takes to read a short text.
"""

from codecs import BOM_UTF8

from consultations import patterns as re

_HEAD = re.compile(
    rb"""
    \A (?: From\ \S+ \ +[A-Z][a-z]{2} \ +[A-Z][a-z]{2} \ +\d{1,2} \ +\d\d:\d\d [^\n]*\n )?
                    # From ann@quay.example Mon May  3 10:12:00 2004
    (?: [\w-]+: [^\n]*\n (?: [ \t][^\n]*\n )* )*
    """,
    re.ASCII | re.VERBOSE,
)
_PAGE = re.compile(
    rb"^content-type:\s*(?:multipart/related|text/html|application/xhtml)",
    re.IGNORECASE | re.MULTILINE,
)
_MIME = re.compile(
    rb"^(?:mime-version:|content-transfer-encoding:|content-type:\s*multipart/)",
    re.IGNORECASE | re.MULTILINE,
)
_SENT = re.compile(
    rb"""
    ^(?: message-id: \s* <[^<>\s]+@[^<>\s]+>               # <a.12@quay.example>
       | return-path: \s* <[^<>\s]*>                       # <ann@quay.example>
       | received: (?: [^\n;] | \n[ \t] )* ; \s*           # from quay by pier;
         (?: [a-z]{3},\ * )? \d{1,2} \ [a-z]{3} \ \d{4} \ \d\d:\d\d   # Mon, 3 May 2004 10:12
    )
    """,
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
"""What a program for mail writes, in its form (RFC 5322, 3.6.4 and 3.6.7)."""
_WRITTEN = re.compile(rb"^(from|to|date|subject):", re.IGNORECASE | re.MULTILINE)
_FEWEST = 2
"""Other fields that a message without MIME has; people write "Received:" over their letters too."""
_MOST_HEAD = 20_000
"""Bytes in which a message's own head stands."""


def is_message(head: bytes) -> bool:
    """Whether a file begins like a page that was saved as a message."""
    return _PAGE.search(_head_of(head)) is not None


def is_letter(head: bytes) -> bool:
    """Whether a file begins like a message of electronic mail that is no page."""
    fields = _head_of(head)
    written = {name.lower() for name in _WRITTEN.findall(fields)}
    is_sent = _SENT.search(fields) is not None and len(written) >= _FEWEST
    return (is_sent or _MIME.search(fields) is not None) and not is_message(head)


def _head_of(head: bytes) -> bytes:
    found = _HEAD.match(head.removeprefix(BOM_UTF8)[:_MOST_HEAD])
    return found[0] if found else b""
