"""The client as it is published: its modules bound into a few scripts, without comments.

Each module is a file of its own, so that it can be written and tested by itself. In a browser each
would cost a request, and from a disk (`file://`) a browser loads no module at all. So the module
with which a page or a worker begins is bound into one classic script, together with everything that
it imports. A module that is imported later (`import()`) becomes such a script too, without what the
scripts that ask for it have already.

A bound module is a function that is called once and returns what the module exports. The modules of
all scripts of a page stand in one table, each under its path in the client's folder. A script is
published under the path of the module that it begins with, and `import.meta.url` gives each module
the address that it would have as a file of its own. This is right for modules that

- import each other as `import { a, b as c } from "../folder/name.js"`, as `import "./name.js"`, or
  later, with `import("./name.js")`, and not in a circle;
- start a worker as `new Worker(new URL("../name.js", import.meta.url), …)`;
- export functions, classes and constants where they are declared;
- ask `import.meta` for nothing but its `url`.

The client is written so, and anything else is refused.
"""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import rjsmin

from consultations import patterns as re

_RELATIVE = r'"(\.\.?/[\w/.-]+)\.js"'
"""The path of a module from the folder of the one that imports it."""

_IMPORT = re.compile(rf"^import (?:\{{([^}}]*)\}} from )?{_RELATIVE};$", re.MULTILINE)
_TYPES_ALONE = re.compile(r"^export \{\};$", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const) (\w+))", re.MULTILINE)
_WORKER = re.compile(rf"\bnew Worker\(new URL\({_RELATIVE}, import\.meta\.url\)")
_LATER = re.compile(rf"\bimport\({_RELATIVE}\)")
_OWN_ADDRESS = re.compile(r"\bimport\.meta\.url\b")
_LEFT = re.compile(r"(?:^|(?<=[;}\n]))(?:import|export)\b[^;\n]*|\bimport[.(][^;\n]*")
"""What is no module's own code, and was not understood."""

_PRELUDE = Path(__file__).with_name("prelude.js")
"""What every script begins with: the table of modules, their addresses, and how to load another."""


@dataclass(frozen=True)
class _Module:
    """A module of the client, with what binds it to others.

    Modules are named by their path in the client's folder, without its ending.
    """

    name: str
    text: str

    def _path(self, relative: str) -> str:
        """The name of the module that this one calls by a path from its own folder."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.name), relative))

    @cached_property
    def imported(self) -> tuple[str, ...]:
        """Modules that must be there before this one runs."""
        return tuple(self._path(match[2]) for match in _IMPORT.finditer(self.text))

    @cached_property
    def imported_later(self) -> frozenset[str]:
        """Modules that it asks for while it runs; an `import()` in a comment is none."""
        return frozenset(map(self._path, _LATER.findall(rjsmin.jsmin(self.text))))

    @cached_property
    def workers(self) -> frozenset[str]:
        """Modules that it starts as workers: there, nothing of a page is there already."""
        return frozenset(map(self._path, _WORKER.findall(self.text)))

    @property
    def begun(self) -> frozenset[str]:
        """Modules that a script of their own begins with."""
        return self.imported_later | self.workers

    @cached_property
    def code(self) -> str:
        """What runs, as the function's body: empty where a module holds types alone.

        Raises:
            ValueError: it imports or exports in a way that cannot be bound.
        """
        code = _TYPES_ALONE.sub("", _EXPORT.sub("", _IMPORT.sub(self._as_constants, self.text)))
        code = _LATER.sub(lambda match: f'load("{self._path(match[1])}")', code)
        code = str(rjsmin.jsmin(_OWN_ADDRESS.sub(f'address("{self.name}")', code)))
        if left := _LEFT.search(code):
            raise ValueError(f"{self.name}.js cannot be bound: {left[0]}")
        return code

    @property
    def bound(self) -> str:
        """The module as an entry of the table."""
        exported = ",".join(match[1] for match in _EXPORT.finditer(self.text))
        return f'modules["{self.name}"]??=(()=>{{{self.code}\nreturn{{{exported}}}}})();\n'

    @property
    def top(self) -> str:
        """The way from its folder to the client's."""
        return "../" * self.name.count("/") or "./"

    def _as_constants(self, match: re.Match[str]) -> str:
        """What an import names, taken out of the table."""
        if match[1] is None:
            return ""
        names = ", ".join(
            name.strip().replace(" as ", ": ") for name in match[1].split(",") if name.strip()
        )
        return f'const {{ {names} }} = modules["{self._path(match[2])}"];'


def scripts(client: Path) -> dict[str, bytes]:
    """The scripts that are published, by path; each has the path of the module that it is for.

    Args:
        client: a folder of modules, and of folders of them, as described above.

    Raises:
        ValueError: a module imports or exports in a way that cannot be bound.
    """
    files = {
        file.relative_to(client).with_suffix("").as_posix(): file for file in client.rglob("*.js")
    }
    modules = {name: _Module(name, files[name].read_text("utf-8")) for name in sorted(files)}
    for name, module in modules.items():
        for other in sorted({*module.imported, *module.begun} - modules.keys()):
            raise ValueError(f"{name}.js imports {other}.js, which is not there")
    prelude = rjsmin.jsmin(_PRELUDE.read_text("utf-8"))
    made = {}
    for name in _entries(modules):
        held = _held(modules, name)
        needed = [modules[other] for other in _needed(modules, name) if other not in held]
        bound = "".join(module.bound for module in needed)
        top = modules[name].top
        made[f"{name}.js"] = f'((top)=>{{{prelude}\n{bound}}})("{top}");\n'.encode()
    return made


def _entries(modules: Mapping[str, _Module]) -> list[str]:
    """Modules that something starts with: a page, a worker, or an import that comes later."""
    imported = {other for module in modules.values() for other in module.imported}
    begun = {other for module in modules.values() for other in module.begun}
    return [
        name
        for name, module in modules.items()
        if (module.code or module.imported) and (name in begun or name not in imported)
    ]


def _needed(modules: Mapping[str, _Module], name: str) -> tuple[str, ...]:
    """A module and everything that it imports, each after those that it imports itself."""
    found: dict[str, None] = {}

    def visit(name: str, path: tuple[str, ...]) -> Iterator[str]:
        if name in path:
            raise ValueError(f"{' imports '.join([*path, name])}, in a circle")
        for other in modules[name].imported:
            yield from visit(other, (*path, name))
        yield name

    for other in visit(name, ()):
        found.setdefault(other)
    return tuple(found)


def _held(modules: Mapping[str, _Module], name: str) -> frozenset[str]:
    """What is there already, whichever script asks for this one."""
    if any(name in module.workers for module in modules.values()):
        return frozenset()
    # Only what all of them have counts: whichever asks, the rest must come with the script.
    askers = [
        frozenset(_needed(modules, entry)) | _held(modules, entry)
        for entry in _entries(modules)
        if any(name in modules[other].imported_later for other in _needed(modules, entry))
    ]
    return frozenset.intersection(*askers) if askers else frozenset()
