"""What an edition and its gold agree on, entry by entry."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.quality.material import Data


@dataclass(frozen=True)
class Agreement:
    """Of one kind: what was found of what is wanted, and what is right of what was told."""

    found: int = 0
    wanted: int = 0
    right: int = 0
    told: int | None = None
    """None where gold does not list every case, so that nobody can say what is wrong."""
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    def __add__(self, other: "Agreement") -> "Agreement":
        """Both together; precision is of those of which it is known."""
        told = None if self.told is other.told is None else (self.told or 0) + (other.told or 0)
        return Agreement(
            self.found + other.found,
            self.wanted + other.wanted,
            self.right + other.right,
            told,
            self.missed + other.missed,
            self.wrong + other.wrong,
        )


def agree(
    wanted: Sequence[Data],
    had: Sequence[Data],
    same: Callable[[Data, Data], bool],
    name: Callable[[Data], str],
    *,
    complete: bool,
) -> Agreement:
    """Hold what an edition has against gold, one to one and in order.

    Args:
        wanted: entries of gold; those that are not `firm` may be there or not.
        had: what the edition has.
        same: whether an entry, the first, is what the edition has.
        name: what to call an entry, or what the edition has, in a list of misses.
        complete: whether gold lists every case.
    """
    left = list(had)
    missed: list[str] = []
    firm = [entry for entry in wanted if entry.get("firm", True)]
    for entry in (*firm, *(entry for entry in wanted if not entry.get("firm", True))):
        hit = next((one for one in left if same(entry, one)), None)
        if hit is not None:
            left.remove(hit)
        elif entry.get("firm", True):
            missed.append(name(entry))
    # One that stands twice in the edition and once in gold is wrong once: nobody lists repeats.
    extra = [one for one in left if not any(same(entry, one) for entry in wanted)]
    right, told = (len(had) - len(extra), len(had)) if complete else (0, None)
    wrong = tuple(map(name, extra)) if complete else ()
    return Agreement(len(firm) - len(missed), len(firm), right, told, tuple(missed), wrong)


def counted(outcomes: Iterable[tuple[str, bool]]) -> Agreement:
    """Of entries with a name each: whether what is wanted is there. Nothing can be too many."""
    every = list(outcomes)
    missed = tuple(name for name, there in every if not there)
    return Agreement(len(every) - len(missed), len(every), missed=missed)
