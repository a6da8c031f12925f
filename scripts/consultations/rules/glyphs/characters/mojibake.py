"""Characters that were read in the wrong encoding.

Symptom: `ìso it saysî` for words in quotation marks; `â€™` or `‚Äô` for an apostrophe; control
characters where quotation marks should be; `�`.
Cause: bytes of Windows-1252 read as Mac Roman or as Latin-1, or those of Mac Roman as Windows-1252;
bytes of UTF-8 read as Windows-1252, as Mac Roman or in an encoding of DOS, once or twice.
Remedy: the characters that the bytes stand for. Marks of Windows-1252 only where an opening and a
closing one come as a pair at the edges of words in one paragraph, and with them its apostrophes and
dashes; UTF-8 only where the bytes of a character are complete, and the document has some that no
text has by itself; control characters of Latin-1 always, since no text holds them. What stands as
`�` is lost, and is a finding.
Leaves alone: `ì` and `î` in words of Italian, French, Welsh or Romanian; a pair without its half; a
letter with an accent before a mark that ends a quotation; `√` and `¬` in a formula.
Seen in: text copied from a web page.
"""

from collections.abc import Iterable, Iterator

from consultations import patterns as re
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.rules.misread_utf8 import LATER, misread_utf8
from consultations.rules.rule import Rule

_PAIRS = (
    re.compile(
        r"""
        (?<! [^\s(\[] ) (ì) (?= [^\W_] | ['‘(\[] )     # a mark opens before a word,
        (?: [^\nìî]++ | \n(?!\s) )*+                   # another of its kind is not inside,
        (?<= [^\s(\[ìî] ) (î) (?! [^\W_] )              # and it closes after a word, with no empty
                                                       # line between
        """,
        re.VERBOSE,
        needs="ì",
    ),
    re.compile(
        r"""
        (?<! [^\s(\[] ) (ë) (?= [^\W_] | [(\[] )       # the same for single marks
        (?: [^\nëí]++ | \n(?!\s) )*+
        (?<= [^\s(\[ëí] ) (í) (?! [^\W_] )
        """,
        re.VERBOSE,
        needs="ë",
    ),
)
_MARKS = {"ì": "“", "î": "”", "ë": "‘", "í": "’"}
"""The marks of Windows-1252 whose bytes Mac Roman reads as these letters."""
_MAC_PAIR = re.compile(
    r"""
    (?<! [^\s(\[] ) (Ò) (?= [^\W_] | [‘Ô(\[] )       # the same of Mac Roman: ÒsoÓ
    (?: [^\nÒÓ]++ | \n(?!\s) )*+
    (?<= [^\s(\[ÒÓ] ) (Ó) (?! [^\W_] )
    """,
    re.VERBOSE,
    needs="Ò",
)
_MAC_SIGN = re.compile(
    r"""
      (?<= [^\W\d_] ) Õ (?= (?:s|t|d|m|re|ve|ll) \b )      # donÕt, IÕm
    | (?<= s ) Õ (?= \s )                                   # the ferriesÕ
    | (?<= \s ) Ð (?= \s )                                  # a dash between blanks
    | Ò | Ó
    """,
    re.VERBOSE,
    needs="ÒÓÕÐ",
)
_WINDOWS_SIGN = re.compile(
    r"""
      (?<= [^\W\d_] ) í (?= (?:s|t|d|m|re|ve|ll) \b )      # donít, Iím
    | (?<= s ) í (?= \s )                                   # the ferriesí
    | (?<= \d ) ñ (?= £?\d ) | (?<= \s ) ñ (?= \s )         # 30ñ40, and a dash between blanks
    | (?<= \s ) ó (?= \s )                                  # a longer one
    """,
    re.VERBOSE,
    needs="íñó",
)
_WINDOWS_MARKS = {"í": "’", "ñ": "–", "ó": "—"}
"""Other marks of Windows-1252 that Mac Roman reads as letters."""
_MAC_MARKS = {"Ò": "“", "Ó": "”", "Õ": "’", "Ð": "–"}
"""The marks of Mac Roman whose bytes Windows-1252 reads as these letters."""


_CUT_SHORT = re.compile(r"(?<=[^\s(])â€(?=[\s.,;:!?)\]]|\Z)")
"""What is left of `”` where its last byte stood for no character."""
# What Latin-1 has no character for_CUT_SHORT = re.compile(r"(?<=[^\s(])â€(?=[\s.,;:!?)\]]|\Z)")
"""What is left of `”` where its last byte stood for no character."""
# What Latin-1 has no character for and Windows-1252 has; not 0x85, which is also an end of line.
_C1 = re.compile(
    rf"""
    (?<! [\xc2-\xef] ) (?<! [\xe0-\xef][{LATER}] )        # not the rest of a character in UTF-8
    [\x80\x82-\x84\x86-\x8c\x8e\x91-\x9c\x9e\x9f]
    """,
    re.VERBOSE,
)
_LOST = re.compile(
    r"(?:\w{0,30}\N{REPLACEMENT CHARACTER})++\w{0,30}", needs="\N{REPLACEMENT CHARACTER}"
)


def _proposals(text: str) -> Iterator[Proposal]:
    for pair in _PAIRS:
        for match in pair.finditer(text):
            for group in (1, 2):
                reason = "a quotation mark of Windows-1252 read as Mac Roman"
                yield Proposal(*match.span(group), _MARKS[match[group]], "mojibake", reason)
    yield from _probable(text)
    yield from misread_utf8(text)
    for match in _C1.finditer(text):
        meant = match[0].encode("latin-1").decode("cp1252")
        yield Proposal(*match.span(), meant, "mojibake", "Windows-1252 read as Latin-1")


def _probable(text: str) -> Iterator[Proposal]:
    """Marks that the document's own pairs speak for."""
    if any(pair.search(text) for pair in _PAIRS):
        reason = "a mark of Windows-1252 read as Mac Roman"
        for match in _WINDOWS_SIGN.finditer(text):
            yield Proposal(*match.span(), _WINDOWS_MARKS[match[0]], "mojibake", reason, "probable")
    if _MAC_PAIR.search(text):
        reason = "a mark of Mac Roman read as Windows-1252"
        for match in _MAC_SIGN.finditer(text):
            yield Proposal(*match.span(), _MAC_MARKS[match[0]], "mojibake", reason, "probable")
    if "â€œ" in text:
        for match in _CUT_SHORT.finditer(text):
            reason = "a closing quotation mark of which the last byte is lost"
            yield Proposal(*match.span(), "”", "mojibake", reason, "probable")


def _apart(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Of readings of the same characters the first; of those that begin together the longest."""
    held: Proposal | None = None
    for one in sorted(proposals, key=lambda p: (p.start, -p.end)):
        if held is None or one.start >= held.end:
            if held:
                yield held
            held = one
    if held:
        yield held


def _findings(draft: Draft) -> Iterator[Finding]:
    """A word with characters that are lost, each once."""
    told: set[str] = set()
    for match in _LOST.finditer(draft.text):
        if match[0] not in told:
            told.add(match[0])
            yield Finding(
                code="character-lost",
                severity="warning",
                what=f"{match[0]!r}: a character was lost before this text was received",
                hint="find a better copy, or write what it was by an erratum",
                place=draft.locate(match.start()),
            )


def _revise(draft: Draft) -> Revision:
    return Revision(tuple(_apart(_proposals(draft.text))), findings=tuple(_findings(draft)))


RULE = Rule("mojibake", _revise, changes_letters=True)
