"""Words of the printer's on a page without a text.

Symptom: `This page is intentionally left blank`, `[Blank page]`, on a line of its own.
Cause: the page had nothing else, and the converter kept it.
Remedy: the line is taken out. It says of a page, a side or a leaf that it is blank or has no text,
and has no other word than those that such a line is made of.
Leaves alone: such words in a sentence that says more.
Seen in: text converted from PDF.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.rules.rule import text_rule

_BLANK_PAGE = re.compile(
    r"""
    ^ [ \t]* (?:\#{1,6}[ ])? [*_]{0,2} [\[(<–—-]? [ ]?
    (?=[^\n]{0,80} \b (?: blank | empty | no\s(?:text|content) ) \b )
    (?=[^\n]{0,80} \b (?: page | side | leaf | sheet | (?:intentional|deliberate|purpose)ly ) \b )
    (?: (?: this | the (?=\s(?:following|next|reverse|other)) | following | next | reverse | other
          | page | side | leaf | sheet
          | is | was | has | been | being | left | remains? | contains?
          | intentionally | deliberately | purposely | on\spurpose
          | blank | empty | no | text | content | of
          | for \s (?:double-?\s?sided\s)? printing (?:\s (?:purposes|reasons) )?
        ) \b ,?[ ]{0,2} ){2,12}                 # This page has been left blank on purpose
    [.]? [ ]? [\])>–—-]? [*_]{0,2} [ \t\r]* $
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)


def _propose(text: str) -> Iterator[Proposal]:
    for match in _BLANK_PAGE.finditer(text):
        yield Proposal(
            *match.span(), "", "running-header", "a page without a text says that it has none"
        )


RULE = text_rule("blank-pages", _propose)
