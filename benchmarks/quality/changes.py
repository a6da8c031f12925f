"""What annotators find at one commit and not at another, with its words."""

import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import click
from benchmarks.quality.material import Data

_DUMP = Path(__file__).with_name("dump.py")
_SHOWN = 90
"""So many characters of a passage or of words are shown at most."""
_TOLD = {
    "footnotes": ("label",),
    "questions": ("number", "text", "state", "kind"),
    "quotations": ("text", "attributed_to", "kind"),
    "citations": ("text", "work"),
    "mentions": ("text", "entity"),
    "links": ("text", "url"),
    "cross_references": ("text", "target"),
    "gaps": ("what",),
}
"""What is told of an annotation of each kind."""


class Found(NamedTuple):
    """An annotation as it can be compared: ids of passages may differ between two commits."""

    document: str
    kind: str
    said: tuple[str, ...]
    where: str
    """How its passage begins."""


def between(root: Path, before: str, after: str) -> Iterator[str]:
    """A line for each annotation gained and lost, by document and kind.

    Args:
        root: of the repository.
        before: a commit, as git names it.
        after: another.
    """
    one, other = _editions(root, before), _editions(root, after)
    for document in sorted(one.keys() & other.keys()):
        yield from told(annotations(one[document]), annotations(other[document]))
    for document in sorted(one.keys() ^ other.keys()):
        yield f"{document}: only at {before if document in one else after}"


def annotations(edition: Data) -> Iterator[Found]:
    """Every annotation of an edition."""
    text = {passage["id"]: passage["text"] for passage in edition["passages"]}
    for kind, keys in _TOLD.items():
        for one in edition[kind]:
            place = one.get("passage") or one.get("heading") or one.get("after")
            said = tuple(str(one[key]) for key in keys if one.get(key))
            yield Found(edition["id"], kind, said, text.get(place, "")[:_SHOWN])


def told(before: Iterable[Found], after: Iterable[Found]) -> Iterator[str]:
    """A head for each kind of each document with changes, and a line for each change."""
    one, other = Counter(before), Counter(after)
    changed = {"-": one - other, "+": other - one}
    heads = sorted({found[:2] for side in changed.values() for found in side})
    for head in heads:
        lines = [
            f"    {sign} {' | '.join(x[:_SHOWN] for x in found.said)}   in “{found.where}”"
            for sign, side in changed.items()
            for found in side.elements()
            if found[:2] == head
        ]
        gained = sum(line.startswith("    +") for line in lines)
        yield f"{head[0]}, {head[1]}: {gained} gained, {len(lines) - gained} lost"
        yield from lines


def _editions(root: Path, commit: str) -> Mapping[str, Data]:
    """Every edition of the archive and of tests/corpus, as a commit makes them."""
    with tempfile.TemporaryDirectory() as folder:
        packed = _run(["git", "archive", "--end-of-options", commit], root)
        with tarfile.open(fileobj=io.BytesIO(packed)) as tree:
            tree.extractall(folder, filter="data")
        lines = _run([sys.executable, str(_DUMP), folder], Path(folder)).splitlines()
        return {edition["id"]: edition for edition in map(json.loads, lines)}


def _run(command: Sequence[str], folder: Path) -> bytes:
    """What a command prints that runs in a folder, with the code that lies there."""
    env = {**os.environ, "PYTHONPATH": f"{folder}/scripts:{folder}"}
    done = subprocess.run(  # noqa: S603 (git, and this folder's)
        command, cwd=folder, env=env, capture_output=True, check=False
    )
    if done.returncode:
        raise click.ClickException(done.stderr.decode(errors="replace").strip())
    return done.stdout
