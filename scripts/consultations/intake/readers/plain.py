"""Text in any encoding to a transcript in UTF-8: nothing is changed but its bytes."""

from codecs import BOM_UTF8
from pathlib import Path

import charset_normalizer

from consultations.errors import UnreadableError
from consultations.intake.readers import legacy_encodings
from consultations.intake.readers.front_matter import facts_of_front
from consultations.intake.validation.decoding import meaning_of_nul, place_of, shows
from consultations.model.transcript import Transcript

_MARKED = (("utf-32", (b"\xff\xfe\0\0", b"\0\0\xfe\xff")), ("utf-16", (b"\xff\xfe", b"\xfe\xff")))
_NUL = "it holds NUL, as no text does"
_HEAD = 4_000
"""Bytes that are looked at to see whether every second one is 0."""
_MOSTLY = 0.7
"""Share of NUL among every other byte, at least, in English that is written in UTF-16."""
_MIXED = 0.4
"""Share of the bytes beyond ASCII that is UTF-8 in a text of two encodings, and in no other."""


def read(path: Path) -> Transcript:
    """The transcript of a text.

    Raises:
        UnreadableError: no encoding is found in which it is text.
    """
    data = path.read_bytes()
    text, encoding = _decoded(data, path)
    doubts: tuple[str, ...] = ()
    if encoding not in ("utf-8", "ascii"):
        doubts = (
            f"the text was taken to be in {encoding}: look at its quotation marks and accents",
        )
    return Transcript(
        text,
        f"charset-normalizer {charset_normalizer.__version__}",
        facts=facts_of_front(text),
        doubts=doubts,
    )


def is_plain(path: Path) -> bool:
    """Whether a text is in UTF-8, so that it needs no transcript."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return "\0" not in text


def marked_text(data: bytes, path: Path) -> str | None:
    """The text of bytes in UTF-16 or UTF-32; None where they are in neither.

    Their mark at the beginning says so, or that each second byte of UTF-16 is mostly 0.

    Raises:
        UnreadableError: they are not what their mark says, or hold NUL as no text does.
    """
    text = None
    for encoding, marks in _MARKED:
        if text is None and data.startswith(marks):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError as error:
                raise _not_as_marked(error, data, path) from None
    if text is not None and "\0" in text:
        raise _unread(path, _NUL)
    if text is None and b"\0" in data:
        text = _unmarked(data)
        if text is None or "\0" in text:
            raise _unread(path, meaning_of_nul(data))
    return text


def _unmarked(data: bytes) -> str | None:
    """The text of bytes in UTF-16 without its mark; None where they are none that can be shown."""
    head = data[: _HEAD - _HEAD % 2]
    high, low = head[1::2].count(0), head[::2].count(0)
    most, other = max(high, low), min(high, low)
    if most < _MOSTLY * len(head[::2]) or other:
        return None
    try:
        text = data.decode("utf-16-le" if high > low else "utf-16-be")
    except UnicodeDecodeError:
        return None
    return text if all(char.isprintable() or char.isspace() for char in text) else None


def _decoded(data: bytes, path: Path) -> tuple[str, str]:
    """The text, and its encoding: by its mark, else UTF-8 where it fits, else by likelihood."""
    if (marked := marked_text(data, path)) is not None:
        return marked, "utf-16 or utf-32"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # A guess would read the mark as letters, and with it whatever is UTF-8 behind it.
        if data.startswith(BOM_UTF8):
            raise _not_as_marked(error, data, path) from None
        if (halves := _with_halves(data)) is not None:
            return _paired(halves, error, data, path), "CESU-8"
        if _is_mixed(data):
            raise _mixed(error, data, path) from None
        found = legacy_encodings.decoded(data)
        if found is None:
            raise _no_text(path) from None
        text, name = found
    else:
        name = "utf-8"
    if "\0" in text:
        raise _unread(path, _NUL)
    if not shows(text):
        raise UnreadableError(
            "there is no text in it",
            where=str(path),
            remedy="add the file that it was made from, or save that as text anew",
        )
    return text, name


def _with_halves(data: bytes) -> str | None:
    """The text of bytes that are UTF-8 but for halves of surrogate pairs; else None."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None


def _paired(text: str, error: UnicodeDecodeError, data: bytes, path: Path) -> str:
    """A text in which two halves of a surrogate pair are the character, as in some databases.

    Raises:
        UnreadableError: one half is alone.
    """
    try:
        return text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        at = place_of(error, data)
        line = data.count(b"\n", 0, at) + 1
        what = f"byte {at} (line {line}) begins half of a surrogate pair, which is no character"
        raise _unread(path, what) from None


def _is_mixed(data: bytes) -> bool:
    """Whether much of a text in another encoding is UTF-8, as if several people had written it."""
    beyond = sum(not char.isascii() for char in data.decode(errors="ignore"))
    return beyond * 2 >= _MIXED * sum(byte > 0x7F for byte in data)


def _mixed(error: UnicodeDecodeError, data: bytes, path: Path) -> UnreadableError:
    at = place_of(error, data)
    line = data.count(b"\n", 0, at) + 1
    return _unread(
        path,
        f"byte {at} (line {line}) is not UTF-8, though other places are: two encodings are mixed",
    )


def _not_as_marked(error: UnicodeDecodeError, data: bytes, path: Path) -> UnreadableError:
    at = place_of(error, data)
    line = data.count(b"\n", 0, at) + 1
    encoding = error.encoding.upper()
    return _unread(path, f"its mark says {encoding}, and byte {at} (line {line}) is not")


def _no_text(path: Path) -> UnreadableError:
    return _unread(path, "it holds no text in any encoding that is known")


def _unread(path: Path, what: str) -> UnreadableError:
    return UnreadableError(
        what,
        where=str(path),
        remedy="save it as text in UTF-8, or add the file that it was made from",
    )
