"""Names in one passage that nobody listed: of people, bodies and works, each on a sign of its own.

A person has a title, initials, a known forename, a particle or letters behind the name, or speaks.
A body has a noun for a kind of body, or a company's ending, in its name, or speaks. A work is set
in italics or between quotation marks like a title, ends in a kind of work, or is cited by author
and year. What has no sign is no name: a place, a scheme, words that only have capitals.
"""

from collections.abc import Iterable, Iterator, Set
from typing import Literal, NamedTuple

from consultations import patterns as re
from consultations.annotate.names.no_names import is_no_name, is_sort_of_work
from consultations.annotate.names.table_columns import cells_of_names
from consultations.annotate.names.unknown_people import is_sure, is_told, is_unheard, says
from consultations.annotate.names.unknown_works import works
from consultations.annotate.names.wording import starts_sentence
from consultations.english.dates import TIME
from consultations.english.kinds import (
    COMPANY,
    MATTER,
    NAMED_BODY,
    WORK,
)
from consultations.english.personal_names import PersonalName, personal_names
from consultations.english.persons import TITLE
from consultations.english.small_words import IN_NAMES, OPENERS
from consultations.model.edition import Passage

CandidateKind = Literal["organisation", "person", "work"]

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = (
    rf"(?:(?={_CAPITAL})[\w-]*(?i:men|folk|people|children|king|queen)['’]s(?=[ ]{_CAPITAL})"
    rf"|{_CAPITAL}(?:[\w-]|['’](?!s\b)(?=\w))*+)"
)
"""Of those whose plural has no `s`, or a king, a body may be named: the Busmen’s Union."""
_SEQUENCE = re.compile(
    rf"""
    (?<![\w.@/&’'-]) {_WORD}
    (?: (?<=s)['’](?=[ ]{_CAPITAL}) )?                        # Traders’ Association
    (?: [ ] (?: (?:of|for|and|the|on|in|&) [ ] ){{0,3}} {_WORD}
        (?: (?<=s)['’](?=[ ]{_CAPITAL}) )? )++    # Board of the Upper Lock
    """,
    re.VERBOSE,
)
_HEAD = rf"(?:{NAMED_BODY})"
_MATTER = rf"(?:{_WORD}[ ]){{0,2}}(?:{MATTER})(?!\w)"
_LISTING = re.compile(
    rf"""
    (?<![\w’'-]) (?:{_WORD}[ ]){{0,2}} (?:{NAMED_BODY}) [ ] (?:for|of|on) [ ] (?:{_WORD}[ ]in[ ])?
    {_MATTER} (?: ,[ ] {_MATTER} ){{1,4}} ,?[ ] (?:and|&) [ ] {_MATTER} (?![ ]{_CAPITAL})
    """,
    re.VERBOSE,
)
"""A body by the matters that it deals with: the Ministry of Piers, Health and Local Transport."""
_BODY = re.compile(
    rf"""
    (?: .+ [ ] {_HEAD}                                    # Ferry Board
      | .* \b {_HEAD} [ ] (?:of|for|on) [ ] .+            # Board of Ferries
      | .+ [ ] (?: College|University|Hospital ) [ ] .+   # Marsh University Press
      | .+ [ ] (?: {COMPANY} )                            # Marsh Lamps Ltd
    ) \Z
    """,
    re.VERBOSE,
)
_WHOLE = rf"(?:{NAMED_BODY}|{COMPANY}|(?i:{WORK}))"
_AND_THE = re.compile(rf" and the (?=(?:{_WORD} ){{1,4}}?(?:{NAMED_BODY})\Z)")
"""Between two bodies, of which the second has an article: the Lamp Bank and the Pier Bank."""
_LEAD = re.compile(
    rf"""
    (?: (?:Role|Impact|Future|Status|Use|Approval|Launch) [ ] of
      | (?:Answer|Comments|Evidence|Minutes|Reply|Response|Statement|Submission) [ ] of
      | (?:{TIME}) (?=[ ]the[ ])                                 # in May the Court of Appeal
      | [A-Z][a-z]+ed [ ] (?:for|in|of|on) )                     # Prepared for the Lamp Fund
    [ ] (?:the[ ])?
    """,
    re.VERBOSE,
)
"""What stands before a name at the beginning of a line, and is no part of it."""
_JOINED = re.compile(
    rf"""
    (?P<one> (?: (?! of[ ] | for[ ] ) \S+ [ ] )+? {_WHOLE} ) [ ]and[ ] (?P<other> \S.* )
    | (?P<first> (?: .+?\b )? {_WHOLE} .*? ) [ ]and[ ] (?P<second> .+\b{_WHOLE} .* )
    """,
    re.VERBOSE,
)
"""Two names: the first of them is whole without the second, or both end in what they are."""
_BODY_FOR_POLICY = re.compile(rf"(?:.+ )?{_HEAD} (?:for|of|on) (?:\S+ ){{0,3}}Policy\Z")
"""A body whose business is the last word of its name: the Institute for Lamp Policy."""
_ENDS_AS_WORK = re.compile(rf"(?:.+[ ])(?:{WORK})\Z", re.IGNORECASE)
_YEAR_AFTER = re.compile(r" (?:1[5-9]|20)\d\d\b(?![-–/]\d)")
_TITLED = re.compile(rf"(?:{TITLE}) ")
"""A person's title: Dr Lucy Series is no series."""
_FIRM = re.compile(rf"{_WORD}(?: {_WORD})? & {_WORD}\Z")
"""A firm by the names of two: Moss & Reed."""
_NEW_SENTENCE = re.compile(
    r" (?=(?:The|It|This|These|We|A|An|In|He|She|They|Our|For|Of|To)(?: |\Z))"
)
"""In a sequence of words with capitals, where a line ended without a full stop."""
_TAIL = re.compile(rf" (?:on|for|of)(?: the)? (?:{TIME})\b| in (?:the )?{_WORD}")
"""When and where a body is: the River Club in May, the Lamp Board in Leith."""
_SCHEME = re.compile(r"(?i:.+ programmes?)\Z")
"""What ends so is a scheme, and its work is what those do who run it."""
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


