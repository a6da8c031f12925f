"""Words run together at the end of a line that is lost.

Symptom: `consultationResponse`: a small letter, then a capital, between two words of English.
Cause: a line ended between the two, as in a title set in two lines, or a picture's description was
put in front of its caption.
Remedy: a blank between the words.
Leaves alone: names written so (`JobCentre`, `iPlayer`, `LaTeX`), which begin with a capital, or of
which a piece is no word; a name that the document has more than once; a name of a program's.
Seen in: text converted from PDF.
"""

import re
from collections import Counter
from collections.abc import Iterator

from consultations.model.emendation import Proposal
from consultations.rules.addresses import without_addresses
from consultations.rules.dictionary import is_common
from consultations.rules.rule import text_rule

_TOGETHER = re.compile(r"(?<![\w.@#/\\`_-])([a-z]{4,30}+)([A-Z][a-z]{3,30}+)(?![\w.@(/\\`_=:-])")


def _propose(text: str) -> Iterator[Proposal]:
    found = list(_TOGETHER.finditer(without_addresses(text)))
    often = Counter(match[0] for match in found)
    for match in found:
        words = is_common(match[1]) and is_common(match[2].lower())
        if words and often[match[0]] == 1:
            at = match.start(2)
            reason = "two words run together where a line ended"
            yield Proposal(at, at, " ", "spacing", reason, "probable")


RULE = text_rule("run-together", _propose)
