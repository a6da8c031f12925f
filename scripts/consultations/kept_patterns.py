"""Compiled patterns, kept between processes as Python keeps compiled modules.

To compile the patterns that one document needs takes longer than to look for them in it, and each
process begins anew. A kept pattern is the instructions that the module `re` made of it: with these
the matching engine begins at once, and finds what it finds in one that was just compiled.
"""

from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from consultations import patterns
from consultations.cache import Cache, digest_of
from consultations.errors import OutputError

_NAME = "patterns"
_WORD = "I"
"""The type of an instruction, as `array` calls it: the engine has 32 bits for each."""

Made = tuple[str | bytes, int]
"""What a pattern is made of: its source and its flags."""


class _Instructions(NamedTuple):
    """What a pattern is compiled to, as the engine is given it."""

    flags: int
    words: bytes
    groups: int
    names: Mapping[str, int]
    """Groups that have a name, by that name."""


class KeptPatterns:
    """A folder in which patterns are kept, whatever project they are of."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it need not be there yet."""
        self._cache = Cache(folder)
        # The digest has the version of Python in it, and the code, patterns and all.
        self._made_of = digest_of(_engine().MAGIC)
        self._kept: dict[Made, _Instructions] = self._cache.get(_NAME, dict, self._made_of) or {}
        self._is_new = False

    def compile(self, pattern: str | bytes, flags: int) -> Any:
        """The compiled pattern, as `re.compile` gives it.

        Raises:
            re.error: the pattern is none.
        """
        made = pattern, int(flags)
        instructions = self._kept.get(made)
        if instructions is None:
            instructions = self._kept[made] = _instructions(*made)
            self._is_new = True
        return _pattern(pattern, instructions)

    def keep(self) -> None:
        """Keep what was compiled since, for the next process.

        Raises:
            OutputError: it cannot be written.
        """
        if self._is_new:
            self._cache.keep(_NAME, self._kept, self._made_of)
            self._is_new = False


@contextmanager
def patterns_kept(folder: Path) -> Iterator[None]:
    """Let patterns be taken from a folder for a while, and what was compiled be kept there.

    Where nothing can be written, nothing is kept, and all else is as ever.
    """
    kept = KeptPatterns(folder)
    try:
        with patterns.compiled_by(kept.compile):
            yield
    finally:
        with suppress(OutputError):
            kept.keep()


def _engine() -> Any:
    """The engine that patterns run in."""
    return import_module("_sre")


def _instructions(pattern: str | bytes, flags: int) -> _Instructions:
    """Compile as `re._compiler.compile` does, and stop before the engine is given it."""
    compiler = import_module("re._compiler")
    parsed = import_module("re._parser").parse(pattern, flags)
    words = array(_WORD, compiler._code(parsed, flags)).tobytes()
    state = parsed.state
    return _Instructions(flags | state.flags, words, state.groups - 1, dict(state.groupdict))


def _pattern(pattern: str | bytes, instructions: _Instructions) -> Any:
    flags, words, groups, names = instructions
    code = array(_WORD)
    code.frombytes(words)
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    return _engine().compile(pattern, flags, code.tolist(), groups, names, tuple(by_number))
