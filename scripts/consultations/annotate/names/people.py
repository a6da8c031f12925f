"""People under another form of the name than the archive lists.

Symptom: "Jane Moss" of whom the authorities know as "Jane L. Moss"; in a list of references, "Moss,
J. L.", "Moss JL" or "J. L. Moss"; in a list or a table, "Moss, Jane".

Found by: reading each name of a person into its parts. It is the one person of the authorities
whose family name it has, whose forename is the same, and whose other initials are not in the way.
In a list of references, where everybody has initials only, these are enough.

Leaves alone: a name that two people of the authorities may have; initials in running text; another
forename, another middle initial, a title of the other sex; names within an address or another name.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.annotate.taken import Taken
from consultations.english.name_parts import PersonalName, read_name
from consultations.english.personal_names import personal_names
from consultations.english.persons import PARTICLES, PEERS
from consultations.english.word_lists import alternatives
from consultations.model.annotation import Mention
from consultations.model.edition import Edition, Passage
from consultations.model.entity import Authority, family_key

RULE = "people"
_INVERTED = re.compile(
    rf"""
    \b (?P<family> (?: (?:{alternatives(PARTICLES)}) [ ] ){{0,3}} [^\W\d_][\w’'-]+ )
    (?: ,\s (?P<initials> (?: [^\W\d_]\.[ -]? ){{1,4}} ) (?! [^\W\d_]{{2}} )   # Moss, J. L.
      | ,?\s (?P<bare> (?-i:[A-Z]){{1,3}} ) \b \.? (?= \s* (?: [,.;:&(] | and\b | \Z ) )  # Moss JL
    )
    """,
    re.VERBOSE,
)
"""A name as lists of references have it."""
_LISTED = re.compile(r"\b(?P<family>[^\W\d_][\w’'-]+),\s(?P<given>[^\W\d_]{2,20})\b")
"""The same in a list or a table: Moss, Jane"""


def people(edition: Edition, authority: Authority) -> Iterator[Mention]:
    """Mentions of people by a form of their name that nothing has found yet.

    Args:
        edition: with its links and all mentions under listed names.
        authority: knows people under their family names.
    """
    # A name that ends in none of these words is nobody's here, and to find names takes far longer.
    last = {family.split()[-1] for family in authority.people_by_family}
    for passage in edition.passages:
        folded = family_key(passage.text)
        if not any(word in folded for word in last):
            continue
        known = (*edition.mentions_of[passage.id], *edition.links_of[passage.id])
        taken = Taken((one.start, one.end) for one in known)
        for name in _names(passage):
            person = _person(name, authority, initials=passage.kind == "reference")
            if person and not taken.meets(name.start, name.end):
                taken.add(name.start, name.end)
                words = passage.text[name.start : name.end]
                yield Mention(passage.id, name.start, name.end, words, person, rule=RULE)


def _names(passage: Passage) -> Iterator[PersonalName]:
    yield from personal_names(passage.text)
    if passage.kind == "reference":
        for match in _INVERTED.finditer(passage.text):
            initials = match["initials"] or match["bare"]
            given = tuple(letter for letter in initials if letter.isalpha())
            end = match.start() + len(match[0].rstrip())
            yield PersonalName(match.start(), end, "", given, match["family"], "")
    if passage.kind in ("list_item", "reference", "table"):
        for match in _LISTED.finditer(passage.text):
            yield PersonalName(*match.span(), "", (match["given"],), match["family"], "")


def _person(name: PersonalName, authority: Authority, *, initials: bool) -> str | None:
    """Id of the one person whose name this may be, or None."""
    if name.title in PEERS and not name.given:
        return _peer(name, authority)
    if not name.given or (len(name.given[0]) == 1 and not initials):
        return None
    found: dict[str, bool] = {}
    for person in authority.people_by_family.get(family_key(name.family), ()):
        listed = [read for form in person.forms if (read := read_name(form.text))]
        if _agrees(name, listed):
            found[person.id] = _likeness(name, listed)
    best = [person for person, likeness in found.items() if likeness == max(found.values())]
    return best[0] if len(best) == 1 else None


def _peer(name: PersonalName, authority: Authority) -> str | None:
    """Id of the only person of a family name, if listed with the same title and no forename."""
    people = authority.people_by_family.get(family_key(name.family), ())
    if len(people) != 1:
        return None
    listed = (read_name(form.text) for form in people[0].forms)
    is_so = any(one and one.title == name.title and not one.given for one in listed)
    return people[0].id if is_so else None


def _agrees(name: PersonalName, listed: list[PersonalName]) -> bool:
    """Whether a name may be one that a person is listed with, and contradicts none of them."""
    agree = any(one.given and name.may_be(one) for one in listed)
    return agree and not any(_conflict(name, one) for one in listed)


def _conflict(name: PersonalName, listed: PersonalName) -> bool:
    """Whether the forenames are two, or the titles those of a man and a woman."""
    first = (name.given[:1], listed.given[:1])
    in_full = all(given and len(given[0]) > 1 for given in first)
    return not name.may_be(listed) or (in_full and first[0] != first[1])


def _likeness(name: PersonalName, listed: list[PersonalName]) -> bool:
    """Whether a person is listed with as many given names: "J. L. Moss" is not "John Moss" then."""
    return len(name.given) > 1 and any(len(name.given) == len(one.given) for one in listed)
