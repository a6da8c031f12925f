"""Words run together at the end of a line that is lost.

Symptom: `harbourReport`: a small letter, then a capital, between two words of English;
`Mrs. ReedTo ask the Minister`; `painted(twice)`.
Cause: a line ended between the two, as in a title set in two lines or in the cell of a table, or a
picture's description was put in front of its caption, or a name in bold in front of what was said.
Remedy: a blank between the words, where the second has a capital; and after a name that begins a
paragraph with its title, where the second is a small word that sentences begin with. Before a
bracket it may be the author's slip, and is a finding.
Leaves alone: names written so (`PayPoint`, `iPlayer`, `LaTeX`, `Mr. McAllister`), which begin with
a capital, or of which a piece is no word; a name that the document has more than once; a name of a
program's.
Seen in: text converted from PDF.
"""

from collections import Counter
from collections.abc import Iterator

from consultations import patterns as re
from consultations.english.addresses import without_addresses
from consultations.english.persons import TITLE
from consultations.english.small_words import OPENERS
from consultations.english.word_lists import alternatives
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.rules.dictionary import is_common
from consultations.rules.rule import Rule

_TOGETHER = re.compile(r"(?<![\w.@#/\\`_-])([a-z]{4,30}+)([A-Z][a-z]{3,30}+)(?![\w.@(/\\`_=:-])")
_SPEECH = re.compile(
    rf"""
    ^[ \t]*
    {TITLE} [ ] (?: [A-Z][\w.’'-]{{0,20}} [ ] ){{0,3}}                 # Mrs. Ann
    (?! (?:Ma?c|Fitz|De|Du|La|Le|Van) [A-Z] )
    [A-Z](?:['’][A-Z])?[a-z]{{1,20}} (?:-[A-Z][a-z]{{1,20}})?          # Reed
    (?= ({alternatives(word.capitalize() for word in OPENERS)}) [ ]+ [a-z] )   # To ask
    """,
    re.VERBOSE | re.MULTILINE,
)
"""A name at the beginning of what it is the label of, and the small word that it runs into."""
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
    for match in _SPEECH.finditer(text):
        reason = "a speaker's name run into what was said"
        yield Proposal(match.end(), match.end(), " ", "spacing", reason, "probable")


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
