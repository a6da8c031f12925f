"""Words of the printer's on a page without a text.

Symptom: `This page is intentionally left blank`, `[Blank page]`, on a line of its own.
Cause: the page had nothing else, and the converter kept it.
Remedy: the line is taken out.
Leaves alone: such words in a sentence.
Seen in: text converted from PDF.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.rules.rule import text_rule

_BLANK_PAGE = re.compile(
    r"""
    ^ [ \t]* (?:\#{1,6}[ ])? [*_]{0,2} [\[(<]?
    (?: (?:this\s)? page \s (?:(?:is|has\sbeen|was)\s)?
        (?: (?:left|intentionally|deliberately) \s ){0,2} blank
        (?: \s (?:intentionally|deliberately) )?      # Page left blank intentionally
      | blank \s page                                # [Blank page]
      | (?:intentionally|deliberately) \s (?:left\s)? blank
    )
    [.]? [\])>]? [*_]{0,2} [ \t\r]* $
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)


def _propose(text: str) -> Iterator[Proposal]:
    for match in _BLANK_PAGE.finditer(text):
        yield Proposal(
            *match.span(), "", "running-header", "a page without a text says that it has none"
        )


RULE = text_rule("blank-pages", _propose)
