"""Raised digits that call no note: squares, cubes, powers, molecules' numbers."""

from consultations import patterns as re

_SQUARED = re.compile(r"(?<![^\W\d_])(?:[kcdm]?m|ft|in|yd|miles?)\s?\Z")
"""A unit of length: `40 m²`, `9 mm³`."""
_AMOUNT = re.compile(r"[£$€][\d.,]{1,6}\s?m\s?\Z")
"""An amount in millions: `£11m²` is no area."""
_POWER = re.compile(
    r"""(?:
        (?<![^\W\d_])(?:
            CO                              # CO²
          | R | χ                           # R²
          | [b-hj-ln-z]                     # x²
        )
      | =\s?[^\W\d_]{1,3}                   # E=mc²
      | \b10                                # 10³
      | [⁻⁺]                                # 10⁻³
    )\s?\Z""",
    re.VERBOSE,
)
"""What stands before a raised digit that is a power, or part of a molecule's name."""


def is_power(label: str, before: str) -> bool:
    """Whether a raised label behind some words is a square, a cube or another power."""
    if label in ("2", "3") and _SQUARED.search(before):
        return not _AMOUNT.search(before)
    return label.isdigit() and _POWER.search(before) is not None
