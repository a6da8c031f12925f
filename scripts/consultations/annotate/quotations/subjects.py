"""Whose a statement is, of all who are named in its sentence."""

import re
from collections.abc import Sequence

from consultations.annotate.quotations.voices import Candidate

_PREPOSITION = re.compile(
    r"\b(?:of|in|on|from|with|for|about|to|at|against|between|than|like|within|under|into"
    r"|\w+(?:ed|en|wn) by)"
    r"(?:\s(?:the|a|an|its|their|his|her|our))?(?:\s[\w-]+['’]s?)?\s(?:\w+/)?[\"'“‘]?$"
)
_NOUNS = (
    r"(?:announcement|argument|assurance|claim|commitment|conclusion|finding|pledge|promise"
    r"|recommendation|statement|suggestion|view)s?"
)
_STATEMENT_OF = re.compile(rf"\b{_NOUNS} (?:of|in|from|by|made by|made in) (?:the )?[\"'“‘]?$")
_OWN_STATEMENT = re.compile(rf"['’]s? (?:\w+ )?{_NOUNS}\b")
_OWNS = re.compile(r"['’]s?\s")
_AND = re.compile(r"\)?(?:\s?\([^)]*\))?,?\s(?:and\s)?(?:the\s)?\(?$")


def subject(text: str, start: int, named: Sequence[Candidate], free_only: bool) -> Candidate | None:
    """Who of those named is most likely the subject of the last verb.

    The one whose statement or recommendation it is; else the last who depends on no preposition
    and owns nothing that follows; if all do, the last, or none where only a free one counts. An
    anonymous speaker does not give way to a body that is named after him.
    """
    free: list[Candidate] = []
    bound = False
    for number, candidate in enumerate(named):
        previous = named[number - 1] if number else None
        between = text[previous.end if previous else start : candidate.start]
        after = text[candidate.end : candidate.end + 40]
        if _STATEMENT_OF.search(between) or _OWN_STATEMENT.match(after):
            return candidate
        joined = previous is not None and (
            _AND.match(between) or between.startswith(("'s ", "’s "))
        )
        bound = bool(_PREPOSITION.search(between)) or bool(joined and bound)
        if not bound and not _OWNS.match(after):
            free.append(candidate)
    anonymous = [c for c in free if c.voice and c.voice.anonymous]
    if anonymous and free[-1].voice and free[-1].voice.kind == "publication":
        return anonymous[-1]
    return free[-1] if free else None if free_only else named[-1]
