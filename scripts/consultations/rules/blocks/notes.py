"""Footnotes: their bodies, and the markers that call them.

Symptom: raised digits (`¹`, `<sup>1</sup>`) after a word, and a block that begins with the same.
Cause: the page's notes stand in the text where the page ended, or at the text's end.
Remedy: the label in front of a body and the markers in the text are taken out, and kept as data:
a marker is a place, a body is a footnote. Labels and markers pair in the order of the text.
Leaves alone: raised digits for which there is no body (a square metre, an ordinal): they are the
author's; a raised digit and nothing else. A body that no marker calls is a finding.
Seen in: text converted from PDF, Markdown made from a web page.
"""

import re
from collections import Counter
from dataclasses import replace

from consultations.model.draft import Block, Draft, Marker, Revision
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.model.text import skip_blanks
from consultations.rules.marks import NOTE_BODY, note_label
from consultations.rules.rule import Rule

_MARKER = re.compile(NOTE_BODY.pattern)


def _bodies(draft: Draft) -> tuple[list[Block], list[Proposal]]:
    """The blocks with each note's body labelled, and the labels to take out of the text."""
    blocks: list[Block] = []
    proposals: list[Proposal] = []
    for block in draft.blocks:
        lead = NOTE_BODY.match(draft.text, block.start) if block.kind == "footnote" else None
        if block.kind != "footnote" or lead is None:
            blocks.append(block)
            continue
        end = skip_blanks(draft.text, lead.end(), block.end)
        if end == block.end:
            blocks.append(replace(block, kind="paragraph"))
            continue
        proposals.append(
            Proposal(block.start, end, "", "footnote-marker", "the label of a note, kept as data")
        )
        blocks.append(replace(block, label=note_label(lead)))
    return blocks, proposals


def _revise(draft: Draft) -> Revision:
    blocks, proposals = _bodies(draft)
    wanted = Counter(block.label for block in blocks if block.label)
    markers: list[Marker] = []
    findings: list[Finding] = []
    taken = {proposal.start for proposal in proposals}
    for block in blocks:
        for start, end in block.spans:
            for match in _MARKER.finditer(draft.text, start, end):
                label = note_label(match)
                if match.start() in taken or not wanted[label]:
                    continue
                wanted[label] -= 1
                blank = match.start()
                while blank > start and draft.text[blank - 1] in " \t":
                    blank -= 1
                markers.append(Marker(label, match.start()))
                proposals.append(
                    Proposal(
                        blank,
                        match.end(),
                        "",
                        "footnote-marker",
                        "the marker of a note, kept as data",
                    )
                )
    for block in blocks:
        if block.label and wanted[block.label] > 0:
            wanted[block.label] -= 1
            findings.append(
                Finding(
                    code="note-without-marker",
                    severity="warning",
                    what=f"no marker in the text calls note {block.label}",
                    hint="if the source has one in another form, add it by an erratum",
                    place=draft.locate(block.start),
                )
            )
    return Revision(tuple(proposals), tuple(blocks), tuple(markers), findings=tuple(findings))


RULE = Rule("notes", _revise)
