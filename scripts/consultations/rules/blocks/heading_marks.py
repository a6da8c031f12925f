"""The hash marks of headings.

Symptom: one to six hash marks before a line's words, and sometimes after them.
Cause: the source is Markdown.
Remedy: the marks are taken out and their number is kept as the heading's level.
Leaves alone: hash marks within a line.
"""

import re
from dataclasses import replace

from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Proposal
from consultations.rules.rule import Rule

_OPENING = re.compile(r"\s*(#{1,6})[ \t]+")
_CLOSING = re.compile(r"[ \t]+#+\s*\Z")


def _revise(draft: Draft) -> Revision:
    blocks, proposals = [], []
    for block in draft.blocks:
        opening = _OPENING.match(draft.text, block.start, block.end)
        if block.kind != "heading" or opening is None:
            blocks.append(block)
            continue
        reason = "markup of a heading; its level is kept"
        proposals.append(Proposal(block.start, opening.end(), "", "markup", reason))
        if closing := _CLOSING.search(draft.text, opening.end(), block.end):
            proposals.append(Proposal(closing.start(), block.end, "", "markup", reason))
        blocks.append(replace(block, level=len(opening[1])))
    return Revision(tuple(proposals), tuple(blocks))


RULE = Rule("heading-marks", _revise)
