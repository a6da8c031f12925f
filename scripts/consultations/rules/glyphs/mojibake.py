"""Characters that were read in the wrong encoding.

Symptom: `ìso it saysî` for words in quotation marks; `â€™` for an apostrophe; control characters
where quotation marks should be.
Cause: bytes of Windows-1252 read as Mac Roman or as Latin-1; bytes of UTF-8 read as Windows-1252.
Remedy: the characters that the bytes stand for. Mac Roman only where an opening and a closing
quotation mark come as a pair at the edges of words in one line; UTF-8 only where the bytes of a
character are complete, and the document has some with which no word can end; control characters of
Latin-1 always, since no text holds them.
Leaves alone: `ì` and `î` in words of Italian, French, Welsh or Romanian; a pair without its half; a
letter with an accent before a mark that ends a quotation.
Seen in: text copied from a web page.
"""

import re
from collections.abc import Iterator

from consultations.model.emendation import Proposal
from consultations.rules.rule import text_rule

# A quotation mark opens before a word and closes after one; between them stands no other of its
# kind. The line is the limit, and the possessive repeat keeps the search from going back.
_PAIRS = (
    re.compile(r"(?<![^\s(\[])(ì)(?=[^\W_]|['‘(\[])[^\nìî]*+(?<=[^\s(\[ìî])(î)(?![^\W_])"),
    re.compile(r"(?<![^\s(\[])(ë)(?=[^\W_]|[(\[])[^\nëí]*+(?<=[^\s(\[ëí])(í)(?![^\W_])"),
)
_MARKS = {"ì": "“", "î": "”", "ë": "‘", "í": "’"}

_LATER = r"\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What the second and third bytes of a character look like, as a class of a pattern."""
_UTF8 = re.compile(rf"[Â-ß][{_LATER}]|[à-ï][{_LATER}]{{2}}")
# No word ends in one of these. `é’”` and `Ã”` may be the end of a quotation.
_SURE = re.compile(rf"â€[{_LATER}]|â„¢|Â[\xa1-\xbf]|Ã[\xa1-\xbf€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]")
# What Latin-1 has no character for and Windows-1252 has; not 0x85, which is also an end of line.
_C1 = re.compile(r"[\x80\x82-\x84\x86-\x8c\x8e\x91-\x9c\x9e\x9f]")


def _utf8(characters: str) -> str | None:
    """The character whose bytes in UTF-8 were read one by one, or None."""
    raw = bytearray()
    for character in characters:
        try:
            raw += character.encode("cp1252")
        except UnicodeEncodeError:
            if ord(character) > 0xFF:
                return None
            raw.append(ord(character))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _propose(text: str) -> Iterator[Proposal]:
    for pair in _PAIRS:
        for match in pair.finditer(text):
            for group in (1, 2):
                reason = "a quotation mark of Windows-1252 read as Mac Roman"
                yield Proposal(*match.span(group), _MARKS[match[group]], "mojibake", reason)
    for match in _UTF8.finditer(text) if _SURE.search(text) else ():
        meant = _utf8(match[0])
        if meant is not None and not _C1.match(meant):
            yield Proposal(*match.span(), meant, "mojibake", "UTF-8 read as Windows-1252")
    for match in _C1.finditer(text):
        alone = match.start() == 0 or not "\u00c2" <= text[match.start() - 1] <= "\u00ef"
        if alone and not _is_in_utf8(text, match.start()):
            meant = match[0].encode("latin-1").decode("cp1252")
            yield Proposal(*match.span(), meant, "mojibake", "Windows-1252 read as Latin-1")


def _is_in_utf8(text: str, place: int) -> bool:
    """Whether a character is the last of three that stand for one."""
    found = _UTF8.match(text, place - 2) if place >= 2 else None
    return found is not None and found.end() > place and _utf8(found[0]) is not None


RULE = text_rule("mojibake", _propose, changes_letters=True)
