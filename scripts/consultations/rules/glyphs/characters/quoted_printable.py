"""Text in the form in which e-mail carries it.

Symptom: `it=E2=80=99s`, `=A320`; an equals sign at the end of a line that was cut in the middle of
a word.
Cause: a message was saved as it is sent, in the encoding named quoted-printable (RFC 2045, 6.7).
Remedy: the characters that the bytes stand for, in UTF-8 or else in Windows-1252; a line's end
after an equals sign is taken out.
Leaves alone: a text in which an equals sign stands that this encoding would have written otherwise
(`n=20`, `a = b`), or that shows neither two such line ends nor a character of several bytes.
Seen in: a saved message.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.rules.rule import text_rule

_CODES = re.compile(r"(?:=[0-9A-F]{2})++", needs="=")
_CUT = re.compile(r"=[ \t]*\r?\n", needs="=")
_OTHERWISE = re.compile(r"=(?![0-9A-F]{2}|[ \t]*\r?\n)")
_SEVERAL_BYTES = re.compile(r"=[C-F][0-9A-F]=[89AB][0-9A-F]")
_FEWEST_CUTS = 2
_CONTROL = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\U0010ffff]")


def _read(codes: str) -> str | None:
    """The characters of some bytes; None where they are none, or controls."""
    data = bytes.fromhex(codes.replace("=", ""))
    for encoding in ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _CONTROL.search(text) else text
    return None


def _propose(text: str) -> Iterator[Proposal]:
    cuts = list(_CUT.finditer(text))
    if _OTHERWISE.search(text) or (len(cuts) < _FEWEST_CUTS and not _SEVERAL_BYTES.search(text)):
        return
    for match in cuts:
        yield Proposal(*match.span(), "", "join", "a line cut where a message was sent")
    for match in _CODES.finditer(text):
        if (characters := _read(match[0])) is not None:
            yield Proposal(*match.span(), characters, "entity", "bytes as e-mail writes them")


RULE = text_rule("quoted-printable", _propose, changes_letters=True)
