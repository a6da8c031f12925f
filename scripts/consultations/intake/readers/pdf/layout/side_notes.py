"""Notes in the margin beside the text: in small type, outside of its edges.

They are read after the paragraph beside which they begin. Among the lines of the text they would
part its paragraphs, or stand in the middle of its sentences.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.page.glyphs import Glyph

Run = tuple[Glyph, ...]

_SMALL = 0.93
"""Such a note is set in at most this part of the text's size."""
_SAME_SIZE = 0.06
"""Sizes that differ by so small a part are one."""
_ROOM = 0.35
"""In sizes of the text: the least distance of a note from the text's edge."""
_WORDS = 4
"""A line with this many words shows how far the text reaches."""
_FEWEST = 3
"""Number of such lines that show a page's text."""
_FULL = 0.6
"""Share of the text's width that a line beside a note fills."""
_WIDEST = 0.5
"""Share of the text's width: what is wider than this is a column."""
_ONE_LINE = 0.5
"""In sizes of the text: what is higher or lower by more than this is on another line."""
_HIGHEST = 15
"""In its own sizes: what is higher is a column."""
_NEXT = 1.7
"""In its own sizes: so near under a line stands the next one of a note."""


def usual_size(runs: Iterable[Run]) -> float:
    """The size in which most of some runs are set."""
    sizes = Counter(glyph.style.size for run in runs for glyph in run)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def side_notes_apart(runs: Sequence[Run], usual: float) -> tuple[list[list[Run]], list[Run]]:
    """The notes beside the text of a page, each as its runs, and the runs that stand in none.

    Args:
        runs: those that stand in no table and in no box.
        usual: size of the document's text; of a page a long footnote may be the most.
    """
    for size in (usual, usual_size(runs)):
        parts = [part for run in runs for part in _parted(run, size)]
        text = [part for part in parts if _is_text(part, size)]
        if len(text) >= _FEWEST:
            break
    else:
        return [], list(runs)
    notes = list(_notes_beside(text, parts, size))
    held = {id(part) for note in notes for part in note}
    return notes, [part for part in parts if id(part) not in held] if notes else list(runs)


def _notes_beside(text: Sequence[Run], parts: Sequence[Run], size: float) -> Iterator[list[Run]]:
    """The notes in the margins of a page, by the lines of its text, each as its parts."""
    edges = min(run[0].left for run in text), max(run[-1].right for run in text)
    width = edges[1] - edges[0]
    full = [run for run in text if run[-1].right - run[0].left >= _FULL * width]
    for side in _margins(parts, edges, size):
        for note in _together(side):
            if _is_note(note, full, _WIDEST * width):
                yield note


def _margins(
    parts: Sequence[Run], edges: tuple[float, float], size: float
) -> tuple[list[Run], list[Run]]:
    """The parts in small type that stand left and right of the edges of the text."""
    left, right = edges[0] - _ROOM * size, edges[1] + _ROOM * size
    small = [part for part in parts if _size(part) <= _SMALL * size]
    return (
        [part for part in small if part[-1].right < left],
        [part for part in small if part[0].left > right],
    )


def put_beside(note: Sequence[PdfBlock], blocks: list[PdfBlock]) -> None:
    """Put the blocks of a note after that block of its page beside which it begins.

    Args:
        note: its blocks.
        blocks: of the page, in reading order.
    """
    lines = [line for block in note for line in block.lines]
    if not lines:
        return
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    begun = [
        (min(max(0.0, line.left - right, left - line.right) for line in block.lines), n)
        for n, block in enumerate(blocks)
        if block.lines and block.lines[0].top > lines[0].base
    ]
    nearest = min((far for far, _ in begun), default=0.0)
    # Of columns the nearest; lines of one column begin and end at several places.
    at = max((n + 1 for far, n in begun if far - nearest < right - left), default=0)
    for block in note:
        block.beside = True
    blocks[at:at] = note


def _is_text(run: Run, size: float) -> bool:
    words = 1 + sum(glyph.char == " " for glyph in run)
    return words >= _WORDS and abs(_size(run) - size) <= _SAME_SIZE * size


def _size(run: Run) -> float:
    return max(glyph.style.size for glyph in run)


def _parted(run: Run, size: float) -> Iterator[Run]:
    """The parts of a run: of one line each, and parted where room is left beside small type.

    pdfium goes on with a run where a hyphen ends its line.
    """
    start = 0
    for n in range(1, len(run)):
        one, other = run[n - 1], run[n]
        changes = one.style.size != other.style.size and other.left - one.right > _ROOM * size
        is_small = min(one.style.size, other.style.size) <= _SMALL * size
        if abs(other.base - one.base) > _ONE_LINE * size or (changes and is_small):
            yield run[start:n]
            start = n
    yield run[start:]


def _together(parts: Iterable[Run]) -> Iterator[list[Run]]:
    """Parts in one margin that stand right under each other, or on one line."""
    held: list[Run] = []
    for part in sorted(parts, key=lambda one: (-one[0].base, one[0].left)):
        if held and held[-1][0].base - part[0].base > _NEXT * _size(part):
            yield held
            held = []
        held.append(part)
    if held:
        yield held


def _is_note(note: Sequence[Run], text: Sequence[Run], widest: float) -> bool:
    """Whether parts in a margin are words beside the text, and no label or number of its lines."""
    top, low = note[0][0].base, note[-1][0].base
    width = max(part[-1].right for part in note) - min(part[0].left for part in note)
    letters = sum(glyph.char.isalpha() for part in note for glyph in part)
    return (
        letters > len(note) * 2
        and width <= widest
        and top - low <= _HIGHEST * _size(note[0])
        and any(low - run[0].style.size < run[0].base < top + run[0].style.size for run in text)
    )
