"""Words of strangers as Markdown without effect: code spans, fenced blocks, lists of them."""

from collections.abc import Iterable, Sequence

from consultations import patterns as re
from consultations.model.text import clipped
from consultations.pages.writing.visible import visible

SHOWN = 20
"""Most entries of a list; how many more there are is told."""
LONGEST = 400
"""Code points of a text that are shown in a list."""
_TICKS = re.compile("`+")


def listed(entries: Iterable[str]) -> str:
    """Entries as a list, the first of them where there are many."""
    found = list(entries)
    more = [f"and {len(found) - SHOWN} more"] if len(found) > SHOWN else []
    return "\n".join(f"- {entry}" for entry in [*found[:SHOWN], *more])


def code(text: str) -> str:
    """A text as a code span, on one line."""
    shown = visible(clipped(text, LONGEST)) or "nothing"
    # One tick more than any run in the text, so that nothing in it ends the span; a blank keeps a
    # tick at an edge of the text apart from those of the span.
    ticks = "`" * (max(map(len, _TICKS.findall(shown)), default=0) + 1)
    blank = " " if "`" in shown else ""
    return f"{ticks}{blank}{shown}{blank}{ticks}"


def fenced(text: str) -> str:
    """A text of several lines as a fenced block."""
    ticks = "`" * max(3, max(map(len, _TICKS.findall(text)), default=0) + 1)
    return f"{ticks}text\n{text}\n{ticks}"


def some(ids: Sequence[str]) -> str:
    """Ids on one line, the first of them where there are many."""
    more = f" and {len(ids) - SHOWN} more" if len(ids) > SHOWN else ""
    return ", ".join(map(code, ids[:SHOWN])) + more
