"""Feet of pages whose words hold a number that counts the pages, wherever it stands in them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from consultations import patterns as re
from consultations.rules.layout import FOLIO, PrintedLine

_NUMBER = re.compile(r"\d+")
_FEWEST = 3
"""Pages on which a foot must stand."""
_FEWEST_NUMBERS = 2
"""A line with one number, the last of its page or not, may be the label of something counted."""


def counted_feet(printed: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """The last lines of pages that say the same but for numbers, which grow by one with each page.

    A printer's mark is such: `Lamps.indd 11   04/05/1902 09:14`. Form feeds part the pages, and a
    folio may stand under the foot.
    """
    groups: defaultdict[str, list[tuple[int, PrintedLine]]] = defaultdict(list)
    for page, line in enumerate(_last_lines(printed)):
        if line is not None and len(_NUMBER.findall(line.words)) >= _FEWEST_NUMBERS:
            groups[_NUMBER.sub("0", line.words)].append((page, line))
    for group in groups.values():
        if len(group) >= _FEWEST and _counts_pages(group):
            yield from (line for _, line in group)


def _last_lines(printed: Sequence[PrintedLine]) -> Iterator[PrintedLine | None]:
    """Of each page its last line, a folio aside; None where it has no other."""
    for i, line in enumerate(printed):
        if i + 1 == len(printed) or printed[i + 1].page_before:
            if not FOLIO.fullmatch(line.words):
                yield line
            else:
                yield None if line.page_before or not i else printed[i - 1]


def _counts_pages(group: Sequence[tuple[int, PrintedLine]]) -> bool:
    """Whether of the numbers in each line one at least counts the pages, and no other changes."""
    rows = [[int(n) for n in _NUMBER.findall(line.words)] for _, line in group]
    pages = [page for page, _ in group]
    changing = [column for column in zip(*rows, strict=True) if len(set(column)) > 1]
    counted = [{n - page for n, page in zip(column, pages, strict=True)} for column in changing]
    return bool(changing) and all(len(apart) == 1 for apart in counted)
