"""Where words that were taken down still stand among the files of a project."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from consultations.settings import Project

_RUN = 8
"""Words in a row that two texts seldom have in common by chance (Broder 1997)."""
_WORD = re.compile(r"[^\W_]+")
_LIMIT = 50_000_000
"""Bytes of a file that is looked into."""


@dataclass(frozen=True)
class Remnant:
    """A place at which words that were taken down still stand."""

    file: str
    """Path from the project's folder."""
    line: int
    words: str


def remnants(project: Project, texts: Sequence[str], known: Sequence[str] = ()) -> list[Remnant]:
    """The first place of each file of the archive and of docs/ in which such words stand.

    Args:
        project: whose files are looked into, and those that lie in its own folder.
        texts: what was taken down. Of a text of more than eight words every run of eight is looked
            for, of a shorter one all of it; case and punctuation do not matter.
        known: texts that may say the same, such as a document that quotes it.
    """
    wanted = {run for text in texts for run in _runs(text)}
    wanted -= {run for text in known for run in _runs(text)}
    lengths = sorted({len(run) for run in wanted})
    return [found for file in _files(project) if (found := _in(project, file, wanted, lengths))]


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    length = min(_RUN, len(words))
    if words:
        yield from (tuple(words[n : n + length]) for n in range(len(words) - length + 1))


def _files(project: Project) -> Iterator[Path]:
    """The files of a project that people commit, as far as they are text, in order."""
    for folder in (project.archive, project.docs):
        yield from sorted(path for path in folder.rglob("*") if path.is_file())
    yield from sorted(path for path in project.root.iterdir() if path.is_file())


def _in(
    project: Project, file: Path, wanted: set[tuple[str, ...]], lengths: Sequence[int]
) -> Remnant | None:
    if file.is_symlink() or file.stat().st_size > _LIMIT:
        return None
    text = file.read_text(encoding="utf-8", errors="replace")
    found = [(match[0].casefold(), match.start()) for match in _WORD.finditer(text)]
    words = [word for word, _ in found]
    for n in range(len(words)):
        for length in lengths:
            run = tuple(words[n : n + length])
            if run in wanted:
                line = text.count("\n", 0, found[n][1]) + 1
                told = file.relative_to(project.root).as_posix()
                return Remnant(told, line, " ".join(run))
    return None
