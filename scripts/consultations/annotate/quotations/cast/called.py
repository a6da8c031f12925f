"""People by what a text calls them that gives no full name: a forename, or two initials.

A forename counts where a sentence begins with it and goes on in small letters, "Ann came to us in
May", and within one where one person of the document has it: "After that, Ann wrote". Two capitals
are a person's where the text sets them beside what that one is: "her tutor, AM,", "JD, a former
clerk,". Elsewhere they may be a body's.
"""

from collections.abc import Iterable, Iterator

from consultations import patterns as re
from consultations.annotate.quotations.cast.people import People
from consultations.annotate.quotations.voices import Candidate, Voice
from consultations.english.dates import TIMES_OF_YEAR
from consultations.english.name_parts import is_forename
from consultations.english.persons import HEARD, POST, ROLE
from consultations.english.small_words import DETERMINER, OPENERS, SMALL_WORDS

_FORENAME = re.compile(
    r"(?:\A|(?<=[.?!:]\s)|(?<=[.?!][”’\"']\s))(?:(?P<for>For|To)\s)?"
    r"(?P<name>[A-Z][\w-]*[a-z])(?(for),|(?=\s[a-z]|[’']s\s))"
)
_WITHIN = re.compile(
    r"(?:(?<=[,;]\s)|(?<=\b(?:and|but)\s)|(?<=\b(?:that|when)\s))"
    r"(?P<name>[A-Z][\w-]*[a-z])(?=\s[a-z]|[’']s\s)"
)
"""Where a clause begins with it: `After that, Ann wrote`."""
_SOMEBODY = rf"(?:[\w-]+[ ]){{0,3}}?(?:{HEARD}|{POST}|{ROLE})(?<!s)"
_INITIALS = re.compile(
    rf"""
    \b (?: (?i:one|{DETERMINER}) [ ] {_SOMEBODY} , [ ] (?P<behind> [A-Z]{{2}} ) ,  # a tutor, AM,
         | (?P<front> [A-Z]{{2}} ) , [ ] (?: one | {DETERMINER} ) [ ] {_SOMEBODY} \b ) # JD, a clerk
    """,
    re.VERBOSE,
)


def by_forename(text: str, people: People) -> Iterator[Candidate]:
    """Whoever a sentence of a passage's text, or a clause, begins with by the forename alone."""
    beginning = [(match, True) for match in _FORENAME.finditer(text)]
    for match, begins in (*beginning, *((match, False) for match in _WITHIN.finditer(text))):
        name = match["name"]
        is_word = any(name.casefold() in words for words in (people.common, OPENERS, SMALL_WORDS))
        if is_word or not is_forename(name) or name in TIMES_OF_YEAR:  # An, Will
            continue
        full = people.by_forename.get(name, ())
        if len(full) == 1 or (begins and not full):
            yield Candidate(*match.span("name"), Voice(full[0] if full else name, "speech"))


def by_initials(texts: Iterable[str]) -> frozenset[str]:
    """The initials by which some texts call people whom they do not name."""
    found = (match for text in texts for match in _INITIALS.finditer(text))
    return frozenset(match["behind"] or match["front"] for match in found)
