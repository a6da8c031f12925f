"""The hash marks of headings.

Symptom: one to six hash marks before a line's words, and sometimes after them; a row of equals
signs or hyphens under them.
Cause: the source is Markdown.
Remedy: the marks are taken out and their number is kept as the heading's level; equals signs are of
level 1, hyphens of level 2.
Leaves alone: hash marks within a line.
"""

import re
from dataclasses import replace

from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Proposal
from consultations.rules.marks import UNDERLINE
from consultations.rules.rule import Rule

_OPENING = re.compile(r"\s*(#{1,6})[ \t]+")
_UNDER = re.compile(rf"\s+{UNDERLINE.pattern}\Z")
_CLOSING = re.compile(r"[ \t]+#+\s*\Z")


def _revise(draft: Draft) -> Revision:
    blocks, proposals = [], []
    for block in draft.blocks:
        if block.kind == "heading" and (row := _UNDER.search(draft.text, block.start, block.end)):
            reason = "the row under a heading; its level is kept"
            proposals.append(Proposal(row.start(), block.end, "", "markup", reason))
            blocks.append(replace(block, level=1 if row[1] == "=" else 2))
            continue
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
