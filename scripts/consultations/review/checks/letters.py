"""What nobody sees in texts that people wrote: a title or a name that reads otherwise than it is.

Sources are a rule's to tell of (`invisible_characters`). What repeats a source, as errata and stets
do, must have its letters and is left alone.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from consultations import intake
from consultations import patterns as re
from consultations.english.letters import mixed, turning, unprinted
from consultations.intake.folders import AUTHORITY
from consultations.model.finding import Finding
from consultations.pipeline import GENERATED
from consultations.settings import Project

_MANUAL = "project"
"""The folder of docs/ whose pages have such letters as examples."""

_MOST = 12
"""Characters of one place that are told."""

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def unseen(project: Project, folders: Sequence[Path]) -> Iterator[Finding]:
    """Turned directions and mixed scripts in records, authorities, settings and written pages.

    Args:
        project: whose settings and pages are looked at where the whole archive is.
        folders: the archive's, or those of documents.
    """
    for file, text in _written(project, folders):
        for number, line in enumerate(text.split("\n"), 1):
            yield from _of_line(_unescaped(line), f"{file.relative_to(project.root)}:{number}")


def _written(project: Project, folders: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    for folder in folders:
        for file, text in intake.texts_below(folder):
            if file.name in ("record.toml", intake.IDS) or AUTHORITY in file.parts:
                yield file, text
    if project.archive in folders:
        for file, text in intake.texts_below(project.root, deep=False):
            if file == project.configuration:
                yield file, text
        for file, text in intake.texts_below(project.docs):
            path = file.relative_to(project.docs)
            if file.suffix == ".md" and path.parts[0] not in (*GENERATED, _MANUAL):
                yield file, text


def _of_line(line: str, place: str) -> Iterator[Finding]:
    if turning(line):
        yield Finding(
            "direction-turned",
            "warning",
            "invisible characters turn the direction of writing here",
            "take them out, unless the words are of a script that is written from the right",
            file=place,
        )
    # The first character of a file may be the mark of the order of its bytes.
    for match in unprinted(line.removeprefix("\ufeff")):
        yield Finding(
            "characters-unseen",
            "warning",
            f"characters that nobody can see: {match[0][:_MOST]!a}",
            "take them out: nobody who looks for these words, or compares them, finds them",
            file=place,
            found=match[0][:_MOST],
        )
    # Each word once a line, however often it stands there.
    for match in {match[0]: match for match in mixed(line)}.values():
        yield Finding(
            "scripts-mixed",
            "warning",
            f"Latin letters beside others that look the same: {match[0]!a}",
            "if the word is of one script, write it so",
            file=place,
            found=match[0],
        )


def _unescaped(line: str) -> str:
    """The line with the characters that escapes of TOML, YAML or JSON stand for."""
    # Eight digits can name more than Unicode has, and `chr` would not take that.
    return _ESCAPE.sub(lambda match: chr(min(int(match[1] or match[2], 16), 0x10FFFF)), line)
