"""A reader in a process of its own, so that a hostile file costs no more than its limits."""

import json
import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module
from importlib.util import find_spec
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from consultations.errors import UnreadableError
from consultations.intake.readers import docx, html, limits, pdf, plain
from consultations.intake.readers.kinds import FileKind
from consultations.model.transcript import Drop, Facts, PageStart, Transcript

_resource: Any = find_spec("resource") and import_module("resource")

_READERS: dict[FileKind, Callable[[Path], Transcript]] = {
    "pdf": pdf.read,
    "docx": docx.read,
    "html": html.read,
    "markdown": plain.read,
    "text": plain.read,
}
_PATIENCE = 2 * limits.SECONDS
"""Seconds of waiting for a reader that neither ends nor computes."""


def read_confined(path: Path, kind: FileKind) -> Transcript:
    """The transcript of a file, read in a process of its own.

    Args:
        path: of the file.
        kind: what it holds.

    Raises:
        UnreadableError: it cannot be read, or asks for more than a limit.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(str(path), kind, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        told = json.loads(ours.recv_bytes()) if ours.poll(_PATIENCE) else None
    except (EOFError, OSError):
        told = None
    finally:
        if not _ended(process):
            process.kill()
        process.join()
        ours.close()
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


def _ended(process: multiprocessing.process.BaseProcess) -> bool:
    process.join(5)
    return not process.is_alive()


def _child(path: str, kind: FileKind, answer: Connection) -> None:
    """What the process does: limit itself, read, answer."""
    _limit()
    try:
        transcript = _READERS[kind](Path(path))
        told = json.dumps({"transcript": asdict(transcript)})
    except UnreadableError as refusal:
        told = json.dumps({"refused": [refusal.what, refusal.remedy]})
    except MemoryError:
        return
    except Exception as fault:
        what = (
            f"the file is damaged, or a kind of {kind} that is not known ({type(fault).__name__})"
        )
        told = json.dumps({"refused": [what, "get the file again, or add its text"]})
    answer.send_bytes(told.encode())


def _limit() -> None:
    if not _resource:  # Windows has no such limits: there the parent's patience is the only one.
        return
    for which, most in (
        (_resource.RLIMIT_CPU, limits.SECONDS),
        (_resource.RLIMIT_AS, limits.MEMORY),
        (_resource.RLIMIT_FSIZE, 0),
    ):
        with suppress(ValueError, OSError):
            _resource.setrlimit(which, (most, most))


def _transcript(told: dict[str, Any]) -> Transcript:
    return Transcript(
        text=told["text"],
        converter=told["converter"],
        pages=tuple(PageStart(**page) for page in told["pages"]),
        drops=tuple(Drop(**drop) for drop in told["drops"]),
        facts=Facts(**{**told["facts"], "authors": tuple(told["facts"]["authors"])}),
        doubts=tuple(told["doubts"]),
    )
