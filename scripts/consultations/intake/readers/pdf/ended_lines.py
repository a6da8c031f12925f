"""Line ends that the author has set, in paragraphs that tags state: addresses, signatures, verse.

Tags say which words are of one paragraph, and not where a line of it had to end. Its author has
ended it where the next word would still have fitted in.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from consultations import patterns as re
from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.page.lines import TypeLine

_ROOM = 0.15
"""Share of a column's width: the room left if the next line's first word stood here too.

Where it is more, the line was ended on purpose."""
_HIGHEST = 50.0
"""In points: how far letters reach above or below the base of their line, at most."""
_BEGINS = re.compile(r"[^\w]*(?:[^\W_a-z]|[a-z]\W*$|[a-z]{1,4}[.)]\s)")
"""How a line may begin that is none of prose: with a capital, a number, or a label."""
_PAUSES = re.compile(r"[.,;:?!][’”'\")\]]*\s*(?:and|or)?$")


def mark_ended_lines(pages: Sequence[tuple[float, Sequence[PdfBlock]]]) -> None:
    """Let paragraphs know the lines behind which their authors ended a line.

    Where words stand to the right of a paragraph nothing is told: its column is narrower than its
    page. Nor is it where one of the lines that follow begins as prose does that runs on.

    Args:
        pages: the width of each, and the blocks that its tags state.
    """
    reached: dict[float, list[float]] = defaultdict(list)
    for width, blocks in pages:
        reached[width].append(_reach(blocks))
    usual = {width: median(each) for width, each in reached.items()}
    for width, blocks in pages:
        edge = max(_reach(blocks), usual[width])
        lines = sorted(
            (line for block in blocks for line in block.lines), key=lambda line: line.base
        )
        bases = [line.base for line in lines]
        for block in blocks:
            if block.kind == "paragraph" and len(block.lines) > 1:
                ends = _ends(block.lines, edge)
                if ends and not _has_beside(block.lines, lines, bases):
                    block.ends = ends


def _reach(blocks: Sequence[PdfBlock]) -> float:
    """How far to the right the text of a page goes."""
    return max((line.right for block in blocks for line in block.lines), default=0.0)


def _ends(lines: Sequence[TypeLine], edge: float) -> list[int]:
    """The numbers of the lines that were made to end; none where they may be prose.

    Args:
        lines: of a paragraph.
        edge: how far to the right they may go.
    """
    own = max(line.right for line in lines)
    pairs = list(pairwise(lines))
    ends = [n for n, (line, after) in enumerate(pairs) if _fits(line, after, edge)]
    is_narrow = not any(_fits(line, after, own) for line, after in pairs)
    if is_narrow and len(ends) < len(pairs):
        return []
    begun = all(
        _BEGINS.match(pairs[n][1].text) or (not is_narrow and _PAUSES.search(pairs[n][0].text))
        for n in ends
    )
    return ends if begun else []


def _fits(line: TypeLine, after: TypeLine, edge: float) -> bool:
    """Whether the first word of a line would have had room behind the line before it."""
    text = after.text
    word, _, _ = text.partition(" ")
    width = (after.right - after.left) * len(word) / max(len(text), 1)
    return edge - (line.right + width) > _ROOM * (edge - min(line.left, after.left))


def _has_beside(
    lines: Sequence[TypeLine], others: Sequence[TypeLine], bases: Sequence[float]
) -> bool:
    """Whether words stand to the right of some lines.

    Args:
        lines: of a paragraph.
        others: all of its page, from the foot.
        bases: where each of these stands.
    """
    top, bottom = max(line.top for line in lines), min(line.bottom for line in lines)
    right = max(line.right for line in lines)
    near = others[bisect(bases, bottom - _HIGHEST) : bisect(bases, top + _HIGHEST)]
    return any(line.left >= right and line.bottom < top and line.top > bottom for line in near)
