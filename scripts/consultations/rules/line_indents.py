"""Paragraphs without an empty line between them, told by the indent of their first lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, Draft
from consultations.rules.heading_evidence.words import PARAGRAPH_CITED
from consultations.rules.layout import indent
from consultations.rules.line_widths import BlockLine, block_lines

_FEWEST = 2
"""A text has indented paragraphs if at least this many first lines stand further in than the others
of their block."""
_FURTHER_IN = 2
"""A line is indented if it begins at least this many columns further in than another."""


def parted_by_indents(draft: Draft) -> Sequence[Block]:
    """The blocks, divided where the indent of a line shows that a paragraph begins there.

    Under the end of a sentence a line does so that stands further in than the others of its block,
    where a text has several such; and one under an item that stands further out than its mark.
    """
    further_in: dict[int, Sequence[int]] = {
        block.start: found
        for block in draft.blocks
        if block.kind == "paragraph" and (found := list(_further_in(draft, block)))
    }
    if sum(map(len, further_in.values())) < _FEWEST:
        further_in = {}
    parted: list[Block] = []
    for block in draft.blocks:
        starts = further_in.get(block.start, ())
        if block.kind == "list_item":
            starts = list(_further_out(draft, block))[:1]
        first, *rest = pairwise([block.start, *starts, block.end])
        parted.append(replace(block, spans=(first,)) if rest else block)
        parted += (Block("paragraph", (span,)) for span in rest)
    return parted


def _further_in(draft: Draft, block: Block) -> Iterator[int]:
    """Where lines of a paragraph begin that stand further in than those above and below them."""
    printed, columns = _lines(draft, block)
    least = min(columns, default=0) + _FURTHER_IN
    # Its first line begins the paragraph, however far in.
    is_in = [False, *(column >= least for column in columns[1:]), False]
    for n in range(1, len(printed)):
        if is_in[n - 1 : n + 2] == [False, True, False] and _begins(*printed[n - 1 : n + 1]):
            yield printed[n].start


def _further_out(draft: Draft, block: Block) -> Iterator[int]:
    """Where lines of an item begin that stand further out than its mark."""
    printed, columns = _lines(draft, block)
    for n in range(1, len(printed)):
        if columns[n] < columns[0] and _begins(*printed[n - 1 : n + 1]):
            yield printed[n].start


def _lines(draft: Draft, block: Block) -> tuple[Sequence[BlockLine], Sequence[int]]:
    """The lines of a block in one piece, and how far in each begins."""
    if len(block.spans) > 1:
        return (), ()
    printed = [line for line in block_lines(draft, block) if line.words]
    return printed, [indent(draft.text, line.start, line.end) for line in printed]


def _begins(above: BlockLine, line: BlockLine) -> bool:
    """Whether a line begins with no small letter, under one that ends a sentence."""
    ends = ends_sentence(above.words) or PARAGRAPH_CITED.search(above.words) is not None
    return ends and line.words[0].isalnum() and not line.words[0].islower()
