"""A reader in a process of its own, so that a hostile file costs no more than its limits."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from consultations.errors import UnreadableError
from consultations.intake.readers import limits
from consultations.intake.readers.kinds import FileKind
from consultations.model.transcript import Drop, Facts, PageStart, Transcript

_PATIENCE = 2 * limits.SECONDS
"""Seconds of waiting for a reader that neither ends nor computes."""
_CHILD = "consultations.intake.readers.child"


def read_confined(path: Path, kind: FileKind) -> Transcript:
    """The transcript of a file, read in a process of its own.

    Args:
        path: of the file.
        kind: what it holds.

    Raises:
        UnreadableError: it cannot be read, or asks for more than a limit.
    """
    # With -P no module is loaded from the folder in which the command was given.
    command = [sys.executable, "-P", "-m", _CHILD, kind, str(path.absolute())]
    try:
        done = subprocess.run(  # noqa: S603 (our own module; the path is one argument)
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=False
        )
        told = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        told = None
    if told is None:
        raise UnreadableError(
            f"reading it took more than {limits.SECONDS} seconds or"
            f" {limits.MEMORY // 1_000_000_000} GB, or broke off",
            where=str(path),
            remedy="part the file, print it to a new PDF, or add its text",
        )
    if "refused" in told:
        what, remedy = told["refused"]
        raise UnreadableError(what, where=str(path), remedy=remedy)
    return _transcript(told["transcript"])


def _transcript(told: dict[str, Any]) -> Transcript:
    return Transcript(
        text=told["text"],
        converter=told["converter"],
        pages=tuple(PageStart(**page) for page in told["pages"]),
        drops=tuple(Drop(**drop) for drop in told["drops"]),
        facts=Facts(**{**told["facts"], "authors": tuple(told["facts"]["authors"])}),
        doubts=tuple(told["doubts"]),
    )
