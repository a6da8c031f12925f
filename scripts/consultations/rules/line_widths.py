"""The width of the lines of a source, as its blocks still show it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from consultations.model.draft import Block, Draft
from consultations.model.text import lines

_FEWEST = 12
"""Number of lines of paragraphs that the width can be told from."""
_FEWEST_RUN_OVER, _FEW = 4, 6
"""Number of lines inside sentences that the width can be told from; with fewer than `_FEW`, all
must agree."""
_WIDTHS = range(40, 140)
_LONGEST_MARKER = 12
_LONGEST = 120
"""Code points. A longer line was not broken at the width of a page."""
EARLY = 0.8
"""Share of the usual width. A shorter line ends early, whatever its last character is."""


@dataclass(frozen=True)
class BlockLine:
    """A line of a block as the source has it."""

    start: int
    end: int
    words: str
    length: int
    """Its length in the source, where it may be two lines that a repair has since made one."""


def block_lines(draft: Draft, block: Block) -> list[BlockLine]:
    """The lines of a block's last piece."""
    first, last = block.spans[-1]
    found = []
    for start, end in lines(draft.text[first:last]):
        low, high = first + start, first + end
        words = draft.text[low:high].strip()
        found.append(
            BlockLine(low, high, words, draft.locate(high).column - 1 + _marker(draft, high))
        )
    return found


def text_lines(draft: Draft) -> dict[int, list[BlockLine]]:
    """The lines with words of each paragraph and item, by where it starts."""
    return {
        block.start: [line for line in block_lines(draft, block) if line.words]
        for block in draft.blocks
        if block.kind in ("paragraph", "list_item")
    }


def _marker(draft: Draft, end: int) -> int:
    """The length of a note's marker that stood at the end of a line and took up room there."""
    source = draft.source.text
    _, at = draft.apparatus.source_interval(end, end)
    removed = draft.apparatus.between(at, at + _LONGEST_MARKER)
    marker = next((e for e in removed if e.kind == "footnote-marker" and e.start <= at + 1), None)
    if marker is None or source[marker.end : marker.end + 1] not in ("", "\n", "\r", " "):
        return 0
    return marker.end - marker.start


def is_unbroken(line: BlockLine) -> bool:
    """Whether a line is longer than a page is wide, so that the author ended it."""
    return line.length > _LONGEST


def usual_width(paragraphs: Iterable[list[BlockLine]]) -> int | None:
    """The usual length of the lines of paragraphs; None where they have no common width.

    Where short lines (of headings, forms, tables) hide the width, the lines tell it that a sentence
    runs over: nothing but the width can have ended those.
    """
    every = list(paragraphs)
    lengths = sorted(line.length for inside in every for line in inside[:-1])
    if len(lengths) < _FEWEST:
        return _filled_width(every)
    return _one_width(lengths) or _one_width(sorted(_run_over(every)))


def _one_width(lengths: Sequence[int]) -> int | None:
    """The length from 40 to 139 that more than half of some lines are near; of few lines, all."""
    if len(lengths) < _FEWEST_RUN_OVER:
        return None
    usual = lengths[len(lengths) * 2 // 3]
    near = sum(abs(length - usual) <= usual * (1 - EARLY) for length in lengths)
    enough = near * 2 > len(lengths) if len(lengths) >= _FEW else near == len(lengths)
    return usual if usual in _WIDTHS and enough else None


def _filled_width(paragraphs: Iterable[list[BlockLine]]) -> int | None:
    """The length of the longest of a few lines that sentences run over, where all are full.

    None of the others had room for the word that the next line begins with.
    """
    broken = [
        (line.length, line.length + 1 + len(below.words.split(None, 1)[0]))
        for inside in paragraphs
        for line, below in pairwise(inside)
        if _runs_over(line, below)
    ]
    if len(broken) < _FEWEST_RUN_OVER:
        return None
    longest = max(length for length, _ in broken)
    return longest if longest in _WIDTHS and all(full > longest for _, full in broken) else None


def _run_over(paragraphs: Iterable[list[BlockLine]]) -> Iterator[int]:
    """The lengths of the lines that end inside a sentence: the next one begins in lower case."""
    for inside in paragraphs:
        for line, following in pairwise(inside):
            if _runs_over(line, following):
                yield line.length


def _runs_over(line: BlockLine, following: BlockLine) -> bool:
    """Whether a line ends inside a sentence that continues in the next line."""
    is_inside = bool(line.words) and line.words[-1] not in ".:;!?"
    return is_inside and following.words[:1].islower()


def longest_line(paragraphs: Iterable[list[BlockLine]]) -> int:
    """The length of the longest line that may end at a page's width; 0 if there is none."""
    broken = (line.length for inside in paragraphs for line in inside if not is_unbroken(line))
    return max(broken, default=0)
