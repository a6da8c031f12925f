"""The marks of block quotations.

Symptom: lines that begin with `>`.
Cause: the source is Markdown, or an electronic letter.
Remedy: the marks are taken out and the block is a block quotation; inside a note it stays the
note's.
Leaves alone: a `>` anywhere else.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Proposal
from consultations.rules.rule import Rule

_MARKS = re.compile(r"\s*(?:>[ \t]?)+")


def _proposals(draft: Draft) -> Iterator[Proposal]:
    for block in draft.blocks:
        if block.kind == "blockquote" or _is_in_note(draft, block):
            for line in draft.lines_of(block):
                if match := _MARKS.match(draft.text, *line):
                    reason = "markup of a quotation, kept as structure"
                    yield Proposal(*match.span(), "", "markup", reason)


def _is_in_note(draft: Draft, block: Block) -> bool:
    """Whether a block is a quotation that stands inside a note."""
    at = draft.text[block.start : block.end].lstrip()
    return block.kind == "footnote" and block.label is None and at.startswith(("> ", ">\t"))


RULE = Rule("quote-marks", lambda draft: Revision(tuple(_proposals(draft))))
