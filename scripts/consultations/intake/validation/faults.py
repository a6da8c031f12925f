"""What is wrong with a file that a person hands in: all of it at once, each fault with its line."""

from collections.abc import Iterable
from pathlib import Path

from consultations.errors import ConsultationsError
from consultations.intake.validation.files import where

FAULT_LIMIT = 50
"""Faults that are told of one file at most: past that it is some other file."""


def refusal(
    archive: Path,
    path: Path,
    faults: Iterable[tuple[int, str]],
    remedy: str,
    error: type[ConsultationsError],
) -> ConsultationsError:
    """One error that tells of every fault.

    Args:
        archive: the archive's folder.
        path: the file, below the archive's parent.
        faults: lines, counted from 1, with what is wrong there; at least one.
        remedy: what the person can do about them.
        error: the class of what is made.
    """
    ordered = sorted(set(faults))
    told = [f"line {line}: {what}" for line, what in ordered[:FAULT_LIMIT]]
    more = f"; and {len(ordered) - FAULT_LIMIT} more" if len(ordered) > FAULT_LIMIT else ""
    return error(
        ordered[0][1] if len(ordered) == 1 else f"{len(ordered)} faults: {'; '.join(told)}{more}",
        where=where(archive, path, ordered[0][0]),
        remedy=remedy,
    )


def clipped(value: object) -> str:
    """A value from outside, printable and short enough to be told."""
    shown = repr(value)
    return shown if len(shown) <= 80 else f"{shown[:77]}…"
