"""Which blocks are headings, and how deep: by the tags, the outline, the numbers or the type."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from consultations import patterns as re
from consultations.english.captions import CAPTION
from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.contents import ListedHeading
from consultations.intake.readers.pdf.cover import but_cover, cover_title, put_title_together
from consultations.intake.readers.pdf.levels import give_levels
from consultations.intake.readers.pdf.looks import (
    Look,
    is_larger,
    is_of_one_weight,
    is_otherwise_set,
    look_of,
    look_of_body,
)
from consultations.intake.readers.pdf.named_headings import (
    MOST_LINES,
    NUMBER,
    named_by_contents,
    named_by_outline,
)
from consultations.intake.readers.pdf.page.sheets import OutlineEntry
from consultations.intake.readers.signatures import signing
from consultations.model.text import letters

_LONGEST = 220
"""In code points; what is longer is no heading, however it is set."""
_CONTENTS_ENTRY = re.compile(r"(?:\.\s?){4,}\s*[\divxlc]+$|\t\s*\d+$|\.{3,}")
_SENTENCE_END = re.compile(r"[.;,:](?:\s*\([^()]{1,20}\))?$")
"""A sentence may end with where it comes from: "are lit. (4.12)"."""
_BOX = re.compile(r"box\b", re.IGNORECASE)
"""What a box is called heads the text in it; a caption of anything else heads none."""
_COUNTS = re.compile(
    r"(?:appendix|annexe?|chapter|part|section)\s+(?:\d{1,2}|[a-z]|[ivxl]{1,6})\b[.:]?",
    re.IGNORECASE,
)
"""What counts a part of a document: `Chapter 2`, `Annex B`, `PART IV`."""
_LABELLED = re.compile(
    r"""
    \(? (?: \d{1,3} (?:\.\d{1,3})* [a-z]? | [a-z] | [ivxl]{1,6} ) [.:)]   # 1. Oil, (a) Oil
    | \d{1,2} (?:\.\d{1,3})* \s                                         # 2.3 Oil
    | (?: [a-z]+\s )? question (?: \s+ (?:no\.?\s?)? \d                 # Question 1: Why oil?
                                 | (?: \s+ [a-z] )? \s? [:.)] )         # Question: Why oil?
    | q\.? \s? \d                                                       # Q1 Why oil?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""How a heading begins that has a number or a label of its own."""
_SMALLER = 1.1
"""In points: a numbered heading is set by at most so much smaller than the text."""
_SISTERS = 3
"""So many headings of one look make a block of that look a heading."""


def with_headings(
    blocks: Sequence[PdfBlock],
    outline: Sequence[OutlineEntry],
    listed: Sequence[ListedHeading],
    title: str,
) -> Sequence[PdfBlock]:
    """The blocks, of which headings are told and have their level; 1 is the document's title.

    Where the file's tags state headings they are taken, with the depths that they state, and so
    are blocks that look as they do. Else a block is one where the outline or the list of contents
    names it, or where it is set larger, bolder or in another colour than the text and does not end
    like a sentence. Depths then follow the outline, numbers such as 2.3, and the order of sizes.

    Args:
        blocks: of the whole document, in reading order.
        outline: the file's own.
        listed: entries of the list of contents.
        title: the file's own name for the document.
    """
    stated = [block for block in blocks if block.kind == "heading" and block.text.strip()]
    if stated:
        _shift(blocks, stated, title)
        _with_sisters(blocks, stated)
        return blocks
    named = named_by_outline(blocks, outline) | named_by_contents(blocks, listed)
    body = look_of_body(blocks)
    found = but_cover(_found(blocks, named, body), blocks, kept=named)
    found = list(_with_numbers(found, blocks))
    for block in found:
        block.kind = "heading"
    covers = [block for block in cover_title(found, blocks) if id(block) not in named]
    for block in covers:
        block.level = 1
    kept = {id(block) for block in covers}
    others = [block for block in found if id(block) not in kept]
    give_levels(others, named, titled=bool(covers))
    _take_back_signatures(blocks, {id(b) for b in others if _may_sign(b, named, body)})
    return blocks


def _found(blocks: Sequence[PdfBlock], named: Container[int], body: Look) -> list[PdfBlock]:
    """The blocks that something names as headings, and those that are set as headings are."""
    return [
        block
        for n, block in enumerate(blocks)
        if id(block) in named
        or (_could_be_heading(block) and _stands_out(block, body, last=n + 1 == len(blocks)))
    ]


