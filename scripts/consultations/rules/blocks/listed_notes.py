"""Notes that stand as a numbered list at the end.

Symptom: the text calls notes ¹, ², ³, or [1], [2], [3], each once and in order; after the last
there is a list with the numbers 1, 2, 3 and no more, with or without brackets or full stops.
Cause: the original had endnotes, and the converter made a list of them.
Remedy: the numbers are raised, so that markers and bodies are read as such; numbers in brackets as
a probable repair, since they may be the author's.
Leaves alone: a list with a number too many or too few; numbers that the text calls twice, as it
does with references.
Seen in: Markdown made from a web page.
"""

import re
from collections.abc import Sequence

from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Certainty, Proposal
from consultations.model.text import Interval, skip_blanks
from consultations.rules.marks import NOTE, note_label, raised_digits
from consultations.rules.rule import Rule

_BRACKETED = re.compile(r"\[(\d{1,3})\](?![\[(:])")
_BODY = re.compile(r"(?:[-*•][ \t]+)?(?:\[(\d{1,3})\]|(\d{1,3})[.)])[ \t\u00a0]+(?=\S)")
_FEWEST = 2

_Numbered = tuple[int, Interval]


def _bodies(draft: Draft) -> list[tuple[int, list[_Numbered]]]:
    """Every list numbered from 1: the place of its first block, and its numbers."""
    lists: list[tuple[int, list[_Numbered]]] = []
    last = -1  # the number of the block before
    for n, block in enumerate(draft.blocks):
        start = skip_blanks(draft.text, block.start, block.end)
        match = _BODY.match(draft.text, start, block.end)
        number = int(match[1] or match[2]) if match else 0
        if match and number == 1:
            lists.append((n, []))
        if match and lists and number == (1 if number == 1 else last + 1):
            lists[-1][1].append((number, (start, match.end())))
            last = number
        else:
            last = -1
    return lists


def _markers(draft: Draft, pattern: re.Pattern[str], end: int) -> list[_Numbered]:
    """What calls notes before a place of the text, in order; labels that are no number left out."""
    return [
        (int(label), match.span())
        for match in pattern.finditer(draft.text, 0, end)
        for label in [note_label(match) if pattern is NOTE else match[1]]
        if label.isdigit()
    ]


def _revise(draft: Draft) -> Revision:
    lists = [found for found in _bodies(draft) if len(found[1]) >= _FEWEST]
    if not lists:
        return Revision()
    first, bodies = lists[-1]
    start = draft.blocks[first].start
    wanted = [number for number, _ in bodies]
    raised, bracketed = (_markers(draft, pattern, start) for pattern in (NOTE, _BRACKETED))
    if [number for number, _ in raised] == wanted:
        return _raised(draft, first, bodies, [], "certain")
    if not raised and [number for number, _ in bracketed] == wanted:
        return _raised(draft, first, bodies, bracketed, "probable")
    return Revision()


def _raised(
    draft: Draft,
    first: int,
    bodies: Sequence[_Numbered],
    markers: Sequence[_Numbered],
    certainty: Certainty,
) -> Revision:
    reason = "the number of a note, raised again"
    proposals = [
        Proposal(*place, raised_digits(str(n)) + after, "footnote-marker", reason, certainty)
        for numbered, after in ((markers, ""), (bodies, " "))
        for n, place in numbered
    ]
    notes = range(first, first + len(bodies))
    blocks = (
        Block("footnote", block.spans) if n in notes else block
        for n, block in enumerate(draft.blocks)
    )
    return Revision(tuple(proposals), tuple(blocks))


RULE = Rule("listed-notes", _revise, changes_letters=True)