def unknown_names(passage: Passage, common: Set[str]) -> Iterator[UnknownName]:
    """The names of a passage, the surest first, so that those which overlap them are left out.

    Args:
        passage: its text is read; of tables only columns of names, of headings nothing, for all
            their words have capitals.
        common: the words that the documents have in lower case.
    """
    if passage.kind == "heading":
        return
    if passage.kind == "table":
        for start, end in cells_of_names(passage, lambda cell: _read_cell(cell) is not None):
            if cell := _read_cell(passage.text[start:end]):
                yield cell._replace(start=start, end=end)
        return
    yield from (UnknownName("work", *work) for work in works(passage))
    people = list(personal_names(passage.text))
    yield from (_person(name, passage.text) for name in people if is_sure(name, passage.text))
    sure = [name for name in people if is_sure(name, passage.text)]
    yield from _sequences(_without(passage.text, sure), common)
    for name in people:
        told = is_told(name, passage.text) and is_unheard(name, common)
        if told and not is_no_name(passage.text[name.start : name.end]):
            yield _person(name, passage.text)


def _read_cell(cell: str) -> UnknownName | None:
    """The name that all words of a cell are, at its beginning; None where they are none."""
    for name in personal_names(cell):
        if (name.start, name.end) == (0, len(cell)) and is_sure(name, cell):
            return _person(name, cell)
    if _LISTING.fullmatch(cell) or (
        _SEQUENCE.fullmatch(cell) and _BODY.match(cell) and not is_no_name(cell)
    ):
        return UnknownName("organisation", cell, 0, len(cell))
    return None


def _person(name: PersonalName, text: str) -> UnknownName:
    """With its title where there is no given name, and without the letters behind it."""
    words = text[name.start : name.end]
    if name.given:
        words = words[words.index(name.given[0], len(name.title)) :]
    if name.suffix:
        words = words[: words.rindex(name.suffix.split()[0])].rstrip(" ,")
    return UnknownName("person", words, name.start, name.end, name)


def _without(text: str, people: Iterable[PersonalName]) -> str:
    """The text with points for names of people: "Dr Moss of the Lamp Board"."""
    for name in people:
        text = text[: name.start] + "." * (name.end - name.start) + text[name.end :]
    return text


def _sequences(text: str, common: Set[str]) -> Iterator[UnknownName]:
    """Bodies, and works that end in what they are."""
    for match in _LISTING.finditer(text):
        start = match.start() + _skipped(match[0])
        yield UnknownName("organisation", text[start : match.end()], start, match.end())
    for match in _SEQUENCE.finditer(text):
        for begin, end in _apart(text, *match.span()):
            name = text[begin:end]
            if is_no_name(name) or _TITLED.match(name):
                continue
            if _ENDS_AS_WORK.match(name) and not _BODY_FOR_POLICY.match(name):
                yield from _work_or_scheme(text, begin, end, common)
            elif " " in name and (
                _BODY.match(name) or _FIRM.match(name) or _acts(text, begin, end, common)
            ):
                yield UnknownName("organisation", name, begin, end)


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
    """Whether a name that ends in a kind of work is long, or has a word that is no common one."""
    if is_sort_of_work(name):
        return False
    *words, _ = name.split()
    ordinary = all(word in IN_NAMES or word.casefold() in common for word in words)
    return len(words) + 1 >= _LONG_NAME or not ordinary


def _acts(text: str, start: int, end: int, common: Set[str]) -> bool:
    """Whether a name says something, and is no person's since it has words of the language."""
    words = [word for word in text[start:end].split() if word not in IN_NAMES]
    ordinary = any(word.casefold() in common or word.isupper() for word in words)
    one = text.count(" and ", start, end) < 2
    return ordinary and one and not starts_sentence(text, start) and says(text, end)


def _skipped(words: str) -> int:
    """How long the words at the beginning are that begin a sentence, and no name."""
    at = 0
    for word in words.split(" "):
        if word.casefold() not in OPENERS:
            break
        at += len(word) + 1
    return at


def _apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without what only begins a sentence, or its two parts where `and` joins names."""
    start += _skipped(text[start:end])
    if lead := _LEAD.match(text, start, end):
        start = lead.end()
    if (both := _AND_THE.search(text, start, end)) and " " in text[start : both.start()]:
        yield from _apart(text, start, both.start())
        start = both.end()
    elif both:
        start = both.end()
    if new := _NEW_SENTENCE.search(text, start, end):
        yield from _apart(text, start, new.start())
        start = new.end()
        start += _skipped(text[start:end])
    tail = _TAIL.search(text, start, end)
    if tail and _BODY.match(text[start : tail.start()]):
        yield from _apart(text, tail.end() + 1, end)
        end = tail.start()
    joined = _JOINED.fullmatch(text, start, end)
    if joined:
        one, other = ("one", "other") if joined["one"] else ("first", "second")
        yield joined.span(one)
        yield from _apart(text, *joined.span(other))
    elif start < end:
        yield start, end
