"""Members of a parliament, as others there speak of them: "the hon. Member for Leith North"."""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.annotate.quotations.voices import SOMEBODY, Candidate, Voice

_MEMBER = re.compile(
    r"\b(?:my (?:right )?hon(?:ourable|\.)? (?:and \w+ )?(?:friend|gentleman|lady),? )?"
    r"the (?:right )?(?:hon(?:ourable|\.)? )?"
    r"(?P<seat>member for (?-i:[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3}))",
    re.IGNORECASE,
)
"""Somebody in a parliament, as others there speak of them: the hon. Member for Leith North."""
_HONOURABLE = re.compile(
    r"\b(?:my|the) (?:(?:right )?hon(?:ourable|\.)?|noble) (?:and \w+ )?"
    r"(?:friend|gentleman|lady|lord|baroness|earl|viscount|member)\b(?! (?-i:[A-Z]))",
    re.IGNORECASE,
)
"""Somebody in a parliament who is not told from others: my right hon. Friend."""


def seated(text: str) -> Iterator[Candidate]:
    """Members of a parliament by the places that they sit for, which may look like names."""
    for match in _MEMBER.finditer(text):
        yield Candidate(*match.span(), Voice(match["seat"], "speech"))
    for match in _HONOURABLE.finditer(text):
        yield Candidate(*match.span(), SOMEBODY)
