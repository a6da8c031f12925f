"""Capitals set apart from the rest of their words.

Symptom: `E XECUTIVE S UMMARY`, `T he harbour`, `T` on a line of its own over `he harbour`.
Cause: the capital was set larger than the letters after it, as in small capitals or at the
beginning of a chapter, or a letter was moved under it to look well (`T o`, `W e`).
Remedy: what parts them is taken out, where they are one word together and the rest is none by
itself; where it is one, at the beginning of a paragraph alone, as a probable repair.
Leaves alone: a capital that is a word or stands for something (`Plan B each year`, `A long time`,
`vitamin C`); initials.
Seen in: headings and first paragraphs of text converted from PDF.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.emendation import Certainty, Proposal
from consultations.rules.dictionary import is_common
from consultations.rules.rule import text_rule

_PARTED = re.compile(
    r"""
    (?<! [\w'’.&] ) (?<! \b[A-Z] [ ] )
    ( [A-Z] )
    ( [ ] | (?<= ^. ) \n{1,2} )                   # a drop capital is a line of its own
    ( [A-Z]{2,30}+ | [a-z]{1,30}+ ) (?! [\w'’] )
    """,
    re.VERBOSE | re.MULTILINE,
)
_BEGINS = re.compile(r"(?:\A|\n[ \t]*\n)[ \t]*\Z")
"""What stands before the first word of a paragraph."""
_BEGINS_SENTENCE = re.compile(r"(?:\A|\n[ \t]*\n|[.?!:]['’”)]?[ \n])[ \t]*\Z")
_MARGIN = 200
"""Code points before a capital in which is seen what it begins."""
_WORDS_OF_A_LETTER = "AIO"


def _certainty(text: str, match: re.Match[str]) -> Certainty | None:
    """How sure it is that a capital and what follows it are one word; None where it is not."""
    capital, _, rest = match.groups()
    if not is_common((capital + rest).lower()):
        return None
    # A slice would have a beginning of its own, where the text goes on.
    before = (text, max(0, match.start() - _MARGIN), match.start())
    if not is_common(rest.lower()):
        may_be_apart = len(rest) == 1 and not _BEGINS_SENTENCE.search(*before)
        return None if may_be_apart else "certain"
    if capital not in _WORDS_OF_A_LETTER and _BEGINS.search(*before):
        return "probable"
    return None


def _propose(text: str) -> Iterator[Proposal]:
    for match in _PARTED.finditer(text):
        if certainty := _certainty(text, match):
            reason = "a capital set apart from the rest of its word"
            yield Proposal(*match.span(2), "", "split-word", reason, certainty)


RULE = text_rule("split-capitals", _propose)
