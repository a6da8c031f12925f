"""Whether the hyphen between two halves of a word is the word's own."""

from typing import NamedTuple

from consultations import patterns as re
from consultations.english.dates import MONTHS, WEEKDAYS
from consultations.model.emendation import Certainty
from consultations.rules.dictionary import is_common, is_hyphenated, is_word
from consultations.rules.spelling.vocabulary import SUSPENDING, Vocabulary

_NAMES_OF_TIME = frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS))
"""Names that no dictionary has, and whose pieces may be words: `Sept-ember`, `Sun-day`."""
_LETTERS = re.compile(r"[^\W\d_]{1,40}")
_LONGEST = 40
"""Letters of half a word that are read, at most."""
_SHORTEST = 4
"""Letters of a first half, at least, that is a piece of a word and no particle such as `al-`."""


class Halves(NamedTuple):
    """The letters right before a hyphen and right after a break, in lower case."""

    left: str
    right: str

    def is_compound(self, vocabulary: Vocabulary) -> bool:
        """Whether the document or the dictionary joins them with a hyphen."""
        compound = f"{self.left}-{self.right}"
        return bool(vocabulary.hyphenated[compound]) or is_hyphenated(compound)

    def is_cut_short(self) -> bool:
        """Whether the first is half of a compound that is cut short on purpose: `pre- and`."""
        return self.right in SUSPENDING

    def loses_hyphen(self, vocabulary: Vocabulary) -> tuple[bool, Certainty]:
        """Whether they are one word that a line's end has cut, and how sure the answer is.

        The document's own spelling comes first, then the dictionary. Where English has both
        spellings the hyphen stays: most hyphens at the ends of lines belong to the word.
        """
        compound, solid = f"{self.left}-{self.right}", self.left + self.right
        hyphens, solids = vocabulary.hyphenated[compound], vocabulary.solid[solid]
        if hyphens or solids:
            return solids > hyphens, "certain"
        if is_hyphenated(compound):
            return False, "certain"
        if self._are_pieces(vocabulary) or solid in _NAMES_OF_TIME:
            return True, "probable"
        if not is_word(solid) or vocabulary.is_also_hyphenated(self.left, self.right):
            return False, "probable"
        return True, "certain" if is_common(solid) else "probable"

    def _are_pieces(self, vocabulary: Vocabulary) -> bool:
        """Whether neither is a word by itself, so that no compound is made of them.

        Names of places and medicines are such, and no dictionary has them all. The text counts the
        pieces as words, once where they stand cut. A short first half may be a particle: `al-`.
        """
        pieces = (self.left, self.right)
        known = any(is_word(piece) or vocabulary.solid[piece] > 1 for piece in pieces)
        return len(self.left) >= _SHORTEST and not known

    @property
    def are_words(self) -> bool:
        """Whether each of them is a word by itself."""
        return is_common(self.left) and is_common(self.right)


def halves(text: str, start: int, end: int) -> Halves:
    """The halves of a word that ends before text[start] and goes on at text[end]."""
    first = start
    while first > max(0, start - _LONGEST) and text[first - 1].isalpha():
        first -= 1
    after = _LETTERS.match(text, end)
    return Halves(text[first:start].lower(), after[0].lower() if after else "")
