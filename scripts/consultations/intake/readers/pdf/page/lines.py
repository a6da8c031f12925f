"""Lines of text: what stands on one base line, from left to right, raised signs included."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from consultations.intake.readers.pdf.page.baselines import BaseLine, Piece, base_lines
from consultations.intake.readers.pdf.page.bidi import as_read, is_right_to_left
from consultations.intake.readers.pdf.page.drawn_text import Style
from consultations.intake.readers.pdf.page.glyphs import Glyph
from consultations.intake.readers.pdf.page.rivers import Span, WordRow, river_gaps

_WORD_GAP = 0.17
"""As a share of the type size: so wide a gap is a blank, where the file draws none."""
_AFTER_RAISED = 0.22
"""The same after a raised figure, where part of the gap belongs to the larger sign that follows."""
_SPACED = 5
"""At least this many single letters in a row are a word with letters set apart."""
_MOSTLY = 0.7
"""Share of the words of such a line that are single letters."""
_SPACED_GAP = 1.6
"""Where letters are set apart, two words are this many times as far apart."""
_GUTTER = 0.8
"""In type sizes: the least distance between two columns."""
_INDENT = 2.5
"""In type sizes: how far behind its column's edge a line may begin."""


@dataclass(frozen=True, slots=True)
class TypeRun:
    """Words of a line in one style."""

    text: str
    style: Style
    raised: bool
    """Whether it stands above the base line, as a note's marker does."""


@dataclass(frozen=True)
class TypeLine:
    """One line of text."""

    runs: tuple[TypeRun, ...]
    left: float
    right: float
    base: float
    size: float
    """The size in which most of it is set, in points."""

    @property
    def top(self) -> float:
        """About how high its letters reach."""
        return self.base + 0.75 * self.size

    @property
    def bottom(self) -> float:
        """About how far down its letters reach."""
        return self.base - 0.25 * self.size

    @property
    def text(self) -> str:
        """Its words, raised signs among them."""
        return "".join(run.text for run in self.runs)

    @property
    def style(self) -> Style:
        """The style of most of its letters."""
        return max(self.runs, key=lambda run: (not run.raised, len(run.text))).style

    @property
    def is_bold(self) -> bool:
        """Whether all of its words are set in bold type."""
        return all(run.style.bold for run in self.runs if run.text.strip())


def lines_of(
    runs: Iterable[Sequence[Glyph]],
    widest_gap: float = float("inf"),
    gutters: Sequence[float] = (),
) -> list[TypeLine]:
    """The lines that glyphs stand on, from the top, each from left to right.

    Args:
        runs: glyphs in the order in which they were drawn.
        widest_gap: in type sizes; where more room than this is left, another line begins, and
            so it does where less is left at the same place of several rows.
        gutters: where columns begin on other pages, in points from the left: less room parts two
            lines there.
    """
    rows = base_lines(runs)
    rivers: list[list[Span]] = [[] for _ in rows]
    if widest_gap != float("inf"):
        rivers = river_gaps(
            [WordRow(tuple((p.left, p.right) for p in row.pieces), row.size) for row in rows]
        )
    found = [
        line
        for row, white in zip(rows, rivers, strict=True)
        for line in _parted(row, widest_gap, [*white, *_gutters_in(row, gutters)])
    ]
    return sorted(found, key=lambda line: (-line.base, line.left))


def _gutters_in(row: BaseLine, gutters: Sequence[float]) -> Iterator[Span]:
    """The white of a row at whose end a column begins."""
    for one, other in pairwise(row.pieces) if gutters else ():
        size = min(one.size, other.size)
        if other.left - one.right >= _GUTTER * size and any(
            one.right <= x <= other.left <= x + _INDENT * row.size for x in gutters
        ):
            yield one.right, other.left


def _parted(row: BaseLine, widest_gap: float, rivers: Sequence[Span]) -> Iterator[TypeLine]:
    """The lines of a row: more than one where wide gaps or rivers part it."""
    held: list[Piece] = []
    reached = 0.0
    for piece in row.pieces:
        # A label goes with its words, however it hangs.
        labelled = len(held) == 1 and row.is_label(held[0])
        if (
            held
            and not labelled
            and (
                piece.left - reached > widest_gap * row.size
                or any(reached <= left + 1 and right - 1 <= piece.left for left, right in rivers)
            )
        ):
            yield _line(row, held)
            held = []
        reached = max(reached, piece.right) if held else piece.right
        held.append(piece)
    yield _line(row, held)


def _line(row: BaseLine, pieces: Sequence[Piece]) -> TypeLine:
    runs = _runs_of(row, pieces)
    if len(runs) == 1 and (closed_up := _closed_up(pieces)):
        runs = [TypeRun(closed_up, runs[0].style, runs[0].raised)]
    if is_right_to_left("".join(run.text for run in runs)):
        runs = _in_reading_order(runs)
    last = runs[-1]
    runs[-1] = TypeRun(last.text.rstrip(), last.style, last.raised)
    return TypeLine(
        tuple(run for run in runs if run.text),
        left=min(piece.left for piece in pieces),
        right=max(piece.right for piece in pieces),
        base=row.base,
        size=median(glyph.style.size for piece in pieces for glyph in piece.glyphs),
    )


def _runs_of(row: BaseLine, pieces: Sequence[Piece]) -> list[TypeRun]:
    """The words of pieces of a row, those of one style together."""
    runs: list[TypeRun] = []
    for before, piece in zip([None, *pieces], pieces, strict=False):
        text, style, raised = piece.text, piece.glyphs[0].style, row.is_raised(piece)
        if before and not raised and _is_apart(row, before, piece):
            text = text if runs[-1].text.endswith(" ") else " " + text
        if runs and (runs[-1].style, runs[-1].raised) == (style, raised):
            runs[-1] = TypeRun(runs[-1].text + text, style, raised)
        else:
            runs.append(TypeRun(text, style, raised))
    return runs


def _is_apart(row: BaseLine, before: Piece, piece: Piece) -> bool:
    """Whether room for a blank is left between two pieces of a row."""
    least = _WORD_GAP * min(piece.size, before.size)
    if row.is_raised(before):
        least = _AFTER_RAISED * piece.size
    return piece.left - before.right > least


def _in_reading_order(runs: Sequence[TypeRun]) -> list[TypeRun]:
    """The runs of a line in the order of reading, where words read from right to left."""
    places = [run for run in runs for _ in run.text]
    made: list[TypeRun] = []
    for n, char in as_read("".join(run.text for run in runs)):
        one = places[n]
        if made and (made[-1].style, made[-1].raised) == (one.style, one.raised):
            made[-1] = TypeRun(made[-1].text + char, one.style, one.raised)
        elif made or char != " ":
            made.append(TypeRun(char, one.style, one.raised))
    return made


def _closed_up(pieces: Sequence[Piece]) -> str | None:
    """The words of a line whose letters are set apart; None where they are not."""
    words = [word for piece in pieces for word in piece.text.split() if word.strip("._…·")]
    if len(words) < _SPACED or sum(len(word) == 1 for word in words) < _MOSTLY * len(words):
        return None
    glyphs = [glyph for piece in pieces for glyph in piece.glyphs if glyph.char != " "]
    gaps = [other.left - one.right for one, other in pairwise(glyphs)]
    usual = median(gaps)
    text = glyphs[0].char
    for glyph, gap in zip(glyphs[1:], gaps, strict=True):
        text += (" " if gap > _SPACED_GAP * usual else "") + glyph.char
    return text
