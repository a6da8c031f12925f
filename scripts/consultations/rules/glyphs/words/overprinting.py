"""Characters that stand twice, or more often, each.

Symptom: `SSuummmmaarryy ooff tthhee ppllaann`, `22..  CCoossttss`.
Cause: words were printed twice, a hair's breadth apart, to look bold; or four times.
Remedy: each character is kept as often as it was meant, in every word of such a run. A number or a
sign is taken with the words beside it where it stands between them, or between them and a line's
end.
Leaves alone: a run in which no word shows it, as one of three characters does that is then in the
dictionary, or one of five, which in capitals is in the dictionary too (`AABBCC`, `2200`, `aa`);
marks of Markdown.
Seen in: headings of text converted from PDF.
"""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import groupby
from math import gcd

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.model.text import Interval
from consultations.rules.dictionary import is_common
from consultations.rules.rule import text_rule

_REPEATED = re.compile(r"(?<![^\s*_#|])(?:([^\s*_#|])\1++)++(?![^\s*_#|])")
"""Text between blanks or marks of Markdown in which no character stands only once."""
_BETWEEN = re.compile(r"[^\S\n]*")
_BEFORE = re.compile(r"(?:^|(?<=[\n*_#|]))[^\S\n]*\Z")
_BEHIND = re.compile(r"[^\S\n]*(?:[\n*_#|]|\Z)")
_SHORTEST, _LONG = 3, 5
"""Fewest characters of a word, after the repair: if a dictionary has it; and if not."""
_LONGEST_INDENT = 200


def _times(words: str) -> int:
    """How often each character stands there."""
    return reduce(gcd, (len(list(run)) for _, run in groupby(words)))


def _single(words: str, times: int) -> str:
    """The words with each character as often as it was meant."""
    return "".join(char * (len(list(run)) // times) for char, run in groupby(words))


def _shows_it(words: str) -> bool:
    """Whether no word, code or number is written so unless each character was printed twice."""
    found = re.search(r"[^\W\d_]+", words)
    if not found:
        return False
    word = _single(found[0], _times(words))
    is_long = sum(1 for _ in groupby(word)) >= _LONG
    # Codes are written in capitals.
    if word.isupper():
        return is_long and is_common(word.lower())
    return is_long or (len(word) >= _SHORTEST and is_common(word.lower()))


def _runs(text: str) -> Iterator[list[Interval]]:
    """Words in which every character is repeated; neighbours are taken together."""
    run: list[Interval] = []
    for match in _REPEATED.finditer(text):
        if run and not _BETWEEN.fullmatch(text, run[-1][1], match.start()):
            yield run
            run = []
        run.append(match.span())
    if run:
        yield run


def _whole(text: str, run: Sequence[Interval]) -> Sequence[Interval]:
    """A run without the numbers and signs at its ends that may belong to the next words."""
    lettered = [i for i, (start, end) in enumerate(run) if any(map(str.isalpha, text[start:end]))]
    first, last = lettered[0], lettered[-1]
    start, end = run[0][0], run[-1][1]
    if _BEFORE.search(text, max(0, start - _LONGEST_INDENT), start):
        first = 0
    if _BEHIND.match(text, end):
        last = len(run) - 1
    return run[first : last + 1]


def _propose(text: str) -> Iterator[Proposal]:
    for run in _runs(text):
        if not any(_shows_it(text[start:end]) for start, end in run):
            continue
        words = _whole(text, run)
        times = reduce(gcd, (_times(text[start:end]) for start, end in words))
        for start, end in words:
            after = _single(text[start:end], times)
            yield Proposal(start, end, after, "other", "each character was printed more than once")


RULE = text_rule("overprinting", _propose, changes_letters=True)
