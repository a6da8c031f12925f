"""What belongs together, told from the pairs that do (a disjoint-set forest, with path halving)."""

from collections import defaultdict
from collections.abc import Iterable


def groups(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers below `count` in groups: those that pairs join, one by one, are in one group.

    Groups stand in the order of their lowest numbers, and numbers in a group ascend.
    """
    over = list(range(count))

    def lowest(n: int) -> int:
        while over[n] != n:
            over[n] = over[over[n]]
            n = over[n]
        return n

    for one, other in pairs:
        low, high = sorted((lowest(one), lowest(other)))
        over[high] = low
    found: dict[int, list[int]] = defaultdict(list)
    for n in range(count):
        found[lowest(n)].append(n)
    return list(found.values())
