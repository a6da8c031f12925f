"""Bytes to text: UTF-8, or a clear no.

Places in a source count the code points of its text, so a guessed encoding would be a guessed
apparatus. What is not UTF-8 is named as well as can be told from the bytes, and refused.
"""

import codecs

_MARKS = (  # the longer first: UTF-32's mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP file, such as DOCX or ODT"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
    (b"{\\rtf", "rich text (RTF)"),
)


class NotTextError(ValueError):
    """Bytes that are not text in UTF-8; says what they seem to be.

    Attributes:
        remedy: what whoever wrote the file can do.
    """

    def __init__(self, what: str, remedy: str = "write it as plain text in UTF-8") -> None:
        super().__init__(what)
        self.remedy = remedy


def decode(data: bytes) -> str:
    """The text of bytes in UTF-8, without a byte-order mark, its line ends as they are.

    Raises:
        NotTextError: the bytes are of another kind or encoding, hold NUL, or nothing to read.
    """
    _refuse_other_kinds(data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotTextError(_other_encoding(data, error)) from error
    if not shows(text):
        raise NotTextError(
            "there is no text in it" if text else "the file is empty",
            "write into it what it is to hold, or take it away",
        )
    return text


def shows(text: str) -> bool:
    """Whether anything of a text is seen: blanks, marks of direction and zero widths are not."""
    return any(character.isprintable() and character != " " for character in text)


def _refuse_other_kinds(data: bytes) -> None:
    """Refuse bytes that begin like no text, or hold NUL."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise NotTextError(f"this is {kind}, not plain text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            raise NotTextError(f"the text is in {encoding}, not UTF-8")
    if b"\0" in data:
        raise NotTextError(meaning_of_nul(data))


def meaning_of_nul(data: bytes) -> str:
    """What NUL among bytes says of them.

    UTF-16 without a mark is known by where NUL stands: in English text every second byte is one.
    """
    at = data.find(0)
    even, odd = data[::2].count(0), data[1::2].count(0)
    if max(even, odd) > len(data) // 8 and min(even, odd) <= max(even, odd) // 8:
        return "the text is in UTF-16 (without a byte-order mark), not UTF-8"
    line = data.count(b"\n", 0, at) + 1
    return f"byte {at} (line {line}) is NUL, which no text holds"


def place_of(error: UnicodeDecodeError, data: bytes) -> int:
    """Where bytes cannot be decoded, counted from the first of them, its mark too."""
    return error.start + len(data) - len(error.object)


def _other_encoding(data: bytes, error: UnicodeDecodeError) -> str:
    """What bytes that are not UTF-8 seem to be, with the first place that shows it."""
    at = place_of(error, data)
    line = data.count(b"\n", 0, at) + 1
    place = f"byte {at} (0x{data[at]:02x}, line {line})"
    if data[at] == 0xED and data[at + 1 : at + 2] >= b"\xa0":
        return f"{place} begins half of a surrogate pair, which is no character"
    if _holds_utf8(data):
        return f"{place} is not UTF-8, though other places are: two encodings are mixed"
    windows = any(0x80 <= byte <= 0x9F for byte in data)
    return f"{place} is not UTF-8; it could be {'Windows-1252' if windows else 'ISO 8859-1'}"


def _holds_utf8(data: bytes) -> bool:
    """Whether some characters beyond ASCII are well-formed UTF-8."""
    return any(ord(c) > 0x7F for c in data.decode("utf-8-sig", errors="ignore"))
