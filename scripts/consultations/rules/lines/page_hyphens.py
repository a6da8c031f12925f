"""Words cut by a hyphen where a page or a paragraph seems to end.

Symptom: `ferry-` at the end of one page, `men of the lower town` at the top of the next.
Cause: the page ended inside the word; what it had at its foot and head has been taken out.
Remedy: the two halves come together. The hyphen goes where they are a word together and one of them
is none by itself; it stays where a dictionary or the document has the compound with it.
Leaves alone: everything else, since two halves that are words may be parts of two paragraphs.
Seen in: text converted from PDF.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.rules.dictionary import is_common, is_hyphenated
from consultations.rules.rule import text_rule
from consultations.rules.spelling.vocabulary import SUSPENDING, Vocabulary

_CUT = re.compile(
    r"""
    (?<! [^\W\d_] ) (?P<left> [^\W\d_]{1,40}+ ) (?P<hyphen> [-\N{HYPHEN}] )
    (?P<gap> [ \t]{0,4} (?: \r?\n [ \t\f]{0,99} ){1,20}+ )     # empty lines, or a form feed
    (?P<right> [a-zà-öø-ÿ]{1,40}+ )
    """,
    re.VERBOSE,
)


def _propose(text: str) -> Iterator[Proposal]:
    vocabulary = Vocabulary(text)
    for match in _CUT.finditer(text):
        left, right = match["left"].lower(), match["right"]
        is_line = match["gap"].count("\n") < 2 and "\f" not in match["gap"]
        if is_line or right in SUSPENDING:
            continue
        compound, solid = f"{left}-{right}", left + right
        if vocabulary.hyphenated[compound] or is_hyphenated(compound):
            reason = "a page's end after the hyphen of a word"
            yield Proposal(*match.span("gap"), "", "join", reason, "probable")
        elif is_common(solid) and not (is_common(left) and is_common(right)):
            reason = "a word cut at the end of a page"
            yield Proposal(match.start("hyphen"), match.end("gap"), "", "join", reason)


RULE = text_rule("page-hyphens", _propose)
