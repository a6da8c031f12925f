"""What readers do not see in letters: another script, a turned direction, what prints nothing."""

from collections.abc import Iterator

from consultations import patterns as re

# Cyrillic, Armenian, Cherokee, Coptic, Lisu; Greek, but for letters that a formula may put beside
# Latin ones; and what looks like Latin letters and is none: of phonetics, of mathematics, of wide
# type, Roman numerals of one sign.
_OTHER = (
    "["
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυϲϳ"
    "\u0400-\u052f\u1c80-\u1c88\ua640-\ua69d"
    "\u0531-\u0587"
    "\u13a0-\u13f5\uab70-\uabbf"
    "\u2c80-\u2cee"
    "\ua4d0-\ua4f7"
    "\u0251\u0261\u1d00-\u1d22"
    "\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212a\u212c-\u2134"
    "\u2160-\u2188"
    "\uff21-\uff3a\uff41-\uff5a"
    "\U0001d400-\U0001d7cb"
    "]"
)
_OTHER_DIGIT = "[\uff10-\uff19\U0001d7ce-\U0001d7ff]"
# Of these alone a whole word may be, and be read as Latin. One Greek letter is a sign of a formula.
_WHOLE = (
    "(?:[аеорсухіјѕһԁԛԝүѵӏАВЕКМНОРСТУХІЈЅԚԜҮѴӀԌ]++"
    "|[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικρυϲϳ]{2,}+"
    f"|{_OTHER_DIGIT}++)"
)
_MIXED = re.compile(
    rf"""
      [A-Za-z]{_OTHER} | {_OTHER}[A-Za-z]
    | [0-9]{_OTHER_DIGIT} | {_OTHER_DIGIT}[0-9]
    | (?<=[A-Za-z][ ,\n]) {_WHOLE} (?!\w)  # words of another script behind a Latin one
    | (?<!\w) {_WHOLE} (?=[ ,\n][A-Za-z])  # and before one
    """,
    re.VERBOSE,
)
_ANY_OTHER = re.compile(rf"{_OTHER}|{_OTHER_DIGIT}|[ικρ]")
_TURNING = re.compile(
    r"""
      [\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}]
    | [\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}]
    """,
    re.VERBOSE,
)

# \x02 and \ufffe mark a hyphen at the end of a line; \x1c-\x1e and \x85 end lines.
_UNPRINTED = re.compile(
    r"""
    (?: [\x00\x01\x03-\x08\x0e-\x1b\x1f\x7f]             # controls of ASCII
      | [\x81\x8d\x8f\x90\x9d]                            # of which Windows-1252 has no character
      | \N{ZERO WIDTH SPACE}
      | \N{WORD JOINER}
      | \N{ZERO WIDTH NO-BREAK SPACE}                      # also the mark of the order of bytes
      | \N{MONGOLIAN VOWEL SEPARATOR}
      | [\N{FUNCTION APPLICATION}-\N{INVISIBLE PLUS}]      # of formulas that a machine reads
      | [\N{INHIBIT SYMMETRIC SWAPPING}-\N{NOMINAL DIGIT SHAPES}]
      | (?<! [\N{WAVING BLACK FLAG}\U000E0020-\U000E007F] ) # tags spell a flag behind this one
        [\N{LANGUAGE TAG}\U000E0020-\U000E007F]++
    )++
    """,
    re.VERBOSE,
)
_JOINER = r"[\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}]"
_JOINERS = re.compile(rf"(?<!{_JOINER}){_JOINER}++")
_LAST_LATIN = 0x24F


def mixed(text: str) -> Iterator[re.Match[str]]:
    """Each place where letters or digits that look like Latin ones stand among Latin ones.

    Either within a word, or as a whole word of them beside a Latin word.
    """
    # Almost no text has any of them, which one class tells much faster than what stands around.
    return _MIXED.finditer(text) if _ANY_OTHER.search(text) else iter(())


def turning(text: str) -> re.Match[str] | None:
    """The first invisible character that forces another direction of writing.

    Marks that only say what a neighbour is, as Hebrew among English needs them, are none.
    """
    return _TURNING.search(text)


def unprinted(text: str) -> Iterator[re.Match[str]]:
    """Each run of characters that print nothing and that no script or emoji around them needs."""
    yield from _UNPRINTED.finditer(text)
    yield from (match for match in _JOINERS.finditer(text) if not _joins(text, match))


def _joins(text: str, match: re.Match[str]) -> bool:
    """Whether joiners stand between two characters of a script that may need them."""
    around = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return all(side and ord(side) > _LAST_LATIN for side in around)
