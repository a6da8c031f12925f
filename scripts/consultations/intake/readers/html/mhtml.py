"""A page that a browser has saved with its pictures in one file (MHTML, RFC 2557)."""

from email import message_from_bytes, policy

from consultations import patterns as re

_HEAD = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*", re.ASCII)
_RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_MOST_HEAD = 20_000
"""Bytes in which a message's own head stands."""


def is_message(head: bytes) -> bool:
    """Whether a file begins like a page that was saved as a message."""
    found = _HEAD.match(head[:_MOST_HEAD])
    return bool(found) and bool(_RELATED.search(found[0] if found else b""))


def page_of(data: bytes) -> tuple[bytes | str, str | None]:
    """The page in a message, and the address from which it was saved.

    A file that is no message is the page itself.
    """
    if not is_message(data):
        return data, None
    message = message_from_bytes(data, policy=policy.default)
    address = message.get("Snapshot-Content-Location") or message.get("Content-Location")
    for part in message.walk():
        if part.get_content_type() == "text/html":
            held = part.get_payload(decode=True)
            address = address or part.get("Content-Location")
            charset = part.get_content_charset()
            page = held if isinstance(held, bytes) else b""
            try:
                return (page.decode(charset) if charset else page), str(address or "") or None
            except (LookupError, UnicodeDecodeError):
                return page, str(address or "") or None
    return b"", None
