r"""Classes of characters for the regular expressions that both languages have.

Python and JavaScript mean different characters by `\s`, `\w` and `\d`, by `.` and by `^` and `$`
between lines. So no mirrored module writes these. It takes the classes from here, and its twin
takes those of client/engine/analysis/characters.js. A test holds the two to be the same over all of
Unicode. All stand inside square brackets, but for LETTER and END.
"""

from collections.abc import Iterable
from typing import Final

from consultations.analysis.contract import text, words

DIGIT: Final = r"\d"
"""Digits of all scripts: the category Nd of Unicode."""
PART: Final = r"\w"
"""What a word is made of: letters and numbers of all scripts (L, N), and the underscore."""
LETTER: Final = r"[^\W\d_]"
"""One letter, or a number that is no digit. It is a class by itself, since no other can be left
out of a class."""
END: Final = r"\Z"
"""The end of a text. A `$` would stand before a last line break as well, in Python alone."""


def code_points(ranges: Iterable[str]) -> str:
    """The characters of a list of code points, and of ranges of them, in hexadecimal."""
    found: list[str] = []
    for entry in ranges:
        first, _, last = entry.partition("-")
        found += map(chr, range(int(first, 16), int(last or first, 16) + 1))
    return "".join(found)


def in_class(ranges: Iterable[str]) -> str:
    """A list of code points and ranges, as it is written inside square brackets."""
    return "".join(
        "-".join(f"\\U{int(point, 16):08x}" for point in entry.split("-")) for entry in ranges
    )


SPACES: Final = code_points(words("characters.space"))
"""All white space, for `str.strip`."""
SPACE: Final = in_class(words("characters.space"))
QUOTES: Final = text("characters.quotes")
DOUBLE: Final = text("characters.double_quotes")
"""Quotation marks that are no apostrophe."""
DASHES: Final = in_class(words("characters.dashes"))
JOINING: Final = in_class(words("characters.joining_dashes"))
DIVIDING: Final = in_class(words("characters.dividing_dashes"))
CURRENCY: Final = in_class(words("characters.currency"))
RAISED: Final = in_class(words("characters.raised_digits"))
