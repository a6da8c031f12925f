"""Names of people in a text, found by their form alone, whether or not an authority has them.

`PersonalName.evidence` says what in a name tells that it is a person's and not a place's or a
body's. `name_parts` has the form.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from consultations import patterns as re
from consultations.english.dates import TIME_OF_YEAR, WEEKDAY
from consultations.english.inflection import noun_forms
from consultations.english.kinds import (
    BUILDINGS_TOO,
    COMPANY,
    LANDS,
    NAMED_BODY,
    NAMED_PLACE,
    STREETS_TOO,
    TOWNS,
    WORK,
)
from consultations.english.name_parts import (
    FORENAMES,
    GIVEN_WORDS,
    NAME,
    PersonalName,
    is_forename,
    is_particle,
    parts_of,
)
from consultations.english.numerals import ORDINALS
from consultations.english.persons import OFFICES, POST, POST_IN_CAPITALS, TITLES
from consultations.english.saying import SAYING
from consultations.english.small_words import OPENERS, PREPOSITIONS
from consultations.english.word_lists import alternatives, words

_BEGINS = re.compile("[A-Z\\x80-\\U0010ffff]")
"""The first letter of every name, and others: to tell all capitals apart takes longer."""
_OFFICE = rf"(?:(?:{alternatives(words('persons', 'ranks'))})[ ])*+(?:{POST_IN_CAPITALS})[ ]"
"""An office right before a name: `Deputy Prime Minister `."""
_BEFORE = alternatives({word for word in OPENERS if len(word) > 1})
_CHIEF = r"(?:(?:Grand|Hereditary|National|Regional)[ ])?(?:Chief|Elder)[ ]"
"""The head or an elder of a nation; a chief economist is an office."""
_OPENING = re.compile(rf"(?:(?i:{_BEFORE}|{SAYING})[ ])?+(?:{_OFFICE}|{_CHIEF})?+")
_NO_PERSON = re.compile(
    rf"(?:{NAMED_BODY}|{TIME_OF_YEAR}|{WEEKDAY}|{NAMED_PLACE}|{COMPANY})\Z|(?i:{WORK})\Z"
)
_NAMES_TOO = words("kinds", "names_too") | FORENAMES
"""Words for bodies, works and times that are names of people as well: "Theresa May", "Bill
Reed"."""
_ADDRESSED = words("persons", "addressed")
_NO_FAMILIES, _GENERAL = words("persons", "no_families"), words("persons", "general")
_POST = re.compile(POST_IN_CAPITALS)
_PEOPLE = re.compile(
    alternatives(noun_forms(noun)[1].title() for noun in words("persons", "heard", "roles"))
)
"""Plurals of people in the name of a body that belongs to them: Carers, Tenants."""
_LAST_OF_OFFICE = re.compile(
    alternatives(
        post.title() if post.islower() else post
        for office in words("persons", "posts", "roles") | {"lead"}
        for post in office.split()[-1:]
    )
)
"""The last word of an office or of what somebody is by trade, with a capital."""
_OFFICE_OF = re.compile(
    rf"\b(?i:{POST}) (?:at|for|of) (?:the )?(?:[A-Z][\w-]+,? (?:and |& )?){{0,3}}\Z"
)
"""Before what somebody's office is of, and the name: the Director of Piers and Tolls Ann Moss."""
_LONGEST_OFFICE = 40
"""In code points, so much of an office may stand before what it is of."""
_IN_COURT = frozenset({"CJ", "J", "JJ", "KC", "LCJ", "LJ", "LJJ", "MR", "P", "QC"})
"""What judges and counsel have after a family name alone."""
_TIME = re.compile(rf"(?:{TIME_OF_YEAR}|{WEEKDAY})\Z")
_PLACED_BEFORE = re.compile(
    r"\b(?i:along|at|behind|beside|down|in|into|near|of|off|on|onto|outside|up) \Z"
)
"""Words that stand before a street; of these only `of` stands before a person too."""
BUILDING = re.compile(
    rf"\b(?:[Aa]t|[Nn]ear|[Oo]utside|[Tt]he) (?P<name>[A-Z]\w+ (?:{alternatives(BUILDINGS_TOO)}))"
    r"\b(?!['’-]\w| [A-Z(])"
)
"""A house or a park where it is told by its place: "at Ann Lodge", and no "near Ann Lodge’s pier".
"""
_COUNTED = ORDINALS.keys() - {"first"}
"""Numbers that begin names, and no sentence without a comma: Third Light Wick."""
_TIME_BEFORE = re.compile(r"\b(?:[Ii]n|[Oo]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Ff]rom|[Ll]ast) \Z")


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
    last = 0
    while begins := _BEGINS.search(text, at, stop):
        match = NAME.match(text, begins.start(), stop)
        if match and (at := _behind_office(match)):
            continue
        at = match.end("family") if match else begins.end()  # "Then PC Ann Moss": no suffix
        name = _in_prose(match) if match else None
        if name and not (
            _is_something_else(name)
            or _owns_body(name, text)
            or _is_street(name, text)
            or (last and _is_firm(name, text, last))
        ):
            last = name.end
            yield name


