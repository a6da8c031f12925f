"""Tags of HTML that say nothing about the words.

Symptom: `<span style="color:red">`, `<div>`, `</p>`, `CO<sub>2</sub>`, `m<sup>2</sup>`.
Cause: the page's markup was taken out in part only.
Remedy: the tags are taken out; a raised 2 or 3 after a unit of length becomes `²` or `³`.
Leaves alone: tags of emphasis and of notes, which later rules read; links, tables, lists and
scripts; `<` as a sign.
Seen in: Markdown made from PDF and from web pages.
"""

import re
from collections.abc import Iterator

from consultations.model.emendation import Proposal
from consultations.rules.rule import text_rule

_TAG = re.compile(
    r"</?(?:abbr|big|center|div|font|p|section|small|span|sub)(?:\s[^<>]{0,500}+)?/?>",
    re.IGNORECASE,
)
_POWER = re.compile(
    r"(?<![^\s\d.,/(])(?:mm|cm|dm|m|km|ft|yd)(<sup>\s?([23])\s?</sup>)", re.IGNORECASE
)
_RAISED = {"2": "²", "3": "³"}


def _propose(text: str) -> Iterator[Proposal]:
    for match in _TAG.finditer(text):
        yield Proposal(*match.span(), "", "markup", "a tag that says nothing about the words")
    for match in _POWER.finditer(text):
        yield Proposal(*match.span(1), _RAISED[match[2]], "markup", "the power of a unit")


RULE = text_rule("page-tags", _propose, changes_letters=True)
