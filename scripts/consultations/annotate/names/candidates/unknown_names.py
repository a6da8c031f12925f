"""Names in one passage that nobody listed: of people, bodies and works, each on a sign of its own.

A person has a title, initials, a known forename, a particle or letters behind the name, or speaks.
A body has a noun for a kind of body, or a company's ending, in its name, or is said to be one, or
speaks. A work is set
in italics or between quotation marks like a title, ends in a kind of work, or is cited by author
and year. What has no sign is no name: a place, a scheme, words that only have capitals.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from typing import Literal, NamedTuple

from consultations import patterns as re
from consultations.annotate.defined_bodies import defined_bodies
from consultations.annotate.names.candidates.capitalised import (
    is_body,
    is_body_for_work,
    listings,
    stretches,
)
from consultations.annotate.names.candidates.listed_works import ListedWork
from consultations.annotate.names.candidates.no_names import is_no_name, is_sort_of_work
from consultations.annotate.names.candidates.placed_bodies import bodies_like_people, placed_bodies
from consultations.annotate.names.candidates.table_columns import cells_of_names, prose_of
from consultations.annotate.names.candidates.unknown_people import (
    in_rows,
    is_sure,
    is_told,
    is_unheard,
    says,
)
from consultations.annotate.names.candidates.unknown_works import works
from consultations.annotate.wording import starts_sentence
from consultations.english.kinds import BODIES, WORK
from consultations.english.name_parts import CAPITAL, PersonalName
from consultations.english.numerals import ORDINALS
from consultations.english.personal_names import personal_names
from consultations.english.persons import PEERS, POST, ROLE, TITLE, sex_of_noun
from consultations.english.small_words import IN_NAMES
from consultations.model.edition import Passage
from consultations.model.text import Interval, masked

CandidateKind = Literal["organisation", "person", "work"]

_ENDS_AS_WORK = re.compile(rf"(?:.+[ ])(?:{WORK})\Z", re.IGNORECASE)
_YEAR_AFTER = re.compile(r" (?:1[5-9]|20)\d\d\b(?![-–/]\d)")
_TITLED = re.compile(rf"(?:{TITLE}) ")
"""A person's title: Dr Lucy Series is no series."""
_SCHEME = re.compile(r"(?i:.+ programmes?)\Z")
"""What ends so is a scheme, and its work is what those do who run it."""
_SHORT_HEADING = 5
"""Words of a heading or a cell, at most, that is no sentence whatever its words begin with."""
_AGENT_BEFORE = re.compile(
    r"\b(?:carried out|commissioned|delivered|funded|hosted|managed|organised|prepared|produced"
    r"|provided|published|run|supported) by (?:the )?\Z"
)
"""What stands before whoever has done something: "commissioned by Lamp Research"."""
_BYLINE = re.compile(
    rf"(?:(?:[A-Z][a-z]*(?:ed|en)|(?i:{WORK}|evidence|photographs?|text|words))(?: [a-z]+ed)? )?"
    r"[Bb]y:? (?=[^\W\d_a-z])"
)
"""A line under a title that says whose it is: "By Ann Moss", "Submitted by the Lamp Trust"."""
_OF_PLACE = re.compile(rf" of {CAPITAL}[\w-]+(?: {CAPITAL}[\w-]+)?(?! ?{CAPITAL}|\w)")
"""What tells a peer from others of one name: Lord Moss of Leith."""
_ENDS_AS_OFFICE = re.compile(rf"(?:\A|-)(?:(?i:{POST}|{ROLE})|{TITLE})\Z")
_WHO = (" who ", ", who ")
_PRESS = re.compile(r" (?:Books|Press|Publications|Publishers|Publishing)\Z")
_LONG_NAME = 4
"""Words of a name that ends in a kind of work, in which common words are no matter any more."""


class UnknownName(NamedTuple):
    """A stretch of a passage's text that is a name, and of what."""

    kind: CandidateKind
    name: str
    start: int
    end: int
    parts: PersonalName | None = None
    """Of a person."""
    listed: ListedWork | None = None
    """Of a work that a list of references gives."""


def unknown_names(
    passage: Passage, common: Set[str], known: Sequence[Interval] = ()
) -> Iterator[UnknownName]:
    """The names of a passage, the surest first, so that those which overlap them are left out.

    Args:
        passage: its text is read; of tables columns of names and cells of prose, of
            headings nothing where most words have capitals, but what says by whom the document is.
        common: the words that the documents have in lower case.
        known: where bodies stand that the archive knows.
    """
    if passage.kind == "heading" and not (
        _is_sentence(passage.text) or _BYLINE.match(passage.text)
    ):
        return
    if passage.kind == "table":
        for start, end in cells_of_names(passage, lambda cell: _read_cell(cell) is not None):
            if cell := _read_cell(passage.text[start:end]):
                yield cell._replace(start=start, end=end)
        yield from _people_and_bodies(
            replace(passage, text=prose_of(passage, _is_sentence)), common
        )
        return
    listed: int | None = None
    for work in works(passage):
        yield UnknownName("work", work.name, work.start, work.end, listed=work.listed)
        listed = work.start if work.listed else listed
    for name in _people_and_bodies(passage, common):
        # Behind the title of an entry stand those who published or edited it.
        if listed is None or name.start < listed:
            yield name
    if passage.kind not in ("heading", "reference"):
        for start, end in placed_bodies(passage.text, known, common):
            yield UnknownName("organisation", passage.text[start:end], start, end)


