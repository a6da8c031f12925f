"""Ordinal numbers in two pieces.

Symptom: `1 st`, `22 nd`, `13 th`; `1<sup>st</sup>`.
Cause: the letters were raised on the page.
Remedy: what parts the number from its letters is taken out.
Leaves alone: letters that do not belong to the number (`2 st`), capitals (`4 St James`), a number
that is itself the end of something else.
Seen in: a table converted from PDF.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.rules.rule import text_rule

_ORDINAL = re.compile(
    r"(?<![\w.,/-])(\d{1,4})(?:([ \t]{1,3})(st|nd|rd|th)(?![\w-])|(<sup>)(st|nd|rd|th)(</sup>))"
)
_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}


def _ending(number: str) -> str:
    return "th" if number[-2:] in ("11", "12", "13") else _ENDINGS.get(number[-1], "th")


def _propose(text: str) -> Iterator[Proposal]:
    for match in _ORDINAL.finditer(text):
        if (match[3] or match[5]) != _ending(match[1]):
            continue
        if match[2]:
            reason = "a blank inside an ordinal number"
            yield Proposal(*match.span(2), "", "split-word", reason)
        else:
            for group in (4, 6):
                yield Proposal(*match.span(group), "", "markup", "the letters were raised")


RULE = text_rule("ordinals", _propose)
