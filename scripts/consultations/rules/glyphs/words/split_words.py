"""Words with a blank inside them.

Symptom: `organi sation`, `treat ment`, `RECOM MENDATIONS`, `two pilot s`.
Cause: the letters stood apart on the page, or a ligature was read as the end of a word.
Remedy: the blank is taken out, where the pieces together are a word and by themselves are none; as
a probable repair, where the second of them is none. A single `s` goes to the word before it only
after a word that counts more than one.
Leaves alone: two pieces of which each is a word (`with out`, `any one`); a prefix set apart
(`non statutory`, `pro forma`); an `s` that may have lost its apostrophe, which is a finding.
Seen in: text converted from PDF.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.english.numerals import CARDINAL
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.rules.dictionary import is_common, is_word
from consultations.rules.rule import Rule
from consultations.rules.spelling.vocabulary import PREFIXES, SOLID_PREFIXES, Vocabulary

_PIECES = re.compile(
    r"""
    (?<! [\w'’.-] )
    ( [A-Za-z][a-z]++ (?=[ ][a-z]) | [A-Z]{2,30}+ (?=[ ][A-Z]) )    # Organi sation   RECOM MEND
    ( [ ] )
    (?= ( [a-z]{2,30}+ | [A-Z]{2,30}+ ) (?! [\w'’-] | \.\w ) )
    """,
    re.VERBOSE,
)
_SINGLE_S = re.compile(r"(?<![\w'’.-])([A-Za-z]?[a-z]++)( )(s)(?![\w'’.)-])")
_COUNTING = re.compile(
    rf"""
    (?<!\w)
    (?: (?!one\b|zero\b) {CARDINAL}
      | several | many | few | these | those | both | all | other | various
    )
    \s (?: [a-z]{{1,20}} \s ){{0,2}} \Z                    # three of those   several old ones
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PREFIXES = PREFIXES | SOLID_PREFIXES
_SHORTEST, _SHORTEST_PIECE = 6, 3
_SEEN_BEFORE = 60
"""Code points in which a word that counts is looked for."""


def _split(text: str, vocabulary: Vocabulary) -> Iterator[Proposal]:
    for match in _PIECES.finditer(text):
        left, right = match[1].lower(), match[3].lower()
        whole = left + right
        if len(whole) < _SHORTEST or not is_common(whole) or left in _PREFIXES:
            continue
        # What the document has by itself elsewhere is a word of its own: a name, an abbreviation.
        if vocabulary.solid[right] > 1:
            continue
        if not is_word(left) and not is_word(right) and vocabulary.solid[left] == 1:
            yield Proposal(*match.span(2), "", "split-word", "a blank inside a word")
        elif is_common(left) and not is_common(right) and len(right) >= _SHORTEST_PIECE:
            reason = "a blank before the end of a word, which is none by itself"
            yield Proposal(*match.span(2), "", "split-word", reason, "probable")


def _revise(draft: Draft) -> Revision:
    proposals = list(_split(draft.text, Vocabulary(draft.text)))
    findings = []
    for match in _SINGLE_S.finditer(draft.text):
        if not is_common(f"{match[1].lower()}s"):
            continue
        if _COUNTING.search(draft.text, max(0, match.start() - _SEEN_BEFORE), match.start()):
            reason = "a blank before the ending of a plural"
            proposals.append(Proposal(*match.span(2), "", "split-word", reason, "probable"))
        else:
            findings.append(
                Finding(
                    code="single-s",
                    severity="note",
                    what=f"{match[0]!r}: a plural, or a genitive without its apostrophe",
                    hint="mend it by an erratum, if the document shows which",
                    place=draft.locate(match.start()),
                )
            )
    return Revision(tuple(proposals), findings=tuple(findings))


RULE = Rule("split-words", _revise)
