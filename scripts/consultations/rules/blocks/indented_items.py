"""Items that nothing marks but their indent.

Symptom: a line that ends in a colon, and under it lines further in, each of which begins anew.
Cause: the bullets were drawn, and the converter kept the place of their words alone.
Remedy: each line further in begins an item, unless it goes on from the line above: because it
begins inside a sentence, or because the line above is full or breaks off.
Leaves alone: lines further in that are one text, as a quotation is; a single line; lines under
something that announces nothing.
Seen in: plain text made from PDF.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from consultations.model.draft import Block, Draft, Revision
from consultations.model.text import Interval, lines, squeeze
from consultations.rules.layout import indent
from consultations.rules.prose import breaks_off, goes_on
from consultations.rules.rule import Rule

_FEWEST = 2
"""Items of a list."""


def _revise(draft: Draft) -> Revision:
    printed = {
        block.spans: _lines(draft, block) for block in draft.blocks if block.kind == "paragraph"
    }
    width = max((end - start for inside in printed.values() for start, end in inside), default=0)
    blocks: list[Block] = []
    above: Interval | None = None  # the line before, where it is a paragraph's
    for block in draft.blocks:
        inside = printed.get(block.spans, [])
        blocks += _parted(draft, block, inside, above, width) if inside else (block,)
        above = inside[-1] if inside else None
    return Revision(blocks=tuple(blocks))


def _lines(draft: Draft, block: Block) -> list[Interval]:
    """The lines of a block that have words."""
    inside = lines(draft.text[block.start : block.end])
    found = [(block.start + line.start, block.start + line.end) for line in inside]
    return [(start, end) for start, end in found if draft.text[start:end].strip()]


def _parted(
    draft: Draft, block: Block, inside: Sequence[Interval], above: Interval | None, width: int
) -> Iterator[Block]:
    """A paragraph as what announces items, and the items; the paragraph itself if it has none.

    Args:
        draft: the document.
        block: the paragraph.
        inside: its lines.
        above: the line before it, if that is a paragraph's.
        width: characters of the longest line of the document.
    """
    before = [above, *inside[:-1]]
    places = [n for n, line in enumerate(before) if line and _announces(draft, line)]
    for n in places:
        announced = indent(draft.text, *(before[n] or inside[n]))
        items = _items(draft, inside[n:], width)
        is_further_in = all(indent(draft.text, *line) > announced for line in inside[n:])
        if is_further_in and len(items) >= _FEWEST:
            if n:
                yield replace(block, spans=((block.start, inside[n - 1][1]),))
            yield from (replace(block, kind="list_item", spans=(item,)) for item in items)
            return
    yield block


def _announces(draft: Draft, line: Interval) -> bool:
    """Whether a line ends in a colon."""
    return draft.text[slice(*line)].rstrip().endswith(":")


def _items(draft: Draft, inside: Sequence[Interval], width: int) -> list[Interval]:
    """Lines as items, each with the lines in which it goes on."""
    items: list[Interval] = []
    before = ""
    for start, end in inside:
        words = squeeze(draft.text[start:end])
        first = indent(draft.text, start, end) + len(before) + 1 + len(words.split()[0])
        has_room = first <= width and not goes_on(words) and not breaks_off(before)
        if not items or has_room or before.endswith((";", ".", "; and", "; or", ", and")):
            items.append((start, end))
        else:
            items[-1] = (items[-1][0], end)
        before = words
    return items


RULE = Rule("indented-items", _revise)
