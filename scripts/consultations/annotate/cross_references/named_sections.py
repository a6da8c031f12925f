"""Sections that are called by the ordinal in their heading.

Symptom: "the second ferry year" and "ferry year number 2", where a heading ends so.
Found by: headings that end in an ordinal and one to four words, and say no more, or have sisters
with other ordinals; the same words elsewhere, with the ordinal or with its number.
Leaves alone: an ordinal of which no heading speaks, or only one in other words: "The third sector".
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from operator import itemgetter

from consultations import patterns as re
from consultations.english.numerals import CARDINALS, ORDINAL, ORDINALS
from consultations.model.edition import Edition, Passage

RULE = "named-sections"

_ORDINAL_NAME = re.compile(rf"(?:the )?\b({ORDINAL})((?: [\w’'-]+){{1,4}})\W*$", re.IGNORECASE)
_NUMERALS = {number: word for word, number in CARDINALS.items()}
_WORD = re.compile(r"\w+")
_MORE = re.compile(r"[^\W\d_]{2,}")
"""A word before the ordinal, and no number or letter of the section."""
_Way = tuple[int, re.Pattern[str], Passage]
"""The place of the heading among passages, the pattern of what it is called, and the heading."""


class NamedSections:
    """The sections of an edition that are known by an ordinal, and the ways of calling them."""

    def __init__(self, edition: Edition) -> None:
        """Read the headings. Of two with one name, the first is meant."""
        self._called: dict[str, dict[str, _Way]] = defaultdict(dict)
        headings = [
            (place, passage, name)
            for place, passage in enumerate(edition.passages)
            if passage.kind == "heading" and (name := _ORDINAL_NAME.search(passage.text))
        ]
        called = {(name[1].casefold(), name[2].casefold()) for _, _, name in headings}
        sisters = Counter(rest for _, rest in called)
        for place, passage, name in headings:
            says_no_more = not _MORE.search(passage.text, 0, name.start())
            if says_no_more or sisters[name[2].casefold()] > 1:
                alike = self._called[_first_word(name)]
                said = (name[1] + name[2]).casefold()
                if said not in alike:
                    alike[said] = place, re.compile(_called(name), re.IGNORECASE), passage

    def ways(self, text: str) -> Iterator[tuple[re.Pattern[str], Passage]]:
        """The ways of calling a section that a text may hold, in the order of the headings.

        A document may have thousands of such headings: only those are tried of which a word is
        there.
        """
        if self._called:
            here = self._called.keys() & {word.lower() for word in _WORD.findall(text)}
            found = (way for word in here for way in self._called[word].values())
            for _, pattern, passage in sorted(found, key=itemgetter(0)):
                yield pattern, passage


def _first_word(name: re.Match[str]) -> str:
    """The word right after the ordinal, which every way of calling the section has."""
    return next(iter(_WORD.findall(name[2].lower())), "")


def _called(name: re.Match[str]) -> str:
    """The pattern of what a section is called, by its ordinal or by its number."""
    number = ORDINALS[name[1].casefold()]
    rest = re.escape(name[2].strip())
    numeral = rf"(?:number |no\.? )?(?:{number}|{_NUMERALS.get(number, number)})"
    return rf"\b(?:(?:the )?{name[1]} {rest}|{rest} {numeral})\b"
