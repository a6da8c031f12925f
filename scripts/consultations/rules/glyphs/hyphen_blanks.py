"""Compounds with a blank beside their hyphen.

Symptom: `user- led`, `time- frame`, `peer -led`.
Cause: the line ended at the hyphen, or the converter took the hyphen for a word of its own.
Remedy: the blank is taken out. The repair is certain where the document or a dictionary has the
compound with its hyphen, and probable where it has the two words as one, or joins either of them to
other words with a hyphen.
Leaves alone: a compound cut short on purpose (`pre- and post-natal`); a hyphen that stands for a
dash (`the service- it is new`).
Seen in: text converted from PDF.
"""

import re
from collections.abc import Iterator

from consultations.model.emendation import Certainty, Proposal
from consultations.rules.dictionary import is_common, is_hyphenated, is_word
from consultations.rules.rule import text_rule
from consultations.rules.vocabulary import SUSPENDING, Vocabulary

_AFTER = re.compile(r"(?<!\w)([^\W\d_]++)[-‐]([ \t]{1,2})([a-zà-öø-ÿ]{3,40}+)(?!\w)")
_BEFORE = re.compile(r"(?<!\w)([^\W\d_]++)([ \t]{1,2})[-‐]([a-zà-öø-ÿ]{3,40}+)(?!\w)")


def _certainty(left: str, right: str, vocabulary: Vocabulary) -> Certainty | None:
    """How sure it is that two words are one compound; None where they may well be two."""
    compound = f"{left}-{right}"
    if vocabulary.hyphenated[compound] or is_hyphenated(compound):
        return "certain"
    words = is_common(left) and is_common(right) and len(left) > 3
    if (words and is_word(left + right)) or vocabulary.joins(left, right):
        return "probable"
    return None


def _propose(text: str) -> Iterator[Proposal]:
    vocabulary = Vocabulary(text)
    for pattern in (_AFTER, _BEFORE):
        for match in pattern.finditer(text):
            left, right = match[1].lower(), match[3]
            if right in SUSPENDING:
                continue
            certainty = _certainty(left, right, vocabulary)
            if certainty:
                reason = "a blank beside the hyphen of a compound"
                yield Proposal(*match.span(2), "", "split-word", reason, certainty)


RULE = text_rule("hyphen-blanks", _propose)
