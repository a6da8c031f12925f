"""`mkdocs.yml`: the settings of the site, held to what an archive may set before MkDocs reads them.

MkDocs' own reader makes any object of Python that the file names, and so runs what a stranger
writes there. Nothing of that is needed: the settings are text, numbers, lists and tables.
"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from consultations.errors import ProjectError
from consultations.intake.validation.decoding import NotTextError, decode
from consultations.intake.validation.faults import FAULT_LIMIT, refusal
from consultations.intake.validation.files import read_bytes, where
from consultations.intake.validation.shapes import faults_of
from consultations.intake.validation.toml_lines import KeyPath, nearest_line
from consultations.model.text import squeeze

SETTINGS = "mkdocs.yml"
SIZE_LIMIT = 100_000
"""Bytes."""
_DEEPEST = 20
"""Lists and tables inside each other."""


def require_settings(root: Path) -> None:
    """See to it that the settings of the site are such as an archive may have.

    Args:
        root: the project's folder.

    Raises:
        ProjectError: the file cannot be read as YAML, or sets what it may not; all is told.
    """
    path = root / SETTINGS
    beside = root / "archive"
    text = _read(beside, path)
    if not text:
        return
    try:
        lines = dict(_lines(yaml.compose(text, yaml.SafeLoader)))
        data = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError) as reason:
        raise ProjectError(
            _in_words(reason), where=where(beside, path, _line(reason)), remedy="mend the line"
        ) from None
    found = islice(faults_of("settings", data), FAULT_LIMIT)
    if faults := [(nearest_line(lines, fault.key), fault.what) for fault in found]:
        remedy = "leave it as a new archive has it, or set what docs/project/archive.md names"
        raise refusal(beside, path, faults, remedy, ProjectError)


def names_contact(root: Path) -> bool:
    """Whether the settings say to whom readers can write, or where they can open an issue.

    Args:
        root: the project's folder, whose settings are such as an archive may have.

    Raises:
        ProjectError: as `require_settings`.
    """
    data = yaml.safe_load(_read(root / "archive", root / SETTINGS)) or {}
    return bool((data.get("extra") or {}).get("contact") or data.get("repo_url"))


def _read(beside: Path, path: Path) -> str:
    """The file's text; nothing where it is empty. A reference could stand for a million others."""
    data = read_bytes(beside, path, SIZE_LIMIT, ProjectError)
    if not data.strip():
        return ""
    try:
        text = decode(data)
        what, line = _unlike_settings(text)
    except NotTextError as reason:
        what, line = str(reason), None
    except (yaml.YAMLError, RecursionError) as reason:
        what, line = _in_words(reason), _line(reason)
    else:
        if not what:
            return text
    raise ProjectError(what, where=where(beside, path, line), remedy="mend the line")


def _unlike_settings(text: str) -> tuple[str, int | None]:
    """What no settings have, a reference or lists too deep, and its line; empty for nothing.

    Reading stops there: the library's work grows with the square of how deep lists are.
    """
    depth = 0
    for event in yaml.parse(text, yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            return "a reference to another place", event.start_mark.line + 1
        if depth > _DEEPEST:
            return "lists too deep", event.start_mark.line + 1
    return "", None


_TEXT = "tag:yaml.org,2002:str"
"""How YAML calls a text. A key may be a number, a list or nothing at all, too."""


def _lines(node: yaml.Node | None, key: KeyPath = ()) -> Iterator[tuple[KeyPath, int]]:
    """The line, counted from 1, of every key and every item."""
    if node is None:
        return
    yield key, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for name, value in node.value:
            if name.tag != _TEXT:
                raise yaml.constructor.ConstructorError(
                    None, None, "a key is a word, and this is none", name.start_mark
                )
            if name.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"`{name.value}` stands here a second time", name.start_mark
                )
            seen.add(name.value)
            yield (*key, name.value), name.start_mark.line + 1
            yield from _lines(value, (*key, name.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _lines(value, (*key, number))


def _in_words(reason: Exception) -> str:
    problem: Any = getattr(reason, "problem", None) or str(reason)
    return f"not YAML as it is written here: {squeeze(str(problem))[:200]}"


def _line(reason: Exception) -> int | None:
    mark = getattr(reason, "problem_mark", None)
    return mark.line + 1 if mark else None
