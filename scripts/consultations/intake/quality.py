"""`docs/data/quality.json`: how much was found of what people have marked, as the site says it.

`benchmarks.quality --write` writes it. It is committed, so that two branches that meet in it can
leave it as anything.
"""

import json
from pathlib import Path
from typing import Any

from consultations.errors import DocsError
from consultations.intake.docs import read_written
from consultations.intake.validation.shapes import Fault, faults_of

_PATH = "data/quality.json"


def read_quality(docs: Path) -> dict[str, Any] | None:
    """What was measured; None where nothing was.

    Args:
        docs: the folder of what is published.

    Raises:
        DocsError: the file cannot be read, or is not of the form that is written.
    """
    written = read_written(docs, _PATH)
    if written is None:
        return None
    try:
        data = json.loads(written)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise _refusal([Fault((), "this is no JSON of measured figures")])
    if faults := list(faults_of("quality", data)):
        raise _refusal(faults)
    return data


def _refusal(faults: list[Fault]) -> DocsError:
    told = "; ".join(fault.what for fault in faults)
    return DocsError(
        told if len(faults) == 1 else f"{len(faults)} faults: {told}",
        where=f"docs/{_PATH}",
        remedy="put it back as it was measured, or remove it: the site then says nothing of it",
    )
