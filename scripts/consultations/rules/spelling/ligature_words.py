"""Words that have lost a ligature, and what they were: `con` and `rm` are `confirm`."""

from consultations.rules.dictionary import is_common

LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")
"""What one glyph of a page's type stands for: fit, fly, off, office, waffle."""


def restored(left: str, right: str) -> tuple[str, ...]:
    """The ligatures with which two pieces are a word of English together."""
    left, right = left.lower(), right.lower()
    return tuple(ligature for ligature in LIGATURES if is_common(left + ligature + right))
