"""Lines of a cover that are set as headings are; only the title is one.

A cover has a title, and around it who wrote it, for whom, its number and its day, in type as large
as headings have. So it is with the first page of an article, as far as its text begins.
"""

from collections.abc import Collection, Sequence

from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.looks import look_of
from consultations.model.text import letters

_LONGEST_TITLE = 40
"""Words."""
_PROSE = 12
"""Words. A block with so many or more that does not look like a heading is text."""


def but_cover(
    found: Sequence[PdfBlock], blocks: Sequence[PdfBlock], kept: Collection[int]
) -> list[PdfBlock]:
    """Blocks that look like headings, without those of a cover; its title stays.

    Where text follows on the same page, what stands right before it is kept, such as "Summary", and
    so is what looks as a later heading does.

    Args:
        found: blocks that look like headings.
        blocks: of the whole document, in reading order.
        kept: the identities of those that the outline or the list of contents names.
    """
    alike = {id(block) for block in found}
    front, text = _front(blocks, alike)
    heads = [block for block in front if id(block) in alike]
    largest = max(map(_size, heads), default=0.0)
    later = {look_of(block) for block in found[len(heads) :]} if text else set()
    dropped = {
        id(block)
        for block in heads
        if _size(block) < largest
        and id(block) not in kept
        and look_of(block) not in later
        and not (text and block is front[-1])
    }
    return [block for block in found if id(block) not in dropped]


def cover_title(found: Sequence[PdfBlock], blocks: Sequence[PdfBlock]) -> list[PdfBlock]:
    """The blocks of the title on a page of its own: the largest of its headings.

    The headings of chapters may be larger. Where text stands on the first page, there is none. What
    has the same words on a later page is the title again.
    """
    front, text = _front(blocks, {id(block) for block in found})
    here = {id(block) for block in front}
    heads = [block for block in found if id(block) in here]
    if text or len(front) == len(blocks):
        return []
    largest = max(map(_size, heads), default=0.0)
    title = {letters(block.text) for block in heads if _size(block) == largest}
    return [block for block in found if letters(block.text) in title]


def put_title_together(blocks: Sequence[PdfBlock], stated: Sequence[PdfBlock]) -> None:
    """Make one title of the largest lines before the first heading that tags state.

    Tags call it a paragraph, and each line of it one.

    Args:
        blocks: of the whole document, in reading order.
        stated: those that tags call headings.
    """
    first = next(n for n, block in enumerate(blocks) if block is stated[0])
    front = [block for block in blocks[:first] if block.kind == "paragraph" and block.lines]
    largest = max(map(_size, front), default=0.0)
    title = [n for n, block in enumerate(front) if _size(block) == largest]
    if largest > max(map(_size, stated)) and _are_one_title(front[title[0] : title[-1] + 1], title):
        whole, *others = (front[n] for n in title)
        whole.kind, whole.level = "heading", 1
        for block in others:
            whole.lines += block.lines
            block.lines = []


def _are_one_title(blocks: Sequence[PdfBlock], largest: Sequence[int]) -> bool:
    """Whether blocks on one page are few enough for a title, and all of the largest size."""
    words = " ".join(block.text for block in blocks).split()
    pages = {block.page for block in blocks}
    return len(blocks) == len(largest) and len(pages) == 1 and len(words) <= _LONGEST_TITLE


def title_again(blocks: Sequence[PdfBlock]) -> list[PdfBlock]:
    """The blocks that print the title again, on a title page behind the cover or over the text.

    No other heading stands between it and the title before it, or one stands right under it, so
    that it heads nothing. A chapter may have the words of the title, and has text.

    Args:
        blocks: of the whole document, its headings with their levels.
    """
    headings = [n for n, block in enumerate(blocks) if block.kind == "heading"]
    if not headings or blocks[headings[0]].level != 1:
        return []
    title = letters(blocks[headings[0]].text)
    found: list[PdfBlock] = []
    others = False
    for n in headings[1:]:
        if letters(blocks[n].text) != title:
            others = True
        elif not others or (n + 1 < len(blocks) and blocks[n + 1].kind == "heading"):
            found.append(blocks[n])
    return found


def _front(
    blocks: Sequence[PdfBlock], alike: Collection[int]
) -> tuple[list[PdfBlock], PdfBlock | None]:
    """The blocks of the first page before its text, and the text; None where it has none."""
    front: list[PdfBlock] = []
    for block in blocks:
        if block.page > blocks[0].page:
            break
        is_text = len(block.text.split()) >= _PROSE or block.kind not in ("paragraph", "item")
        if is_text and id(block) not in alike:
            return front, block
        front.append(block)
    return front, None


def _size(block: PdfBlock) -> float:
    """The size of its largest line, to half a point."""
    return max((round(line.size * 2) / 2 for line in block.lines), default=0.0)
