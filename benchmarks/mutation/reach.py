"""Which tests call what of the package: a change is tried only with tests that may notice it."""

import ast
import io
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from time import process_time
from types import CodeType, FrameType
from typing import NamedTuple

import pytest
from _pytest.runner import runtestprotocol
from benchmarks.mutation.modules import PACKAGE, Modules

OTHERS = 200
"""How many tests are tried that are named after no module that uses what was changed."""
Function = tuple[str, int]
"""The file of a function, and the line on which it begins, decorators included."""


class Test(NamedTuple):
    """A test, the seconds of computing that it takes, and what of the package it calls."""

    item: pytest.Item
    seconds: float
    called: frozenset[Function]


def passes(item: pytest.Item, following: pytest.Item | None) -> bool:
    """Runs one test, and says whether it comes out as it should."""
    reports = runtestprotocol(item, log=False, nextitem=following)
    return not any(report.failed for report in reports)


def measured(items: list[pytest.Item]) -> Iterator[Test]:
    """Every test, run once; nothing has been changed yet, so that none may fail."""
    known: dict[Function, Function] = {}  # one object for each, as most tests call the same
    ends: list[pytest.Item | None] = [*items[1:], None]
    for item, following in zip(items, ends, strict=True):
        codes: dict[int, CodeType] = {}
        start = process_time()
        passed = _profiled(item, following, codes)
        seconds = process_time() - start
        if not passed:
            raise pytest.UsageError(f"{item.nodeid} fails before anything is changed")
        called = [(code.co_filename, code.co_firstlineno) for code in codes.values()]
        yield Test(item, seconds, frozenset(known.setdefault(one, one) for one in called))


def _profiled(item: pytest.Item, following: pytest.Item | None, codes: dict[int, CodeType]) -> bool:
    package = str(PACKAGE)

    def note(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == "call" and id(code) not in codes and code.co_filename.startswith(package):
            codes[id(code)] = code

    sys.settrace(note)
    try:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            return passes(item, following)
    finally:
        sys.settrace(None)


class Reach:
    """The tests, by what they call."""

    def __init__(self, tests: list[Test], modules: Modules) -> None:
        self._tests, self._modules = tests, modules
        self._functions = {function for test in tests for function in test.called}

    def of(self, path: Path, text: str, line: int) -> list[Test]:
        """The tests that may notice a change on a line of a file, in the order to run them.

        Inside a function these are the tests that call it. Where none is seen to, because it is
        called while modules are loaded or its answers are kept, and outside of functions, they are
        those that import from the module themselves, and those that call anything of it or of a
        module that imports from it. Of tests that neither import from the module nor are named
        after one of these, only those that call the least are taken.
        """
        reached: list[Test] = []
        if path.suffix == ".py" and "cache\n" not in text and "lru_cache" not in text:
            lines = _function(text, line)
            inside = {one for one in self._functions if one[0] == str(path) and one[1] in lines}
            reached = self._calling(inside)
        readers = self._modules.readers(path)
        modules = readers | self._modules.served(readers)
        named = {path.stem, *(name.rpartition(".")[2] for name in modules)}
        own: list[Test] = []
        others: list[Test] = []
        importing = self._modules.tests_of(readers)
        around = self._around(path)
        for test in reached or self._tests:
            if not reached and test.called.isdisjoint(around) and _module(test) not in importing:
                continue
            words = test.item.nodeid.replace("-", "_")
            is_own = _module(test) in importing or any(name in words for name in named)
            (own if is_own else others).append(test)
        others.sort(key=lambda test: len(test.called))
        return [*sorted(own, key=lambda test: path.stem not in test.item.nodeid), *others[:OTHERS]]

    def _around(self, path: Path) -> set[Function]:
        """What is called of a module and of those that import from it.

        A module of which nothing is called only hands on what it imports, to those that import it.
        """
        found = new = self._modules.readers(path)
        while new:
            more = self._modules.users(new) - found
            found, new = found | more, {name for name in more if not self._called_of({name})}
        return self._called_of(found)

    def _called_of(self, names: set[str]) -> set[Function]:
        files = {str(self._modules.paths[name]) for name in names}
        return {function for function in self._functions if function[0] in files}

    def _calling(self, functions: set[Function]) -> list[Test]:
        return [test for test in self._tests if not test.called.isdisjoint(functions)]


def _module(test: Test) -> str:
    return test.item.module.__name__ if isinstance(test.item, pytest.Function) else ""


def _function(text: str, line: int) -> range:
    """The lines of the outermost function or method that a line stands in."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            start = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            lines = range(start, (node.end_lineno or start) + 1)
            if line in lines:
                return lines
    return range(0)
