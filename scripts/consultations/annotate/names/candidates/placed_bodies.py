"""Bodies without a sign in their names, by where they stand.

In a row with bodies, "the Lamp Board, Wick and Tallow, and Snuff"; behind an office, "chief
executive of Wick", or with one of theirs, "Wick’s chief executive"; behind a person on a line, "Ann
Moss, Wick Scotland"; before a verb of saying, in capitals, "WICK told us", or with a small word,
"Freedom from Tolls told us"; as the author of a work, "(Rivers Unite, 2018)". And bodies that have
a sign of another language, "Cymdeithas y Cei".
"""

from collections.abc import Iterator, Sequence, Set

from consultations import patterns as re
from consultations.annotate.names.candidates.capitalised import is_body
from consultations.annotate.names.candidates.no_names import is_no_name
from consultations.annotate.names.candidates.unknown_people import is_sure
from consultations.annotate.wording import opening
from consultations.english.dates import TIME
from consultations.english.kinds import (
    BODY_ABROAD,
    BODY_OF_PLACE,
    LANDS,
    NAMED_BODY,
    NAMED_PLACE,
    SMALL_ABROAD,
    TOWNS,
    WORK,
)
from consultations.english.name_parts import CAPITAL, CAPITALISED, PersonalName, is_forename
from consultations.english.personal_names import personal_names
from consultations.english.persons import OF_A_BODY, POST, ROLE, TITLE
from consultations.english.saying import SAID_BY_SOMEBODY
from consultations.english.small_words import IN_NAMES, PREPOSITIONS
from consultations.english.word_lists import alternatives
from consultations.model.text import Interval

