"""Names in one passage that nobody listed: of people, bodies and works, each on a sign of its own.

A person has a title, initials, a known forename, a particle or letters behind the name, or speaks.
A body has a noun for a kind of body, or a company's ending, in its name, or speaks. A work is set
in italics or between quotation marks like a title, ends in a kind of work, or is cited by author
and year. What has no sign is no name: a place, a scheme, words that only have capitals.
"""

import re
from collections.abc import Iterable, Iterator, Set
from typing import Literal, NamedTuple

from consultations.annotate.names.no_names import is_no_name, is_sort_of_work
from consultations.annotate.names.wording import starts_sentence
from consultations.english.dates import TIME
from consultations.english.kinds import (
    COMPANY,
    LANDS,
    NAMED_BODY,
    NAMED_PLACE,
    WORK,
)
from consultations.english.personal_names import PersonalName, personal_names
from consultations.english.persons import TITLE
from consultations.english.saying import BESIDE, SAYS
from consultations.english.small_words import IN_NAMES, OPENERS
from consultations.english.word_lists import alternatives
from consultations.model.edition import Passage

CandidateKind = Literal["organisation", "person", "work"]

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"{_CAPITAL}(?:[\w-]|['’](?!s\b)(?=\w))*+"
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
    r"""
    (?: (?:Role|Impact|Future|Status|Use|Approval|Launch) [ ] of
      | [A-Z][a-z]+ed [ ] (?:at|by|for|from|in|of|on|to) )            # Prepared for the Lamp Fund
    [ ] (?:the[ ])?
    """,
    re.VERBOSE,
)
"""What stands before a name at the beginning of a line, and is no part of it."""
_JOINED = re.compile(
    rf"""
    (?P<one> (?: (?! of[ ] | for[ ] ) \S+ [ ] )+? {_WHOLE} ) [ ]and[ ] (?P<other> \S.* )
    | (?P<first> .+?\b{_WHOLE}.*? ) [ ]and[ ] (?P<second> .+\b{_WHOLE} .* )
    """,
    re.VERBOSE,
)
"""Two names: the first of them is whole without the second, or both end in what they are."""
_BODY_FOR_POLICY = re.compile(rf"(?:.+ )?{_HEAD} (?:for|of|on) (?:\S+ ){{0,3}}Policy\Z")
"""A body whose business is the last word of its name: the Institute for Lamp Policy."""
_ENDS_AS_WORK = re.compile(rf"(?:.+[ ])(?:{WORK})\Z", re.IGNORECASE)
_YEAR_AFTER = re.compile(r" (?:1[5-9]|20)\d\d\b(?![-–/]\d)")
_SAYS = re.compile(rf"(?:,[^,.;:]{{1,60}},)?\s(?:(?:{BESIDE})\s)?(?:{SAYS})\b")
_AUTHOR = rf"{_CAPITAL}(?:[\w-]|['’](?!s\b))+"
_CITED = re.compile(
    rf"""
    (?<![\w’'-]) (?P<who> {_AUTHOR} (?: ,[ ]{_AUTHOR} ){{0,4}}   # Moss, Reed and Bell
        (?: [ ]et[ ]al\.? | ,?[ ](?:and|&)[ ]{_AUTHOR} )? )
    (?:['’]s)?                                                    # Moss’s (2004) lamps
    (?: [ ]\( | ,?[ ](?=[^()]{{0,80}}\)) )           # Moss (2004), or (see Moss, 2004)
    (?P<year> (?:1[89]|20)\d\d [a-z]? ) \b
    """,
    re.VERBOSE,
)
_IN_BODY = re.compile(rf"{_WORD} (?:for|of|on) (?:the )?\Z")
_QUOTED_TITLE = re.compile(
    r"""
    [“‘] ([^“”‘’\n]{6,150}) [”’]
    | (?<!\w) " (?=[^\W\d_]) ([^"\n]{6,150}) "
    | (?<!\w) ' (?=[^\W\d_]) ([^\n']{6,150}) ' (?!\w)
    """,
    re.VERBOSE,
)
_NO_AUTHOR = re.compile(
    rf"(?:{NAMED_BODY}|{NAMED_PLACE}|{TIME}|{alternatives(LANDS)})\Z|(?i:{WORK})\Z|[A-Z]{{2}}"
)
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
_SHORT_FAMILY = 4
"""Before a full stop, so short a word is an abbreviation, as are reporters' of cases of law."""
_LONGEST_TITLE = 20
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
        passage: its text is read; headings and tables have none, for all their words have capitals.
        common: the words that the documents have in lower case.
    """
    if passage.kind in ("heading", "table"):
        return
    yield from _titles(passage)
    yield from _citations(passage)
    people = list(personal_names(passage.text))
    yield from (_person(name, passage.text) for name in people if _is_sure(name, passage.text))
    sure = [name for name in people if _is_sure(name, passage.text)]
    yield from _sequences(_without(passage.text, sure), common)
    for name in people:
        heard = name.given and _says(passage.text, name.end) and _is_unheard(name, common)
        if heard and not is_no_name(passage.text[name.start : name.end]):
            yield _person(name, passage.text)


def _person(name: PersonalName, text: str) -> UnknownName:
    """With its title where there is no given name, and without the letters behind it."""
    words = text[name.start : name.end]
    if name.given:
        words = words[words.index(name.given[0], len(name.title)) :]
    if name.suffix:
        words = words[: words.rindex(name.suffix.split()[0])].rstrip(" ,")
    return UnknownName("person", words, name.start, name.end, name)


def _is_sure(name: PersonalName, text: str) -> bool:
    """Whether more than its form tells a person's name; one bare letter before a word does not."""
    is_verb = name.given[:1] == ("Will",) and starts_sentence(text, name.start)
    if is_verb or _is_of_body(name, text):
        return False
    if name.evidence != "initials":
        return name.evidence != "form"
    if len(name.family) <= _SHORT_FAMILY and text[name.end : name.end + 1] == ".":
        return False  # "F. Supp."
    return len(name.given) > 1 or "." in text[name.start : name.end]


