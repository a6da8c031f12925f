"""Whole sentences around the words that were asked for.

client/engine/answer/excerpt.js mirrors it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from consultations import patterns as re
from consultations.analysis import Token
from consultations.analysis.characters import SPACE, SPACES
from consultations.analysis.contract import number, text
from consultations.index.occurrences import Occurrence
from consultations.model.text import Interval

SHORT, LONG = number("excerpt.short"), number("excerpt.long")
"""Code points: what is shorter takes in the next sentence, what is longer is cut at a word."""
LEAD = number("excerpt.lead")
"""Code points before the first mark, where a sentence has to be cut."""

_ENDS, _AFTER = re.escape(text("excerpt.sentence_ends")), re.escape(text("excerpt.after_sentence"))
_SENTENCE = re.compile(rf"[{_ENDS}][{_AFTER}]*[{SPACE}]+")
_BLANK = re.compile(rf"[{SPACE}]")


@dataclass(frozen=True)
class Excerpt:
    """A stretch of a passage's text as printed."""

    text: str
    marks: tuple[Interval, ...]
    """Of `text`, in order and apart: what was asked for."""
    before: bool
    """Whether the passage goes on before it."""
    after: bool


def marks(found: Iterable[Occurrence], tokens: Sequence[Token]) -> list[Interval]:
    """What to mark, in order and apart: words that follow each other are one stretch.

    Args:
        found: occurrences in a passage.
        tokens: of that passage's text.
    """
    # First in positions, so that the words of a phrase with a word between them are two stretches;
    # then in code points, since two parts of a query may find the same words.
    stretches: list[Interval] = []
    for occurrence in found:
        start = previous = occurrence[0]
        for position in occurrence[1:]:
            if position > previous + 1:
                stretches.append((start, previous))
                start = position
            previous = position
        stretches.append((start, previous))
    merged: list[Interval] = []
    for first, last in sorted(stretches):
        start, end = tokens[first].start, tokens[last].end
        if merged and start <= merged[-1][1]:
            start, end = merged[-1][0], max(end, merged.pop()[1])
        merged.append((start, end))
    return merged


def excerpt(text: str, found: Sequence[Interval]) -> Excerpt:
    """The sentences to show of a passage, from the one with the mark that `_best` chooses.

    Another one is taken in after them where it has something to mark, or where there is too little
    to read without it.

    Args:
        text: a passage's.
        found: what to mark in it, in order and apart; may be none.
    """
    start, stop = _sentences(text, found)
    return Excerpt(
        text[start:stop],
        tuple(
            (max(s, start) - start, min(e, stop) - start)
            for s, e in found
            if s < stop and e > start
        ),
        before=start > 0,
        after=stop < len(text.rstrip(SPACES)),
    )


def _best(found: Sequence[Interval], words: Sequence[str]) -> int:
    """The mark with which the most telling excerpt begins; of several, the first.

    It begins no sooner than it must: with the last mark before which nothing more is told.

    Each wording counts once, by its length: a long word says more of a passage than `of`, which
    stands everywhere. A window is moved over the marks, so that the time grows with their number.

    Args:
        found: the marks.
        words: what each of them marks.
    """
    # The window holds the marks from n up to `after`, and `until` is where the best one ends. A
    # later window of the same weight that ends there too tells as much, and begins later.
    best = most = weight = after = until = 0
    seen: Counter[str] = Counter()
    for n, (start, _) in enumerate(found):
        while after < len(found) and (after == n or found[after][1] - start <= LONG - LEAD):
            seen[words[after]] += 1
            weight += len(words[after]) if seen[words[after]] == 1 else 0
            after += 1
        if weight > most or (weight == most and after == until):
            best, most, until = n, weight, after
        seen[words[n]] -= 1
        weight -= len(words[n]) if seen[words[n]] == 0 else 0
    return best


def _sentences(text: str, found: Sequence[Interval]) -> Interval:
    """The sentences of an excerpt, from its first mark on, cut where they are too long."""
    bounds = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    words = [text[start:end] for start, end in found]
    first = found[_best(found, words)] if found else (0, 0)
    i = max(i for i, bound in enumerate(bounds[:-1]) if bound <= first[0])
    start, end = bounds[i], bounds[i + 1]
    # The next sentence is taken in where the first mark goes on into it, where there is too little
    # to read as yet, or where it has a mark of its own.
    for bound in bounds[i + 2 :]:
        wanted = (
            end < first[1] or end - start < SHORT or any(s < bound and end < e for s, e in found)
        )
        if not wanted or bound - start > LONG:
            break
        end = bound
    start, end = _cut(text, start, end, first)
    return start, start + len(text[start:end].rstrip(SPACES))


def _cut(text: str, start: int, end: int, mark: Interval) -> Interval:
    """The same stretch, no longer than LONG but for a mark that is, its ends between words."""
    # What was asked for is shown whole, however long it is.
    end = max(end, mark[1])
    if end - start <= LONG:
        return start, end
    if mark[0] - start > LEAD:
        blank = _BLANK.search(text, mark[0] - LEAD, mark[0])
        start = blank.end() if blank else mark[0]
    most = max(start + LONG, mark[1])
    if most < end:
        last = max((match.start() for match in _BLANK.finditer(text, mark[1], most)), default=most)
        end = last
    return start, end
