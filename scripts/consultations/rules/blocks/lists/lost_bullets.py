"""List items that have lost their bullet, or their number.

Symptom: beside the items of a list, a paragraph whose first line begins with a blank; a single
paragraph between the words that announce a list, with a colon, and its first item; after items
numbered from 1, one without a number, where the words before the list say how many there are.
Cause: the bullet was a glyph of a symbol font, and the converter dropped it and kept the blank, or
made a paragraph of the item, or took a number for a bullet.
Remedy: the paragraph is an item of the list; the item has the number that is due.
Leaves alone: a paragraph that begins with a blank and has no item before or after it, or with more
than one, as every paragraph may; what is no further in than all of a text; the second line of an
item; a paragraph that announces a list itself, or is a quotation.
Seen in: text converted from PDF.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from consultations import patterns as re
from consultations.english.numerals import CARDINAL, value
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, Draft, Revision
from consultations.rules.layout import indent, margin
from consultations.rules.numbering import read_number
from consultations.rules.prose import announces, is_quotation
from consultations.rules.rule import Rule

_BLANK = re.compile(r"[ \t](?=\S)")
_NUMBER = re.compile(rf"\b(?:{CARDINAL}|1?\d)\b", re.IGNORECASE)


def _revise(draft: Draft) -> Revision:
    blocks: list[Block] = []
    prose = [block for block in draft.blocks if block.kind in ("paragraph", "heading")]
    at_margin = margin(draft.text[block.start : block.end] for block in prose)
    for i, block in enumerate(draft.blocks):
        beside = draft.blocks[max(0, i - 1) : i] + draft.blocks[i + 1 : i + 2]
        if _is_as_far_in(draft, block, beside):
            blocks.append(block)
            continue
        words = draft.text[block.start + at_margin : block.end]
        has_blank = block.kind == "paragraph" and _BLANK.match(words) is not None
        depth = _lost(draft, blocks, block, draft.blocks[i + 1 : i + 2], has_blank=has_blank)
        blocks.append(replace(block, kind="list_item", depth=depth) if depth else block)
    return Revision(blocks=tuple(_numbered(draft, blocks)))


def _lost(
    draft: Draft,
    before: Sequence[Block],
    block: Block,
    following: Sequence[Block],
    *,
    has_blank: bool,
) -> int | None:
    """The depth of the item that a paragraph is."""
    if block.kind != "paragraph":
        return None
    depth = _depth(before[-1:]) or _depth(following)
    if depth and has_blank:
        return depth
    if not (before and before[-1].kind == "paragraph" and _depth(following)):
        return None
    if not draft.text[before[-1].start : before[-1].end].rstrip().endswith(":"):
        return None
    words = draft.read(block)
    if announces(words) or is_quotation(words) or not ends_sentence(words):
        return None
    return _depth(following) if following[0].marker is None else None


def _is_as_far_in(draft: Draft, block: Block, beside: Sequence[Block]) -> bool:
    """Whether a paragraph is numbered, or stands as far in as the mark of an item beside it.

    A box is set in as a whole, and an indent that all of it shares says nothing of one paragraph.
    """
    if read_number(draft.read(block)) is not None:
        return True
    far = indent(draft.text, block.start, block.end)
    return far > 0 and any(
        b.kind == "list_item" and indent(draft.text, b.start, b.end) == far for b in beside
    )


def _depth(blocks: Sequence[Block]) -> int | None:
    """The depth of the item that stands beside a paragraph, where one does."""
    return blocks[0].depth if blocks and blocks[0].kind == "list_item" else None


def _numbered(draft: Draft, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with the number of a list's last item where it is lost and was promised."""
    promised, last = "", 0  # the words before the list, and the number of the item before
    for n, block in enumerate(blocks):
        if block.kind != "list_item":
            promised, last = draft.read(block)[-200:] if block.kind == "paragraph" else "", 0
            yield block
            continue
        following = blocks[n + 1 : n + 2]
        ends = not following or following[0].kind != "list_item"
        due = last + 1
        if block.marker is None and last > 1 and ends and due in _counts(promised):
            yield replace(block, marker=str(due))
        else:
            yield block
        last = due if block.marker == str(due) else 0


def _counts(words: str) -> set[int]:
    """The numbers, up to twenty, that words name."""
    found = (match[0].lower() for match in _NUMBER.finditer(words))
    return {int(w) if w.isdigit() else value(w) or 0 for w in found}


RULE = Rule("lost-bullets", _revise)
