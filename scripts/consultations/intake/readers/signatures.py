"""Names and offices of those who sign a text: they are set as headings are, and head nothing."""

from collections.abc import Sequence

from consultations.english.letter_words import VALEDICTION
from consultations.english.name_parts import read_name


def signing(
    words: Sequence[str], depths: Sequence[float | None], may_sign: Sequence[bool]
) -> set[int]:
    """The numbers of the parts of a document that sign the text above them.

    A higher heading follows them without any text; or a name stands under the close of a letter.

    Args:
        words: of each part.
        depths: of each part that looks like a heading, the highest first; None of any other.
        may_sign: of each, whether nothing but its look tells that it is a heading.
    """
    found = {
        n + 1
        for n, close in enumerate(words[:-1])
        if may_sign[n + 1] and VALEDICTION.fullmatch(close.strip()) and read_name(words[n + 1])
    }
    following: float | None = None
    signs = False
    for n in range(len(depths) - 1, -1, -1):
        depth = depths[n]
        is_under = depth is not None and following is not None and following < depth
        signs = may_sign[n] and (signs or is_under)
        if signs:
            found.add(n)
        following = depth
    return found
