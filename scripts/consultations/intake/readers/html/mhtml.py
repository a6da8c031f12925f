"""A page that a browser has saved in one file with all that it shows (MHTML, RFC 2557)."""

from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message

from bs4 import BeautifulSoup

from consultations.intake.readers.messages import is_message

_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True)
class SavedPage:
    """A page as a file holds it."""

    data: bytes | str
    address: str | None = None
    """The address from which it was saved, where the file states it outside the page."""
    frames: Mapping[str, str] = field(default_factory=dict)
    """Pages that it shows inside itself, by the names that it gives them."""
    doubts: tuple[str, ...] = ()


def page_of(data: bytes) -> SavedPage:
    """The page in a message; a file that is no message is the page itself."""
    if not is_message(data):
        return SavedPage(data)
    message = message_from_bytes(data.removeprefix(BOM_UTF8), policy=policy.default)
    parts = [part for part in message.walk() if part.get_content_type() in _PAGES]
    if not parts:
        return SavedPage(b"")
    root = _root(message, parts)
    around = (message["Snapshot-Content-Location"], message["Content-Location"])
    address = next((str(said) for said in (*around, root["Content-Location"]) if said), None)
    broken = any(isinstance(d, CloseBoundaryNotFoundDefect) for d in message.defects)
    return SavedPage(
        _text(root),
        address,
        {name: _markup(part) for part in parts if part is not root for name in _names(part)},
        ("the file breaks off: the end of the page may be missing",) if broken else (),
    )


def _root(message: Message, parts: Sequence[Message]) -> Message:
    """The page itself among those that it shows: by its id or address, else the first."""
    start = message.get_param("start")
    named = {str(start or ""), str(message["Snapshot-Content-Location"] or "")} - {""}
    for part in parts:
        if named & {str(part["Content-ID"] or ""), str(part["Content-Location"] or "")}:
            return part
    return parts[0]


def _names(part: Message) -> list[str]:
    """What a page may call another in the same message (RFC 2392)."""
    id_, location = str(part["Content-ID"] or "").strip("<> "), part["Content-Location"]
    return [*([f"cid:{id_}"] if id_ else []), *([str(location)] if location else [])]


def _text(part: Message) -> bytes | str:
    """What a part holds, in the encoding that its head names, if it does."""
    held = part.get_payload(decode=True)
    page = held if isinstance(held, bytes) else b""
    charset = part.get_content_charset()
    try:
        return page.decode(charset) if charset else page
    except (LookupError, UnicodeDecodeError):
        return page


def _markup(part: Message) -> str:
    return str(BeautifulSoup(_text(part), "lxml"))
