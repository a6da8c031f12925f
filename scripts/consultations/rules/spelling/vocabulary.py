"""How one document spells its words: evidence for what a conversion did to one of them."""

from collections import Counter
from functools import cached_property, lru_cache
from itertools import pairwise

from consultations import patterns as re
from consultations.english.addresses import without_addresses
from consultations.english.numerals import CARDINALS
from consultations.rules.dictionary import is_common

_WORD = re.compile(r"(?<![\w-])[^\W\d_]++(?:[-‐‑][^\W\d_]++)*+")
_HYPHEN = re.compile("[-‐‑]")

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
"""First halves that any word can take with a hyphen, and that some writers put before it solid."""

BEGINNINGS = frozenset([
    "cross", "far", "full", "half", "hard", "high", "ill", "long", "low", "non", "part", "self",
    "short", "well",
]) | CARDINALS.keys()
"""First halves that have a hyphen before any word that no dictionary joins to them solid."""

MEASURES = frozenset([
    "acre", "bed", "bedroom", "bench", "day", "decade", "digit", "dimensional", "door", "fold",
    "foot", "fourths", "hour", "inch", "lane", "level", "line", "man", "metre", "mile", "minute",
    "month", "night", "page", "parent", "part", "party", "person", "phase", "point", "pound",
    "quarter", "quarters", "room", "second", "sided", "stage", "star", "step", "stop", "storey",
    "strong", "term", "third", "thirds", "ton", "tonne", "track", "tier", "volume", "way", "week",
    "word", "year",
])
"""Second halves that a number takes with a hyphen: `a two-storey hall`."""

SOLID_PREFIXES = frozenset([
    "counter", "dis", "fore", "hyper", "inter", "micro", "mis", "out", "over", "re", "sub", "super",
    "trans", "ultra", "un", "under",
])
"""First halves that most words take without a hyphen, whatever the document does to others."""

_OFTEN_HYPHENATED = frozenset([
    "anti", "cross", "mid", "multi", "neo", "non", "post", "pre", "self", "semi", "socio",
])
"""First halves before which many words that dictionaries spell solid have a hyphen in print."""

_NEVER_HYPHENATED = (
    "antibod", "antics", "antidot", "antigen", "antipath", "comedian", "crossbow", "crossfire",
    "crossover", "crossroad", "crossword", "midday", "midland", "midnight", "midriff", "midsummer",
    "midway", "midwif", "midwiv", "multipl", "nonplus", "nonsens", "postag", "postal", "postbag",
    "postbo", "postcard", "postcode", "poster", "postman", "postmark", "postmaster", "postmen",
    "postmistress", "postpone", "postscript", "postwom", "preach", "preamb", "prebend",
    "precarious", "precauti", "preced", "precess", "precursor", "predetermin", "predic", "predomin",
    "preen", "prefac", "prefer", "prefix", "prejudi", "prelac", "prelate", "premise", "premiss",
    "premonit", "preoccup", "prepar", "preposition", "prepossess", "prepuce", "prerequisite",
    "presag", "prescien", "prescri", "present", "preserv", "presid", "press", "presum", "presuppos",
    "preten", "pretext", "prevail", "prevent", "preview", "reach", "react", "really", "realm",
    "selfhood", "selfless", "selfsame", "semicolon", "semina",
)
"""Beginnings of words that seem to have such a first half and have none: `pre` in `prevent`."""

_ALSO_AFTER = {
    "by": ("law", "product"),
    "co": ("ordinat", "opt", "habit"),
    "inter": ("war",),
    "sub": ("clause", "committee", "contract", "group", "heading", "panel", "region", "section"),
}
"""Beginnings of words before which many writers put these with a hyphen, and before most others
nobody does; they may be rare without it."""

_ONLY_ALIKE = frozenset(["ream", "reaped", "reaping", "reeve", "rein", "reins"])
"""Whole words of that sort, whose letters other words do begin with: `reap`, but `re-appear`."""
# fmt: on
_PARTICIPLE = re.compile(r"(?!light)\w{3,}(?:ed|ing)\Z")
"""What most such first halves have a hyphen before: long-standing, and no highlighted."""
_VOWELS = "aeiou"
_LONG = 6


class Vocabulary:
    """The words and the hyphenated compounds of a text, in lower case, with their counts.

    The text is read when they are first asked for.
    """

    def __init__(self, text: str) -> None:
        """Take a text; what stands in its addresses does not count."""
        self._text = text

    @cached_property
    def _words(self) -> tuple[Counter[str], Counter[str]]:
        return _counted(self._text)

    @property
    def solid(self) -> Counter[str]:
        """The words without a hyphen."""
        return self._words[0]

    @property
    def hyphenated(self) -> Counter[str]:
        """The compounds of two, and each two neighbours of longer ones."""
        return self._words[1]

    @cached_property
    def _partners(self) -> tuple[Counter[str], Counter[str]]:
        """With how many words each word is joined, as the first half and as the second."""
        halves = [compound.split("-") for compound in self.hyphenated]
        return Counter(left for left, _ in halves), Counter(right for _, right in halves)

    @staticmethod
    def is_also_hyphenated(left: str, right: str) -> bool:
        """Whether English often puts a hyphen between two halves that a dictionary spells solid.

        `re` has one before a vowel (`re-elected`, but `report`), `co` before a long word too
        (`co-founder`, but `colour`).
        """
        solid = f"{left}{right}"
        if right.startswith(_ALSO_AFTER.get(left, ())):
            return True
        if solid.startswith(_NEVER_HYPHENATED) or solid in _ONLY_ALIKE or not is_common(right):
            return False
        if left == "co" and not is_common(solid):
            return True
        if left in ("co", "re"):
            return right[0] in _VOWELS or (left == "co" and len(right) >= _LONG)
        is_participle = _PARTICIPLE.match(right) is not None
        return left in _OFTEN_HYPHENATED or (left in BEGINNINGS and is_participle)

    def joins(self, left: str, right: str) -> bool:
        """Whether the document, or English, joins other words to one of these with a hyphen.

        The first half must do so for two others at least and the second for one; or either half is
        one that English joins to any word. A prefix must be joined to one more in the document.
        """
        if left in SOLID_PREFIXES:
            return False
        itself = f"{left}-{right}" in self.hyphenated
        first, second = self._partners[0][left] - itself, self._partners[1][right] - itself
        both = first >= 2 and second >= 1
        english = left in BEGINNINGS or right in ENDINGS
        return both or english or (left in PREFIXES and first >= 1)


@lru_cache(maxsize=1)  # several rules in a row read the same text
def _counted(text: str) -> tuple[Counter[str], Counter[str]]:
    """The words of a text and its compounds."""
    words = _WORD.findall(without_addresses(text).lower())
    solid = [word for word in words if word.isalpha()]
    compounds = [_HYPHEN.split(word) for word in words if not word.isalpha()]
    pairs = (f"{left}-{right}" for halves in compounds for left, right in pairwise(halves))
    return Counter(solid), Counter(pairs)
