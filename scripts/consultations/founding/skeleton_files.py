"""The files of an archive that is new, made from those in `skeleton/`."""

import html
import json
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from consultations import patterns as re
from consultations.errors import FoundingError
from consultations.founding.program import Program
from consultations.placing import founding, replacing, writing

_PLACES = {
    "authority": "archive/authority",
    "docs": "docs",
    "forms": ".github/ISSUE_TEMPLATE",
    "requests": ".github",
    "tools": "tools",
    "workflows": ".github/workflows",
}
"""Where the folders of the skeleton go: a package does not carry folders that begin with a dot."""
_NAMES = {
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "post_review": "post_review.py",  # the workflow's, and no module of this package
}
_MARKUP = re.compile(r"([\\`*_{}\[\]#!|~])")
_LINE = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]{1,200}")


def found_archive(folder: Path, title: str, program: Program, contact: str | None = None) -> None:
    """Make a new archive: whole or not at all.

    Args:
        folder: it is not there yet, or empty.
        title: of the archive; one line of text.
        program: that the archive is built with.
        contact: whom to write to, as `extra.contact` of the settings has it, if that is known.

    Raises:
        FoundingError: the folder holds something, or the title is no line of text.
        OutputError: a file cannot be written.
    """
    title = title.strip()
    if not _LINE.fullmatch(title):
        raise FoundingError(
            "the title is no line of text, of 200 characters at most",
            where="--title",
            remedy="say --title with the name of the debate",
        )
    known = {
        "{{title as yaml}}": json.dumps(title, ensure_ascii=False),
        "{{title}}": _MARKUP.sub(r"\\\1", html.escape(title, quote=False)),
        "{{program}}": program.requirement,
        "{{contact as yaml}}": f"contact: {json.dumps(contact)}"
        if contact
        else "# contact: editors@example.org",
    }
    place = folder.absolute()
    with founding(place), writing(folder, "the new archive"), _empty(place) as made:
        for name, file in _files():
            path = made / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_filled(file, known), encoding="utf-8", newline="\n")
        if program.wheel is not None:
            path = made / program.requirement
            path.parent.mkdir()
            path.write_bytes(program.wheel)


@contextmanager
def _empty(folder: Path) -> Iterator[Path]:
    """Give a folder to fill, which then replaces an empty or a missing one."""
    if folder.is_symlink() or (folder.exists() and not (folder.is_dir() and _is_empty(folder))):
        raise FoundingError(
            "the folder is there already, and holds something",
            where=str(folder),
            remedy="name another folder",
        )
    with replacing(folder) as made:
        yield made


def _is_empty(folder: Path) -> bool:
    return not any(folder.iterdir())


def _files() -> list[tuple[str, Traversable]]:
    """The files of the skeleton, each with its path in the new archive."""
    skeleton = resources.files("consultations.founding") / "skeleton"
    found = []
    for entry in skeleton.iterdir():
        if entry.is_dir():
            found += [(f"{_PLACES[entry.name]}/{_named(file)}", file) for file in entry.iterdir()]
        else:
            found.append((_named(entry), entry))
    return sorted(found, key=lambda pair: pair[0])


def _named(file: Traversable) -> str:
    return _NAMES.get(file.name, file.name)


def _filled(file: Traversable, known: dict[str, str]) -> str:
    """A file with its gaps filled in one pass, so that nothing filled in is taken for a gap."""
    holes = re.compile("|".join(map(re.escape, known)))
    return holes.sub(lambda hole: known[hole[0]], file.read_text(encoding="utf-8"))
