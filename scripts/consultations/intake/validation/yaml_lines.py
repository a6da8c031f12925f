"""YAML that a person writes, with the line of every key: text, numbers, lists and tables alone.

PyYAML's work grows with the square of how deep lists are, a reference can stand for a million
others, and of two keys with one name the last is taken in silence. None of it is let in.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from consultations.intake.validation.toml_lines import KeyPath
from consultations.model.text import squeeze

_DEEPEST = 20
"""How many lists and tables may be inside each other."""
_TEXT = "tag:yaml.org,2002:str"
"""YAML's names for a text. A key may also be a number, a list or nothing."""


class NotYamlError(ValueError):
    """Text that is not YAML as a person writes it here.

    Attributes:
        line: on which it is not, counted from 1; None where that is not known.
    """

    def __init__(self, what: str, line: int | None) -> None:
        super().__init__(what)
        self.line = line


def read_yaml(text: str) -> tuple[Any, Mapping[KeyPath, int]]:
    """What a text says, and the line, counted from 1, of every key and every item in it.

    Raises:
        NotYamlError: it cannot be read, is too deep, refers to itself or has a key twice.
    """
    try:
        _require_shallow(text)
        node = yaml.compose(text, yaml.SafeLoader)
        lines = dict(_lines(node))
        said = node and yaml.constructor.SafeConstructor().construct_document(node)
        return said, lines
    except NotYamlError:
        raise
    except (yaml.YAMLError, RecursionError) as reason:
        problem: Any = getattr(reason, "problem", None) or str(reason)
        mark = getattr(reason, "problem_mark", None)
        raise NotYamlError(
            f"not YAML as it is written here: {squeeze(str(problem))[:200]}",
            mark.line + 1 if mark else None,
        ) from None


def _require_shallow(text: str) -> None:
    """Make sure that nothing refers to another place, and that lists are not too deep.

    Raises:
        NotYamlError: at the first such place; nothing behind it is read.
    """
    depth = 0
    for event in yaml.parse(text, yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            raise NotYamlError(
                "a reference to another place",
                event.start_mark.line + 1,
            )
        if depth > _DEEPEST:
            raise NotYamlError("lists too deep", event.start_mark.line + 1)


def _lines(node: yaml.Node | None, key: KeyPath = ()) -> Iterator[tuple[KeyPath, int]]:
    """The line, counted from 1, of every key and every item."""
    if node is None:
        return
    yield key, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for name, value in node.value:
            line = name.start_mark.line + 1
            if name.tag != _TEXT:
                raise NotYamlError("a key is a word, and this is none", line)
            if name.value in seen:
                raise NotYamlError(f"`{name.value}` stands here a second time", line)
            seen.add(name.value)
            yield (*key, name.value), line
            yield from _lines(value, (*key, name.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _lines(value, (*key, number))
    else:
        _require_value(node)


def _require_value(node: yaml.Node) -> None:
    """Make sure that a text that looks like a number or a date is one.

    Raises:
        NotYamlError: it is none, as the thirtieth of February.
    """
    try:
        yaml.constructor.SafeConstructor().construct_object(node)
    except ValueError:
        what = f"`{str(node.value)[:20]}` is no number and no date"
        raise NotYamlError(
            f"{what}: put it in quotes if it is text", node.start_mark.line + 1
        ) from None
