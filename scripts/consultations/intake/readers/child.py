"""What the process does that reads one file: limit itself, read, answer.

It is run as `python -m consultations.intake.readers.child KIND FILE`, and writes one JSON object:
the transcript, or why the file is refused.
"""

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from consultations.errors import UnreadableError
from consultations.intake.readers import limits
from consultations.intake.readers.kinds import FileKind
from consultations.model.transcript import Transcript

_resource: Any = find_spec("resource") and import_module("resource")

_READERS: dict[FileKind, str] = {
    "pdf": "pdf",
    "docx": "docx",
    "html": "html",
    "markdown": "plain",
    "text": "plain",
}
"""The module for each kind of file, by name, so that no process loads the libraries of others."""


def read(path: Path, kind: FileKind) -> Transcript:
    """The transcript of a file, read in this very process.

    Raises:
        UnreadableError: the reader refuses it.
        Exception: any other, from a damaged file.
    """
    transcript: Transcript = _reader(kind).read(path)
    return transcript


def _reader(kind: FileKind) -> Any:
    return import_module(f"consultations.intake.readers.{_READERS[kind]}")


def _answer(path: Path, kind: FileKind) -> dict[str, Any] | None:
    try:
        return {"transcript": asdict(read(path, kind))}
    except UnreadableError as refusal:
        return {"refused": [refusal.what, refusal.remedy]}
    except MemoryError:
        return None
    except RecursionError:
        told = "parts of it stand in each other deeper than can be read"
        return {"refused": [told, "print it to a PDF, or add its text"]}
    except Exception as fault:
        what = f"the file is damaged, or a kind of {kind} that is not known"
        told = f"{what} ({type(fault).__name__})"
        return {"refused": [told, "get the file again, or add its text"]}


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


def _main(kind: FileKind, path: str) -> None:
    # What a library prints is no part of the answer.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as stdout:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        _reader(kind)  # Its libraries are loaded before nothing may be written any more.
        _limit()
        answer = _answer(Path(path), kind)
        stdout.write(json.dumps(answer).encode())


if __name__ == "__main__":
    _main(*sys.argv[1:])  # type: ignore[arg-type] # which kinds there are, the parent knows
