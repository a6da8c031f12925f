"""What belongs to each passage of an edition, looked up by the passage's id."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

_Item = TypeVar("_Item")


class ByPassage(dict[str, tuple[_Item, ...]], Generic[_Item]):
    """What belongs to each passage, by the passage's id; a passage that has nothing has ()."""

    def __init__(self, items: Iterable[_Item], passage: Callable[[_Item], str | None]) -> None:
        """Group items by passage, in the order in which they come.

        Args:
            items: of one edition.
            passage: tells the id of the passage to which an item belongs; None leaves it out.
        """
        grouped: dict[str, list[_Item]] = {}
        for item in items:
            if (id_ := passage(item)) is not None:
                grouped.setdefault(id_, []).append(item)
        super().__init__((id_, tuple(found)) for id_, found in grouped.items())

    def __missing__(self, _: str) -> tuple[_Item, ...]:
        """Nothing: asking for a passage that has no item is no mistake, and leaves no trace."""
        return ()
