"""Surnames alone, which stand for the one person of that name whom the document has named before.

Symptom: "Ann Moss wrote to the board. Moss had no reply", "Ms Moss’s letter".

Found by: following the document in the order of its source, in which a note stands where its page
ends. Whoever is named in full is remembered under the surname, known to the archive or not. A
surname alone is the only person remembered under it whom its title allows, or the only one whom
the document has given this title: "Cllr Moss".

Leaves alone: a surname that nobody was named by yet; two people of one surname, also where the
archive knows one of them only, or where one is introduced by a title and a body that are not the
other's: "Dr Moss of the Tide Office"; `Mr` before the surname of a woman; a surname that is part of
another name, or of a title; a surname that is also a common word of the document, where a sentence
begins and nothing says that a person is meant, or where a share or a count follows.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from consultations import patterns as re
from consultations.annotate.names.common_words import lower_case_words
from consultations.annotate.taken import Taken
from consultations.annotate.wording import starts_sentence
from consultations.english.dates import TIMES_OF_YEAR
from consultations.english.name_parts import PersonalName, read_name
from consultations.english.personal_names import personal_names
from consultations.english.persons import EVERYBODYS, PARTICLES, is_title
from consultations.english.saying import BESIDE, SAYING
from consultations.english.small_words import OPENERS
from consultations.model.annotation import Mention
from consultations.model.edition import Edition, Passage
from consultations.model.entity import Authority

RULE = "surnames"
_NAME = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+|['’][A-Z][^\W\d_]+)*")
_OF_A_PERSON = re.compile(
    rf"""
    (?: ['’]s )? ,? \s*
    (?: et[ ]al | and[ ]colleagues | and[ ]others                # Moss et al
      | \(? (?:19|20)\d\d                                         # Moss (2004)
      | (?: (?:{BESIDE}|never|himself|herself) [ ] ){{0,3}}         # Moss himself
        (?: {SAYING} | had | has | is | was | who | did | does ) \b # Moss says
    )
    """,
    re.VERBOSE,
)
"""What often follows a person's name, and hardly ever a common word."""
_COUNTED = re.compile(r"\s*\(\s*(?:n\s*=\s*)?(?!(?:19|20)\d\d\b)\d[\d.,]*\s*(?:%|per ?cent)?\s*\)")
"""A share or a number in brackets, after a word for what was counted."""
_TIME_BEFORE = re.compile(r"\b(?:(?i:by|during|from|in|last|next|of|since|this|until)|\d{1,2}) \Z")
_NAME_GOES_ON = re.compile(
    r" (?:[A-Z](?![.A-Z])|(?:&|and) (?:Bro(?:ther)?s|Co|Daughters?|Sons?)\b)"
)
"""After a surname that is part of another name: Moss Lane, Moss & Sons."""
_WHOSE = re.compile(
    r"(?: \(|,? (?:at|for|from|of) (?:the )?)"
    r"(?P<body>[A-Z][\w’'-]*(?: (?:(?:and|for|of|on|the) ){0,2}[A-Z][\w’'-]*){0,5})"
)
"""After a name, where its bearer works or comes from: "Dr Moss of the Tide Office"."""
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?[ ]\Z")
_PARTICLES_BEFORE = re.compile(r"(?:[^\W\d_]+[ ]){1,3}\Z")


class _Person(NamedTuple):
    """Somebody whom the document has named in full."""

    name: PersonalName
    entity: str | None
    """Id, where the archive knows the person."""
    titles: set[str]
    """Titles that the document has printed before the name."""
    whose: set[str]
    """The body or the place that the document has printed after the name."""


def surname_mentions(edition: Edition, authority: Authority) -> Iterator[Mention]:
    """Mentions by surname alone, of people whom the edition names in full.

    Args:
        edition: its links are known, and everything in it that is named in full, in reading order.
        authority: knows which of those named are people.
    """
    if not any(authority.by_id[m.entity].kind == "person" for m in edition.mentions):
        return  # nobody is named in full whom a surname could mean
    remembered: dict[str, list[_Person]] = defaultdict(list)
    common = lower_case_words(edition)
    for passage in edition.in_source_order:
        mentions = edition.mentions_of[passage.id]
        taken = Taken((x.start, x.end) for x in (*mentions, *edition.links_of[passage.id]))
        named = _named(edition, passage, authority)
        for word in _NAME.finditer(passage.text):
            for person in named.get(word.end(), ()):
                _remember(remembered[_key(person.name)], person)
            people = remembered.get(word[0])
            if (
                people
                and not taken.meets(*word.span())
                and _is_alone(passage, word, word[0].casefold() in common)
                and (person_id := _meant(passage, word, people))
            ):
                start = _with_particles(passage.text, word.start(), people)
                words = passage.text[start : word.end()]
                yield Mention(passage.id, start, word.end(), words, person_id, rule=RULE)


def _named(edition: Edition, passage: Passage, authority: Authority) -> dict[int, list[_Person]]:
    """Who is named in a passage with more than a surname, by where the surname ends."""
    found: dict[int, list[_Person]] = defaultdict(list)
    mentioned = Taken((m.start, m.end) for m in edition.mentions_of[passage.id])
    for mention in edition.mentions_of[passage.id]:
        if authority.by_id[mention.entity].kind == "person":
            last = mention.text.split()[-1]
            name = read_name(mention.text) or PersonalName(0, 0, "", (), last, "")
            title = _title_before(passage.text, mention.start)
            titles = {*name.title.split(), title} - EVERYBODYS
            whose = _whose(passage.text, mention.end)
            found[mention.end].append(_Person(name, mention.entity, titles, whose))
    for name in personal_names(passage.text):
        if name.evidence != "form" and not mentioned.meets(name.start, name.end):
            end = passage.text.index(name.family.split()[-1], name.start) + len(
                name.family.split()[-1]
            )
            titles = set(name.title.split()) - EVERYBODYS if name.given else set()
            found[end].append(_Person(name, None, titles, _whose(passage.text, name.end)))
    return found


def _remember(people: list[_Person], person: _Person) -> None:
    """Add a person; of one who is remembered already, add only the titles."""
    for other in people:
        is_same = person.name.may_be(other.name) and not _is_introduced(person, other)
        if person.entity == other.entity if person.entity else is_same:
            other.titles.update(person.titles)
            other.whose.update(person.whose)
            return
    person.titles.update({person.name.title} - EVERYBODYS)
    people.append(person)


def _key(name: PersonalName) -> str:
    return name.family.split()[-1]


def _whose(text: str, at: int) -> set[str]:
    behind = _WHOSE.match(text, at)
    return {behind["body"]} if behind else set()


def _is_introduced(person: _Person, other: _Person) -> bool:
    """Whether somebody without a forename comes from elsewhere, and so was not named before."""
    known = person.whose & other.whose or person.name.title in other.titles
    return bool(person.whose) and not (person.name.given or known)


def _meant(passage: Passage, word: re.Match[str], people: list[_Person]) -> str | None:
    """Id of the only person whom a surname can mean here, given the title before it."""
    title = _title_before(passage.text, word.start())
    printed = PersonalName(0, 0, title, (), people[0].name.family, "")
    fitting = [person for person in people if printed.may_be(person.name)]
    entitled = [person for person in fitting if title in person.titles]
    found = {person.entity for person in entitled or fitting}
    return found.pop() if len(found) == 1 else None


def _title_before(text: str, at: int) -> str:
    """The title that stands right before a name; nothing where none does."""
    before = _WORD_BEFORE.search(text, max(0, at - 24), at)
    return before[1] if before and is_title(before[1]) else ""


def _with_particles(text: str, start: int, people: list[_Person]) -> int:
    """Where a surname begins, the particles before it included: van der Weide."""
    before = _PARTICLES_BEFORE.search(text, max(0, start - 16), start)
    for word in reversed(before[0].split() if before else []):
        family = people[0].name.family.casefold().split()
        if word.casefold() not in PARTICLES or word.casefold() not in family:
            break
        start -= len(word) + 1
    return start


def _is_alone(passage: Passage, word: re.Match[str], common: bool) -> bool:
    """Whether a surname stands for a person here, and is not part of another name.

    Args:
        passage: where it stands.
        word: the surname.
        common: whether the same word also occurs in lower case in the document.
    """
    text, at = passage.text, word.start()
    if word[0] in TIMES_OF_YEAR and _TIME_BEFORE.search(text, max(0, at - 8), at):
        return False  # in May
    if _NAME_GOES_ON.match(text, word.end()) or text[: word.start()][-1:] in ("-", "/"):
        return False
    if _belongs_to_word_before(text, word.start()):
        return False
    of_a_person = bool(_OF_A_PERSON.match(text, word.end()))
    if common and (starts_sentence(text, word.start()) or passage.kind == "heading"):
        return of_a_person
    # "As Green shows" is a person; "named their party as Green" and "Green (12%)" are none.
    given_as = text.endswith(" as ", 0, word.start()) and not of_a_person
    return not (common and (given_as or _COUNTED.match(text, word.end())))


def _belongs_to_word_before(text: str, start: int) -> bool:
    """Whether the word before a surname is a name too, and neither a title nor a first word."""
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if not before or not before[1][0].isupper() or len(before[1]) == 1:
        return False
    if starts_sentence(text, start) and not is_title(before[1]):
        return False  # "She went to Leith. Moss stayed."
    word = before[1]
    opens = starts_sentence(text, before.start()) and word.casefold() in OPENERS
    return not (is_title(word) or opens or word.casefold() in PARTICLES)
