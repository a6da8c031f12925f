"""Names of people, as English prose writes them: titles, forenames, initials, particles, suffixes.

A name is found by its form alone, whether anybody knows it or not; `evidence` says what in it tells
that it is a person's and not a place's or a body's. The parts are those of Library of Congress
practice as nameparser has them: title, given names, family name with its particles, suffix.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from consultations import patterns as re
from consultations.english.dates import TIME_OF_YEAR, WEEKDAY
from consultations.english.inflection import noun_forms
from consultations.english.kinds import COMPANY, NAMED_BODY, NAMED_PLACE, TOWNS, WORK
from consultations.english.numerals import ORDINALS
from consultations.english.persons import (
    FEMALE,
    MALE,
    OFFICES,
    PARTICLES,
    SUFFIXES,
    TITLE,
    TITLES,
    Sex,
)
from consultations.english.saying import SAYING
from consultations.english.small_words import OPENERS, PREPOSITIONS
from consultations.english.word_lists import alternatives, words
from consultations.model.entity import family_key
from consultations.model.lexicon import without_accents

Evidence = Literal["title", "initials", "forename", "particle", "form"]

_MALE, _FEMALE = words("forenames", "male"), words("forenames", "female")
FORENAMES = words("forenames", "male", "female", "either") - words("forenames", "other_words")
"""Forenames that are common somewhere in the English-speaking world, with a capital; without those
that are other words more often ("Young People", "Christian Aid")."""

_CUT_SHORT = words("forenames", "short")
"""Forenames as older hands cut them short, each before a full stop: Jas., Wm."""
_CAPITAL = f"[{''.join(filter(str.isupper, map(chr, range(0x20000))))}]"
"""Letters of the first two planes of Unicode: those above them hold ideographs, without case."""
_LETTER = r"(?:[^\W\d_]|['’](?!s\b)(?=[^\W\d_])|-(?=[^\W\d_]))"
_SUFFIX, _OFFICES = alternatives(SUFFIXES), alternatives(OFFICES)
_IN_CAPITALS = words("persons", "in_capitals")
_STOP = alternatives({*(TITLES - words("persons", "also_names")), *SUFFIXES})
"""What begins or ends another name: "Lord Moss Lord Reed", "Tory MP Ann Moss"."""
_WORD = rf"(?!(?:{_STOP}|The|These|This)\b){_CAPITAL}{_LETTER}"
"""The beginning of a word of a name: Moss, O’Brien, Ås, Al-Sayed, Jean-Luc."""
_NO_INITIALS = alternatives(words("abbreviations", "no_initials"))
_INITIALS = rf"(?!{_NO_INITIALS})(?:{_CAPITAL}\.[ -]?|{_CAPITAL}[ ]){{1,4}}+"
"""Initials with the blank after them: `J. R. `, `J.R. `, `J R `, `J.-P. `."""
_PARTICLE = rf"(?i:{alternatives(PARTICLES)})"
_STYLE = r"""(?: Rt\.? | (?:Most|Right|Very) (?= [ ] (?:Hon|Rev) )
              | (?:His|Her) [ ] Honour (?= [ ] Judge ) )"""
"""What stands before a title and belongs to it: the Very Revd Ann Moss."""
_SHORT = rf"(?:{alternatives(_CUT_SHORT)})\."
_NAME = re.compile(
    rf"""
    (?<! [\w.’'&-] ) (?= {_CAPITAL} ) (?! The [ ] )
    (?P<title> (?:{_OFFICES}) [ ] (?= (?:{_PARTICLE}[ ])? {_WORD}++ (?! [ ]{_CAPITAL}) )
                                                                     # Commissioner Reyes
             | (?:{alternatives(_IN_CAPITALS)}) \b\.? [ ]
               (?= [A-Z][A-Z’'-]++ (?:[ ][A-Z][A-Z’'-]++){{0,3}} (?: [:,;.)] | [ ][a-z(] | \Z ) )
                                                                     # MS MOSS: ; MR TOM MOSS was
             | (?: (?: {_STYLE} [ ] )?+ {TITLE} [ ] ){{0,4}}+ )
    (?P<given> (?: {_INITIALS} | {_SHORT}[ ] | {_WORD}*+[ ] ){{0,4}} )
    (?P<family>
        (?: (?:{_PARTICLE}[ ]){{1,3}} | [dDlL]['’] | [ae]l- )?   # van der Weide, d’Ancona, al-Sayed
        {_WORD}++
      | (?: (?<= \b M[rsx] [ ] ) | (?<= \b Mrs [ ] ) | (?<= \b Miss [ ] ) | (?<= \b Dr [ ] ) )
        [A-Z] (?! [\w.] | [’'] (?!s\b) | - )                              # Mrs D
    )
    (?P<suffix> (?: ,?[ ] (?: [JS]n?r\. | L?\.?[CL]\.J\. | (?:{_SUFFIX}) \b ) ){{0,6}}
                                                                # King Jr., Moss C.J., Reed, MP
      (?: [ ] (?: JJ? | MR | P )                                          # Reed J said
          (?= [’']s\b | \) | (?:[ ]\w+ly)? [ ] (?:{SAYING}|held|gave|dissented) \b ) )? )
    """,
    re.VERBOSE,
)
_OF_PLACE = re.compile(rf"(?<=\w) of {_CAPITAL}{_LETTER}++(?: {_CAPITAL}{_LETTER}++){{0,2}}\Z")
"""What tells a peer from others of one name: Lord Moss of Leith."""
_BEGINS = re.compile("[A-Z\\x80-\\U0010ffff]")
"""The first letter of every name, and others: to tell all capitals apart takes longer."""
_POSTS = words("persons", "posts")
_OFFICE = (
    rf"(?:(?:{alternatives(words('persons', 'ranks'))})[ ])*+"
    rf"(?:{alternatives(post.title().replace(' Of ', ' of ') for post in _POSTS)})[ ]"
)
"""An office right before a name: `Deputy Prime Minister `."""
_BEFORE = alternatives({word for word in OPENERS if len(word) > 1})
_CHIEF = r"(?:(?:Grand|Hereditary|National|Regional)[ ])?(?:Chief|Elder)[ ]"
"""The head or an elder of a nation; a chief economist is an office."""
_OPENING = re.compile(rf"(?:(?i:{_BEFORE}|{SAYING})[ ])?+(?:{_OFFICE}|{_CHIEF})?+")
_NO_PERSON = re.compile(
    rf"(?:{NAMED_BODY}|{TIME_OF_YEAR}|{WEEKDAY}|{NAMED_PLACE}|{COMPANY})\Z|(?i:{WORK})\Z"
)
_NAMES_TOO = words("kinds", "names_too") | FORENAMES
"""Words of these kinds that are names of people as well: "Theresa May", "Bill Reed"."""
_ADDRESSED = words("persons", "addressed")
_NO_FAMILIES, _GENERAL = words("persons", "no_families"), words("persons", "general")
_POST = re.compile(alternatives(post.title() for post in _POSTS))
_PEOPLE = re.compile(
    alternatives(noun_forms(noun)[1].title() for noun in words("persons", "heard", "roles"))
)
"""Many of a sort, in the name of a body that is theirs: Carers, Tenants."""
_LONG_PARTICLES = frozenset(particle for particle in PARTICLES if len(particle) > 1)
"""Those that are particles with a capital too: "J. D. Moss" has an initial."""
_IN_COURT = frozenset({"CJ", "J", "JJ", "KC", "LCJ", "LJ", "LJJ", "MR", "P", "QC"})
"""After a family name alone, as judges and counsel are called."""
_ORDINALS = frozenset({"II", "III", "IV"})
_TIME = re.compile(rf"(?:{TIME_OF_YEAR}|{WEEKDAY})\Z")
_TIME_BEFORE = re.compile(r"\b(?:[Ii]n|[Oo]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Ff]rom|[Ll]ast) \Z")
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
        first = self.given[0] if self.given else ""
        by_title = self.title and self.title not in OFFICES
        if by_title or (self.suffix and not _ORDINALS.issuperset(self.suffix.split())):
            return "title"
        if is_forename(first) or first in _CUT_SHORT:
            return "initials" if any(len(part) == 1 for part in self.given) else "forename"
        if len(first) == 1:
            return "initials"
        particles = [*(part for part in self.given[1:] if part == "Ó"), *self.family.split()[:-1]]
        return "particle" if first and particles and particles != ["do"] else "form"

    @property
    def sex(self) -> Sex | None:
        """As the title tells it, or else the first forename; None where both may be."""
        titles = self.title.split()
        if not MALE.isdisjoint(titles):
            return "male"
        if not FEMALE.isdisjoint(titles):
            return "female"
        first = set(self.given[:1]) | {without_accents(one) for one in self.given[:1]}
        return "male" if first & _MALE else "female" if first & _FEMALE else None

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


def is_forename(word: str) -> bool:
    """Whether a word is a known forename, with accents or without: Zoë, José."""
    return word in FORENAMES or (not word.isascii() and without_accents(word) in FORENAMES)


@lru_cache(maxsize=1 << 13)
def personal_names(text: str, start: int = 0, end: int | None = None) -> tuple[PersonalName, ...]:
    """Each stretch of a text that is a person's name by its form, with more than a family name.

    Names of bodies, works and times ("Ferry Board", "Summer Report", "May 2009") are left out, and
    so are words that have a capital only because a sentence begins with them.
    """
    # Of each passage it is asked four times, by those who look for people, speakers and bodies.
    return tuple(_personal_names(text, start, len(text) if end is None else end))


def _personal_names(text: str, at: int, stop: int) -> Iterator[PersonalName]:
    # The engine runs fast to the next of some characters, and slowly through a pattern that begins
    # by looking around: of a hundred characters three are capitals.
    while begins := _BEGINS.search(text, at, stop):
        match = _NAME.match(text, begins.start(), stop)
        at = match.end() if match else begins.end()
        name = _in_prose(match) if match else None
        if name and not _is_something_else(name):
            yield name


def read_name(text: str) -> PersonalName | None:
    """The parts of what is known to be a person's name, or None where it is not written as one."""
    match = _NAME.fullmatch(_OF_PLACE.sub("", text.strip()))
    return _parts(match) if match else None


def family_name(text: str) -> str:
    """The family name of what is known to be a person's name: all particles, but no suffix.

    It is the last word of what is not written as English writes names.
    """
    name = read_name(text)
    return name.family if name else text.split()[-1]


def _in_prose(match: re.Match[str]) -> PersonalName | None:
    """The name of a match, without an office before it or what only begins a sentence."""
    name = _parts(match)
    if name.title or not name.given:
        return name
    skipped = _opening_end(match)
    given = _PARTS.findall(match["given"], skipped)
    if given and given[0] in ("I", "A") and "." not in match["given"]:
        return None  # "A Moss" is an article, "I Moss" a pronoun more often than an initial
    if given and len(given[0]) > 1 and given[0].isupper():
        return None  # "BBC Trust"
    if len(given) > 1 and _is_post_behind(match, name.family):
        end = match.start("family") - 1  # "Ann Moss Chair", where a line ended after the name
        name = name._replace(end=end, family=given.pop(), suffix="")
    return name._replace(start=match.start() + skipped, given=tuple(given))


def _is_post_behind(match: re.Match[str], word: str) -> bool:
    """Whether the last word of a name is an office of its bearer: "Ann Moss Dean of Leith"."""
    if _POST.fullmatch(word) and word not in _NAMES_TOO:
        return True
    return word in TITLES and match.string.startswith(" of ", match.end("family"))


def _opening_end(match: re.Match[str]) -> int:
    """How many code points of the forenames are none: "However Ann Moss", "In May Bea Reed"."""
    opening = _OPENING.match(match["given"])
    skipped = opening.end() if opening else 0
    first = _PARTS.search(match["given"], skipped)
    before = match.string[max(0, match.start() - 9) : match.start() + skipped]
    if first and _TIME.match(first[0]) and _TIME_BEFORE.search(before):
        return match["given"].index(" ", skipped) + 1
    return skipped


def _is_something_else(name: PersonalName) -> bool:
    """Whether the words name a body, a work, a place or a time, or an office as it is addressed."""
    if name.family in _NO_FAMILIES:
        return True  # "Moss Women"
    if _is_office(name) if name.title else _is_phrase(name):
        return True
    if name.given and f"{name.given[-1]} {name.family}" in TOWNS:
        return True
    if name.given and name.given[0].casefold() in ORDINALS:
        return True  # "Ninth Circuit"
    return _has_word_of_no_person(name)


def _is_office(name: PersonalName) -> bool:
    """Whether a title stands before an office and no name: "Mr Speaker", "General Strike"."""
    general = name.title == "General" and not name.given and name.family in _GENERAL
    deputy = name.title in OFFICES and _POST.fullmatch(name.family)
    return bool(general or deputy or name.family in _ADDRESSED)


def _is_phrase(name: PersonalName) -> bool:
    """Whether words without a title are none of a person's."""
    if name.family.casefold() in OPENERS:
        return True  # "P. S. This is"
    if any(len(word) > 3 and word.casefold() in PREPOSITIONS for word in name.given):
        return True  # "Riders Against Tolls"
    if name.given and _PEOPLE.fullmatch(name.given[0]):
        return True  # "Citizens Advice"
    if len(name.given) == 1 and " " in name.family and _is_particle(name.given[0]):
        return True  # "Van der Bell, J."
    if not name.given:
        return name.suffix not in _IN_COURT  # not "Norfolk MP" and "Part III", but "Reed QC"
    return name.family.isupper() and not name.given[0].isupper()  # "Winter CIS"


def _has_word_of_no_person(name: PersonalName) -> bool:
    """Whether a word is one of bodies, works, places and times, and here no surname: "Ann Park"."""
    known = name.title or (name.given and is_forename(name.given[0]))
    return any(
        _NO_PERSON.match(word) and not (known and word in _NAMES_TOO)
        for word in (*name.given, *name.family.split())
    )


def _is_particle(word: str) -> bool:
    return word.casefold() in _LONG_PARTICLES and not is_forename(word)


def _parts(match: re.Match[str]) -> PersonalName:
    title = match["title"].replace(".", "").strip()
    if title in _IN_CAPITALS:
        title = title.capitalize()
    given = _PARTS.findall(match["given"])
    family = match["family"]
    while len(given) > (0 if title else 1) and given[-1].casefold() in _LONG_PARTICLES:
        family = f"{given.pop()} {family}"  # "Mr Van Wees"; but "Van Wees" may be a forename's
    suffix = match["suffix"].replace(".", "").strip(", ")
    return PersonalName(match.start(), match.end(), title, tuple(given), family, suffix)
