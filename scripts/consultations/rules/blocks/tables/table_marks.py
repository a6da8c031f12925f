"""The bars of tables.

Symptom: rows of cells between bars, with a ruling of hyphens, colons and bars under the first.
Cause: the source is Markdown.
Remedy: a bar between two cells becomes a tab, bars at a row's ends and the ruling are taken out.
Leaves alone: rows whose cells are parted by tabs; a bar that is escaped with a backslash.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.text import lines, trim
from consultations.rules.marks import TABLE_RULING
from consultations.rules.rule import Rule

_BAR = re.compile(r"[ ]*(?<!\\)\|[ ]*")
_REASON = "markup of a table, kept as structure"


def _proposals(draft: Draft) -> Iterator[Proposal]:
    text = draft.text
    for block in draft.blocks:
        if block.kind != "table":
            continue
        inside = lines(text[block.start : block.end])
        rows = [trim(text, block.start + line.start, block.start + line.end) for line in inside]
        is_ruled = any(TABLE_RULING.fullmatch(text, *row) for row in rows)
        for start, end in rows:
            if start == end:
                continue
            if TABLE_RULING.fullmatch(text, start, end):
                yield Proposal(start, end, "", "markup", _REASON)
            elif is_ruled or text[start] == text[end - 1] == "|":
                for bar in _BAR.finditer(text, start, end):
                    edge = bar.start() == start or bar.end() == end
                    yield Proposal(*bar.span(), "" if edge else "\t", "markup", _REASON)


RULE = Rule("table-marks", lambda draft: Revision(tuple(_proposals(draft))))
