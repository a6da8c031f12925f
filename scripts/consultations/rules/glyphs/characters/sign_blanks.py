"""A blank before ® or ™.

Symptom: `Lampwise ®`, where the same document has `Lampwise®`.
Cause: the sign was raised or set in another type.
Remedy: the blank is taken out. The repair is certain where the document has the same word and sign
without a blank, otherwise probable.
Leaves alone: a sign that stands by itself.
Seen in: text converted from PDF.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.emendation import Certainty, Proposal
from consultations.rules.rule import text_rule

_SIGN = re.compile(r"(?<=\w)[ \t]{1,3}([®™])(?!\w)", needs="®™")
_TOGETHER = re.compile(r"(?<!\w)(\w++)[®™]", needs="®™")
_WORD_BEFORE = re.compile(r"(?<!\w)\w++\Z")


def _propose(text: str) -> Iterator[Proposal]:
    together = {match[1] for match in _TOGETHER.finditer(text)}
    for match in _SIGN.finditer(text):
        word = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
        certainty: Certainty = "certain" if word and word[0] in together else "probable"
        reason = "a blank before a raised sign"
        yield Proposal(match.start(), match.start(1), "", "spacing", reason, certainty)


RULE = text_rule("sign-blanks", _propose)
