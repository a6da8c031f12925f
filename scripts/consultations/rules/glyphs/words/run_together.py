"""Words run together at the end of a line that is lost.

Symptom: `harbourReport`: a small letter, then a capital, between two words of English;
`painted(twice)`.
Cause: a line ended between the two, as in a title set in two lines or in the cell of a table, or a
picture's description was put in front of its caption.
Remedy: a blank between the words, where the second has a capital; before a bracket it may be the
author's slip, and is a finding.
Leaves alone: names written so (`PayPoint`, `iPlayer`, `LaTeX`), which begin with a capital, or of
which a piece is no word; a name that the document has more than once; a name of a program's.
Seen in: text converted from PDF.
"""

from collections import Counter
from collections.abc import Iterator

from consultations import patterns as re
from consultations.english.addresses import without_addresses
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.rules.dictionary import is_common
from consultations.rules.rule import Rule

_TOGETHER = re.compile(r"(?<![\w.@#/\\`_-])([a-z]{4,30}+)([A-Z][a-z]{3,30}+)(?![\w.@(/\\`_=:-])")
_BRACKET = re.compile(r"(?<![\w.@#/\\`_-])([A-Za-z][a-z]{3,30}+)\(([a-z]{4,30}+)\)(?![\w(.=:`])")


def _proposals(text: str) -> Iterator[Proposal]:
    found = list(_TOGETHER.finditer(text))
    often = Counter(match[0] for match in found)
    for match in found:
        words = is_common(match[1]) and is_common(match[2].lower())
        if words and often[match[0]] == 1:
            at = match.start(2)
            reason = "two words run together where a line ended"
            yield Proposal(at, at, " ", "spacing", reason, "probable")


def _findings(draft: Draft, text: str) -> Iterator[Finding]:
    for match in _BRACKET.finditer(text):
        if is_common(match[1].lower()) and is_common(match[2]):
            yield Finding(
                code="blank-before-bracket-missing",
                severity="note",
                what=f"{match[0]!r} has no blank before its bracket",
                hint="if the conversion lost it, mend it by an erratum",
                place=draft.locate(match.start()),
            )


def _revise(draft: Draft) -> Revision:
    text = without_addresses(draft.text)
    return Revision(tuple(_proposals(text)), findings=tuple(_findings(draft, text)))


RULE = Rule("run-together", _revise)
