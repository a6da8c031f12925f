"""Compounds with a blank beside their hyphen.

Symptom: `ferry- led`, `time- frame`, `tenant -led`.
Cause: the line ended at the hyphen, or the converter took the hyphen for a word of its own.
Remedy: the blank is taken out. The repair is certain where the document or a dictionary has the
compound with its hyphen, and probable where it has the two words as one, or joins either of them to
other words with a hyphen.
Leaves alone: a compound cut short on purpose (`pre- and post-natal`); a hyphen that stands for a
dash (`the service- it is new`). After a number, what is nothing that a number counts (`a two-
contract`) may have lost a word, and is a finding.
Seen in: text converted from PDF.
"""

from consultations import patterns as re
from consultations.english.numerals import CARDINALS
from consultations.english.small_words import SMALL_WORDS
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Certainty, Proposal
from consultations.model.finding import Finding
from consultations.rules.dictionary import is_common, is_hyphenated, is_word
from consultations.rules.rule import Rule
from consultations.rules.spelling.vocabulary import MEASURES, SUSPENDING, Vocabulary

_AFTER = re.compile(r"(?<!\w)([^\W\d_]++)[-‐]([ \t]{1,2})([a-zà-öø-ÿ]{3,40}+)(?!\w)")
_BEFORE = re.compile(r"(?<!\w)([^\W\d_]++)([ \t]{1,2})[-‐]([a-zà-öø-ÿ]{3,40}+)(?!\w)")


def _certainty(left: str, right: str, vocabulary: Vocabulary) -> Certainty | None:
    """How sure it is that two words are one compound; None where they may well be two."""
    compound = f"{left}-{right}"
    if vocabulary.hyphenated[compound] or is_hyphenated(compound):
        return "certain"
    if left in CARDINALS:
        return "probable" if right in MEASURES else None
    words = is_common(left) and is_common(right) and len(left) > 3
    if (words and is_word(left + right)) or vocabulary.joins(left, right):
        return "probable"
    return None


def _revise(draft: Draft) -> Revision:
    vocabulary = Vocabulary(draft.text)
    proposals, findings = [], []
    for pattern in (_AFTER, _BEFORE):
        for match in pattern.finditer(draft.text):
            left, right = match[1].lower(), match[3]
            if right in SUSPENDING:
                continue
            certainty = _certainty(left, right, vocabulary)
            if certainty:
                reason = "a blank beside the hyphen of a compound"
                proposals.append(Proposal(*match.span(2), "", "split-word", reason, certainty))
            elif left in CARDINALS and right not in SMALL_WORDS:
                findings.append(_word_missing(draft, match))
    return Revision(tuple(proposals), findings=tuple(findings))


def _word_missing(draft: Draft, match: re.Match[str]) -> Finding:
    return Finding(
        code="word-missing",
        severity="note",
        what=f"{match[0]!r}: the hyphen leads to no word that a number counts",
        hint="if the conversion lost a word, mend it by an erratum",
        place=draft.locate(match.start()),
    )


RULE = Rule("hyphen-blanks", _revise)
