"""Which small changes at random to rules, annotators and lists of words no test notices.

    .venv/bin/python -m benchmarks.mutation                              # the table, in a sample
    .venv/bin/python -m benchmarks.mutation rules/lines/rulings.py --sample 0  # every change
    .venv/bin/python -m benchmarks.mutation english --kind word --tests tests/english

A module, a list (.toml) or a folder of them is named by its path in `scripts/consultations`.
Every test is run once, to see what it calls. Each change is then made in a process of its own, in
which the module is loaded changed, with all that imports it, and only tests that call what was
changed are run, until one fails; no file is written. A change that no test notices survives, and is
shown. One with which the modules cannot be loaded counts for nothing; one that never ends counts as
noticed.
"""

import os
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from benchmarks.mutation.modules import PACKAGE, Modules
from benchmarks.mutation.mutants import Mutant, mutants
from benchmarks.mutation.reach import Reach, measured
from benchmarks.mutation.trial import Outcome, tried

ROOT = Path(__file__).parents[2]
ROOMS = ("rules", "annotate", "english")
TESTS = ("tests/rules", "tests/annotate", "tests/english", "tests/corpus")
SLOW = ("limits", "any_text", "archive", "unlike_documents")
"""The tests of long texts, by what stands behind `test_` in the names of their files."""
OPTIONS = (
    *("-p", "no:cacheprovider", "--no-header", "--no-summary", "-qq"),
    *("--capture=no", "--assert=plain"),
    *(f"--ignore-glob=*/test_{name}.py" for name in SLOW),
)
SOME = 30
"""With so many tests it is made sure that loading a module anew by itself changes nothing."""
KINDS = (
    *("comparison", "boolean", "clause", "arithmetic", "constant"),
    *("statement", "word", "alternative", "condition"),
)
_LIST = re.compile(r"^([\w-]+)(?::[^\n=]*)? =|^\[([\w.]+)\]", re.MULTILINE)
"""What gives a list its name: `NAME =` in a module or a table, `[name]` in a table."""
Change = tuple[Path, str, Mutant]
"""A file, its text, and what is changed in it."""


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    for path in paths:
        whole = PACKAGE / path
        if not whole.exists():
            raise click.ClickException(f"{path}: no such module, list or folder")
        inside = (p for p in sorted(whole.rglob("*")) if p.suffix in (".py", ".toml"))
        yield from inside if whole.is_dir() else [whole]


def _chosen(path: Path, kinds: tuple[str, ...], sample: int, seed: int) -> list[Change]:
    """At most so many changes of a module, and so many words of each of its lists."""
    text = path.read_text(encoding="utf-8")
    groups: dict[str, list[Mutant]] = {}
    for mutant in mutants(path, text):
        if mutant.kind in kinds:
            is_word = mutant.kind == "word"
            name = f"word {_list_of(text, mutant)}" if is_word else ""
            groups.setdefault(name, []).append(mutant)
    found: list[Change] = []
    for name, group in groups.items():
        by_chance = random.Random(f"{seed} {path.name} {name}")  # noqa: S311 (a sample)
        taken = by_chance.sample(group, min(sample or len(group), len(group)))
        found += [(path, text, mutant) for mutant in sorted(taken, key=lambda one: one.start)]
    return found


def _list_of(text: str, mutant: Mutant) -> str:
    """What the list is called that a word is taken out of: what was last given a value before."""
    names = _LIST.findall(text, 0, mutant.start)
    return "".join(names[-1]) if names else ""


class _Run:
    """What pytest does with the tests that it has collected: tries every change on them."""

    def __init__(self, changes: list[Change]) -> None:
        self._changes = changes
        self.made, self.survived = Counter[str](), Counter[str]()
        self.words, self.noticed = Counter[str](), Counter[str]()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In place of running every test once."""
        modules = Modules()
        # What a test of texts at random notices is not the same from run to run.
        by_chance = [item for item in session.items if "hypothesis" in item.keywords]
        tests = list(measured([item for item in session.items if item not in by_chance]))
        reach = Reach(tests, modules)
        seconds = sum(test.seconds for test in tests)
        click.echo(f"{len(tests)} tests, {seconds:.0f} s; {len(self._changes)} changes")
        for path, text in {path: text for path, text, _ in self._changes}.items():
            first = reach.of(path, text, 0)[:SOME]
            if tried(modules, path, text, first) is not Outcome.SURVIVED:
                raise pytest.UsageError(f"{path}: loaded anew and not changed, it is not the same")
        for path, text, mutant in self._changes:
            line = text.count("\n", 0, mutant.start) + 1
            outcome = tried(modules, path, mutant.made_of(text), reach.of(path, text, line))
            self._count(path, mutant, outcome)
            if outcome is Outcome.SURVIVED:
                where = f"{path.relative_to(ROOT)}:{line} {mutant.kind}"
                click.echo(f"{where}\n{mutant.difference(text)}")
        return True

    def _count(self, path: Path, mutant: Mutant, outcome: Outcome) -> None:
        room = _room(path)
        if outcome is Outcome.NOT_LOADED:
            return
        if mutant.kind == "word":
            self.words[room] += 1
            self.noticed[room] += outcome is Outcome.NOTICED
        else:
            self.made[room] += 1
            self.survived[room] += outcome is Outcome.SURVIVED

    def table(self) -> Iterator[str]:
        """For each room its changes and its words, as a table in Markdown."""
        yield "| room | changes | survived | % | words taken out | noticed | % |"
        yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
        for counts in (self.made, self.survived, self.words, self.noticed):
            counts["all"] = counts.total()
        for room in [*sorted((self.made.keys() | self.words.keys()) - {"all"}), "all"]:
            cells = [self.made[room], self.survived[room], _share(self.survived, self.made, room)]
            cells += [self.words[room], self.noticed[room], _share(self.noticed, self.words, room)]
            yield f"| {room} | {' | '.join(map(str, cells))} |"


def _room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return "/".join(parts[:2] if len(parts) > 2 else parts[:1])


def _share(some: Counter[str], of: Counter[str], room: str) -> str:
    return f"{some[room] / of[room]:.0%}" if of[room] else ""


@click.command(help=__doc__)
@click.argument("paths", nargs=-1, type=Path)
@click.option("--tests", multiple=True, default=TESTS, show_default=True)
@click.option("--kind", "kinds", multiple=True, default=KINDS, type=click.Choice(KINDS))
@click.option(
    "--sample",
    default=20,
    show_default=True,
    help="At most so many changes of a module, and so many words of each list; 0 for all.",
)
@click.option("--seed", default=1, show_default=True, help="Of the sample.")
def main(
    paths: tuple[Path, ...],
    tests: tuple[str, ...],
    kinds: tuple[str, ...],
    sample: int,
    seed: int,
) -> None:
    """Change, run, and show what survives."""
    os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = tempfile.mkdtemp()
    files = _files(paths or tuple(map(Path, ROOMS)))
    changes = [change for path in files for change in _chosen(path, kinds, sample, seed)]
    if not changes:
        raise click.ClickException("nothing there that can be changed")
    # Patterns that stay as they are need not be compiled again for each change.
    vars(re)["_MAXCACHE"] = sys.maxsize
    run = _Run(changes)
    ended = pytest.main([*OPTIONS, *tests], plugins=[run])
    if ended != 0:
        raise click.ClickException("the tests cannot be run, or fail before anything is changed")
    for row in run.table():
        click.echo(row)


if __name__ == "__main__":
    sys.exit(main())
