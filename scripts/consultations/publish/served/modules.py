"""Modules of this program that have changed while it runs: they are forgotten and imported anew.

A module is forgotten together with every module that imports it, at one remove or more. The others
stay, so that a change of a rule does not cost what it takes to compile the patterns of all.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from consultations import patterns as re

_IMPORT = re.compile(
    r"^\s*(?:from\s+(consultations[\w.]*)\s+import\s+(\([^)]*\)|[^\n]*)|import\s+(consultations[\w.]*))",
    re.MULTILINE,
)
_PACKAGE = "consultations"
_ALWAYS = "consultations.cache"
"""It holds the digest of all code."""


def forget_changed(files: Iterable[Path]) -> None:
    """Forget the modules that were read from some files, and those that depend on them.

    Args:
        files: of this program. For a file of data, the modules of its folder are forgotten.
    """
    ours = {
        name: Path(module.__file__)
        for name, module in sys.modules.items()
        if name.partition(".")[0] == _PACKAGE and module.__file__
    }
    changed = {name for name, file in ours.items() if any(_is_touched(file, one) for one in files)}
    if not changed:
        return
    needing: dict[str, set[str]] = {}
    for name, file in ours.items():
        for needed in _imported(file):
            needing.setdefault(needed, set()).add(name)
    # Everything that imports a changed module, directly or through others, keeps what it took from
    # the old one, and is forgotten as well.
    waiting = [*changed, _ALWAYS]
    gone: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in gone:
            gone.add(name)
            # A package may have taken names from its modules.
            package = name.rpartition(".")[0]
            waiting += [*needing.get(name, ()), *({package} - {_PACKAGE})]
    for name in gone:
        module = sys.modules.pop(name, None)
        package, _, last = name.rpartition(".")
        # `from package import module` would give the old one, which the package still has.
        if module is not None and vars(sys.modules.get(package, sys)).get(last) is module:
            delattr(sys.modules[package], last)


def _is_touched(file: Path, changed: Path) -> bool:
    return file == changed or (changed.suffix != ".py" and file.parent == changed.parent)


def _imported(file: Path) -> Iterable[str]:
    """Names that may be those of modules that a module imports."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return
    for found in _IMPORT.finditer(text):
        module = found[1] or found[3]
        yield module
        yield from (f"{module}.{name}" for name in re.findall(r"\w+", found[2] or ""))
