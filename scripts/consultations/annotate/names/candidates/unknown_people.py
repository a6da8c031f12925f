"""People whom no authority has, in one passage: by the form of a name and the words beside it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set

from consultations import patterns as re
from consultations.annotate.names.candidates.capitalised import is_body
from consultations.annotate.wording import starts_sentence
from consultations.english.kinds import NAMED_BODY
from consultations.english.name_parts import CAPITAL, CAPITALISED, PersonalName
from consultations.english.persons import OFFICES, POST, ROLE, TITLES
from consultations.english.saying import BESIDE, SAYS
from consultations.english.small_words import OPENERS
from consultations.model.text import Interval

_SAYS = re.compile(rf"(?:,[^,.;:]{{1,60}},|,\swhich)?\s(?:(?:{BESIDE})\s)?(?:{SAYS})\b")
_IN_BODY = re.compile(rf"{CAPITALISED} (?:for|of|on) (?:the )?\Z")
"""Before the last part of a body's or a thing's name: Directory of Tidal Change."""
_OFFICE = re.compile(rf"(?i:{POST}|{ROLE})")
_FIRM = re.compile(rf" & {CAPITAL}")
"""Behind the first names in that of a firm: Moss Reed & Bell."""
_IN_ROW_OF_BODY = re.compile(
    rf"\b(?:{NAMED_BODY}) (?:for|of|on) (?:the )?(?:{CAPITALISED},? ){{1,4}}(?:and|&) \Z"
)
"""The same, where more parts of the name come first: Association of Marine and Coastal Insurers."""
_LONGEST_BODY = 80
"""Code points before a person's title in which the rest of a body's name may stand."""
_SHORT_FAMILY = 4
"""Letters. A family name so short before a full stop is an abbreviation, such as one of law
reports."""
_PLACED = re.compile(r"\b(?:at|in|near)[ ]\Z")
"""Before the name of a place: "measurements in Tel Orme show"."""
_PERSON_BEFORE = re.compile(
    rf"""
    (?: \b (?: thanks?(?:[ ]to)? | interview(?:ed|[ ]with) | widow[ ]of
        | (?: chaired | compiled | conducted | directed | drafted | edited | founded | led
            | moderated | presented | researched | signed | succeeded | translated | written )
          [ ]by
        | (?<= [a-z][ ] ) (?: {POST} | {ROLE} ) )                        # our chair Hephzibah Crowe
      | ^\W* (?:author|by|chair|editor|photograph|secretary|signed|treasurer|words) :?
      | (?:^|\n) \W* (?:[\w’'-]+[ ]){{0,3}} (?: {POST} | {ROLE} | officer ) :    # Chair of it: …
    ) [ ] \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What stands right before a person's name: "We thank Hephzibah Crowe", "Author: Solveig Fenn"."""
_OF_BODY = re.compile(
    rf",?[ ](?:from|of)[ ](?:the[ ])?"
    rf"(?P<body>{CAPITALISED}(?:[ ](?:(?:for|of|the)[ ]){{0,2}}{CAPITALISED}){{1,6}}+)"
)
"""After a person's name, the body that the person belongs to: "Solveig Fenn of the Lamp Trust"."""
_LINE = re.compile(r"^(?P<label>(?:[\w’'-]+ ){0,3}[\w’'-]+: )?.*$", re.MULTILINE)
_BETWEEN = re.compile(r"(?: \([^()]{1,60}\))?(?:[,;] (?:and |& )?| and | & |[.;]?)")
"""What stands between the names in a row of names, and after the last."""
_GOES_ON = re.compile(r"[.;)]|,? [a-z(]|\s*\Z")
"""What stands after a whole name, so that the name does not go on there."""
_AND = re.compile(r",? (?:and|&) \Z")
_COMMA = re.compile(r",(?: and)? | and ")
_FEWEST = 3
"""A line with at least this many names is a row of names."""
_PERSON_AFTER = re.compile(
    rf"""
    (?: [ ] \([^()]{{1,30}}\) )?
    ,[ ] (?: aged[ ]\d | \d{{1,2}}, | (?:who|whose)[ ](?:is|was|has|had|leads?|led)\b
      | (?:(?:the|our|its|their|an?|former|acting|then|late)[ ]){{0,2}}
        (?:(?!and\b)[a-z’'-]+[ ]){{0,2}} (?:{POST}|{ROLE}) \b
      | (?:[A-Z][\w’'-]+[ ]){{0,3}} (?i:{POST}) (?= [ ](?:at|for|of)[ ] | [,;)] | [ ]*(?:\n|\Z) ) )
                                                           # Fenn, President of the Lamp Board
    | [ ] \( (?:aged[ ])? \d{{1,2}} \)
    | [ ] \( (?:1[5-9]|20)\d\d [-–] (?:(?:1[5-9]|20)\d\d)? \)              # Fenn (1931–2013)
    """,
    re.VERBOSE,
)
"""What stands right after a person's name: ", the chief executive", ", who chairs",
"(1931–2013)"."""


def is_sure(name: PersonalName, text: str) -> bool:
    """Whether a name is surely a person's, by more than its form; one bare letter is too little."""
    is_verb = name.given[:1] == ("Will",) and starts_sentence(text, name.start)
    is_label = name.start == 0 and name.given in (("A",), ("Q",))  # "A. Yes" answers "Q. Why?"
    is_hidden = not name.given and len(name.family) == 1  # Mr P
    if is_verb or is_label or is_hidden or _is_of_body(name, text):
        return False
    if name.evidence != "initials":
        return name.evidence != "form"
    if len(name.family) <= _SHORT_FAMILY and text[name.end : name.end + 1] == ".":
        return False  # "F. Supp."
    return len(name.given) > 1 or "." in text[name.start : name.end]


def is_told(name: PersonalName, text: str) -> bool:
    """Whether a name is a person's by what stands beside it, or by two family names in one.

    Thanks, an office, an age and a verb of saying are said of people: "We thank Hephzibah Crowe".
    """
    if not (name.given or name.title in OFFICES) or _is_part_of_other(name, text):
        return False
    if not name.title and text.endswith(("the ", "The "), 0, name.start):
        return False  # the Lantern Army told us
    before = text[max(0, name.start - 40) : name.start]
    body = _OF_BODY.match(text, name.end)
    described = (
        _PERSON_BEFORE.search(before)
        or _PERSON_AFTER.match(text, name.end)
        or (body and is_body(body["body"]))
    )
    if name.given and name.title in OFFICES:
        return True
    if says(text, name.end):
        # Three words without a known forename are a body's: Upper Tarn Utilities said.
        return len(name.given) < 2
    told = described or _is_double(name)
    return len(name.given) == 1 and not name.given[0].isupper() and bool(told)


def _is_double(name: PersonalName) -> bool:
    """Whether a family name is two that a hyphen joins, and no office: Under-Secretary."""
    one, _, other = name.family.partition("-")
    is_office = _OFFICE.fullmatch(other) or other in TITLES
    return min(len(one), len(other)) > 2 and other[0].isupper() and not is_office


def _is_part_of_other(name: PersonalName, text: str) -> bool:
    """Whether words begin a sentence, name a place, or end the name of a body."""
    if name.given and name.given[0].casefold() in OPENERS:
        return True
    if not name.title and is_body(text[name.start : name.end]):
        return True
    if _FIRM.match(text, name.end):
        return True
    near = max(0, name.start - _LONGEST_BODY)
    return any(one.search(text, near, name.start) for one in (_PLACED, _IN_BODY, _IN_ROW_OF_BODY))


def in_rows(
    people: Sequence[PersonalName], known: Sequence[PersonalName], text: str, common: Set[str]
) -> Iterator[PersonalName]:
    """Those who stand in a line of nothing but names, of which one is a person's for certain.

    A short word before a colon may say what they are: "Board: Ann Moss (chair), Hephzibah Crowe".
    So is who is joined to one by "and": "Dr Moss and Hephzibah Crowe wrote".

    Args:
        people: by their form, in order.
        known: those of them who are people for certain.
        text: of the passage.
        common: the words that the documents have in lower case.
    """
    certain = {(name.start, name.end) for name in known}
    found = (*_joined(people, certain, text), *_in_lines(people, certain, text))
    yield from (name for name in found if is_unheard(name, common))


def _joined(
    people: Sequence[PersonalName], certain: Set[Interval], text: str
) -> Iterator[PersonalName]:
    """Those whom "and" joins to one who is a person for certain, or who stand between two such."""
    starts, ends = {start for start, _ in certain}, {end for _, end in certain}
    for name in people:
        if len(name.given) != 1:
            continue
        joined = _AND.search(text, max(0, name.start - 6), name.start)
        behind = _COMMA.match(text, name.end)
        between = behind and behind.end() in starts and name.start - len(", ") in ends
        if between or (joined and joined.start() in ends and _GOES_ON.match(text, name.end)):
            yield name


def _in_lines(
    people: Sequence[PersonalName], certain: Set[Interval], text: str
) -> Iterator[PersonalName]:
    """The others in a line of nothing but names, of which one is a person's for certain."""
    starts = [name.start for name in people]
    for line in _LINE.finditer(text):
        at = line.end("label") if line["label"] else line.start()
        row = people[bisect_left(starts, at) : bisect_left(starts, line.end())]
        others = [name for name in row if (name.start, name.end) not in certain]
        gaps = [at, *(name.end for name in row)], [*(name.start for name in row), line.end()]
        between = [text[start:end] for start, end in zip(*gaps, strict=True)]
        if len(row) >= _FEWEST and len(others) < len(row) and all(map(_BETWEEN.fullmatch, between)):
            yield from (name for name in others if name.given)


def _is_of_body(name: PersonalName, text: str) -> bool:
    """Whether a title and a family name belong to a body: Pilots for Justice Leith."""
    if not name.title or name.given:
        return False
    near = max(0, name.start - _LONGEST_BODY)
    return bool(re.fullmatch(NAMED_BODY, name.family) or _IN_BODY.search(text, near, name.start))


def says(text: str, end: int) -> bool:
    """Whether a verb of saying stands right behind a name."""
    return _SAYS.match(text, end) is not None


def is_unheard(name: PersonalName, common: Set[str]) -> bool:
    """Whether no word of a name is also a word of the language in the documents."""
    parts = (*name.given, name.family, *name.family.split("-"))
    words = [word for word in parts if not word.islower()]
    return not any(word.casefold() in common or word.isupper() for word in words)
