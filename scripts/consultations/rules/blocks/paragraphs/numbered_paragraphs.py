"""Paragraphs that are numbered in parts.

Symptom: `4.2 The board heard from six masters.`, `4.3. It was late.`, `4.4.The lamps`, one after
the other through a report, with a single blank between number and words, or none.
Cause: the number hung in the margin, apart from the words; the converter wrote both on one line.
Remedy: the number becomes the paragraph's marker, as that of an item, where three paragraphs or
more have such numbers, and the one before or after counts to it: 4.3 after 4.2, 5.1 after 4.8, or
4.4 after 4.2 where a number was lost. The words are those of a sentence, or stand between two
paragraphs that are numbered likewise; the lines are those of a page.
Leaves alone: a text of which each paragraph is one line, as in pages of the web, where a number
beside a blank is one of the author's words; headings; a question, which is known by its number; an
amount or a version that begins a line by itself; a number that has a bullet before it.
Seen in: plain text made from PDF.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.text import skip_blanks
from consultations.rules.heading_evidence.words import LONGEST
from consultations.rules.numbering import Number, read_parts
from consultations.rules.rule import Rule

_FEWEST = 3
"""Numbered paragraphs that make a sequence; fewer may begin with an amount or a version."""
_MOST_OF_HEADING = 300
"""Code points of a paragraph that suffice to tell it from a heading."""
_MOST_OF_LINE = 100
"""Code points. A longer paragraph stands on several lines of a page."""


class _InParts(NamedTuple):
    """A block that begins with a number in parts."""

    place: int
    number: Number
    start: int
    end: int
    """Where the number ends and the words begin."""
    is_text: bool
    """Whether its words are those of a paragraph, and of no heading or question."""
    is_long: bool
    """Whether it is longer than a line, so that a page would break it."""
    is_broken: bool
    """Whether it stands on several lines."""


def _revise(draft: Draft) -> Revision:
    found = [one for i, block in enumerate(draft.blocks) if (one := _read(draft, i, block))]
    blocks = list(draft.blocks)
    proposals = []
    for row in _rows(found):
        for one in _texts(row):
            block = blocks[one.place]
            if block.kind != "paragraph":
                continue
            marker = draft.text[one.start : one.end].rstrip(". \t\n")
            blocks[one.place] = replace(block, kind="list_item", marker=marker)
            reason = "a paragraph's number, kept as structure"
            proposals.append(Proposal(one.start, one.end, "", "numbering", reason))
    return Revision(tuple(proposals), tuple(blocks))


def _read(draft: Draft, place: int, block: Block) -> _InParts | None:
    """A block with the number that it begins with; an item's number counts too."""
    if block.kind not in ("paragraph", "list_item") or len(block.spans) > 1:
        return None
    start = skip_blanks(draft.text, block.start, block.end)
    number = read_parts(draft.text, start, block.end)
    if number is None:
        return None
    end = start + number.length
    words = draft.text[end : block.end].strip("*_ \t\r\n")
    is_long = len(words[:_MOST_OF_HEADING].split()) > LONGEST
    is_text = (is_long or ends_sentence(words) or words.endswith(":")) and not words.endswith("?")
    is_broken = "\n" in draft.text[end : block.end].strip()
    return _InParts(place, number, start, end, is_text, len(words) > _MOST_OF_LINE, is_broken)


def _rows(found: Sequence[_InParts]) -> Iterator[list[_InParts]]:
    """Sequences of numbers that follow each other, if some of their paragraphs are long enough."""
    runs: list[list[_InParts]] = []
    for one in found:
        if runs and one.number.counts_on(runs[-1][-1].number):
            runs[-1].append(one)
        else:
            runs.append([one])
    whole = sum(one.is_long and not one.is_broken for one in found)
    is_printed = sum(one.is_broken for one in found) > whole
    if is_printed and any(sum(one.is_text for one in run) >= _FEWEST for run in runs):
        yield from (run for run in runs if len(run) > 1)


def _texts(row: Sequence[_InParts]) -> Iterator[_InParts]:
    """The paragraphs of a sequence: texts, and what stands between two texts."""
    for n, one in enumerate(row):
        is_between = 0 < n < len(row) - 1 and row[n - 1].is_text and row[n + 1].is_text
        if one.is_text or is_between:
            yield one


RULE = Rule("numbered-paragraphs", _revise)
