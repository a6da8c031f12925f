"""Answers that stand right under their questions and further in, with no empty line between."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from consultations.rules.form_lines import asks
from consultations.rules.layout import indent
from consultations.rules.prose import goes_on

_FURTHER = 2
"""Columns by which an answer stands further in."""
_FEWEST = 2
"""Questions with such answers from which on a text is one of questions and answers."""


def set_in_answers(words: Sequence[str]) -> frozenset[int]:
    """Which lines of a text begin such an answer, or what comes after one.

    Args:
        words: the lines, each with the blanks before it; the last is empty.
    """
    found = list(_answers(words))
    if len(found) < _FEWEST:
        return frozenset()
    return frozenset(n for pair in found for n in pair)


def _answers(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each answer begins, and where it ends."""
    for n, (line, under) in enumerate(pairwise(words)):
        if not (asks(line.strip()) and under.strip()):
            continue
        outer, inner = indent(line, 0, len(line)), indent(under, 0, len(under))
        if inner - outer < _FURTHER or goes_on(under.strip()):
            continue
        end = n + 1
        while words[end].strip() and indent(words[end], 0, len(words[end])) >= inner:
            end += 1
        # Where the rest stands further out, the first line of a paragraph is set in, and no answer.
        if not goes_on(words[end].strip()):
            yield n + 1, end
