"""Base lines: the pieces of text that stand on one line of the page, and signs raised above it."""

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from consultations import patterns as re
from consultations.intake.readers.pdf.page.glyphs import Glyph

LABEL = re.compile(r"\d{1,4}|[a-z]{1,2}|[ivxlc]{3,8}|[*∗†‡§¶]{1,3}")
"""What calls a note, and stands before it."""
_SAME_BASE = 0.22
"""Share of the type size within which two pieces of that size have the same base line."""
_SMALL = 0.86
"""A raised sign is set in at most this part of the size of its line."""
_LOWEST_RAISE, _HIGHEST_RAISE = 0.12, 0.75
"""How far a raised sign stands above the base of its line, in parts of that line's size."""
_HIGHEST_FULL = 0.6
"""How far a raised sign does that is set as large as its line."""
_LONGEST_RAISED = 12
"""Code points. Even several labels with commas are no longer."""
_PIECE_GAP = 0.4
"""In type sizes: glyphs further apart belong to two pieces."""
_TOUCHING, _CLOSE = 0.8, 0.15
"""A raised sign, or one set as large as its line, is within this distance of it, in sizes."""
_HANGING = 2.5
"""In type sizes: how far to the left of its words a small label stands, at most."""
_DROP_CAPITAL = 1.8
"""How many times larger a drop capital is than the line that it begins, at least."""
_DROP_GAP = 0.35
"""In its own size: so near stands the line that it begins."""


@dataclass
class Piece:
    """Glyphs that follow each other closely in one style."""

    glyphs: list[Glyph]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.glyphs[-1].right

    @property
    def base(self) -> float:
        """Of its first glyph."""
        return self.glyphs[0].base

    @property
    def size(self) -> float:
        """Of its type, in points."""
        return self.glyphs[0].style.size

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(glyph.char for glyph in self.glyphs)


@dataclass
class BaseLine:
    """Pieces that stand on one base line."""

    base: float
    size: float
    pieces: list[Piece] = field(default_factory=list)

    def takes(self, piece: Piece) -> bool:
        """Whether a piece that is no larger than those of the row stands in it."""
        rise = (piece.base - self.base) / (self.size or 1)
        if not -_HIGHEST_RAISE <= rise <= _HIGHEST_RAISE:
            return False  # Most rows are far away, which is told fastest.
        sign = bool(LABEL.fullmatch(piece.text.strip()))
        if piece.size > _SMALL * self.size:
            raised = sign and _SAME_BASE < rise <= _HIGHEST_FULL
            return abs(rise) <= _SAME_BASE or (raised and self._touches(piece, _CLOSE))
        if not -_LOWEST_RAISE - 0.2 <= rise <= _HIGHEST_RAISE:
            return False
        if sign and 0 <= self.pieces[0].left - piece.right <= _HANGING * self.size:
            # The label of a note hangs to the left of its words.
            return True
        # Longer words that are raised are those of a line beside a large letter.
        short = len(piece.text) <= _LONGEST_RAISED or abs(rise) <= _SAME_BASE
        return short and self._touches(piece, _TOUCHING)

    def is_far_from(self, piece: Piece) -> bool:
        """Whether a piece is a sign that stands beside no word of the row.

        The sign that calls a note in one column may stand as high as a line of the next column.
        """
        return bool(LABEL.fullmatch(piece.text.strip())) and not self._touches(piece, _TOUCHING)

    def _touches(self, piece: Piece, reach: float) -> bool:
        room = reach * self.size
        return any(
            piece.left <= other.right + room and other.left <= piece.right + room
            for other in self.pieces
        )

    def is_raised(self, piece: Piece) -> bool:
        """Whether a piece stands above the base line as a note's marker does."""
        rise = (piece.base - self.base) / (self.size or 1)
        return rise >= _LOWEST_RAISE and (piece.size <= _SMALL * self.size or rise > _SAME_BASE)

    def is_label(self, piece: Piece) -> bool:
        """Whether a piece is a raised sign such as notes have."""
        return self.is_raised(piece) and bool(LABEL.fullmatch(piece.text.strip()))


def base_lines(runs: Iterable[Sequence[Glyph]]) -> list[BaseLine]:
    """The base lines of a page, from the top, each with its pieces from the left.

    Args:
        runs: glyphs in the order in which they were drawn.
    """
    pieces = _with_drop_capitals([piece for run in runs for piece in _pieces(run)])
    rows: list[BaseLine] = []
    # The largest first: a small piece is taken by a line, and does not make one beside it.
    for piece in sorted(pieces, key=lambda p: (-p.size, -p.base, p.left)):
        near = [row for row in rows if row.takes(piece)]
        if near:
            row = min(near, key=lambda row: (row.is_far_from(piece), abs(row.base - piece.base)))
        else:
            row = BaseLine(piece.base, piece.size)
            rows.append(row)
        insort(row.pieces, piece, key=lambda one: one.left)
    return sorted(rows, key=lambda row: -row.base)


def _with_drop_capitals(pieces: list[Piece]) -> list[Piece]:
    """The pieces, a large letter at the beginning of a paragraph as a letter of its first line."""
    kept: list[Piece] = []
    least = _DROP_CAPITAL * min((piece.size for piece in pieces), default=0.0)
    for piece in pieces:
        letter = piece.text.strip() if piece.size >= least else ""
        line = _begun_by(piece, pieces) if len(letter) == 1 and letter.isupper() else None
        if line is None:
            kept.append(piece)
            continue
        first = line.glyphs[0]
        line.glyphs.insert(0, first._replace(char=letter, left=piece.left, right=first.left))
    return kept


def _begun_by(capital: Piece, pieces: Iterable[Piece]) -> Piece | None:
    """The piece that a large letter begins: the highest beside it; None where there is none."""
    top = capital.base + 0.8 * capital.size
    beside = [
        piece
        for piece in pieces
        if capital.size >= _DROP_CAPITAL * piece.size
        and -1 <= piece.left - capital.right <= _DROP_GAP * capital.size
        and capital.base - 0.1 * capital.size <= piece.base <= top
    ]
    # It hangs down beside some lines, or stands up from one.
    return max(beside, key=lambda piece: piece.base, default=None)


def _pieces(run: Sequence[Glyph]) -> Iterator[Piece]:
    piece: list[Glyph] = []
    for glyph in run:
        last = piece[-1] if piece else None
        if last and (
            (glyph.style is not last.style and glyph.style != last.style)
            or abs(glyph.base - last.base) > 0.1 * glyph.style.size
            or not -0.5 <= (glyph.left - last.right) / (glyph.style.size or 1) <= _PIECE_GAP
        ):
            yield Piece(piece)
            piece = []
        # A blank before a piece says nothing that the gap does not.
        if piece or glyph.char != " ":
            piece.append(glyph)
    if piece:
        yield Piece(piece)
