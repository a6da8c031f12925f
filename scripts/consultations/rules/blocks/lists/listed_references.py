"""The entries of a list of references, a line or some lines each, with no empty line between them.

Symptom: lines that begin `Moss, A. (2004)`, `Moss A, Reed B.` or `Board of Lamps (2004)`, right
under the last line of another such entry, which ends there.
Cause: the source parted the entries by their first lines, which stood further out, or by a little
space, of which a converter keeps nothing.
Remedy: each such line begins a paragraph, where three of this form stand in a block or in blocks
right under each other, each of which begins with one; two, where `References` or the like stands
over them. A heading may stand right over the first.
Leaves alone: a line that goes on with the names of the one before it; a block whose first line
begins no entry; entries with a number or a mark, which are items.
Seen in: reviews of literature, as PDF and as plain text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from consultations import patterns as re
from consultations.english.listed_names import LIST_HEADING
from consultations.model.draft import Block, Draft, Revision
from consultations.rules.line_widths import BlockLine, block_lines
from consultations.rules.reference_lines import begins_reference
from consultations.rules.rule import Rule

_FEWEST, _FEWEST_UNDER_NAME = 3, 2
"""Entries that show a list of references; and fewer, where a line over them says what they are."""
_NAME = re.compile(LIST_HEADING, re.IGNORECASE | re.VERBOSE)
_OPEN = re.compile(r"(?: and | & | [,;:(–-] | \b(?:by|in|of|the|with|et) )\Z", re.VERBOSE)
"""What shows at the end of a line that its entry goes on."""
_HEADING_WORDS = 3
"""Words of the line over a list of references, at most."""


def _starts(inside: Sequence[BlockLine]) -> Iterator[int]:
    """Which lines begin an entry."""
    for n, line in enumerate(inside):
        goes_on = n > 0 and _OPEN.search(inside[n - 1].words)
        if begins_reference(line.words) and not goes_on:
            yield n


def _entries(draft: Draft, block: Block) -> list[int]:
    """Where the entries of a block begin, the first in its first line or under a short one."""
    if block.kind != "paragraph" or len(block.spans) > 1:
        return []
    inside = [line for line in block_lines(draft, block) if line.words]
    starts = list(_starts(inside))
    over = inside[: starts[0]] if starts else inside
    is_list = len(over) <= 1 and all(len(line.words.split()) <= _HEADING_WORDS for line in over)
    return [inside[n].start for n in starts] if is_list else []


def _is_named(draft: Draft, before: Sequence[Block], first: tuple[Block, Sequence[int]]) -> bool:
    """Whether the line over the first entry says what these are, in its block or the one before."""
    block, starts = first
    over = draft.text[block.start : starts[0]].strip() if starts else ""
    if not over and before:
        over = draft.text[before[-1].start : before[-1].end]
    return _NAME.fullmatch(over) is not None


def _revise(draft: Draft) -> Revision:
    blocks: list[Block] = []
    entries = [(block, _entries(draft, block)) for block in draft.blocks]
    for is_list, run in groupby(entries, key=lambda one: bool(one[1])):
        found = list(run)
        fewest = _FEWEST_UNDER_NAME if _is_named(draft, blocks, found[0]) else _FEWEST
        if not is_list or sum(len(starts) for _, starts in found) < fewest:
            blocks += (block for block, _ in found)
            continue
        for block, starts in found:
            edges = [block.start, *(start for start in starts if start > block.start), block.end]
            blocks += (replace(block, spans=((a, b),)) for a, b in pairwise(edges))
    return Revision(blocks=tuple(blocks))


RULE = Rule("listed-references", _revise)