def _is_of_body(name: PersonalName, text: str) -> bool:
    """Whether a title and a family name belong to a body: Pilots for Justice Leith."""
    if not name.title or name.given:
        return False
    return bool(re.fullmatch(NAMED_BODY, name.family) or _IN_BODY.search(text, 0, name.start))


def _says(text: str, end: int) -> bool:
    return _SAYS.match(text, end) is not None


def _without(text: str, people: Iterable[PersonalName]) -> str:
    """The text with points for names of people: "Dr Moss of the Lamp Board"."""
    for name in people:
        text = text[: name.start] + "." * (name.end - name.start) + text[name.end :]
    return text


def _is_unheard(name: PersonalName, common: Set[str]) -> bool:
    """Whether no word of a name is also a word of the language in the documents."""
    words = [word for word in (*name.given, name.family) if not word.islower()]
    return not any(word.casefold() in common or word.isupper() for word in words)


def _sequences(text: str, common: Set[str]) -> Iterator[UnknownName]:
    """Bodies, and works that end in what they are."""
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
    return ordinary and not starts_sentence(text, start) and _says(text, end)


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


def _titles(passage: Passage) -> Iterator[UnknownName]:
    """What is set like a title: in italics, or between quotation marks."""
    italics = [(e.start, e.end) for e in passage.emphasis if e.kind == "em"]
    quoted = [m.span(m.lastindex or 0) for m in _QUOTED_TITLE.finditer(passage.text)]
    for number, (start, end) in enumerate((*italics, *quoted)):
        words = passage.text[start:end].strip(" ,.;:")
        if _is_title(words, 2 if number < len(italics) else 3):
            at = passage.text.index(words, start)
            yield UnknownName("work", words, at, at + len(words))


def _is_title(words: str, least: int) -> bool:
    """Whether there are enough words and those that count all have a capital, as in titles."""
    every = words.split()
    if not least <= len(every) <= _LONGEST_TITLE or words[-1:] in "?!" or not every[0][0].isupper():
        return False
    counting = [word for word in every if word.strip("(:,").casefold() not in OPENERS]
    return len(counting) > 1 and all(not word[0].islower() for word in counting)


def _citations(passage: Passage) -> Iterator[UnknownName]:
    """Works by author and year, outside the descriptions of works in lists."""
    if passage.kind == "reference":
        return
    at = 0
    while match := _CITED.search(passage.text, at):
        who = match["who"]
        first = who.split()[0].rstrip(",")
        author = (
            first.casefold() not in OPENERS and not _NO_AUTHOR.match(first) and not who.isupper()
        )
        # The Board for Lamps (2004): the last word of a body is no author's name.
        author = author and not _IN_BODY.search(passage.text, 0, match.start())
        at = match.end() if author else match.start() + len(first)
        if author:
            yield UnknownName("work", f"{who} {match['year']}", *match.span())