def _behind_office(match: re.Match[str]) -> int:
    """Where somebody's forename stands behind an office, whatever is before it; 0 where none does.

    So it does in "Prosecutor Ann Moss", "Ports Office Minister Ann Moss" and, where the match
    begins behind "Chief Inspector of", "Piers Ann Moss"; but a Tom may be a Baker.
    """
    words = list(GIVEN_WORDS.finditer(match.string, match.start("given"), match.end("family")))
    if match["title"] or not words or is_forename(words[0][0]):
        return 0
    near = max(0, match.start() - _LONGEST_OFFICE)
    is_of = _OFFICE_OF.search(match.string, near, match.start()) is not None
    for before, word in pairwise(words):
        if len(word[0]) == 1:
            break  # "Director J. Reed"
        if is_forename(word[0]) and (is_of or _LAST_OF_OFFICE.fullmatch(before[0])):
            return word.start()
    return 0


def _in_prose(match: re.Match[str]) -> PersonalName | None:
    """The name in a match, without an office before it or a word that only begins a sentence."""
    name = parts_of(match)
    if name.title or not name.given:
        return name
    skipped = _opening_end(match)
    name = parts_of(match, skipped)
    given = list(name.given)
    if match["given"].partition(" ")[0].casefold() in _COUNTED and name.evidence == "form":
        return None
    if given and given[0] in ("I", "A", "Y") and "." not in match["given"]:
        return None  # "A Moss", "Y Dref" is an article, "I Moss" a pronoun, rather than an initial
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
    """How many code points at the beginning are no name: "However Ann Moss", "In May Bea Reed"."""
    opening = _OPENING.match(match["given"])
    skipped = opening.end() if opening else 0
    first = GIVEN_WORDS.search(match["given"], skipped)
    before = match.string[max(0, match.start() - 9) : match.start() + skipped]
    if first and _TIME.match(first[0]) and _TIME_BEFORE.search(before):
        return match["given"].index(" ", skipped) + 1
    return skipped


def _is_something_else(name: PersonalName) -> bool:
    """Whether the words name a body, a work, a place or a time, or address somebody by office."""
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
    addressed = name.family in _ADDRESSED and not (name.given and is_forename(name.given[0]))
    return bool(general or deputy or addressed)


def _owns_body(name: PersonalName, text: str) -> bool:
    """Whether the words say whose body another name is: "Leith Tenants’ Forum"."""
    is_owner = (
        text.startswith(("’ ", "' "), name.end) and text[name.end + 2 : name.end + 3].isupper()
    )
    return bool(is_owner and not name.title and _PEOPLE.fullmatch(name.family))


def _is_street(name: PersonalName, text: str) -> bool:
    """Whether words stand where a house does, or, without a forename, a street: in Moss Close."""
    if name.family in BUILDINGS_TOO and not name.title:
        building = BUILDING.match(text, text.rfind(" ", 0, max(0, name.start - 1)) + 1)
        return building is not None and building.start("name") == name.start
    if name.family not in STREETS_TOO or name.evidence != "form":
        return False
    return _PLACED_BEFORE.search(text, max(0, name.start - 10), name.start) is not None


def _is_firm(name: PersonalName, text: str, last: int) -> bool:
    """Whether a name behind somebody's, which ends at `last`, is a firm's: "Ann Moss of Tom Reed".

    With a title, or with a possessive as in "Ann Moss at Tom Reed’s mill", it is a person's.
    """
    owner = text.startswith(("’", "'"), name.end)
    return not (name.title or owner) and text[last : name.start] in (" at ", " of ")


def _is_phrase(name: PersonalName) -> bool:
    """Whether words without a title are a phrase, and no person's name."""
    if name.family.casefold() in OPENERS:
        return True  # "P. S. This is"
    if name.family in LANDS and name.evidence == "form":
        return True  # "Ports Scotland"
    if any(len(word) > 3 and word.casefold() in PREPOSITIONS for word in name.given):
        return True  # "Riders Against Tolls"
    if name.given and _PEOPLE.fullmatch(name.given[0]):
        return True  # "Citizens Advice"
    if len(name.given) == 1 and " " in name.family and is_particle(name.given[0]):
        return True  # "Van der Bell, J."
    if not name.given:
        return name.suffix not in _IN_COURT  # not "Norfolk MP" and "Part III", but "Reed QC"
    return name.family.isupper() and not name.given[0].isupper()  # "Winter CIS"


def _has_word_of_no_person(name: PersonalName) -> bool:
    """Whether a word names bodies, works, places or times, and is no surname here: "Ann Park"."""
    known = name.title or (name.given and is_forename(name.given[0]))
    return any(
        _NO_PERSON.match(word) and not (known and word in _NAMES_TOO)
        for word in (*name.given, *name.family.split())
    )
