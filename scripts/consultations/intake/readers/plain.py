"""Text in any encoding to a transcript in UTF-8: nothing is changed but its bytes."""

from pathlib import Path

import charset_normalizer

from consultations.errors import UnreadableError
from consultations.intake.readers.front_matter import facts_of_front
from consultations.model.transcript import Transcript

_MARKED = (("utf-32", (b"\xff\xfe\0\0", b"\0\0\xfe\xff")), ("utf-16", (b"\xff\xfe", b"\xfe\xff")))


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
    """The text of bytes that begin with the mark of UTF-16 or UTF-32; None where none does.

    Raises:
        UnreadableError: they are not what their mark says, or hold NUL as no text does.
    """
    text = None
    for encoding, marks in _MARKED:
        if text is None and data.startswith(marks):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                raise _no_text(path) from None
    if "\0" in text if text is not None else b"\0" in data:
        raise _no_text(path)
    return text


def _decoded(data: bytes, path: Path) -> tuple[str, str]:
    """The text, and its encoding: by its mark, else UTF-8 where it fits, else by likelihood."""
    if (marked := marked_text(data, path)) is not None:
        return marked, "utf-16 or utf-32"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = charset_normalizer.from_bytes(data).best()
        if best is None:
            raise _no_text(path) from None
        text, name = str(best), best.encoding
    else:
        name = "utf-8"
    if "\0" in text or not text.strip():
        raise _no_text(path)
    return text, name


def _no_text(path: Path) -> UnreadableError:
    return UnreadableError(
        "it holds no text in any encoding that is known",
        where=str(path),
        remedy="save it as text in UTF-8, or add the file that it was made from",
    )
