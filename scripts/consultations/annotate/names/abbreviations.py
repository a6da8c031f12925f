"""Abbreviations at the place where a document says what they stand for.

Symptom: a short form in brackets after a name, "Board of Ferries (BOF)", "Board of Ferries [the
“BOF”]"; before it, "BOF (Board of Ferries)"; said in words, "BOF stands for Board of Ferries"; or
in a list of them, "BOF Board of Ferries", in one passage or two.

Found by: the letters of the short form, looked for from the right in the words before the brackets;
the first of them must begin a word. This is the method of Schwartz and Hearst (Pacific Symposium on
Biocomputing, 2003). The words stand in one sentence and are at most five more than the letters, or
twice as many. Where the author says "stands for" only the first letters must agree. A possessive at
the end is left out of what is expanded. Of a list there are two entries at least.

Leaves alone: brackets whose letters the words before do not spell; a capital word in brackets that
is no short form; words over the end of a sentence; names that begin with a small word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from consultations import patterns as re
from consultations.english.kinds import NAMED_BODY
from consultations.english.sentences import sentence_start
from consultations.english.short_forms import SHORT_FORM, spells
from consultations.english.small_words import IN_NAMES
from consultations.english.word_lists import alternatives
from consultations.model.annotation import Abbreviation
from consultations.model.edition import Edition, Passage
from consultations.model.text import Interval, lines

RULE = "abbreviations"
_SMALL = alternatives(IN_NAMES)
_AFTER = re.compile(
    rf"""
    ,?[ ] [(\[]
    (?: (?:hereafter|hereinafter|henceforth|in[ ]short|or|the) [ ] )?  # (the BOF)
    ["“‘']? (?P<short> {SHORT_FORM} ) (?: ['’]s )? ["”’']?             # (“BOF”), (BOF’s)
    [)\]]
    """,
    re.VERBOSE,
    needs=("(", "["),
)
_BEFORE = re.compile(rf"\b({SHORT_FORM}) \((?:[Tt]he )?([A-Z][^()]{{4,120}})\)", needs="(")
_STANDS_FOR = re.compile(
    rf"""
    \b ({SHORT_FORM})[ ]
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
_ENTRY = re.compile(rf"({SHORT_FORM})(?:\s?[:=–—-])?\s([A-Z][^()]{{4,120}}?)\.?")
_ALONE = re.compile(SHORT_FORM)
_FEWEST_ENTRIES = 2
_HEAD_BEFORE = re.compile(rf"\b(?:{NAMED_BODY}) (?:for|of) (?:the )?\Z")
"""Before the short form of a body, the first part of the name that it may stand for: "Department
for Docks, Dams and Piers (DDP)"."""
_CLAUSE_END = re.compile(r"[;:]\s")
_WORD = re.compile(r"\S+")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_MORE_WORDS = 5
"""The expansion has at most this many more words than the short form has letters."""
_WORD_LENGTH = 40
"""Code points. Words are hardly ever longer, so no more of the text is looked at."""


def with_abbreviations(edition: Edition) -> Edition:
    """The edition with each abbreviation where it is expanded."""
    found = [abbreviation for p in edition.passages for abbreviation in _expanded(p)]
    entries = list(_entries(edition.passages))
    if len(entries) >= _FEWEST_ENTRIES:
        found += entries
    order = edition.order
    return replace(
        edition,
        abbreviations=tuple(sorted(found, key=lambda one: (order[one.passage], one.start))),
    )


def _entries(passages: Sequence[Passage]) -> Iterator[Abbreviation]:
    """Passages that may be entries in a list of abbreviations: "BOF Board of Ferries"."""
    for passage, following in zip(passages, [*passages[1:], None], strict=True):
        if passage.kind == "heading":
            continue
        for line in lines(passage.text):
            entry = _ENTRY.fullmatch(passage.text, *line)
            if entry and spells(entry[1], entry[2]):
                yield _abbreviation(passage, entry.span(1), entry[2])
        alone = following is not None and _ALONE.fullmatch(passage.text)
        if alone and following and spells(passage.text, following.text):
            yield _abbreviation(passage, (0, len(passage.text)), following.text.removesuffix("."))


def _expanded(passage: Passage) -> Iterator[Abbreviation]:
    text = passage.text
    for match in _AFTER.finditer(text):
        span = _full_before(text, match.start(), match["short"])
        if span:
            yield _abbreviation(passage, match.span("short"), text[slice(*span)])
    for match in _BEFORE.finditer(text):
        if spells(match[1], match[2].strip()):
            yield _abbreviation(passage, match.span(1), match[2].strip())
    for match in _STANDS_FOR.finditer(text):
        # The author says so, however freely the letters were chosen.
        if match[1][0] == match[2][0]:
            yield _abbreviation(passage, match.span(1), match[2].strip())


def _abbreviation(passage: Passage, span: Interval, expansion: str) -> Abbreviation:
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
        if spells(short, text[begin:end]):
            whole = _HEAD_BEFORE.search(text, start, begin)
            return (
                (whole.start(), end)
                if whole and spells(short, text[whole.start() : end])
                else (begin, end)
            )
    return None
