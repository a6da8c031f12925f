"""What is said to do about a failure can be done."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from consultations import cli

SCRIPTS = Path(cli.__file__).parents[1]
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")


def remedies() -> Iterator[tuple[str, str]]:
    """The place and the words of every remedy that names an option."""
    for file in sorted(SCRIPTS.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "remedy":
                texts = (x.value for x in ast.walk(node.value) if isinstance(x, ast.Constant))
                words = "".join(text for text in texts if isinstance(text, str))
                if _OPTION.search(words):
                    yield f"{file.relative_to(SCRIPTS)}:{node.value.lineno}", words


def options() -> set[str]:
    """The options of all verbs."""
    group = cli.consultations
    context = click.Context(group)
    verbs = (group.get_command(context, name) for name in cli.VERBS)
    return {option for verb in verbs if verb for p in verb.params for option in p.opts}


@pytest.mark.parametrize(("place", "remedy"), [pytest.param(*x, id=x[0]) for x in remedies()])
def test_an_option_that_a_remedy_names_is_one(place: str, remedy: str) -> None:
    assert set(_OPTION.findall(remedy)) <= options(), place
