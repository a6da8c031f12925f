"""Entities and line breaks of HTML left in the text.

Symptom: `&amp;`, `&nbsp;`, `&#8217;`; `<br>`; `<!-- a comment -->`.
Cause: the page's source was copied, or its markup taken out before its entities were read.
Remedy: the character that the entity stands for; an end of line for a line break, or a blank
within a row of a table; a comment goes.
Leaves alone: `&` by itself, with a blank after it, or before a name that HTML does not know.
Seen in: text made from web pages.
"""

import re
from collections.abc import Iterator
from html import unescape

from consultations.model.emendation import Proposal
from consultations.rules.rule import text_rule

# However often the ampersand itself was escaped.
_ENTITY = re.compile(r"&(?:amp;)*+(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_AMPERSANDS = re.compile(r"&(?:amp;)++(?!#?\w{1,31};)")
_LONGEST_ROW = 2_000
_BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)


def _propose(text: str) -> Iterator[Proposal]:
    comments = list(_comments(text))
    yield from comments
    text = _blanked(text, comments)
    for match in _ENTITY.finditer(text):
        meant = unescape(f"&{match[1]};")
        if not meant.endswith(";"):
            yield Proposal(*match.span(), meant, "entity", "an entity of HTML")
    for match in _AMPERSANDS.finditer(text):
        yield Proposal(*match.span(), "&", "entity", "an entity of HTML")
    for match in _BREAK.finditer(text):
        after = " " if _is_row(text, match.start()) else "\n"
        yield Proposal(*match.span(), after, "markup", "a line break of HTML")


def _is_row(text: str, place: int) -> bool:
    """Whether a place stands in a row of a table, which an end of line would cut."""
    low = max(0, place - _LONGEST_ROW)
    start = text.rfind("\n", low, place) + 1 or low
    return text[start : start + 1] == "|" or "\t" in text[start:place]


def _comments(text: str) -> Iterator[Proposal]:
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start + 4)) >= 0:
        yield Proposal(start, end + 3, "", "markup", "a comment of HTML")
        start = text.find("<!--", end + 3)


def _blanked(text: str, taken: list[Proposal]) -> str:
    """The text with blanks where something is taken out already, so that places stay the same."""
    pieces: list[str] = []
    at = 0
    for proposal in taken:
        pieces += text[at : proposal.start], " " * (proposal.end - proposal.start)
        at = proposal.end
    return "".join([*pieces, text[at:]])


RULE = text_rule("entities", _propose, changes_letters=True)
