"""The parts of a person's name as English prose writes it: title, given names, family name, suffix.

The parts are those of Library of Congress practice as nameparser has them; particles belong to the
family name.
"""

from typing import Literal, NamedTuple

from consultations import patterns as re
from consultations.english.persons import (
    FEMALE,
    MALE,
    OFFICES,
    PARTICLES,
    POST_IN_CAPITALS,
    SUFFIXES,
    TITLE,
    TITLES,
    Sex,
)
from consultations.english.saying import SAYING
from consultations.english.word_lists import alternatives, words
from consultations.model.entity import family_key
from consultations.model.lexicon import without_accents

Evidence = Literal["title", "initials", "forename", "particle", "form"]

_MALE, _FEMALE = words("forenames", "male"), words("forenames", "female")
FORENAMES = words("forenames", "male", "female", "either") - words("forenames", "other_words")
"""Forenames that are common somewhere in the English-speaking world, with a capital; without those
that are other words more often ("Young People", "Christian Aid")."""

_CUT_SHORT = words("forenames", "short")
"""Forenames as older writers shorten them, each before a full stop: Jas., Wm."""
_CAPITAL = f"[{''.join(filter(str.isupper, map(chr, range(0x20000))))}]"
"""Letters of the first two planes of Unicode: those above them hold ideographs, without case."""
_LETTER = r"(?:[^\W\d_]|['’](?!s\b)(?=[^\W\d_])|-(?=[^\W\d_]))"
_SUFFIX, _OFFICES = alternatives(SUFFIXES), alternatives(OFFICES)
_RANKS = alternatives(word for word in OFFICES if word.casefold() not in words("persons", "posts"))
_IN_CAPITALS = words("persons", "in_capitals")
_STOP = alternatives({*(TITLES - words("persons", "also_names")), *SUFFIXES})
"""A word that begins or ends another name: "Lord Moss Lord Reed", "Tory MP Ann Moss"."""
_WORD = rf"(?!(?:{_STOP}|The|These|This)\b)(?:{_CAPITAL}|ff(?=[a-z])){_LETTER}"
"""The beginning of a word of a name: Moss, O’Brien, Ås, Al-Sayed, Jean-Luc, ffoulkes."""
_NO_INITIALS = alternatives(words("abbreviations", "no_initials"))
_INITIALS = rf"(?!{_NO_INITIALS})(?:{_CAPITAL}\.[ -]?|{_CAPITAL}[ ]){{1,4}}+"
"""Initials with the blank after them: `J. R. `, `J.R. `, `J R `, `J.-P. `."""
_PARTICLE = rf"(?i:{alternatives(PARTICLES)})"
_STYLE = r"""(?: Rt\.? | (?:Most|Right|Very) (?= [ ] (?:Hon|Rev) )
              | (?: (?:His|Her) [ ] Honour | HH ) (?= [ ] Judge ) )"""
