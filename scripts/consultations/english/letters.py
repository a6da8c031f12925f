"""What readers do not see in letters: another script among Latin, a turned direction of writing."""

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
