"""Words that have lost a ligature, and what they were: `con` and `rm` are `confirm`."""

from consultations.rules.dictionary import is_common

LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")
"""What a single glyph of type may stand for: fit, fly, off, office, waffle."""


def restored(left: str, right: str) -> tuple[str, ...]:
    """The ligatures that make two pieces one word of English."""
    left, right = left.lower(), right.lower()
    return tuple(ligature for ligature in LIGATURES if is_common(left + ligature + right))
