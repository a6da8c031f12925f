"""Words run together at the end of a line that is lost.

Symptom: `harbourReport`: a small letter, then a capital, between two words of English;
`ofthe`, `lampswere`; `Mrs. ReedTo ask the Minister`; `painted(twice)`.
Cause: a line ended between the two, as in a title set in two lines or in the cell of a table, or a
picture's description was put in front of its caption, or a name in bold in front of what was said.
Remedy: a blank between the words, where the second has a capital; after a name that begins a
paragraph with its title, where the second is a small word that sentences begin with; and between
two words in small letters of which one is a small word, where the document has several such and
little else that no dictionary knows. Before a bracket it may be the author's slip, and is a
finding; so is what may be two full words, one of them long, or a compound that lost its hyphen.
Leaves alone: names written so (`PayPoint`, `iPlayer`, `LaTeX`, `Mr. McAllister`), which begin with
a capital, or of which a piece is no word; what the document has more than once; a name of a
program's; a word that can be parted in two ways; a text in a language that no dictionary here has.
Seen in: text converted from PDF.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from consultations import patterns as re
from consultations.english.addresses import without_addresses
from consultations.english.persons import TITLE
from consultations.english.small_words import ALWAYS_SMALL, OPENERS
from consultations.english.word_lists import alternatives, words
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.rules.dictionary import is_common, is_word
from consultations.rules.rule import Rule

_TOGETHER = re.compile(r"(?<![\w.@#/\\`_-])([a-z]{2,30}+)([A-Z][a-z]{3,30}+)(?![\w.@(/\\`_=:-])")
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
_SMALL_LETTERS = re.compile(r"(?<![\w@#./\\_-])[a-z]{5,39}+(?![\w@/\\_-]|\.\w)")
_LONE = {"of"} | {
    word
    for word in ALWAYS_SMALL
    & words(
        "small_words",
        *("articles", "possessives", "coordinators", "subordinators", "be", "adverbs"),
    )
    if len(word) > 2
}
"""Small words that no compound is made with, as `overpaint` is with another. Those of two
letters are endings too: `implementor`."""
_COMPANY = 3
"""Places where two words, one of them small, must have run together before any is parted."""
_FULL_WORD = 4
"""Letters of a word at least that is no small one."""
_LONG_WORD = 7
"""Letters of the longer of two full words. Many write new compounds of two short ones solid."""


def _partings(word: str) -> Iterator[tuple[str, str]]:
    """The ways to part an unknown word, in lower case, into two that are known."""
    for at in range(2, len(word) - 1):
        if _is_part(word[:at]) and _is_part(word[at:]):
            yield word[:at], word[at:]


def _is_part(word: str) -> bool:
    return word in _LONE or (len(word) >= _FULL_WORD and is_common(word))


def _unknown(text: str) -> Mapping[str, int]:
    """The words in small letters that no dictionary has, and how often each stands there."""
    often = Counter(_SMALL_LETTERS.findall(text))
    return {word: count for word, count in often.items() if not is_word(word)}


def _parted(unknown: Mapping[str, int]) -> Mapping[str, int]:
    """Where each word parts that has one way to: letters from its beginning, by the word.

    Of several ways it is the one into a small word, if one is: `keepers and`, not `keeper sand`.
    Empty where few have run into a small word, or most of what is unknown is something else: a
    page in Welsh has words that look like two of English.
    """
    ways = {word: tuple(_partings(word)) for word, count in unknown.items() if count == 1}
    into = {word: [w for w in found if not _LONE.isdisjoint(w)] for word, found in ways.items()}
    small = {word: found[0] for word, found in into.items() if len(found) == 1}
    if len(small) < _COMPANY or sum(map(bool, ways.values())) * 2 < len(unknown):
        return {}
    lone = {word: found[0] for word, found in ways.items() if len(found) == 1}
    parted = {word: way for word, way in lone.items() if _is_long(way)} | small
    return {word: len(way[0]) for word, way in parted.items()}


def _is_long(way: tuple[str, str]) -> bool:
    return max(map(len, way)) >= _LONG_WORD


def _may_be_two(word: str) -> bool:
    full = (way for way in _partings(word) if min(map(len, way)) >= _FULL_WORD)
    return any(map(_is_long, full))


def _proposals(text: str, parted: Mapping[str, int]) -> Iterator[Proposal]:
    found = list(_TOGETHER.finditer(text))
    often = Counter(match[0] for match in found)
    for match in found:
        full = len(match[1]) >= _FULL_WORD and is_common(match[1]) and is_common(match[2].lower())
        if (full and often[match[0]] == 1) or (parted and match[1] in _LONE):
            at = match.start(2)
            reason = "two words run together where a line ended"
            yield Proposal(at, at, " ", "spacing", reason, "probable")
    for match in _SMALL_LETTERS.finditer(text) if parted else ():
        if match[0] in parted:
            at = match.start() + parted[match[0]]
            reason = "two words run together, as others are here"
            yield Proposal(at, at, " ", "spacing", reason, "probable")
    for match in _SPEECH.finditer(text):
        reason = "a speaker's name run into what was said"
        yield Proposal(match.end(), match.end(), " ", "spacing", reason, "probable")


def _findings(draft: Draft, text: str, once: Collection[str]) -> Iterator[Finding]:
    """What may have lost a blank; `once` are words that no dictionary has and no repair parts."""
    for match in _BRACKET.finditer(text):
        if is_common(match[1].lower()) and is_common(match[2]):
            yield Finding(
                code="blank-before-bracket-missing",
                severity="note",
                what=f"{match[0]!r} has no blank before its bracket",
                hint="if the conversion lost it, mend it by an erratum",
                place=draft.locate(match.start()),
            )
    for match in _SMALL_LETTERS.finditer(text) if once else ():
        if match[0] in once and _may_be_two(match[0]):
            yield Finding(
                code="words-run-together",
                severity="note",
                what=f"{match[0]!r} may be two words, or have lost its hyphen",
                hint="if it has, mend it by an erratum",
                place=draft.locate(match.start()),
            )


def _revise(draft: Draft) -> Revision:
    text = without_addresses(draft.text)
    unknown = _unknown(text)
    parted = _parted(unknown)
    once = {word for word, count in unknown.items() if count == 1 and word not in parted}
    return Revision(tuple(_proposals(text, parted)), findings=tuple(_findings(draft, text, once)))


RULE = Rule("run-together", _revise)
