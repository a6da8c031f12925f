"""Headings, and the outline that they make.

Symptom: a heading is a line in bold, or a plain line that is the document's title.
Cause: the converter knew the type's weight and size, and kept only some of it.
Remedy: a block that is bold from end to end, or that has the words of the record's title, is a
heading. The title is the one heading of level 1.
Leaves alone: bold words inside a paragraph.
"""

import re
from dataclasses import replace

from consultations.model.draft import Block, Draft, Emphasis, Revision
from consultations.model.text import trim
from consultations.rules.rule import Rule

_NOT_A_WORD = re.compile(r"[\W_]+")


def _letters(text: str) -> str:
    return _NOT_A_WORD.sub("", text).casefold()


def _is_bold(draft: Draft, block: Block, strong: dict[int, int]) -> bool:
    start, end = trim(draft.text, block.start, block.end)
    return strong.get(start, -1) >= end


def _revise(draft: Draft) -> Revision:
    strong: dict[int, int] = {}
    for e in draft.emphasis:
        if e.kind == "strong":
            strong[e.start] = max(e.end, strong.get(e.start, 0))
    title = _letters(draft.source.record.title)
    title_found = False
    level = 2

    def outlined(block: Block) -> Block:
        nonlocal title_found, level
        if block.kind not in ("paragraph", "heading"):
            return block
        if not title_found and _letters(draft.text[block.start : block.end]) == title:
            title_found = True
            return replace(block, kind="heading", level=1)
        if block.kind == "heading":
            level = max(2, block.level or 2)
            return replace(block, level=level)
        if _is_bold(draft, block, strong):
            return replace(block, kind="heading", level=level)
        return block

    blocks = tuple(map(outlined, draft.blocks))
    headings = {(b.start, b.end) for b in blocks if b.kind == "heading"}
    emphasis = tuple(e for e in draft.emphasis if not _inside(e, headings))
    return Revision(blocks=blocks, emphasis=emphasis)


def _inside(e: Emphasis, headings: set[tuple[int, int]]) -> bool:
    """Whether a stretch of bold is a heading's own look, and so no emphasis."""
    return e.kind == "strong" and any(start <= e.start and e.end <= end for start, end in headings)


RULE = Rule("outline", _revise)