def _people_and_bodies(passage: Passage, common: Set[str]) -> Iterator[UnknownName]:
    for start, end in bodies_like_people(passage.text):  # before them
        yield UnknownName("organisation", passage.text[start:end], start, end)
    people = list(personal_names(passage.text))
    sure = [name for name in people if is_sure(name, passage.text)]
    sure = [name for name in sure if name.title != "Messrs"]  # Messrs Moss & Sons is a firm
    yield from (_person(name, passage.text) for name in sure)
    told = [
        name
        for name in people
        if is_told(name, passage.text)
        and is_unheard(name, common)
        and not is_no_name(passage.text[name.start : name.end])
    ]
    told += in_rows(people, [*sure, *told], passage.text, common)
    yield from _sequences(passage, [*sure, *told], common)
    yield from (_person(name, passage.text) for name in told)


def _is_sentence(text: str) -> bool:
    """Whether few words of a heading or a cell have capitals, as in a sentence or a question."""
    words = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].islower() for word in words) * 2 > len(words) > _SHORT_HEADING


def _read_cell(cell: str) -> UnknownName | None:
    """The name that all words of a cell are, at its beginning; None where they are none."""
    for name in personal_names(cell):
        if (name.start, name.end) == (0, len(cell)) and is_sure(name, cell):
            return _person(name, cell)
    whole = (0, len(cell))
    is_one = whole in stretches(cell, ()) and is_body(cell) and not is_no_name(cell)
    if is_one or whole in listings(cell):
        return UnknownName("organisation", cell, 0, len(cell))
    return None


def _person(name: PersonalName, text: str) -> UnknownName:
    """With its title where there is no given name, and without the letters behind it."""
    words = text[name.start : name.end]
    place = _OF_PLACE.match(text, name.end) if name.title in PEERS and not name.given else None
    if place and not is_body(place[0]):
        return UnknownName("person", words + place[0], name.start, place.end(), name)
    if name.given:
        words = words[words.index(name.given[0], len(name.title)) :]
    if name.suffix and (name.given or name.title):
        last = name.family.split()[-1]
        words = words[: words.rindex(last) + len(last)]
    return UnknownName("person", words, name.start, name.end, name)


def _sequences(
    passage: Passage, people: Iterable[PersonalName], common: Set[str]
) -> Iterator[UnknownName]:
    """Bodies, and works that end in what they are."""
    text = masked(passage.text, [(one.start, one.end) for one in people], ".")
    for start, end in listings(text):
        yield UnknownName("organisation", text[start:end], start, end)
    for start, end in defined_bodies(text):
        yield UnknownName("organisation", text[start:end], start, end)
    edges = [edge for e in passage.emphasis if e.kind == "em" for edge in (e.start, e.end)]
    for start, end in stretches(text, edges):
        name = text[start:end]
        if _is_left_alone(name, passage):
            continue
        if _ends_as_work(text, start, end):
            if passage.kind != "reference":
                yield from _work_or_scheme(text, start, end, common)
        elif _is_organisation(text, start, end, common):
            yield UnknownName("organisation", name, start, end)


def _ends_as_work(text: str, start: int, end: int) -> bool:
    """Whether a name ends in a kind of work, and is not that of a body or of those who act."""
    name = text[start:end]
    is_other = is_body_for_work(name) or text.startswith(_WHO, end)
    return bool(_ENDS_AS_WORK.match(name)) and not is_other


def _is_organisation(text: str, start: int, end: int, common: Set[str]) -> bool:
    """Whether a name is a body's by its words, or by what it does."""
    name = text[start:end]
    are_people = _ENDS_AS_WORK.match(name) and text.startswith(_WHO, end)
    return is_body(name) or (" " in name and bool(are_people or _acts(text, start, end, common)))


def _is_left_alone(name: str, passage: Passage) -> bool:
    """Whether it is no name, a person's with a title, or whoever printed a work that is cited."""
    if is_no_name(name) or (_TITLED.match(name) and not is_body(name)):
        return True
    return passage.kind in ("footnote", "reference") and _PRESS.search(name) is not None


def _work_or_scheme(text: str, start: int, end: int, common: Set[str]) -> Iterator[UnknownName]:
    """A name that ends in a kind of work: a work with its year, a scheme, or neither."""
    name = text[start:end]
    year = _YEAR_AFTER.match(text, end)
    if _SCHEME.match(name) and not year:
        yield UnknownName("organisation", name, start, end)
    elif year or _is_work(name, common):
        whole = name + (year[0] if year else "")
        yield UnknownName("work", whole, start, start + len(whole))


def _is_work(name: str, common: Set[str]) -> bool:
    """Whether a name that ends in a kind of work is long, or has a word that is no common one.

    A kind of body is a common word: "Government Response".
    """
    if is_sort_of_work(name):
        return False
    *words, _ = name.split()
    ordinary = all(
        word in IN_NAMES or word.casefold() in BODIES or word.casefold() in common for word in words
    )
    long = len(words) + 1 >= _LONG_NAME and words[0].casefold() not in ORDINALS
    return long or not ordinary


def _acts(text: str, start: int, end: int, common: Set[str]) -> bool:
    """Whether a name says something, and is no person's since it has words of the language."""
    words = [word for word in text[start:end].split() if word not in IN_NAMES]
    ordinary = any(word.casefold() in common or word.isupper() for word in words)
    # "The Lantern Army told us" has an article as no person's name has.
    told = text.endswith(("the ", "The "), 0, start) and " and " not in text[start:end]
    office = _ENDS_AS_OFFICE.search(words[-1]) or sex_of_noun(words[-1].casefold())
    ordinary = ordinary or (told and not office)
    one = text.count(" and ", start, end) < 2 and not text.endswith(" I", start, end)
    acts = says(text, end) or _AGENT_BEFORE.search(text, max(0, start - 24), start)
    return bool(ordinary and one and not starts_sentence(text, start) and acts)
