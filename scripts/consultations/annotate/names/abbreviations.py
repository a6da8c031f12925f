"""Abbreviations at the place where a document says what they stand for.

Symptom: a short form in brackets after a name, "Board of Ferries (BOF)"; before it, "BOF (Board of
Ferries)"; or said in words, "BOF stands for Board of Ferries".

Found by: the letters of the short form, looked for from the right in the words before the brackets;
the first of them must begin a word. This is the method of Schwartz and Hearst (Pacific Symposium on
Biocomputing, 2003). The words stand in one sentence and are at most five more than the letters, or
twice as many. Where the author says "stands for" only the first letters must agree. A possessive at
the end is left out of what is expanded.

Leaves alone: brackets whose letters the words before do not spell; a capital word in brackets that
is no short form; words over the end of a sentence; names that begin with a small word.
"""

from collections.abc import Iterator
from dataclasses import replace

from consultations import patterns as re
from consultations.english.kinds import NAMED_BODY
from consultations.english.sentences import sentence_start
from consultations.english.small_words import IN_NAMES
from consultations.english.word_lists import alternatives
from consultations.model.annotation import Abbreviation
from consultations.model.edition import Edition, Passage
from consultations.model.text import Interval

RULE = "abbreviations"
_SHORT = r"[A-Z][A-Za-z]{0,8}[A-Z][A-Za-z]{0,5}"
_SMALL = alternatives(IN_NAMES)
_AFTER = re.compile(rf",? \(({_SHORT})\)", needs="(")
_BEFORE = re.compile(rf"\b({_SHORT}) \((?:[Tt]he )?([A-Z][^()]{{4,120}})\)", needs="(")
_STANDS_FOR = re.compile(
    rf"""
    \b ({_SHORT})[ ]
    (?: stands[ ]for                      # BOF stands for Board of Ferries
      | is[ ](?:an[ ]acronym[ ](?:for|of) # BOF is an acronym of Board of Ferries
            | short[ ]for )               # BOF is short for Board of Ferries
      | means                             # BOF means Board of Ferries
    )[ ] (?:the[ ])?
    ((?: [A-Z][\w’'-]* (?:[ ](?:{_SMALL}|&)[ ])? [ ]? ){{2,10}})
    """,
    re.VERBOSE,
    needs=("stands for", "is ", "means"),
)
_HEAD_BEFORE = re.compile(rf"\b(?:{NAMED_BODY}) (?:for|of) (?:the )?\Z")
"""What the words after it are of: "Department for Docks, Dams and Piers (DDP)"."""
_CLAUSE_END = re.compile(r"[;:]\s")
_WORD = re.compile(r"\S+")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_MORE_WORDS = 5
"""The words are at most so many more than the letters."""
_WORD_LENGTH = 40
"""In code points; a word is hardly longer, so that no more of the text is looked at."""


def with_abbreviations(edition: Edition) -> Edition:
    """The edition with each abbreviation where it is expanded."""
    found = [abbreviation for p in edition.passages for abbreviation in _expanded(p)]
    return replace(edition, abbreviations=tuple(found))


def _expanded(passage: Passage) -> Iterator[Abbreviation]:
    text = passage.text
    for match in _AFTER.finditer(text):
        span = _full_before(text, match.start(), match[1])
        if span:
            yield _made(passage, match.span(1), text[slice(*span)])
    for match in _BEFORE.finditer(text):
        if _spells(match[1], match[2].strip()):
            yield _made(passage, match.span(1), match[2].strip())
    for match in _STANDS_FOR.finditer(text):
        # The author says so, however freely the letters were chosen.
        if match[1][0] == match[2][0]:
            yield _made(passage, match.span(1), match[2].strip())


def _made(passage: Passage, span: Interval, expansion: str) -> Abbreviation:
    short = passage.text[slice(*span)]
    return Abbreviation(passage.id, *span, short, _POSSESSIVE.sub("", expansion), rule=RULE)


def _full_before(text: str, end: int, short: str) -> Interval | None:
    """Where the words before `end` begin and end that the abbreviation stands for."""
    letters = len(short.removesuffix("s"))
    most = min(letters + _MORE_WORDS, letters * 2)
    start = max(sentence_start(text, end), end - _WORD_LENGTH * most)
    for stop in _CLAUSE_END.finditer(text, start, end):
        start = stop.end()
    words = list(_WORD.finditer(text, start, end))[-most:]
    for first in reversed(words):
        if first[0] in IN_NAMES:
            continue
        begin = first.start() + len(first[0]) - len(first[0].lstrip("(‘’'\"“[<"))
        if _spells(short, text[begin:end]):
            whole = _HEAD_BEFORE.search(text, start, begin)
            return (
                (whole.start(), end)
                if whole and _spells(short, text[whole.start() : end])
                else (begin, end)
            )
    return None


def _spells(short: str, full: str) -> bool:
    """Whether the letters of an abbreviation stand in the words in this order, the first first.

    A capital letter begins a word, or stands within one as a capital.
    """
    letters = short.removesuffix("s") if short[-2:-1].isupper() else short
    if full[:1].casefold() != letters[:1].casefold():
        return False
    at = 0
    for letter in letters:
        at = _next(full, letter, at) + 1
        if not at:
            return False
    return True


def _next(full: str, letter: str, at: int) -> int:
    """The next place from `at` on that a letter of an abbreviation can come from, or -1."""
    for i in range(at, len(full)):
        begins = i == 0 or not full[i - 1].isalnum()
        if full[i] == letter and (begins or letter.isupper()):
            return i
        if full[i].casefold() == letter.casefold() and (begins or letter.islower()):
            return i
    return -1
