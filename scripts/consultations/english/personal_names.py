"""Names of people, as English prose writes them: titles, forenames, initials, particles, suffixes.

A name is found by its form alone, whether anybody knows it or not; `evidence` says what in it tells
that it is a person's and not a place's or a body's. The parts are those of Library of Congress
practice as nameparser has them: title, given names, family name with its particles, suffix.
"""

import re
import sys
from collections.abc import Iterator
from typing import Literal, NamedTuple

from consultations.english.dates import TIME_OF_YEAR, WEEKDAY
from consultations.english.kinds import NAMED_BODY, WORK
from consultations.english.persons import FEMALE, MALE, PARTICLES, SUFFIXES, TITLE
from consultations.english.small_words import OPENERS
from consultations.english.word_lists import alternatives, words

Sex = Literal["male", "female"]
Evidence = Literal["title", "initials", "forename", "form"]

_MALE, _FEMALE = words("forenames", "male"), words("forenames", "female")
FORENAMES = words("forenames")
"""Forenames that are common somewhere in the English-speaking world, with a capital."""

_CAPITAL = "[" + "".join(c for c in map(chr, range(sys.maxunicode)) if c.isupper()) + "]"
_WORD = rf"{_CAPITAL}(?:[^\W\d_]|['’](?!s\b)(?=[^\W\d_])|-(?=[^\W\d_]))*+"
"""A word of a name: Moss, O’Brien, Ås, Al-Sayed, Jean-Luc."""
_INITIALS = rf"(?:{_CAPITAL}\.[ -]?|{_CAPITAL}[ ]){{1,4}}+"
"""Initials with the blank after them: `J. R. `, `J.R. `, `J R `, `J.-P. `."""
_PARTICLE = rf"(?i:{alternatives(PARTICLES)})"
_SUFFIX = alternatives(SUFFIXES)
_NAME = re.compile(
    rf"""
    (?<! [\w.’'-] ) (?= {_CAPITAL} )
    (?P<title> (?: (?:Rt\.?[ ])?+ {TITLE} [ ] ){{0,4}}+ )
    (?P<given> (?: {_INITIALS} | {_WORD}[ ] ){{0,4}} )
    (?P<family>
        (?: (?:{_PARTICLE}[ ]){{1,3}} | [dDlL]['’] )?    # van der Weide, de la Cruz, d’Ancona
        (?! (?:{_SUFFIX}) \b ) {_WORD}
    )
    (?P<suffix> (?: ,?[ ] (?: [JS]n?r\. | (?:{_SUFFIX}) \b ) ){{0,6}} )    # King Jr., Reed, MP
    """,
    re.VERBOSE,
)
_NO_PERSON = re.compile(rf"(?:{NAMED_BODY}|{TIME_OF_YEAR}|{WEEKDAY})\Z|(?i:{WORK})\Z")
_PARTS = re.compile(r"[^\W\d_][^\s.-]*")


class PersonalName(NamedTuple):
    """A stretch of a text that is a person's name by its form, and its parts."""

    start: int
    end: int
    title: str
    """`Professor Sir`, or nothing."""
    given: tuple[str, ...]
    """Forenames and initials, each without a full stop."""
    family: str
    """With its particles: `van der Weide`."""
    suffix: str

    @property
    def evidence(self) -> Evidence:
        """What tells that it is a person's name; `form` says little: "Upper River" has it too."""
        if self.title or self.suffix:
            return "title"
        if any(len(part) == 1 for part in self.given):
            return "initials"
        return "forename" if self.given and self.given[0] in FORENAMES else "form"

    @property
    def sex(self) -> Sex | None:
        """As the title tells it, or else the first forename; None where both may be."""
        titles = self.title.split()
        if not MALE.isdisjoint(titles):
            return "male"
        if not FEMALE.isdisjoint(titles):
            return "female"
        first = self.given[0] if self.given else ""
        return "male" if first in _MALE else "female" if first in _FEMALE else None

    def may_be(self, other: "PersonalName") -> bool:
        """Whether both may be names of one person.

        They may where the family name is one, no title or forename says that one is a man and the
        other a woman, and the given names that both have begin alike: "J. Moss" may be "Jane Moss".
        """
        if self.family.casefold() != other.family.casefold():
            return False
        if self.sex and other.sex and self.sex != other.sex:
            return False
        given = zip(self.given, other.given, strict=False)
        folded = [(one.casefold(), two.casefold()) for one, two in given]
        return all(one.startswith(two) or two.startswith(one) for one, two in folded)


def personal_names(text: str, start: int = 0, end: int | None = None) -> Iterator[PersonalName]:
    """Each stretch of a text that is a person's name by its form, with more than a family name.

    Names of bodies, works and times ("Ferry Board", "Summer Report", "May 2009") are left out, and
    so are words that have a capital only because a sentence begins with them.
    """
    at, stop = start, len(text) if end is None else end
    while match := _NAME.search(text, at, stop):
        at = match.end()
        name = _in_prose(match)
        if name is None:
            continue
        named = f"{' '.join(name.given)} {name.family}".split()
        if (name.title or name.given or name.suffix) and not any(
            _NO_PERSON.match(word) for word in named
        ):
            yield name


def read_name(text: str) -> PersonalName | None:
    """The parts of what is known to be a person's name, or None where it is not written as one."""
    match = _NAME.fullmatch(text.strip())
    return _parts(match) if match else None


def family_name(text: str) -> str:
    """The family name of what is known to be a person's name: all particles, but no suffix.

    It is the last word of what is not written as English writes names.
    """
    name = read_name(text)
    return name.family if name else text.split()[-1]


def _in_prose(match: re.Match[str]) -> PersonalName | None:
    """The name of a match, without what only begins a sentence: "However Ann Moss"."""
    name = _parts(match)
    if name.title or not name.given:
        return name
    first = name.given[0]
    if first in ("I", "A") and "." not in match["given"]:
        return None  # "A Moss" is an article, "I Moss" a pronoun more often than an initial
    if len(first) > 1 and first.casefold() in OPENERS:
        blank = match["given"].index(" ") + 1
        name = name._replace(start=match.start() + blank, given=name.given[1:])
        first = name.given[0] if name.given else ""
    return None if len(first) > 1 and first.isupper() else name  # "BBC Trust"


def _parts(match: re.Match[str]) -> PersonalName:
    title = match["title"].replace(".", "").strip()
    given = _PARTS.findall(match["given"])
    family = match["family"]
    while len(given) > (0 if title else 1) and given[-1].casefold() in PARTICLES:
        family = f"{given.pop()} {family}"  # "Mr Van Wees"; but "Van Wees" may be a forename's
    suffix = match["suffix"].strip(", .")
    return PersonalName(match.start(), match.end(), title, tuple(given), family, suffix)