_NAME = (
    rf"{CAPITALISED}"
    rf"(?:(?:['’]s?(?=[ ]{CAPITAL}))?[ ](?:(?:of|for|in|the|&)[ ]){{0,2}}{CAPITALISED}){{0,5}}+"
)
_ITEM = rf"(?:[Tt]he[ ])?{_NAME}(?:['’]s(?![ ][a-z]))?(?:[ ]\([A-Z][\w&]{{1,8}}\))?"
_AND = r",?[ ](?:and|or)[ ](?:with[ ])?"
_ROW = re.compile(
    rf"(?<![\w’'&.-]){_ITEM}(?:,[ ](?:with[ ])?{_ITEM}){{1,15}}+{_AND}{_ITEM}",
)
_BREAK = re.compile(rf"(?:{_AND}|,[ ](?:with[ ])?)(?:[Tt]he[ ])?")
_SHORT = re.compile(r"[ ]\([A-Z][\w&]{1,8}\)\Z")
_ENOUGH = 2
"""Bodies in a list that show that the rest of it are bodies, too."""
_HELD = re.compile(
    rf"""
    \b (?i:{OF_A_BODY}) \b (?: ,?[ ](?:of|at|for|from) | (?<=[\w’']) , ) [ ] (?:the[ ])?
    (?P<of> {_NAME} (?: ['’]s (?=[,.;:)]|\Z) )? )           # chief executive of Wick, of Reed’s.
  | (?<=,[ ]) (?:Vice-)?(?:Chair|President) [ ] of [ ] (?:the[ ])?
    (?P<led> {CAPITALISED} [ ] {_NAME} )                         # Moss, President of Wick Tay
  | (?<![\w’'&.-]) (?: (?P<saint> St\.?[ ]{CAPITAL}[\w-]+['’]s ) | (?P<whose> {_NAME} ) ['’]s? ) [ ]
    (?: (?i:acting|deputy|former|interim) [ ] )? (?i:{OF_A_BODY}) \b    # Wick’s chief executive
    """,
    re.VERBOSE,
)
_BEHIND = re.compile(
    rf"(?:[ ]\([A-Z]{{2,5}}\))?,[ ](?:the[ ])?(?P<name>{_NAME})(?=[ ]\(|,|[ ]*(?:\n|\Z))"
)
"""What stands behind a person at the beginning of a line."""
_IN_FAMILIES = "(?:Mac|Mc|De|Di|Du|Fitz|La|Le|Van|O)[A-Z]"
"""How family names begin that have a capital inside: MacBell, DeReed."""
_SPEAKS = re.compile(
    rf"""
    (?<![\w’'&.-]) (?P<name> [A-Z]{{3,8}} | (?!{_IN_FAMILIES}) [A-Z][a-z]+[A-Z][A-Za-z]+ )
    (?= [ ] (?: (?:also|has) [ ] )? (?:{SAID_BY_SOMEBODY}) \b )        # WICK told us; LampNet said
    """,
    re.VERBOSE,
)
_PLACED = re.compile(
    rf"\b(?:{alternatives(PREPOSITIONS - {'after', 'as', 'before', 'since', 'until'})}) (?:the )?\Z"
)
"""Before what does not say it: "somebody at the AGM said"."""
_SAID = re.compile(
    rf"""
    (?<![\w’'&.-]) (?! (?: (?:HRH|The) [ ] ){{0,2}} (?:{TITLE}) [ ] of )     # the Duke of Tarn
    (?P<name> {CAPITALISED} (?: [ ] {CAPITALISED} )?+
        [ ] (?:against|for|from|of) [ ] (?:the[ ])? {CAPITALISED} (?: [ ] {CAPITALISED} ){{0,2}}+ )
    (?= (?: ,[ ]which )? [ ] (?:also[ ])? (?:{SAID_BY_SOMEBODY}) \b )      # Freedom from Tolls said
    """,
    re.VERBOSE,
)
_AUTHOR = re.compile(
    rf"""
    (?: [(] (?:see[ ])? | (?<=\d);[ ] )
    (?P<name> {CAPITALISED} (?: [ ] (?:(?:of|for|and|the)[ ]){{0,2}} {CAPITALISED} ){{1,5}}+ ) ,?[ ]
    (?= (?:1[89]|20)\d\d [a-z]? [,;:)] )                                  # (Rivers Unite, 2018)
    """,
    re.VERBOSE,
)
"""Whoever has written, with more than a family name. Authors who are joined are two."""
_ABROAD = re.compile(
    rf"""
    (?<![\w’'&.-]) (?:{BODY_ABROAD})
    (?: [ ] (?: (?:{SMALL_ABROAD}) [ ] ){{0,2}} {CAPITALISED} ){{1,6}}+       # Cymdeithas y Cei
    """,
    re.VERBOSE,
)
_OF_PLACE = re.compile(
    rf"(?<![\w’'&.-])(?:{BODY_OF_PLACE})"
    rf"(?: (?:(?:and|&) )?(?!{BODY_OF_PLACE}){CAPITALISED}){{1,4}}+(?![’'-]?\w)"
)
"""A body by what it is and its place: NHS Tarn and Leith, HMP Wick."""
_FOUNDED = re.compile(
    rf"(?<![\w’'&.-])(?!Messrs ){CAPITALISED}(?: {CAPITALISED})?(?:, {CAPITALISED})? (?:and|&)"
    rf" (?:Associates|Brothers|Co|Company|Daughters|Partners|Sons)\b(?! {CAPITAL})"
)
"""A firm of somebody and others: Ann Moss and Associates, Moss & Sons."""
_SHORTEST = 3
_PLURAL = re.compile(r"[A-Z]{2,6}s\Z|.+-(?:based|led|run|wide)\Z")
"""Many of a sort, and where or how something is: NGOs, Leith-based."""
_PLACES = alternatives(LANDS | TOWNS)
_NO_BODY = re.compile(
    rf"(?:.+[ ])?(?:{NAMED_PLACE}|{TIME}|(?i:{WORK}|{POST}|{ROLE}))\Z|(?:{_PLACES})\Z"
)
_ONE_WORD = re.compile(rf"(?:{NAMED_BODY})\Z")
"""A kind of body, which alone is none: Parliament."""


def bodies_like_people(text: str) -> Iterator[Interval]:
    """Where bodies stand that begin as people do: in another language, or with a founder’s name."""
    return (match.span() for form in (_ABROAD, _FOUNDED) for match in form.finditer(text))