def _with_numbers(found: Sequence[PdfBlock], blocks: Sequence[PdfBlock]) -> Iterator[PdfBlock]:
    """The headings; a line that only counts a chapter is one with the heading under it.

    So LaTeX sets "Chapter 2" over the chapter's title, which is as large or larger, and has no
    number: "1. Oil" or "Question 1" under "Section A" is the first of several in it.
    """
    heads = {id(block) for block in found}
    taken: set[int] = set()
    for number, head in pairwise(blocks):
        if (
            _COUNTS.fullmatch(number.text.strip())
            and {id(number), id(head)} <= heads
            and number.page == head.page
            and not _COUNTS.match(head.text)
            and not _LABELLED.match(head.text.strip())
            and min(line.size for line in head.lines) >= max(line.size for line in number.lines)
        ):
            head.lines[:0] = number.lines
            number.lines = []
            taken.add(id(number))
    return (block for block in found if id(block) not in taken)


def _may_sign(heading: PdfBlock, named: Container[int], body: Look) -> bool:
    """Whether nothing but its weight or slant tells that a block is a heading."""
    is_bare = id(heading) not in named and not heading.text[:1].isdigit()
    return is_bare and not is_larger(heading, body)


def _take_back_signatures(blocks: Sequence[PdfBlock], may_sign: Container[int]) -> None:
    """Let names and offices of those who sign a text be paragraphs."""
    words = [block.text for block in blocks]
    for n in signing(words, [b.level for b in blocks], [id(b) in may_sign for b in blocks]):
        blocks[n].kind, blocks[n].level = "paragraph", None


def _shift(blocks: Sequence[PdfBlock], stated: Sequence[PdfBlock], title: str) -> None:
    """Let level 1 be the title's alone, which may have the file's own name for the document."""
    levels = [block.level or 1 for block in stated]
    top = min(levels)
    is_title = levels[0] == top and _is_title(stated, title)
    highest = 1 if is_title and levels.count(top) == 1 else 2
    for block, level in zip(stated, levels, strict=True):
        block.level = min(6, level - top + highest)
    if is_title:
        stated[0].level = 1
    elif levels[0] != top or levels.count(top) > 1:
        put_title_together(blocks, stated)


def _is_title(stated: Sequence[PdfBlock], title: str) -> bool:
    """Whether the first of several headings is above all others, larger, or named by the file."""
    first, *others = stated
    largest = max((line.size for block in others for line in block.lines), default=0.0)
    return (
        all((block.level or 1) > (first.level or 1) for block in others)
        or min(line.size for line in first.lines) > largest + 0.5
        or letters(first.text) == letters(title) != ""
    )


def _with_sisters(blocks: Sequence[PdfBlock], stated: Sequence[PdfBlock]) -> None:
    """Make headings of blocks that no tag calls so, but that look as headings alone do."""
    levels: dict[Look, Counter[int]] = defaultdict(Counter)
    for block in stated:
        levels[look_of(block)][block.level or 2] += 1
    plain: Counter[Look] = Counter(
        look_of(block) for block in blocks if block.kind in ("paragraph", "item")
    )
    for block in blocks:
        look = look_of(block)
        level, count = (levels[look].most_common(1) or [(2, 0)])[0] if look in levels else (2, 0)
        if (
            block.kind == "paragraph"
            and count >= _SISTERS
            and count >= plain[look]
            and len(block.text) <= _LONGEST
            and not _SENTENCE_END.search(block.text)
        ):
            block.kind, block.level = "heading", level


def _could_be_heading(block: PdfBlock) -> bool:
    """Whether the words of a block may be a heading, however they are set."""
    text = block.text.strip()
    return (
        block.kind in ("paragraph", "item")
        and not block.bulleted
        and any(map(str.isalpha, text))
        and len(text) <= _LONGEST
        and len(block.lines) <= MOST_LINES
        and not text[:1].islower()
        and not _SENTENCE_END.search(text)
        and not _CONTENTS_ENTRY.search(text)
    )


def _stands_out(block: PdfBlock, body: Look, *, last: bool) -> bool:
    """Whether a block is set as headings are, beside the look of the text.

    Args:
        block: it.
        body: how most of the text looks.
        last: whether no block follows it, so that it is no heading by its slant or colour.
    """
    look = look_of(block)
    if look.size < body.size - 0.4:
        return _is_numbered_in_bold(block, body)
    if is_larger(block, body):
        return True
    if CAPTION.match(block.text) and not _BOX.match(block.text):
        return False
    if look.capitals and not body.capitals and _is_short(block):
        return True
    if not is_of_one_weight(block):
        return False
    return (look.bold and not body.bold) or (
        is_otherwise_set(look, body) and len(block.lines) == 1 and not last
    )


def _is_numbered_in_bold(block: PdfBlock, body: Look) -> bool:
    """Whether a line with a number is bold, and little smaller than the text: bold looks larger."""
    look = look_of(block)
    return (
        NUMBER.match(block.text) is not None
        and len(block.lines) == 1
        and look.bold
        and not body.bold
        and look.size >= body.size - _SMALLER
    )


def _is_short(block: PdfBlock) -> bool:
    """Whether a block has several words on a line or two."""
    return len(block.text.split()) > 1 and len(block.lines) <= 2
