"""Glyphs to lines: what stands on one base line, from left to right, raised signs with it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from consultations.intake.readers.pdf.glyphs import Glyph, Style

_SAME_BASE = 0.22
"""Part of a type size within which the base lines of two pieces of one size are the same."""
_SMALL = 0.82
"""A raised sign is set in at most this part of the size of its line."""
_LOWEST_RAISE, _HIGHEST_RAISE = 0.12, 0.75
"""How far a raised sign stands above the base of its line, in parts of that line's size."""
_WORD_GAP = 0.17
"""A gap of this part of a type size is a blank, where the file draws none."""
_TOUCHING = 0.8
"""A raised sign or a piece of other size belongs to a line within this distance, in sizes."""


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
    def text(self) -> str:
        """Its words, raised signs among them."""
        return "".join(run.text for run in self.runs)

    @property
    def style(self) -> Style:
        """The style of most of its letters."""
        return max(self.runs, key=lambda run: (not run.raised, len(run.text))).style


@dataclass
class _Piece:
    """Glyphs that follow each other closely in one style."""

    glyphs: list[Glyph]

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return self.glyphs[-1].right

    @property
    def base(self) -> float:
        return self.glyphs[0].base

    @property
    def size(self) -> float:
        return self.glyphs[0].style.size

    @property
    def text(self) -> str:
        return "".join(glyph.char for glyph in self.glyphs)


@dataclass
class _BaseLine:
    """Pieces that stand on one base line."""

    base: float
    size: float
    pieces: list[_Piece] = field(default_factory=list)

    def takes(self, piece: _Piece) -> bool:
        """Whether a piece that is no larger than those of the row stands in it."""
        rise = (piece.base - self.base) / (self.size or 1)
        if piece.size > _SMALL * self.size:
            return abs(rise) <= _SAME_BASE
        if not -_LOWEST_RAISE - 0.2 <= rise <= _HIGHEST_RAISE:
            return False
        reach = _TOUCHING * self.size
        return any(
            piece.left <= other.right + reach and other.left <= piece.right + reach
            for other in self.pieces
        )

    def is_raised(self, piece: _Piece) -> bool:
        """Whether a piece stands above the base line as a note's marker does."""
        rise = (piece.base - self.base) / (self.size or 1)
        return rise >= _LOWEST_RAISE and (piece.size <= _SMALL * self.size or rise > _SAME_BASE)


def lines_of(runs: Iterable[Sequence[Glyph]], widest_gap: float = float("inf")) -> list[TypeLine]:
    """The lines that glyphs stand on, from the top, each from left to right.

    Args:
        runs: glyphs in the order in which they were drawn.
        widest_gap: in type sizes; where more room than this is left, another line begins.
    """
    pieces = [piece for run in runs for piece in _pieces(run)]
    rows: list[_BaseLine] = []
    # The largest first: a small piece is taken by a line, and does not make one beside it.
    for piece in sorted(pieces, key=lambda p: (-p.size, -p.base, p.left)):
        near = [row for row in rows if row.takes(piece)]
        if near:
            row = min(near, key=lambda row: abs(row.base - piece.base))
        else:
            row = _BaseLine(piece.base, piece.size)
            rows.append(row)
        row.pieces.append(piece)
    found = [line for row in rows for line in _parted(row, widest_gap)]
    return sorted(found, key=lambda line: (-line.base, line.left))


def _pieces(run: Sequence[Glyph]) -> Iterator[_Piece]:
    piece: list[Glyph] = []
    for glyph in run:
        last = piece[-1] if piece else None
        if last and (
            glyph.style != last.style
            or abs(glyph.base - last.base) > 0.1 * glyph.style.size
            or not -0.5 <= (glyph.left - last.right) / (glyph.style.size or 1) <= 1
        ):
            yield _Piece(piece)
            piece = []
        # A blank before a piece says nothing that the gap does not.
        if piece or glyph.char != " ":
            piece.append(glyph)
    if piece:
        yield _Piece(piece)


def _parted(row: _BaseLine, widest_gap: float) -> Iterator[TypeLine]:
    """The lines of a row: more than one where wide gaps part it."""
    held: list[_Piece] = []
    for piece in sorted(row.pieces, key=lambda p: p.left):
        if held and piece.left - max(p.right for p in held) > widest_gap * row.size:
            yield _line(row, held)
            held = []
        held.append(piece)
    yield _line(row, held)


def _line(row: _BaseLine, pieces: Sequence[_Piece]) -> TypeLine:
    runs: list[TypeRun] = []
    for n, piece in enumerate(pieces):
        text = piece.text
        if n:
            gap = piece.left - pieces[n - 1].right
            apart = gap > _WORD_GAP * min(piece.size, pieces[n - 1].size)
            if apart and not row.is_raised(piece) and not runs[-1].text.endswith(" "):
                text = " " + text
        style, raised = piece.glyphs[0].style, row.is_raised(piece)
        if runs and (runs[-1].style, runs[-1].raised) == (style, raised):
            runs[-1] = TypeRun(runs[-1].text + text, style, raised)
        else:
            runs.append(TypeRun(text, style, raised))
    last = runs[-1]
    runs[-1] = TypeRun(last.text.rstrip(), last.style, last.raised)
    sizes = [glyph.style.size for piece in pieces for glyph in piece.glyphs]
    return TypeLine(
        tuple(run for run in runs if run.text),
        left=min(piece.left for piece in pieces),
        right=max(piece.right for piece in pieces),
        base=row.base,
        size=median(sizes),
    )
