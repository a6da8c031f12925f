"""Compounds that have lost their hyphen.

Symptom: `ferryrelated`, `longterm`, where the author writes `ferry-related`.
Cause: the hyphen stood at the end of a line and was taken for the mark of a word cut in two.
Remedy: the hyphen is put back. The repair is certain where the document itself has the compound
with its hyphen, and more often than without; probable where a dictionary has it, or where the
document or English joins either half to other words with a hyphen. The last is evidence only where
the document has lost other hyphens too: an author may write `ferrylike` once, and `preload` and
`postprint` beside `pre-set` and `post-war`.
Leaves alone: every word that a dictionary spells solid (`underrepresented`, `multidisciplinary`),
even where the document also has it with a hyphen; a word that the document spells solid again and
again; a word that can be parted in two ways (`codebase` is no `co-debase`).
Seen in: text converted from PDF.
"""

from collections.abc import Iterator, Sequence

from consultations import patterns as re
from consultations.english.addresses import without_addresses
from consultations.model.emendation import Certainty, Proposal
from consultations.rules.dictionary import is_common, is_hyphenated, is_word
from consultations.rules.rule import text_rule
from consultations.rules.spelling.vocabulary import BEGINNINGS, PREFIXES, Vocabulary

_TOKEN = re.compile(r"(?<![\w@./\\_-])[A-Za-z][a-z]{5,38}+(?![\w@/\\_-]|\.\w)")
_FIRST = BEGINNINGS | PREFIXES
_LONG_HALF = 5
"""Letters that one half at least must have, where only a dictionary speaks for the hyphen."""
_OFTEN = 3
"""A word that the document spells solid so often is spelt so on purpose. Where some people spell a
word solid, the document must have its hyphen so many times as often."""
_COMPANY = 2
"""Words that must have lost a hyphen before one is put back by the example of other words."""
_ITSELF = "the document has it with its hyphen elsewhere"
_ALIKE = "its halves are joined by a hyphen elsewhere"


def _places(word: str) -> Iterator[tuple[str, str]]:
    return ((word[:i], word[i:]) for i in range(2, len(word) - 1))


def _lost(word: str, vocabulary: Vocabulary) -> tuple[str, Certainty, str] | None:
    """The word with its hyphen, how sure that is, and why; None without any evidence for it."""
    if is_common(word):
        return None
    count = vocabulary.solid[word]
    often = _OFTEN * count if is_word(word) else count
    for left, right in _places(word):
        if vocabulary.hyphenated[f"{left}-{right}"] > often:
            return f"{left}-{right}", "certain", _ITSELF
    if is_word(word) or count >= _OFTEN:
        return None
    for left, right in _places(word):
        # Of short halves a dictionary has too many: `hasbeen` may be two words.
        if is_hyphenated(f"{left}-{right}") and max(len(left), len(right)) >= _LONG_HALF:
            return f"{left}-{right}", "probable", "dictionaries have it with a hyphen only"
    places = [place for place in _places(word) if _is_pair(*place)]
    if len(places) != 1 or not vocabulary.joins(*places[0]):
        return None
    compound = "-".join(places[0])
    return compound, "probable", _ITSELF if vocabulary.hyphenated[compound] else _ALIKE


def _is_pair(left: str, right: str) -> bool:
    return (left in _FIRST or _is_half(left)) and _is_half(right)


def _is_half(word: str) -> bool:
    return len(word) > 3 and is_common(word)


def _are_alone(lost: Sequence[tuple[str, Certainty, str]]) -> bool:
    """Whether nothing shows that the document has lost the hyphens of these compounds.

    `pre-load` does not, though the document has `pre-set`: some words take such a prefix solid.
    """
    alike = [compound for compound, _, reason in lost if reason == _ALIKE]
    firm = [c for c in alike if c.partition("-")[0] not in PREFIXES - BEGINNINGS]
    return len(alike) == len(lost) and len(firm) < _COMPANY


def _propose(text: str) -> Iterator[Proposal]:
    vocabulary = Vocabulary(text)
    places = list(_TOKEN.finditer(without_addresses(text)))
    known = {word: _lost(word, vocabulary) for word in {match[0].lower() for match in places}}
    lost = [mended for mended in known.values() if mended]
    if _are_alone(lost):
        return
    for match in places:
        mended = known[match[0].lower()]
        # A capital may make it a name, unless the document itself speaks for the hyphen.
        if mended and (match[0].islower() or mended[1] == "certain"):
            at = match.start() + mended[0].index("-")
            reason = f"a lost hyphen: {mended[2]}"
            yield Proposal(at, at, "-", "lost-hyphen", reason, mended[1])


RULE = text_rule("lost-hyphens", _propose)
