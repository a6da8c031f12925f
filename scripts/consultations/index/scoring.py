"""BM25F in whole numbers, so that every machine comes to the same score.

The measure is that of Robertson, Zaragoza and Taylor (2004), "Simple BM25 extension to multiple
weighted fields". client/engine/query/rank.js mirrors it.

A leaf of a query counts as one term: its frequency is how often it stands in a passage, its
document frequency how many passages it stands in. Headings, the body of the text and notes are the
streams of BM25F: each with a weight and a mean length of its own. A passage is all in one stream.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from consultations.analysis.contract import number, numbers
from consultations.model.draft import BlockKind

STREAMS: Final = ("heading", "body", "note")
WEIGHTS: Final = numbers("scoring.weights")
"""For each stream, in hundredths."""
_FIXED, _BY_LENGTH = number("scoring.fixed"), number("scoring.by_length")
_GAIN = number("scoring.gain")
_FRACTION_BITS = number("scoring.fraction_bits")


class Stream(NamedTuple):
    """How much an archive holds of a stream."""

    passages: int
    tokens: int


def stream_of(kind: BlockKind) -> int:
    """Index of the stream that a kind of passage belongs to."""
    if kind == "heading":
        return 0
    return 2 if kind in ("footnote", "reference") else 1


def binary_logarithm(number: int) -> int:
    """The logarithm to the base 2 of a whole number from 1 up, in 1024ths, rounded down.

    It is worked out digit by digit in whole numbers, because the logarithms that two machines have
    in floating point can differ in the last bit.
    """
    exponent = number.bit_length() - 1
    # The number as 1.xxx with 15 binary digits behind the point. Each time that it is squared, one
    # more digit of its logarithm is whether the square is 2 or more.
    mantissa = number << 15 >> exponent
    result = exponent
    for _ in range(_FRACTION_BITS):
        mantissa = mantissa * mantissa >> 15
        result <<= 1
        if mantissa >= 1 << 16:
            mantissa >>= 1
            result |= 1
    return result


def rarity(passages: int, found: int) -> int:
    """Inverse document frequency, log2((N + 1) / (n + 1/2)) in 1024ths.

    Args:
        passages: how many the archive has.
        found: in how many of them the term stands.
    """
    return binary_logarithm(2 * passages + 2) - binary_logarithm(2 * found + 1)


def score(rarity: int, frequency: int, length: int, stream: int, streams: Sequence[Stream]) -> int:
    """What a term adds to a passage's score.

    Args:
        rarity: of the term.
        frequency: how often it stands in the passage.
        length: of the passage, in tokens.
        stream: that the passage is in.
        streams: all of the archive's.
    """
    # In thousandths throughout: weights are hundredths, and the constants are thousandths already.
    weighted = 10 * WEIGHTS[stream] * frequency
    total = streams[stream]
    # The length of the passage against the mean of its stream, without a division that is not
    # whole: length ÷ (tokens ÷ passages).
    norm = _FIXED + _BY_LENGTH * length * total.passages // total.tokens
    return rarity * _GAIN * weighted // (1000 * (weighted + norm))
