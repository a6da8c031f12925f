"""The modules of the package that are loaded, who imports whom, and one of them loaded changed."""

import ast
import functools
import io
import re
import sys
import tempfile
from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_loader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, TypeGuard

import pytest

from consultations.english import word_lists
from consultations.patterns import Uncompiled

PACKAGE = Path(__file__).parents[2] / "scripts/consultations"


def is_pattern(value: object) -> TypeGuard[re.Pattern[str]]:
    """Whether a thing of a module is a pattern, compiled or not."""
    return isinstance(value, re.Pattern | Uncompiled)


def name_of(path: Path) -> str:
    """The name by which a file of the package is imported."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


class Modules:
    """The modules that are loaded, by name, each with its file."""

    def __init__(self) -> None:
        files = {name: getattr(module, "__file__", None) for name, module in sys.modules.items()}
        loaded = {name: Path(file) for name, file in files.items() if file}
        self.paths = {name: file for name, file in loaded.items() if PACKAGE in file.parents}
        self._imports = {name: _imported(file) for name, file in self.paths.items()}
        self._tests = {
            n: p for n, p in loaded.items() if n.partition(".")[0] in ("tests", "conftest")
        }
        needed = {name: _imported(path) & self._tests.keys() for name, path in self._tests.items()}
        self._statements = {
            name: _read_at_import(self._tests[name])
            for name in TopologicalSorter(needed).static_order()
        }

    def readers(self, path: Path) -> set[str]:
        """The module of a file; of a list of words, the modules that name the list."""
        if path.suffix == ".py":
            return {name_of(path)}
        sign = f'"{path.stem}"'
        return {name for name, file in self.paths.items() if sign in file.read_text("utf-8")}

    def users(self, names: set[str]) -> set[str]:
        """The modules that import from these; not the tables at the head of a room."""
        found = {name for name, needed in self._imports.items() if needed & names}
        return {name for name in found if self.paths[name].name != "__init__.py"}

    def served(self, names: set[str]) -> set[str]:
        """The modules that import from these, and on from each that one module alone imports from.

        So a part of one rule leads to the rule, however many parts stand between.
        """
        found, new = set[str](), self.users(names)
        while new:
            found |= new
            beyond = [self.users({name}) for name in new]
            new = {name for users in beyond if len(users) == 1 for name in users} - found
        return found

    def tests_of(self, names: set[str]) -> set[str]:
        """The test modules that import from these."""
        return {name for name, path in self._tests.items() if _imported(path) & names}

    def load(self, path: Path, text: str, items: Iterable[pytest.Item]) -> None:
        """Load a file anew from a changed text, with all that imports it; for good.

        The test modules stay, so that what pytest has collected does. What they import is new, and
        so is what they make of it in assignments outside of functions, and each function or pattern
        that is a parameter of one of the tests given.
        """
        if path.suffix == ".py":
            sys.meta_path.insert(0, _Changed(path, text))
        else:
            _serve(path, text)
            word_lists.table.cache_clear()
        stale = self.readers(path)
        while more := {
            n for n, needed in self._imports.items() if n not in stale and needed & stale
        }:
            stale |= more
        old = {
            id(value): (name, key)
            for name in stale
            for key, value in vars(sys.modules[name]).items()
            if callable(value) or is_pattern(value)
        }
        for name in stale:
            del sys.modules[name]
            package, _, module = name.rpartition(".")
            vars(sys.modules.get(package, ModuleType(package))).pop(module, None)
        rooms = [name for name in stale if self.paths[name].name == "__init__.py"]
        for name in sorted(rooms, key=lambda room: (room.count("."), room)):
            # A room is loaded before its modules, and before the rooms inside it, as at first: else
            # they import in a circle.
            import_module(name)
        self._read_tests_anew()
        for item in items:
            params = item.callspec.params if hasattr(item, "callspec") else {}
            for parameter, value in list(params.items()):
                if id(value) in old:
                    name, key = old[id(value)]
                    params[parameter] = getattr(import_module(name), key)

    def _read_tests_anew(self) -> None:
        """Let the test modules forget what they keep, and read again what they import."""
        for name, statements in self._statements.items():
            for value in vars(sys.modules[name]).values():
                if isinstance(value, functools._lru_cache_wrapper):
                    value.cache_clear()
            exec(statements, vars(sys.modules[name]))  # noqa: S102 (a test's own statements)


class _Changed(SourceFileLoader, MetaPathFinder):  # type: ignore[misc] # typeshed's bases disagree
    """Finds and loads one module, from a changed text."""

    def __init__(self, path: Path, text: str) -> None:
        super().__init__(name_of(path), str(path))
        self._text = text

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """Where the module is, if it is the one."""
        return spec_from_loader(fullname, self) if fullname == self.name else None

    def path_stats(self, path: str) -> Mapping[str, Any]:
        """Nothing of what was compiled before is taken."""
        raise OSError(path)

    def get_data(self, path: str) -> bytes:  # noqa: ARG002 (as the base class has it)
        """The changed text."""
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


def _imported(path: Path) -> set[str]:
    """The full name of all that a module imports, be it a module or something in one."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def _read_at_import(path: Path) -> CodeType:
    """The imports of a test module, and the assignments outside of functions that use the package.

    A function that such an assignment calls is not looked into.
    """
    kept: list[ast.stmt] = []
    known: set[str] = set()
    for node in ast.parse(path.read_bytes()).body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            kept.append(node)
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith(PACKAGE.name):
                known |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.Assign | ast.AnnAssign) and known & _names(node, ast.Load):
            kept.append(node)
            known |= _names(node, ast.Store)
    return compile(ast.Module(kept, []), str(path), "exec")


def _names(node: ast.AST, context: type[ast.expr_context]) -> set[str]:
    names = (inner for inner in ast.walk(node) if isinstance(inner, ast.Name))
    return {name.id for name in names if isinstance(name.ctx, context)}
