"""Quotation marks that were each read as the one before it.

Symptom: `‗rusty‘` for a word in single quotation marks, `―full of holes‖` for words in double ones,
`the painter‘s` for an apostrophe.
Cause: the type of the page keeps its marks one place off, and the converter read them by place.
Remedy: where a document has such a pair, the marks that the pairs stand for, and an apostrophe for
each `‘` that follows a letter or a point; as probable repairs.
Leaves alone: a document without a pair; `―` as a dash, which has no `‖` to close it; `‖` by itself,
as in `‖x‖`; a `‘` that opens.
Seen in: text converted from PDF.
"""

import re
from collections.abc import Iterator

from consultations.model.emendation import Proposal
from consultations.rules.rule import text_rule

_INSIDE = r"(?:[^\n―‖]|\n(?![ \t\r]*\n))"
"""What stands between two marks: anything but another such mark, and no empty line."""
_DOUBLE = re.compile(rf"(―)(?=\S){_INSIDE}{{1,2000}}+(?<=\S)(‖)")
_SINGLE = re.compile(r"(?<!\w)‗(?=[\w“(\[])[^\n‗‘]{1,500}+‘")
_OPENING = re.compile(r"(?<!\w)‗(?=[\w“―(\[])")
_CLOSING = re.compile(r"(?<=[\w.,;:!?…)\]‖”])‘|(?<!\w)‘(?=\d\ds?\b)")
_REASON = "a quotation mark read as the one before it in the type"


def _propose(text: str) -> Iterator[Proposal]:
    doubles = list(_DOUBLE.finditer(text))
    if not doubles and not _SINGLE.search(text):
        return
    places = [(match.span(1), "“") for match in doubles]
    places += [(match.span(2), "”") for match in doubles]
    places += [(match.span(), "‘") for match in _OPENING.finditer(text)]
    places += [(match.span(), "’") for match in _CLOSING.finditer(text)]
    for span, mark in places:
        yield Proposal(*span, mark, "mojibake", _REASON, "probable")


RULE = text_rule("shifted-quotes", _propose)
