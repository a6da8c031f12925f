"""Which small changes at random to a module no test notices.

    .venv/bin/python -m benchmarks.mutation rules/glyphs/ligatures.py --tests tests/rules
    .venv/bin/python -m benchmarks.mutation rules/lines --tests tests/rules --kind word --sample 50

A module, a list (.toml, .txt) or a folder of them is named by its path, from here or from
`scripts/consultations`. Each change runs in a process of its own, in which the module is read with
the change; no file is written. Tests whose names hold the module's run first, then all that are
given. A change that no test notices survives, and is shown. One with which the module cannot be
loaded counts for nothing; one that never ends counts as noticed.
"""

import ast
import io
import os
import random
import signal
import sys
import tempfile
from collections import Counter
from contextlib import redirect_stdout
from importlib.abc import MetaPathFinder, SourceLoader
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from time import monotonic
from types import ModuleType
from typing import Any

import click
import pytest
from benchmarks.mutants import Mutant, mutants

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "scripts" / "consultations"
QUIET = ("-x", "-q", "--no-header", "--no-summary", "-p", "no:cacheprovider")
NOTICED, NONE_FOUND = 1, 5  # what pytest ends with
KINDS = (
    *("comparison", "boolean", "arithmetic", "constant"),
    *("statement", "word", "alternative", "condition"),
)


class _Changed(SourceLoader, MetaPathFinder):  # type: ignore[misc] # typeshed's bases disagree
    """Finds and loads one module, from a changed text."""

    def __init__(self, path: Path, text: str) -> None:
        self._name, self._path, self._text = _name(path), path, text

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """Where the module is, if it is the one."""
        return spec_from_loader(fullname, self) if fullname == self._name else None

    def get_filename(self, fullname: str) -> str:  # noqa: ARG002 (as the base class has it)
        """The module's own file, which also says whether it is a package."""
        return str(self._path)

    def get_data(self, path: str) -> bytes:  # noqa: ARG002
        """The changed text; the base class compiles it and caches nothing."""
        return self._text.encode()


def _serve(path: Path, text: str) -> None:
    """Let every reader of a file in this process find the changed text there."""
    changed = Path(tempfile.mkdtemp()) / path.name
    changed.write_text(text, encoding="utf-8")
    as_it_was = io.open

    def opened(file: Any, *args: Any, **kwargs: Any) -> Any:
        same = isinstance(file, str | Path) and Path(file).absolute() == path
        return as_it_was(changed if same else file, *args, **kwargs)

    io.open = opened


def _forget(path: Path) -> None:
    """Let a module be imported anew, with all that imports it, and every test.

    The rest stays as it is, with the dictionaries that it has read. What reads a list is not known,
    so for a list everything is imported anew.
    """
    imported = {name: _imports(name) for name in sys.modules if name.startswith("consultations")}
    changed = {_name(path)} if path.suffix == ".py" else set(imported)
    while more := {name for name in imported.keys() - changed if imported[name] & changed}:
        changed |= more
    for name in list(sys.modules):
        if name in changed or name.partition(".")[0] in ("tests", "conftest"):
            del sys.modules[name]
            package, _, module = name.rpartition(".")
            vars(sys.modules.get(package, ModuleType(package))).pop(module, None)


def _imports(name: str) -> set[str]:
    """The modules of the package that a module imports by name."""
    file = sys.modules[name].__file__
    found: set[str] = set()
    for node in ast.walk(ast.parse(Path(file).read_bytes())) if file else ():
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _quietly(path: Path, text: str, tests: tuple[str, ...], *, named: bool) -> int:
    """What pytest ends with over a changed text: first the tests of its name, then maybe all."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    _forget(path)
    if path.suffix == ".py":
        sys.meta_path.insert(0, _Changed(path, text))
    else:
        _serve(path, text)
    names = f"{path.stem} or {path.stem.replace('_', '-')}"
    ended = pytest.main([*QUIET, *tests, "-k", names])
    if ended == NONE_FOUND or (ended == 0 and not named):
        ended = pytest.main([*QUIET, *tests])
    return int(ended)


def _outcome(path: Path, text: str, tests: tuple[str, ...], limit: int, *, named: bool) -> int:
    """What pytest ends with in a process of its own; below nothing, when it did not end."""
    child = os.fork()
    if child == 0:
        signal.alarm(limit)
        try:
            os._exit(_quietly(path, text, tests, named=named))
        finally:
            os._exit(NONE_FOUND)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _files(paths: tuple[Path, ...]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        whole = PACKAGE / path if (PACKAGE / path).exists() else path.absolute()
        if not whole.exists():
            raise click.ClickException(f"{path}: no such module, list or folder")
        inside = (p for p in sorted(whole.rglob("*")) if p.suffix in (".py", ".toml", ".txt"))
        found += inside if whole.is_dir() else [whole]
    return found


@click.command(help=__doc__)
@click.argument("paths", nargs=-1, required=True, type=Path)
@click.option("--tests", multiple=True, default=("tests",), help="Files or folders of tests.")
@click.option("--kind", "kinds", multiple=True, default=KINDS, type=click.Choice(KINDS))
@click.option("--named", is_flag=True, help="Only the tests of the module's name: much quicker.")
@click.option("--sample", type=int, help="So many changes, at random.  [default: all]")
@click.option("--seed", default=1, show_default=True, help="Of the sample.")
def main(
    paths: tuple[Path, ...],
    tests: tuple[str, ...],
    kinds: tuple[str, ...],
    *,
    named: bool,
    sample: int | None,
    seed: int,
) -> None:
    """Change, run, and show what survives."""
    os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = tempfile.mkdtemp()
    texts = {path: path.read_text(encoding="utf-8") for path in _files(paths)}
    possible = [
        (path, mutant)
        for path, text in texts.items()
        for mutant in mutants(path, text)
        if mutant.kind in kinds
    ]
    if not possible:
        raise click.ClickException("nothing there that can be changed")
    if sample is not None and sample < len(possible):
        chosen = random.Random(seed).sample(range(len(possible)), sample)  # noqa: S311
        possible = [possible[n] for n in sorted(chosen)]
    start = monotonic()
    with redirect_stdout(io.StringIO()):
        if pytest.main([*QUIET, *tests]) != 0:
            raise click.ClickException("the tests fail before anything is changed")
    limit = 10 + 5 * int(monotonic() - start)
    counted, survived = Counter[str](), Counter[str]()
    for path, mutant in possible:
        text = texts[path]
        ended = _outcome(path, mutant.made_of(text), tests, limit, named=named)
        if ended not in (0, NOTICED) and ended >= 0:
            continue
        counted[mutant.kind] += 1
        if ended == 0:
            survived[mutant.kind] += 1
            _show(path, mutant, text)
    _summarise(counted, survived)


def _show(path: Path, mutant: Mutant, text: str) -> None:
    line = text.count("\n", 0, mutant.start) + 1
    click.echo(f"{path.relative_to(ROOT)}:{line} {mutant.kind}\n{mutant.difference(text)}")


def _summarise(counted: Counter[str], survived: Counter[str]) -> None:
    for kind in [*sorted(counted), "all"]:
        changes = counted.total() if kind == "all" else counted[kind]
        left = survived.total() if kind == "all" else survived[kind]
        click.echo(f"{kind:>12}: {left:>4} of {changes:>4} survive, {left / max(1, changes):.0%}")


if __name__ == "__main__":
    sys.exit(main())
