"""Where words that were taken down still stand among the files of a project."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from consultations import patterns as re
from consultations.intake import texts_below
from consultations.settings import Project

_RUN = 8
"""Words in a row that two texts seldom have in common by chance (Broder 1997)."""
_WORD = re.compile(r"[^\W_]+")


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
    return [
        found
        for file, text in _texts(project)
        if (found := _in(project, file, text, wanted, lengths))
    ]


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    length = min(_RUN, len(words))
    if words:
        yield from (tuple(words[n : n + length]) for n in range(len(words) - length + 1))


def _texts(project: Project) -> Iterator[tuple[Path, str]]:
    """The files of a project that people commit, with their text as far as they are text."""
    yield from texts_below(project.archive)
    yield from texts_below(project.releases)
    yield from texts_below(project.docs)
    yield from texts_below(project.root, deep=False)


def _in(
    project: Project,
    file: Path,
    text: str,
    wanted: set[tuple[str, ...]],
    lengths: Sequence[int],
) -> Remnant | None:
    found = [(match[0].casefold(), match.start()) for match in _WORD.finditer(text)]
    words = [word for word, _ in found]
    # At each word one look-up a length. There are at most eight lengths, so the time grows with
    # the file and not with what was taken down.
    for n in range(len(words)):
        for length in lengths:
            run = tuple(words[n : n + length])
            if run in wanted:
                line = text.count("\n", 0, found[n][1]) + 1
                told = file.relative_to(project.root).as_posix()
                return Remnant(told, line, " ".join(run))
    return None
