"""Paragraphs that are one line each, without an empty line between them.

Symptom: lines much longer than a page is wide, right under one another; between them short ones,
which are headings, or what somebody answers.
Cause: a word processor, or whoever copied from a page, broke lines only where a paragraph ends.
Remedy: each such line ends its paragraph, unless the next goes on in it; a short line does so where
it ends a sentence, or where a speaker's name begins the next (`Ms Ferry: No.`).
Leaves alone: a text in which most long lines have an empty line under them; one with a line for
each sentence; one whose lines end where the page does, though some of them are long; short lines
under one another that end nothing, such as an address.
Seen in: plain text that a word processor saved, minutes of evidence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from consultations.english.sentences import ends_sentence, sentence_ends
from consultations.model.draft import Block, Draft, Revision
from consultations.rules.line_widths import BlockLine, block_lines, is_unbroken
from consultations.rules.prose import SPEAKER, breaks_off, goes_on
from consultations.rules.rule import Rule

_NUMBER = re.compile(r"(?:Q(?:uestion)?\.? ?)?\d{1,5}[.:)]?\s+")
"""Of a question that is put to a witness: `Q412 Chair: …`."""
_FEWEST = 3
"""Long lines from which a text's habit is told."""


def _is_a_habit(inside: Iterable[Sequence[BlockLine]]) -> bool:
    """Whether most of a text stands in long lines that are paragraphs, with others under them."""
    every = [(line, len(block) > 1) for block in inside for line in block]
    long = [(line, together) for line, together in every if is_unbroken(line)]
    text = sum(line.length for line, _ in every)
    unbroken = sum(line.length for line, _ in long)
    crowded = sum(together for _, together in long)
    # One sentence a line is another habit, in which an empty line ends a paragraph.
    several = sum(any(True for _ in sentence_ends(line.words)) for line, _ in long)
    enough = len(long) >= _FEWEST and unbroken * 2 > text
    return enough and crowded * 2 > len(long) and several * 2 > len(long)


def _ends_paragraph(line: BlockLine, following: BlockLine) -> bool:
    if goes_on(following.words) or breaks_off(line.words.rstrip("—–-")):
        return False
    number = _NUMBER.match(following.words)
    if SPEAKER.match(following.words, number.end() if number else 0):
        return True
    long = is_unbroken(line) or is_unbroken(following)
    return long or ends_sentence(line.words) or line.words.endswith(":")


def _paragraphs(block: Block, inside: Sequence[BlockLine]) -> Iterator[Block]:
    start, kind = block.start, block.kind
    for line, following in pairwise(inside):
        if _ends_paragraph(line, following):
            yield replace(block, kind=kind, spans=((start, line.end),))
            start, kind = following.start, "paragraph"
    yield replace(block, kind=kind, spans=((start, block.end),))


def _revise(draft: Draft) -> Revision:
    inside = {
        block.start: [line for line in block_lines(draft, block) if line.words]
        for block in draft.blocks
        if block.kind in ("paragraph", "list_item")
    }
    if not _is_a_habit(inside.values()):
        return Revision()
    blocks: list[Block] = []
    for block in draft.blocks:
        blocks += _paragraphs(block, inside[block.start]) if block.start in inside else [block]
    return Revision(blocks=tuple(blocks))


RULE = Rule("whole-lines", _revise)
