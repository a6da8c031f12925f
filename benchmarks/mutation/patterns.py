"""Which alternatives and conditions of patterns no test asks for: all of them, in a minute or two.

    .venv/bin/python -m benchmarks.mutation.patterns annotate/quotations --tests tests/annotate

The tests are run once, and every text that they give to a pattern of the package is kept. Then each
alternative and each condition is taken out of its pattern. What is found in the kept texts with and
without it is compared: where it is the same in all of them, no test can notice the change, and it
is shown. Where it is not, a test may still notice nothing: `benchmarks.mutation` tells that.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest
from benchmarks.mutation.modules import PACKAGE, is_pattern, name_of
from benchmarks.mutation.mutants import Mutant, mutants

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")
Asked = tuple[str, tuple[Any, ...], tuple[tuple[str, Any], ...]]
"""A method of a pattern, and what it was given."""


class Heard:
    """Stands for a pattern, and keeps what it is asked."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self.asked: set[Asked] = set()

    def __getattr__(self, name: str) -> Any:
        """As the pattern has it."""
        method = getattr(self.pattern, name)
        if name not in _ASKED:
            return method

        def ask(*args: Any, **named: Any) -> Any:
            # What is put in place of a match does not tell where matches are.
            kept = ("finditer", args[1:2]) if name == "sub" else (name, args)
            self.asked.add((*kept, tuple(named.items()) if name != "sub" else ()))
            return method(*args, **named)

        return ask


def answer(pattern: re.Pattern[str], asked: Asked) -> Any:
    """What a pattern finds, in a form that can be compared."""
    method, args, named = asked
    found = getattr(pattern, method)(*args, **dict(named))
    if method == "finditer":
        return [_told(match) for match in found]
    return _told(found) if isinstance(found, re.Match) else found


def _told(match: re.Match[str]) -> tuple[Any, ...]:
    groups = match.groupdict() if match.re.groupindex else match.groups()
    return match.span(), groups


def changed_patterns(path: Path, text: str) -> dict[str, re.Pattern[str]]:
    """The patterns of a module, by name, as a changed text makes them."""
    module = ModuleType(name_of(path))
    module.__package__ = module.__name__.rpartition(".")[0]
    exec(compile(text, str(path), "exec"), vars(module))  # noqa: S102 (our own module, changed)
    made = {name: one for name, one in vars(module).items() if is_pattern(one)}
    for one in made.values():
        _ = one.groups  # what is no pattern any more is told here, before a text is asked about
    return made


class _Run:
    """Puts itself between the tests and the patterns, then tries every change."""

    def __init__(self, paths: list[Path]) -> None:
        self._paths = paths
        self.made, self.survived = Counter[str](), Counter[str]()

    def pytest_collection_finish(self) -> None:
        """Before the first test."""
        heard: dict[int, Heard] = {}
        for module in list(sys.modules.values()):
            if (module.__name__ or "").partition(".")[0] in (PACKAGE.name, "tests"):
                for name, value in list(vars(module).items()):
                    if is_pattern(value):
                        vars(module)[name] = heard.setdefault(id(value), Heard(value))

    def pytest_sessionfinish(self) -> None:
        """After the last."""
        for path in self._paths:
            known = vars(sys.modules.get(name_of(path), ModuleType("")))
            heard = {name: one for name, one in known.items() if isinstance(one, Heard)}
            text = path.read_text(encoding="utf-8")
            for mutant in mutants(path, text) if heard else ():
                if mutant.kind in ("alternative", "condition"):
                    self._try(path, text, mutant, heard)

    def _try(self, path: Path, text: str, mutant: Mutant, heard: dict[str, Heard]) -> None:
        try:
            made = changed_patterns(path, mutant.made_of(text))
        except re.error:
            return
        pairs = [(heard[name], new) for name, new in made.items() if name in heard]
        pairs = [(old, new) for old, new in pairs if old.pattern.pattern != new.pattern]
        if pairs:
            room = str(path.parent.relative_to(PACKAGE))
            self.made[room] += 1
            if not any(_differs(old, new) for old, new in pairs):
                self.survived[room] += 1
                line = text.count("\n", 0, mutant.start) + 1
                click.echo(f"{path.relative_to(PACKAGE)}:{line} {mutant.kind}")
                click.echo(mutant.difference(text))

    def table(self) -> Iterator[str]:
        """For each folder its changes of patterns, as a table in Markdown."""
        yield "| room | changes of patterns | survive | % |"
        yield "| --- | ---: | ---: | ---: |"
        for room, made in sorted(self.made.items()):
            lost = self.survived[room]
            yield f"| {room} | {made} | {lost} | {lost / made:.0%} |"


def _differs(old: Heard, new: re.Pattern[str]) -> bool:
    return any(answer(old.pattern, asked) != answer(new, asked) for asked in old.asked)


@click.command(help=__doc__)
@click.argument("paths", nargs=-1, type=Path, required=True)
@click.option("--tests", multiple=True, default=("tests/annotate",), show_default=True)
def main(paths: tuple[Path, ...], tests: tuple[str, ...]) -> None:
    """Listen, change, compare, and show what survives."""
    files = [file for path in paths for file in _modules(PACKAGE / path)]
    if not files:
        raise click.ClickException("no such module or folder")
    run = _Run(files)
    options = ("-p", "no:cacheprovider", "-qq", "--no-header", "--no-summary")
    if pytest.main([*options, "--ignore-glob=*/test_limits.py", *tests], plugins=[run]) != 0:
        raise click.ClickException("a test fails before anything is changed")
    for row in run.table():
        click.echo(row)


def _modules(path: Path) -> list[Path]:
    return sorted(path.rglob("*.py")) if path.is_dir() else [path] * path.is_file()


if __name__ == "__main__":
    sys.exit(main())
