"""Whoever is told twice in a row, by what they are and by name: "the clerk, Ann Moss, said"."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set

from consultations import patterns as re
from consultations.annotate.quotations.anaphora.spoken_of import UNSAID
from consultations.annotate.quotations.voices import SOMEBODY, Candidate, Voice
from consultations.english.dates import TIME_OF_YEAR, WEEKDAY
from consultations.english.kinds import BODIES
from consultations.english.name_parts import FORENAMES
from consultations.english.numerals import CARDINAL
from consultations.english.saying import SAYS
from consultations.english.small_words import ARTICLE, IN_NAMES, OPENERS
from consultations.english.word_lists import alternatives

TO_NAME = rf"(?:(?:{ARTICLE}|one)\s(?:late\s)?)?(?:[A-Z]{{2,4}}\s)?"
"""Before a name behind a description, in a pattern: the clerk, the late Revd Ann Moss; a nurse, RN
Ann Moss."""
_APPOSED = re.compile(
    rf"(?: (?:of|for|at|in|from|to|who) [^,.;:“”\"]{{1,60}})?"
    rf"(?:, (?:he|she) (?:{SAYS}))?(?:, |\s?[–—]\s?| \()"
    rf"(?:{TO_NAME}|\d{{1,3}}-year-old |(?:{ARTICLE}) (?:[\w-]+ ){{1,4}}named )"
    rf"| | named "
    rf"| of (?:{CARDINAL}|\d+) "  # mother of two Ann Moss
)
_BEHIND = re.compile(
    r", (?:(?:then|now|later|formerly|once|herself|himself) )?"
    r"(?:[a-z][a-z-]+ ){0,2}(?:[\w-]+['’]s?(?: [a-z][a-z-]+){0,2})? ?"
)
_ENDS = re.compile(
    r"(?: (?:at|for|from|in|of) (?!(?:which|whom)\b)[^,.;:()–—“”\"]{1,50})?"
    r"(?:[.;)–—]|\Z|, (?!(?:and|or)\b))"
)
"""Behind a description that is no subject of what follows, nor one of several."""
_CAPITAL = r"[A-Z][\w’'-]+"
_NAMED = re.compile(
    rf"\b(?:an?|one) (?:[\w-]+ ){{1,5}}named (?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,3}})"
)
_NAME_BEHIND = re.compile(
    rf", (?P<name>{_CAPITAL}), (?P<says>(?:{SAYS})\b)?| (?P<fore>{_CAPITAL})(?=,? [a-z0-9(])"
)
"""Behind a description: his wife, Fenna, says; his wife Ann kept the books."""
_FROM = re.compile(r", (?:by|from) (?:(?:an?|one|the) )?")
"""Between one and whoever it is from: "one, from a trader, says"."""
_IN_FRONT = re.compile(
    rf"""
    (?: \A | [.?!:;]\s | \b(?:and|but|while)\s )
    (?P<name> {_CAPITAL} (?: [ ] (?: (?:{alternatives(IN_NAMES)}) [ ] ){{0,2}} {_CAPITAL} ){{0,5}} )
    (?: \s \( [^()]{{1,60}} \) )? , \s \Z
    """,
    re.VERBOSE,
)
"""A clause up to its second words, behind a name: "Jess (not her name), a", "Boats for All, a"."""
_OF_MATTER = re.compile(r" (?:of|for) (?:[a-z][\w-]+ ){1,2}")
"""Between an office and the forename of who has it: the head of oil Ann Moss; no "rural Wales"."""
_COMMA_THE = re.compile(r", ")
"""Between somebody and what office is theirs: one of our members, the harbour master."""
_CLOSES = re.compile(r"[^,.;:“”\"]{0,60}, (?!and\b|or\b)")
_TIME = re.compile(rf"\b(?:{TIME_OF_YEAR}|{WEEKDAY})\b")
_LONGEST_FRONT = 140
"""In code points: a name and what stands in brackets behind it."""
_FAR_BESIDE = 75
"""In code points: a name may stand so far behind the description of its bearer."""


def named_once(text: str, found: Sequence[Candidate], described: Set[Candidate]) -> list[Candidate]:
    """Without the descriptions of those who are named beside them: "the clerk, Ann Moss, said".

    Nor is there a word for one of several who is described beside it: "one, a clerk, said".
    """
    by_description = [c for c in found if c in described]
    people = [c for c in found if c not in described and c.voice and c.voice.kind == "speech"]
    unsaid = [c for c in found if c.voice is None and UNSAID.match(text, c.start)]
    beside = {
        *_apposed(text, by_description, people),
        *_apposed(text, by_description, _with_forename(text, people), _OF_MATTER),
        *_apposed(text, unsaid, by_description),
        *_apposed(text, [c for c in found if c.voice == SOMEBODY], people),
        *_apposed(text, *_by_office(text, by_description), _COMMA_THE),
        *_apposed(text, unsaid, by_description, _FROM),
    }
    beside |= set(_told_again(text, people, by_description))
    return [candidate for candidate in found if candidate not in beside]


def _with_forename(text: str, people: Iterable[Candidate]) -> list[Candidate]:
    """Those whose names begin with a forename."""
    return [one for one in people if text[one.start : one.end].partition(" ")[0] in FORENAMES]


def without_whose(named: Iterable[Candidate], described: Sequence[Candidate]) -> list[Candidate]:
    """Those named, but for bodies that say only whose somebody is: "an FTW spokesman".

    Args:
        named: in any order.
        described: who is described in the same text.
    """
    offices = [one for one in described if one.voice and one.voice.kind == "speech"]
    return [
        one for one in named if not any(o.start < one.start and one.end < o.end for o in offices)
    ]


def _by_office(
    text: str,
    described: Sequence[Candidate],
) -> tuple[Sequence[Candidate], Sequence[Candidate]]:
    """Those described who may be anybody, and those told by an office: a member, the clerk."""
    voiced = [one for one in described if one.voice]
    return (
        [one for one in voiced if one.voice and one.voice.anonymous],
        [
            one
            for one in voiced
            if one.voice and not one.voice.anonymous and text.startswith("the ", one.start)
        ],
    )


def named_in_front(
    text: str, described: Sequence[Candidate], common: Set[str]
) -> Iterator[tuple[Candidate, Candidate]]:
    """Whoever has an unknown name and is described behind it, each with that description.

    Args:
        text: of one passage.
        described: those who are described in it.
        common: the words that the document has in lower case.
    """
    for one in described:
        if one.voice is None or not text.startswith(("a ", "an "), one.start):
            continue
        begins = max(0, one.start - _LONGEST_FRONT)
        front = _IN_FRONT.search(text[begins : one.start])
        if front is None or not _CLOSES.match(text, one.end) or _TIME.search(front["name"]):
            continue
        first, *others = front["name"].casefold().split()
        if first in OPENERS or (first in common and not others):
            continue
        is_body = one.voice.label.split()[-1] in BODIES
        voice = Voice(front["name"], "publication" if is_body else "speech")
        start, end = (begins + at for at in front.span("name"))
        yield Candidate(start, end, voice), one


def named_behind(text: str, described: Sequence[Candidate]) -> Iterator[Candidate]:
    """Whoever has a name that is none by its form, behind a description or after "named"."""
    named = [match.span("name") for match in _NAMED.finditer(text)]
    for one in described:
        behind = _NAME_BEHIND.match(text, one.end)
        if behind and (behind["says"] or (behind["name"] or behind["fore"]) in FORENAMES):
            named.append(behind.span("name" if behind["name"] else "fore"))
    for start, end in named:
        if not _TIME.search(text[start:end]):
            yield Candidate(start, end, Voice(text[start:end], "speech"))


def _told_again(
    text: str, people: Sequence[Candidate], by_description: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Descriptions behind the name of whom they are of: "says Ann Moss, then a clerk. She"."""
    for one in people:
        nearest = bisect_left(by_description, one.end, key=lambda c: c.start)
        for other in by_description[nearest : nearest + 1]:
            behind = _BEHIND.fullmatch(text, one.end, other.start)
            if behind and _ENDS.match(text, other.end):
                yield other


def _apposed(
    text: str,
    fronts: Sequence[Candidate],
    backs: Sequence[Candidate],
    between: re.Pattern[str] = _APPOSED,
) -> Iterator[Candidate]:
    """Those of the first whom one of the others, in order, tells again right behind a comma."""
    for one in fronts:
        nearest = bisect_left(backs, one.end, key=lambda c: c.start)
        for other in backs[nearest : nearest + 1]:
            near = other.start - one.end < _FAR_BESIDE
            if near and between.fullmatch(text, one.end, other.start):
                yield one