def placed_bodies(text: str, known: Sequence[Interval], common: Set[str]) -> Iterator[Interval]:
    """Where names stand that are bodies' by their place.

    Args:
        text: of a passage.
        known: where bodies stand that the archive knows.
        common: the words that the documents have in lower case.
    """
    people = [name for name in personal_names(text) if is_sure(name, text)]
    yield from _in_rows(text, known, people, common)
    found = [match.span(match.lastgroup or 0) for match in _HELD.finditer(text)]
    found += [
        match.span("name")
        for match in _SPEAKS.finditer(text)
        if not _PLACED.search(text, max(0, match.start() - 12), match.start())
    ]
    found += [match.span("name") for match in _SAID.finditer(text)]
    found += [match.span("name") for match in _AUTHOR.finditer(text) if _is_author(match, common)]
    found += _behind_people(text, people, common)
    found += [match.span() for match in _OF_PLACE.finditer(text) if _is_rare(match[0], common)]
    for start, end in found:
        if _may_be(text[start:end], common) and not _meets(people, start, end):
            yield start, end


def _is_author(match: re.Match[str], common: Set[str]) -> bool:
    """Whether an author is a body: some word of its name is one of the language, or it is known."""
    words = [word for word in match["name"].split() if word not in IN_NAMES]
    return len(words) > 1 and any(w.casefold() in common or w.isupper() for w in words)


def _behind_people(
    text: str, people: Sequence[PersonalName], common: Set[str]
) -> Iterator[Interval]:
    """What stands behind people with whom lines begin."""
    for person in people:
        begins = not text[: person.start].rpartition("\n")[2].strip(" •*-")
        behind = _BEHIND.match(text, person.end) if begins else None
        name = behind["name"] if behind else ""
        if behind and (" " in name or name.isupper()) and not _is_common(name, common):
            yield behind.span("name")


def _in_rows(
    text: str, known: Sequence[Interval], people: Sequence[PersonalName], common: Set[str]
) -> Iterator[Interval]:
    """Items of rows, in which others are bodies."""
    for row in _ROW.finditer(text):
        if _meets(people, *row.span()):
            continue
        items = list(_items(text, *row.span()))
        bodies = [item for item in items if is_body(text[slice(*item)]) or _holds(known, item)]
        perhaps = {(n.start, n.end) for n in personal_names(text, *row.span())}
        for item in items if len(bodies) >= _ENOUGH else ():
            name = text[slice(*item)]
            mostly = len(bodies) * 2 >= len(items) or " " in name
            is_name = item not in perhaps and not _is_common(name, common)
            if mostly and is_name and _may_be(name, common):
                yield item


def _items(text: str, start: int, end: int) -> Iterator[Interval]:
    """The names of a row, each without an article and the short form behind it."""
    for match in (*_BREAK.finditer(text, start, end), None):
        name = _SHORT.sub("", text[start : match.start() if match else end])
        yield opening(text, start, start + len(name)), start + len(name)
        start = match.end() if match else end


def _holds(known: Sequence[Interval], item: Interval) -> bool:
    return any(item[0] <= start and end <= item[1] for start, end in known)


def _meets(people: Sequence[PersonalName], start: int, end: int) -> bool:
    return any(name.start < end and start < name.end for name in people)


def _is_common(name: str, common: Set[str]) -> bool:
    """Whether all words of a name are words of the language as well: Human Resources."""
    return all(word in IN_NAMES or word.casefold() in common for word in name.split())


def _is_rare(name: str, common: Set[str]) -> bool:
    """Whether no word behind the first is one of the language as well: no NHS Staff Survey."""
    _, *words = (word for word in name.split() if word not in IN_NAMES)
    is_person = len(words) > 1 and is_forename(words[0])  # for the NHS Tom Bell is
    return not (is_person or any(word.casefold() in common for word in words))


def _may_be(name: str, common: Set[str]) -> bool:
    """Whether a name may be a body's: no place, time, office or work, and no word of every text."""
    if len(name) < _SHORTEST or _NO_BODY.match(name) or is_no_name(name) or _PLURAL.match(name):
        return False
    return " " in name or not (name.casefold() in common or _ONE_WORD.match(name))
