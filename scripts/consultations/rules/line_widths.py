"""How wide the lines of a source are, as its blocks still show it."""

from collections.abc import Iterable
from dataclasses import dataclass

from consultations.model.draft import Block, Draft
from consultations.model.text import lines

_FEWEST = 12
"""Lines of paragraphs from which the width can be told."""
_WIDTHS = range(40, 140)
_LONGEST = 120
"""Code points: a longer line was not broken at a page's width."""
EARLY = 0.8
"""Of the usual width: a line that is shorter ends early, whatever it ends with."""


@dataclass(frozen=True)
class BlockLine:
    """A line of a block as the source has it."""

    start: int
    end: int
    words: str
    length: int
    """In the source, where what a repair has since put into one line may stand on two."""


def block_lines(draft: Draft, block: Block) -> list[BlockLine]:
    """The lines of a block's last piece."""
    first, last = block.spans[-1]
    found = []
    for start, end in lines(draft.text[first:last]):
        low, high = first + start, first + end
        words = draft.text[low:high].strip()
        found.append(BlockLine(low, high, words, draft.locate(high).column - 1))
    return found


def is_unbroken(line: BlockLine) -> bool:
    """Whether a line is longer than a page is wide, so that it ends where its author ended it."""
    return line.length > _LONGEST


def usual_width(paragraphs: Iterable[list[BlockLine]]) -> int | None:
    """How long the lines of paragraphs usually are; None where they are of no one width."""
    lengths = sorted(line.length for inside in paragraphs for line in inside[:-1])
    if len(lengths) < _FEWEST:
        return None
    usual = lengths[len(lengths) * 2 // 3]
    near = sum(abs(length - usual) <= usual * (1 - EARLY) for length in lengths)
    return usual if usual in _WIDTHS and near * 2 > len(lengths) else None


def longest_line(paragraphs: Iterable[list[BlockLine]]) -> int:
    """How long the longest line is that may be broken at a page's width; 0 if there is none."""
    broken = (line.length for inside in paragraphs for line in inside if not is_unbroken(line))
    return max(broken, default=0)
