"""Names and offices of those who sign a text: they are set as headings are, and head nothing."""

from collections.abc import Sequence


def signing(depths: Sequence[float | None], may_sign: Sequence[bool]) -> set[int]:
    """The numbers of the parts of a document that sign the text above them.

    A higher heading follows them without any text.

    Args:
        depths: of each part that looks like a heading, the highest first; None of any other.
        may_sign: of each, whether nothing but its look tells that it is a heading.
    """
    found: set[int] = set()
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
