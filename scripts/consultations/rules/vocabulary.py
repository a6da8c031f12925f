"""How one document spells its words: evidence for what a conversion did to one of them."""

import re
from collections import Counter, defaultdict
from itertools import pairwise

from consultations.rules.addresses import without_addresses

_WORD = re.compile(r"(?<![\w-])[^\W\d_]++(?:[-‐‑][^\W\d_]++)*+")

SUSPENDING = frozenset(
    ["and", "but", "for", "nor", "or", "rather", "than", "then", "through", "to", "versus", "vs"]
)
"""What follows the hyphen of a compound that is cut short on purpose: `pre- and post-war`."""

# fmt: off
ENDINGS = frozenset([
    "based", "centred", "centered", "driven", "focused", "focussed", "funded", "led",
    "orientated", "oriented", "related",
])
"""Second halves that any noun can take with a hyphen, so that no dictionary lists them all."""

PREFIXES = frozenset([
    "anti", "co", "cross", "ex", "mid", "multi", "non", "pan", "post", "pre", "pro", "quasi",
    "self", "semi",
])
"""First halves that any word can take with a hyphen."""

_SOLID = frozenset([
    "counter", "dis", "fore", "hyper", "inter", "micro", "mis", "out", "over", "re", "sub", "super",
    "trans", "ultra", "un", "under",
])
"""First halves that most words take without a hyphen, whatever the document does to others."""
# fmt: on


class Vocabulary:
    """The words and the hyphenated compounds of a text, in lower case, with their counts."""

    def __init__(self, text: str) -> None:
        """Read a text; what stands in addresses does not count."""
        self.solid: Counter[str] = Counter()
        self.hyphenated: Counter[str] = Counter()
        self._after: defaultdict[str, set[str]] = defaultdict(set)
        self._before: defaultdict[str, set[str]] = defaultdict(set)
        for match in _WORD.finditer(without_addresses(text)):
            halves = re.split("[-‐‑]", match[0].lower())
            if len(halves) == 1:
                self.solid[halves[0]] += 1
            for left, right in pairwise(halves):
                self.hyphenated[f"{left}-{right}"] += 1
                self._after[left].add(right)
                self._before[right].add(left)

    def joins(self, left: str, right: str) -> bool:
        """Whether the document, or English, joins other words to one of these with a hyphen.

        Either half must do so for two others at least; for one, where English lets it join any.
        """
        if left in _SOLID:
            return False
        others = len(self._after[left] - {right}), len(self._before[right] - {left})
        return right in ENDINGS or max(others) >= 2 or (left in PREFIXES and others[0] >= 1)