"""What stands before a title and belongs to it: the Very Revd Ann Moss."""
_SHORT = rf"(?:{alternatives(_CUT_SHORT)})\."
_SAINT = r"(?:(?<=\.[ ])|(?<=\bM[rs][ ])|(?<=\bLord[ ])|(?<=\bLady[ ]))St\.[ ]"
"""Within a name, where a street would stand apart: K. L. St. John, Lady St. Clair."""
NAME = re.compile(
    rf"""
    (?<! [\w.’'&-] ) (?= {_CAPITAL} ) (?! The [ ] )
    (?P<title> (?:{_OFFICES}) [ ] (?= (?:{_PARTICLE}[ ])? {_WORD}++ (?! [ ]{_CAPITAL}) )
                                                                     # Commissioner Reyes
             | (?:{_RANKS}) [ ] (?= (?! (?:{POST_IN_CAPITALS}) \b ) {_WORD}++ [ ] )   # PC Ann Moss
             | (?:{alternatives(_IN_CAPITALS)}) \b\.? [ ]
               (?= [A-Z][A-Z’'-]++ (?:[ ][A-Z][A-Z’'-]++){{0,3}} (?: [:,;.)] | [ ][a-z(] | \Z ) )
                                                                     # MS MOSS: ; MR TOM MOSS was
             | (?: (?: {_STYLE} [ ] )?+ {TITLE} [ ] ){{0,4}}+ )
    (?P<given> (?: {_INITIALS} | {_SHORT}[ ] | {_SAINT} | {_WORD}*+[ ] ){{0,4}} )
    (?P<family>
        (?: (?:Mac|Nic)[ ]an[ ] | (?:{_PARTICLE}[ ]){{1,3}}      # Mac an Moss, van der Weide
          | [dDlL]['’] | [ae]l- )?                                      # d’Ancona, al-Sayed
        {_WORD}++
      | (?: (?<= \b M[rsx] [ ] ) | (?<= \b Mrs [ ] ) | (?<= \b Miss [ ] ) | (?<= \b Dr [ ] ) )
        [A-Z] (?! \w | [’'] (?!s\b) | - )                              # Mrs D, Mr P., aged 84
    )
    (?P<suffix> (?: ,?[ ] (?: [JS]n?r\. | L?\.?[CL]\.J\.
        | (?! (?:Junior|Senior) [ ] [A-Z] ) (?:{_SUFFIX}) \b ) ){{0,6}}    # no Moss, Senior Clerk
                                                                # King Jr., Moss C.J., Reed, MP
      (?: [ ] (?: JJ? | MR | P )                                          # Reed J said
          (?= [’']s\b | \) | (?:[ ]\w+ly)? [ ] (?:{SAYING}|held|gave|dissented) \b ) )? )
    """,
    re.VERBOSE,
)
"""A name by its form, with the parts `title`, `given`, `family` and `suffix`."""
_OF_PLACE = re.compile(rf"(?<=\w) of {_CAPITAL}{_LETTER}++(?: {_CAPITAL}{_LETTER}++){{0,2}}\Z")
"""The place in a peer's title, which tells peers of one name apart: Lord Moss of Leith."""
_LONG_PARTICLES = frozenset(particle for particle in PARTICLES if len(particle) > 1)
"""Particles that are still particles with a capital; the D in "J. D. Moss" is an initial."""
_GAELIC = words("persons", "gaelic")
_FAMILY_BEGINS = _GAELIC | {"St"}
"""Words with a capital at which the family name begins: Mac Giolla Moss, St John-Moss."""
_ORDINALS = frozenset({"II", "III", "IV"})
CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
"""A letter that is none in lower case, those of Latin-1 among them: quick to look for."""
CAPITALISED = rf"{CAPITAL}(?:[\w-]|['’](?!s\b)(?=\w))*+"
"""A word with a capital, without the 's of whose something is: Moss, O’Brien, Leith-Lamps."""
GIVEN_WORDS = re.compile(r"[^\W\d_][^\s.-]*")
"""The forenames and initials of the given names, each without a full stop."""


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
        first = self.given[0] if self.given else ""
        if self._is_titled:
            return "title"
        if is_forename(first) or first in _CUT_SHORT:
            return "initials" if any(len(part) == 1 for part in self.given) else "forename"
        if len(first) == 1:
            return "initials"
        *particles, _ = self.family.split()
        known = first or (self.title and particles[:1] and particles[0] in _GAELIC)
        return "particle" if known and particles and particles != ["do"] else "form"

    @property
    def _is_titled(self) -> bool:
        """Whether a title, or letters after the name that are no numeral, show a person."""
        by_title = bool(self.title) and self.title not in OFFICES
        return by_title or (bool(self.suffix) and not _ORDINALS.issuperset(self.suffix.split()))

    @property
    def sex(self) -> Sex | None:
        """The sex that the title tells, or else the first forename; None where it may be either."""
        titles = self.title.split()
        if not MALE.isdisjoint(titles):
            return "male"
        if not FEMALE.isdisjoint(titles):
            return "female"
        return sex_of_forename(self.given[0]) if self.given else None

    def may_be(self, other: "PersonalName") -> bool:
        """Whether both may be names of one person.

        They may where the family name is one, no title or forename says that one is a man and the
        other a woman, and the given names that both have begin alike: "J. Moss" may be "Jane Moss".
        """
        if family_key(self.family) != family_key(other.family):
            return False
        if self.sex and other.sex and self.sex != other.sex:
            return False
        given = zip(self.given, other.given, strict=False)
        folded = [(family_key(one), family_key(two)) for one, two in given]
        return all(one.startswith(two) or two.startswith(one) for one, two in folded)


def sex_of_forename(word: str) -> Sex | None:
    """The sex of most who have a forename, with accents or without; None where both have it."""
    forms = {word, without_accents(word)}
    return "male" if forms & _MALE else "female" if forms & _FEMALE else None


def is_forename(word: str) -> bool:
    """Whether a word is a known forename, with accents or without: Zoë, José."""
    return word in FORENAMES or (not word.isascii() and without_accents(word) in FORENAMES)


def read_name(text: str) -> PersonalName | None:
    """The parts of what is known to be a person's name, or None where it is not written as one."""
    match = NAME.fullmatch(_OF_PLACE.sub("", text.strip()))
    return parts_of(match) if match else None


def family_name(text: str) -> str:
    """The family name of what is known to be a person's name: all particles, but no suffix.

    It is the last word of what is not written as English writes names.
    """
    name = read_name(text)
    return name.family if name else text.split()[-1]


def parts_of(match: re.Match[str], skipped: int = 0) -> PersonalName:
    """The name that `NAME` has found.

    Args:
        match: of it.
        skipped: how many code points of the given names are none.
    """
    title = match["title"].replace(".", "").strip()
    if title in _IN_CAPITALS:
        title = title.capitalize()
    given = GIVEN_WORDS.findall(match["given"], skipped)
    family = match["family"]
    while len(given) > (0 if title else 1) and given[-1].casefold() in _LONG_PARTICLES:
        family = f"{given.pop()} {family}"  # "Mr Van Wees"; but "Van Wees" may be a forename's
    for number, word in enumerate(given):
        if word in _FAMILY_BEGINS and (number or title or word == "St"):
            family = " ".join([*given[number:], family])
            given = given[:number]
            break
    suffix = match["suffix"].replace(".", "").strip(", ")
    return PersonalName(match.start(), match.end(), title, tuple(given), family, suffix)


def is_particle(word: str) -> bool:
    """Whether a word belongs to the family name behind it, and is no forename: van, della."""
    return word.casefold() in _LONG_PARTICLES and not is_forename(word)
