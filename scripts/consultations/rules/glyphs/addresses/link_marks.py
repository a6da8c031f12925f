"""Markdown's marks round an address.

Symptom: `<http://example.org>`; `[www.example.org](http://www.example.org)`.
Cause: the source is Markdown.
Remedy: the marks go, and the second address with them where it says no more than the first.
Leaves alone: a link whose words are not its address; brackets of the author's.
Seen in: Markdown made from PDF and from web pages.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.rules.rule import text_rule

_ANGLED = re.compile(r"(<)(?:https?://|mailto:)[^\s<>]{1,2000}+(>)(?!`)", re.IGNORECASE)
_LINK = re.compile(r"(\[)([^\s\[\]]{1,2000}+)(\]\(([^\s()]{1,2000}+)\))")
_SCHEME = re.compile(r"^(?:https?://|mailto:)|/$", re.IGNORECASE)


def _propose(text: str) -> Iterator[Proposal]:
    for match in _ANGLED.finditer(text):
        for group in (1, 2):
            yield Proposal(*match.span(group), "", "markup", "markup of a link")
    for match in _LINK.finditer(text):
        if _SCHEME.sub("", match[2]) == _SCHEME.sub("", match[4]):
            for group in (1, 3):
                reason = "markup of a link whose words are its address"
                yield Proposal(*match.span(group), "", "markup", reason)


RULE = text_rule("link-marks", _propose)
