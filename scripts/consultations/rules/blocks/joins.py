"""False breaks: two blocks that are one.

Symptom: a sentence stops, and the next block goes on with it. Between the two there may have been a
running head or a page's notes; the second half may have been given a bullet of its own.
Cause: a page ended there.
Remedy: the halves are one passage in two pieces. They are joined where the first breaks off (it
ends in a comma, a hyphen, or a word that no sentence ends with), or ends no sentence and the
second begins in lower case, or where a bracket is open in the first and closed in the second. Over
a running head, a quotation that is open in the first and closed in the second joins them too. A
list item takes a paragraph that goes on with it; it takes another item only to close a bracket.
Leaves alone: items in lower case without a full stop, which lists are made of; a paragraph that
ends in a colon; headings, tables, and everything that two readings fit.
Seen in: text converted from PDF.
"""

from dataclasses import replace

from consultations.model.draft import Block, Draft, Revision
from consultations.rules.prose import breaks_off, closes, ends_sentence, goes_on, unclosed
from consultations.rules.rule import Rule

_PROSE = ("paragraph", "list_item", "blockquote")


def _revise(draft: Draft) -> Revision:
    blocks: list[Block] = []
    last: int | None = None  # the last block of the body
    for block in draft.blocks:
        if block.kind == "footnote":
            blocks.append(block)
            continue
        if last is not None and _is_one(draft, blocks[last], block):
            blocks[last] = replace(blocks[last], spans=blocks[last].spans + block.spans)
            continue
        last = len(blocks)
        blocks.append(block)
    return Revision(blocks=tuple(blocks))


def _is_one(draft: Draft, first: Block, second: Block) -> bool:
    if first.kind not in _PROSE or second.kind not in _PROSE or second.marker is not None:
        return False
    before, after = draft.read(first), draft.read(second)
    opened = unclosed(before)
    if opened in ("(", "[") and closes(after, opened) and not ends_sentence(before):
        return True
    if second.kind == "list_item" or first.kind != second.kind == "blockquote":
        return False
    if opened in ("“", '"') and closes(after, opened) and _over_a_head(draft, first, second):
        return True
    if ends_sentence(before) or before.endswith(":"):
        return False
    if first.kind == "paragraph" and breaks_off(before):
        return True
    return goes_on(after) and not before.endswith(";")


def _over_a_head(draft: Draft, first: Block, second: Block) -> bool:
    """Whether a running head stood between two blocks."""
    _, start = draft.apparatus.source_interval(*first.spans[-1])
    end, _ = draft.apparatus.source_interval(*second.spans[0])
    return any(e.kind == "running-header" for e in draft.apparatus.between(start, end))


RULE = Rule("joins", _revise)
