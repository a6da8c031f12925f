"""UTF-8 whose bytes were read one by one, in an encoding that has a character for each."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consultations import patterns as re
from consultations.model.emendation import Proposal


def _class(encoding: str) -> str:
    """What the second and third bytes of a character look like, as a class of a pattern."""
    read = (bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in range(0x80, 0xC0))
    return re.escape("".join(read))


LATER = _class("cp1252") + r"\x80-\xbf"
"""The second and third bytes of a character in UTF-8, read as Windows-1252 or Latin-1: a class."""
_LATER_MAC = _class("mac_roman")
_UTF8 = re.compile(rf"[Â-ß][{LATER}]|[à-ï][{LATER}]{{2}}")
_SURE = re.compile(
    rf"""
      â€[{LATER}]                                  # â€™: an apostrophe, a dash
    | â„¢                                           # ™
    | â\x80[\x80-\xbf]                             # the first again, read as Latin-1
    | Â[\xa1-\xbf]                                  # Â£
    | Ã[\xa1-\xbf€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]              # Ã©; but `Ã”` may be the end of a quotation
    """,
    re.VERBOSE,
)
"""UTF-8 read as Windows-1252, where no word can end so. `é’”` may be the end of a quotation."""
_MAC_UTF8 = re.compile(rf"[¬√][{_LATER_MAC}]|‚[ÄÅÇ][{_LATER_MAC}]")
_MAC_SURE = re.compile(
    rf"""
      ‚Ä[{_LATER_MAC}]                              # ‚Äô: an apostrophe, a dash
    | ¬[£§©®†∞•]                                    # ¬£
    | (?<=[^\W\d_])√[{_LATER_MAC}]                  # caf√©; but `2√π` is a formula
    """,
    re.VERBOSE,
    needs="‚¬√",
)
"""UTF-8 read as Mac Roman, where no text has such characters side by side."""


def _dos(encoding: str, lead: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """UTF-8 read in an encoding of DOS: what is sure, and all; `lead` is what stands for E2."""
    later = _class(encoding)
    found = re.compile(rf"{lead}[{later}]{{2}}|[┬├][{later}]", needs=lead + "┬├")
    return re.compile(rf"{lead}Ç[{later}]", needs=lead), found


class _Reading(NamedTuple):
    """An encoding in which UTF-8 may have been read."""

    name: str
    encoding: str
    sure: re.Pattern[str]
    """What no text has by itself: it shows that this happened to the document."""
    found: re.Pattern[str]
    """Every character that may have been read so."""


_READINGS = (
    _Reading("Windows-1252", "cp1252", _SURE, _UTF8),
    _Reading("Mac Roman", "mac_roman", _MAC_SURE, _MAC_UTF8),
    _Reading("DOS 850", "cp850", *_dos("cp850", "Ô")),  # ferryÔÇÖs, ┬ú40
    _Reading("DOS 437", "cp437", *_dos("cp437", "Γ")),  # ferryΓÇÖs, caf├⌐
)


def _utf8(characters: str, encoding: str) -> str | None:
    """The character whose bytes in UTF-8 were read one by one, or None."""
    try:
        return b"".join(_byte(one, encoding) for one in characters).decode("utf-8")
    except UnicodeError:
        return None


def _byte(character: str, encoding: str) -> bytes:
    """The byte that was read as a character: itself, where the encoding has no character for it.

    Raises:
        UnicodeEncodeError: no byte can be read so.
    """
    try:
        return character.encode(encoding)
    except UnicodeEncodeError:
        return character.encode("latin-1")


def misread_utf8(text: str) -> Iterator[Proposal]:
    """The characters whose bytes were read one by one, in each encoding that was used for that."""
    for reading in _READINGS:
        yield from _read_so(text, reading)


def _read_so(text: str, reading: _Reading) -> Iterator[Proposal]:
    """The characters that were read in one encoding; those of a run perhaps twice."""
    if not reading.sure.search(text):
        return
    reason = f"UTF-8 read as {reading.name}"
    run: list[re.Match[str]] = []
    for match in reading.found.finditer(text):
        if run and match.start() != run[-1].end():
            yield from _of_run(run, reading, reason)
            run = []
        run.append(match)
    yield from _of_run(run, reading, reason)


def _of_run(run: Sequence[re.Match[str]], reading: _Reading, reason: str) -> Iterator[Proposal]:
    """What characters side by side stand for: where that is such a run again, what it stands for.

    A text that was read so twice has `Ã¢â‚¬â„¢` for an apostrophe.
    """
    meant = [_utf8(match[0], reading.encoding) for match in run]
    once = "".join(one or match[0] for one, match in zip(meant, run, strict=True))
    if reading.sure.search(once):
        twice = reading.found.sub(lambda one: _utf8(one[0], reading.encoding) or one[0], once)
        yield Proposal(run[0].start(), run[-1].end(), twice, "mojibake", f"{reason}, twice")
        return
    for match, one in zip(run, meant, strict=True):
        if one is not None and not "\x80" <= one <= "\x9f":  # which shows nothing
            yield Proposal(*match.span(), one, "mojibake", reason)
