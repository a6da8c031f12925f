"""For whom initials stand in minutes: `AM`, where those present are `Ann Moss (AM), Jo Bell (JB)`.

A list gives the initials beside each name, in brackets, behind a dash or in a cell of their own; or
it gives the names alone, and initials are those of one of them. They must be the first letters of
the name's words: what else stands in brackets behind a name is a body, a place or an office.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from consultations import patterns as re
from consultations.english.name_parts import PersonalName
from consultations.english.personal_names import personal_names
from consultations.english.persons import POST, ROLE
from consultations.model.edition import Edition, Passage

INITIALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{2,5}")
_BEHIND = re.compile(
    rf"""
    (?: ,\s[^,;()]{{1,40}} )? \s? [(\[] \s? ({INITIALS.pattern}) (?= [\s,;)\]–-] )  # Ann Moss (AM)
  | \s [–—-] \s ({INITIALS.pattern}) (?= [\s,;] | \Z )                         # Ann Moss – AM
    """,
    re.VERBOSE,
)
_BEFORE = re.compile(rf"(?:\A|(?<=[\s,;]))({INITIALS.pattern})\s?[:=–—-]\s\Z")
"""`AM – Ann Moss`."""
_OFFICE = re.compile(rf"{POST}|{ROLE}", re.IGNORECASE)
"""What an office ends in, which stands behind a name and may look like another."""
_NEAR = 12
"""Code points before a name in which its initials stand."""
_PRESENT = re.compile(
    r"""
    (?: (?: also | members | those | committee | panel ) \s )?
    (?: present | in\sattendance | attend(?:ees|ing|ance|ed\sby) | members | witness(?:es)?
      | participants | speakers | interview(?:er|ee)s? )
    \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MOST_LISTED = 12
"""Passages in which a list of those present goes on."""


def initials_of(edition: Edition) -> Mapping[str, str]:
    """The names of those whom a document calls by initials; none where two have the same."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    listed: defaultdict[str, set[str]] = defaultdict(set)
    left = 0
    for passage in edition.passages:
        if _PRESENT.match(passage.text):
            left = _MOST_LISTED
        elif passage.kind == "heading":
            left = 0
        left -= left > 0
        for line in _lines(passage):
            for name in personal_names(line):
                if name.evidence == "form" and _OFFICE.fullmatch(name.family):
                    continue  # `Ann Moss (AM), Lamp Officer`
                words = " ".join((*name.given, name.family))
                short = _beside(line, name)
                if short in _shortened(name) and (left or name.evidence != "form"):
                    told[short].add(words)
                for initials in _shortened(name) if left else ():
                    listed[initials].add(words)
    both = {**listed, **told}
    return {short: next(iter(names)) for short, names in both.items() if len(names) == 1}


def _lines(passage: Passage) -> Iterator[str]:
    """The lines of a passage; of a table, its rows with a dash between the cells."""
    if passage.rows:
        yield from (" – ".join(filter(None, row)) for row in passage.rows)
    else:
        yield from passage.text.split("\n")


def _beside(line: str, name: PersonalName) -> str | None:
    """The initials right behind a name, or before it."""
    behind = _BEHIND.match(line, name.end)
    before = _BEFORE.search(line[max(0, name.start - _NEAR) : name.start])
    return (behind[1] or behind[2]) if behind else before[1] if before else None


def _shortened(name: PersonalName) -> set[str]:
    """The initials that a name may have: of its words with a capital, of the first and the last."""
    words = [*name.given, *re.split(r"[\s-]", name.family)]
    letters = [word[0] for word in words if word[:1].isupper()]
    return {"".join(letters), letters[0] + letters[-1]} if len(letters) > 1 else set()
