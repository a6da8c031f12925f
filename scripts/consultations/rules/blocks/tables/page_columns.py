"""Two columns of running text, read line by line across both.

Symptom: `It has been a dry summer, and the piers of    is eleven miles.`: each line is half of a
sentence in the left column and half of another in the right one.
Cause: the converter kept the lines of the page.
Remedy: none; the lines are kept as they are printed, so that no sentence is made of two, and the
place is a finding.
Leaves alone: tables; fewer than six lines with words on both sides; sides that are no running text.
Seen in: pages converted by pdftotext -layout.
"""

from dataclasses import replace

from consultations.model.draft import Block, Draft, Revision
from consultations.model.finding import Finding
from consultations.model.text import Interval
from consultations.rules.gutters import pages, two_columns
from consultations.rules.rule import Rule


def _revise(draft: Draft) -> Revision:
    parts = [part for page in pages(draft.text) for part in two_columns(page)]
    if not parts:
        return Revision()
    return Revision(
        blocks=tuple(_kept(block, parts) for block in draft.blocks),
        findings=tuple(_unread(draft, part) for part in parts),
    )


def _kept(block: Block, parts: list[Interval]) -> Block:
    """A block; one of the columns' is a paragraph that keeps its lines."""
    if block.kind == "footnote" or not any(a < block.end and block.start < b for a, b in parts):
        return block
    return replace(block, kind="paragraph", keeps_lines=True)


def _unread(draft: Draft, part: Interval) -> Finding:
    return Finding(
        code="columns-not-read",
        severity="warning",
        what="two columns of running text stand side by side, and are kept line by line",
        hint="convert the page anew in the order in which it is read, without keeping its layout",
        place=draft.locate(part[0]),
    )


RULE = Rule("page-columns", _revise)
