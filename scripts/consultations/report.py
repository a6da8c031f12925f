"""What a person or a script is told: failures, findings, and the progress of long work.

All of it goes to stderr, but for JSON, which is a result. Text from sources is made printable on
its way to a terminal, whose cursor, colours and direction it could otherwise take over.
"""

import sys
from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

import click

from consultations.errors import ConsultationsError

Item = TypeVar("Item")

_DRAWN = 200
"""How often a bar of progress is drawn, at most, from its beginning to its end."""


def tell_failure(error: ConsultationsError) -> None:
    """Print a failure: what, where, and what to do."""
    for line in str(error).split("\n"):
        click.echo(printable(line), err=True)


def track(items: Iterable[Item], doing: str, count: int | None = None) -> Iterator[Item]:
    """The items one by one, with a bar of progress on a terminal and nothing elsewhere.

    Args:
        items: what is worked through.
        doing: what is done, such as `Reading`.
        count: how many there are, where `items` has no length.
    """
    if isinstance(items, Sized):
        count = len(items)
    # No stderr where a shell has closed it, and no bar of nothing.
    if sys.stderr is None or not sys.stderr.isatty() or count == 0:
        yield from items
        return
    # Not at each of many thousands: to draw the bar takes longer than what it shows.
    steps = max(1, (count or 0) // _DRAWN)
    with click.progressbar(
        items, count, doing, show_pos=True, file=sys.stderr, update_min_steps=steps
    ) as bar:
        yield from bar


def printable(text: str) -> str:
    """The text with every character that prints as nothing, or does something, as its escape."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
