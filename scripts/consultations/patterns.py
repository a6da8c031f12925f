"""`re`, with one difference: a pattern is compiled when something is first looked for with it.

Most modules of this package begin with patterns, more than eight hundred in all, many of them of
long lists of words. To compile them takes a second, and a command that prints one reference or one
hit needs few of them. A module says `from consultations import patterns as re` where it would say
`import re`, and is written as ever. What is wrong in a pattern is told when it is first used; a
test compiles every one.
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from re import (
    ASCII,
    DOTALL,
    IGNORECASE,
    MULTILINE,
    VERBOSE,
    Match,
    Pattern,
    error,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from typing import Any, AnyStr, cast

__all__ = [
    "ASCII",
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "VERBOSE",
    "Match",
    "Pattern",
    "Uncompiled",
    "compile",
    "compiled_by",
    "error",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]

_ASKED = (
    *("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"),
    *("groups", "groupindex"),
)
"""What a compiled pattern is asked for, and one that is not compiled cannot tell."""


_compile: Callable[[str | bytes, int], Any] = re.compile
"""What compiles a pattern when it is first used."""


class Uncompiled:
    """Stands for a pattern, and compiles it when it is first used.

    What it was made of it tells uncompiled, so that a pattern can be a part of another.
    """

    __slots__ = ("_flags", "is_constant", "needs", "pattern", *_ASKED)

    def __init__(
        self, pattern: str | bytes, flags: int, needs: tuple[str, ...], *, is_constant: bool = False
    ) -> None:
        """Take what `compile` takes, and whether the pattern is one that a module begins with."""
        self.pattern = pattern
        self.needs = needs
        self.is_constant = is_constant
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """What was never asked for: compile, and have all answered by the pattern from now on.

        Raises:
            AttributeError: what is asked for is none of `_ASKED`.
        """
        if name not in _ASKED:
            # To ask itself for it again, below, would come back here without end.
            raise AttributeError(f"a pattern that is compiled when it is used has no {name!r}")
        # What is made as a text is read holds words of that text, and is kept nowhere.
        compiled = (_compile if self.is_constant else re.compile)(self.pattern, self._flags)
        for asked in _ASKED:
            setattr(self, asked, getattr(compiled, asked))
        if self.needs:
            self.search = _if_there(self.needs, compiled.search, _nothing)
            self.finditer = _if_there(self.needs, compiled.finditer, _no_matches)
        return getattr(self, name)

    def __eq__(self, other: object) -> bool:
        """Whether it is made of the same: patterns are keys of tables, as those of `re` may be."""
        if not isinstance(other, Uncompiled):
            return NotImplemented
        return (self.pattern, self._flags) == (other.pattern, other._flags)

    def __hash__(self) -> int:
        """As equality has it."""
        return hash((self.pattern, self._flags))

    def __repr__(self) -> str:
        """As that of a pattern."""
        return f"re.compile({self.pattern!r}, {self._flags!r})"


def compile(  # noqa: A001 (as re calls it)
    pattern: AnyStr, flags: int = 0, *, needs: Sequence[str] = ()
) -> Pattern[AnyStr]:
    """A pattern that is compiled when it is first used.

    Types say that it is one, since it answers all that this package asks of a pattern; only
    `isinstance` knows better.

    Args:
        pattern: as for `re.compile`.
        flags: as for `re.compile`.
        needs: signs or words of which each match has at least one. Where a text has none of them,
            it is not searched: to look for a sign takes a twentieth of the time that a pattern
            takes that begins by looking around. A test holds that each match has one.
    """
    is_constant = sys._getframe(1).f_code.co_name == "<module>"
    made = Uncompiled(pattern, flags, tuple(needs), is_constant=is_constant)
    return cast("Pattern[AnyStr]", made)


@contextmanager
def compiled_by(compiler: Callable[[str | bytes, int], Any]) -> Iterator[None]:
    """Let constant patterns be compiled for a while by what gives the same as `re.compile`.

    Args:
        compiler: given a pattern and its flags.
    """
    global _compile  # noqa: PLW0603 (a pattern is a constant of its module, and knows nobody to ask)
    before, _compile = _compile, compiler
    try:
        yield
    finally:
        _compile = before


def _if_there(
    needs: tuple[str, ...], ask: Callable[..., Any], nothing: Callable[[], Any]
) -> Callable[..., Any]:
    """`ask`, for texts that have in these bounds what is needed; `nothing` for all others."""

    def asked(text: str, *bounds: int) -> Any:
        # A loop, and no `any`: it is asked of every line, and a generator costs as much as a find.
        for need in needs:
            if text.find(need, *bounds) >= 0:
                return ask(text, *bounds)
        return nothing()

    return asked


def _nothing() -> None:
    return None


def _no_matches() -> Iterator[Match[str]]:
    return iter(())
