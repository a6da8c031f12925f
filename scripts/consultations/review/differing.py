"""Where two texts begin to differ, as an editor counts lines."""

from itertools import zip_longest


def first_difference(found: str, expected: str) -> tuple[int, str, str]:
    """The number of the first line that differs, as it was found and as it should be.

    Only a line feed ends a line: what else Python takes for an end, an editor shows inside of one.
    """
    pairs = zip_longest(found.split("\n"), expected.split("\n"))
    for number, (one, other) in enumerate(pairs, 1):
        if one != other:
            return number, one or "", other or ""
    return 1, "", ""
