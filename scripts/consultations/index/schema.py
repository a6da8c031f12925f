"""What Whoosh holds of a passage."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from whoosh import columns, fields, formats

from consultations.analysis import STEMMER, TABLE
from consultations.analysis.contract import words
from consultations.model.text import Interval

FORMAT = 8
"""Number of the form of an index's folder; one of another number is built anew."""

ABOUT = "archive.json"
"""The file beside Whoosh's own that holds what concerns the whole archive."""

TEXT = "text"
"""The field in which a passage's words stand."""

FACETS = tuple(field for field in words("query.fields") if field != "voice")
"""Fields of whole values, each folded as `parse` folds what is asked for. A voice is none of them:
it is of words and not of passages, and is kept with their positions."""

ANALYSIS = {"table": TABLE, "stemmer": STEMMER}
"""What decides how text becomes terms: an index made with another is built anew."""


class PositionsFormat(formats.Positions):  # type: ignore[misc]  # whoosh ships no types
    """Positions of a word in a passage, as they stand in memory: four bytes each.

    Whoosh's own form of them is a pickle for every word of every passage.
    """

    def encode(self, positions: Iterable[int]) -> bytes:
        """What is kept of positions."""
        return array("I", positions).tobytes()

    def decode_positions(self, kept: bytes) -> Sequence[int]:
        """The positions again."""
        return array("I", kept)

    def decode_frequency(self, kept: bytes) -> int:
        """How many there are."""
        return len(array("I", kept))


_NUMBER = columns.NumericColumn("I")
_BYTES = columns.VarBytesColumn()
COLUMNS = {
    "passage": _BYTES,
    "voice": _BYTES,
    "joints": _BYTES,
    "length": _NUMBER,
    "stream": columns.NumericColumn("B"),
    "edition": _NUMBER,
}
"""What is kept of every passage by its number in the segment: as JSON, without its edition; bounds
of the words that stand in quotations, four bytes each; its joints, four bytes each: _JOINT_KINDS
times the position of the word after the joint, plus the kind; how many words it has; its stream;
the number of its edition in the segment."""

_JOINT_KINDS = 4
"""More than there are kinds of joints."""


def joint_numbers(joints: Mapping[int, int]) -> Iterator[int]:
    """Joints as numbers, from their kinds by the position of the word after each."""
    return (_JOINT_KINDS * at + kind for at, kind in joints.items())


def joints_of(numbers: Iterable[int]) -> dict[int, int]:
    """The joints again."""
    return {number // _JOINT_KINDS: number % _JOINT_KINDS for number in numbers}


def intervals_of(bounds: Sequence[int]) -> list[Interval]:
    """Intervals from their bounds one after the other."""
    return list(zip(bounds[::2], bounds[1::2], strict=True))


def schema() -> fields.Schema:
    """The fields of a passage; what stands in TEXT and FACETS comes by way of an `Inversion`."""
    facet = fields.FieldType(formats.Existence(), analyzer=None)
    return fields.Schema(
        **{TEXT: fields.FieldType(PositionsFormat(), analyzer=None)},
        **dict.fromkeys(FACETS, facet),
        **{name: fields.COLUMN(column) for name, column in COLUMNS.items()},
    )
