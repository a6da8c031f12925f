"""The blocks that the tags of a page state."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from consultations import patterns as re
from consultations.english.boxes import BOX
from consultations.intake.readers import cell_words
from consultations.intake.readers.pdf.blocks import BlockKind, PdfBlock, without_bullet
from consultations.intake.readers.pdf.layout.areas import CELL_GAP
from consultations.intake.readers.pdf.layout.rows import is_label, one_line
from consultations.intake.readers.pdf.page.glyphs import Glyph
from consultations.intake.readers.pdf.page.lines import TypeLine, lines_of
from consultations.intake.readers.pdf.page.sheets import PdfPage
from consultations.intake.readers.pdf.page.tags import TagElement
from consultations.intake.readers.pdf.tabbed import set_apart, tabulated

_GROUPING = frozenset({"Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "Aside"})
"""Elements that hold blocks; words that stand right in one have no block of their own."""
_ENDED = re.compile(r"[.?!:;][\"'”’)\]]*$")
_SAME_LEFT = 5.0
"""In points: lines whose left edges differ by less may be of one paragraph."""
_MOST_COLUMNS = 60
_TOUCHES = 0.3
"""In type sizes: what is nearer than this to words on their line is one of them, or their mark."""
_BOX = re.compile(rf"\s*{BOX}\s", re.VERBOSE)
_HEADING = re.compile(r"H([1-6])?$|Title$")
_KINDS: tuple[tuple[BlockKind, frozenset[str]], ...] = (
    ("note", frozenset({"Note", "FENote"})),
    ("contents", frozenset({"TOC", "TOCI"})),
    ("item", frozenset({"LI"})),
    ("quotation", frozenset({"BlockQuote"})),
)
"""What words are by the elements that they stand in, the first that fits."""


def tagged_blocks(
    page: PdfPage, elements: Sequence[TagElement]
) -> tuple[list[PdfBlock], list[TypeLine]]:
    """The blocks that the tags of a page state, and the lines that no tag speaks of."""
    by_mark = _by_mark(page)
    _adopt(by_mark, elements)
    stated = {id_ for element in elements for id_ in element.ids}
    untagged = [run for mark, runs in by_mark.items() if mark not in stated for run in runs]
    found: list[PdfBlock] = []
    seen = _Cursor()
    tabbed: dict[int, list[TypeLine]] = {}
    for element in elements:
        runs = [run for id_ in element.ids for run in by_mark.get(id_, ())]
        lines = _in_columns(runs)
        if lines or element.kind == "Figure":
            _add(found, element, lines, page.number - 1, seen)
        if len(lines) == 1 and found[-1].kind == "paragraph":
            tabbed[id(found[-1])] = set_apart(runs)
    found = [part for block in tabulated(found, tabbed) for part in _unboxed(block)]
    return list(_with_labels(found)), lines_of(untagged, CELL_GAP)


def _with_labels(blocks: Sequence[PdfBlock]) -> Iterator[PdfBlock]:
    """The blocks; a number in the margin that is a paragraph by itself begins the one beside it."""
    label: PdfBlock | None = None
    for block in blocks:
        if label and _stands_beside(label, block):
            block.lines[0] = one_line(label.lines[0], block.lines[0])
        elif label:
            yield label
        is_alone = block.kind == "paragraph" and len(block.lines) == 1
        label = block if is_alone and is_label(block.text) else None
        if label is None:
            yield block
    if label:
        yield label


def _stands_beside(label: PdfBlock, block: PdfBlock) -> bool:
    """Whether a label stands on the first line of a paragraph, before its words."""
    if block.kind != "paragraph" or not block.lines:
        return False
    number, words = label.lines[0], block.lines[0]
    is_level = abs(number.base - words.base) < _TOUCHES * words.size
    return is_level and number.right < words.left and any(map(str.isalpha, words.text))


def _by_mark(page: PdfPage) -> dict[int, list[list[Glyph]]]:
    """The runs of a page by the marked content that they belong to.

    Each run that belongs to none has a number under 0 of its own.
    """
    found: dict[int, list[list[Glyph]]] = defaultdict(list)
    for n, run in enumerate((*page.runs, *page.sideways), 1):
        parts: dict[int, list[Glyph]] = {}
        for glyph in run:
            parts.setdefault(glyph.mark if glyph.mark >= 0 else -n, []).append(glyph)
        for mark, glyphs in parts.items():
            found[mark].append(glyphs)
    return found


def _in_columns(runs: Sequence[Sequence[Glyph]]) -> list[TypeLine]:
    """The lines of an element, that of one column after that of another where it is in two."""
    lines: list[TypeLine] = []
    held: list[Sequence[Glyph]] = []
    for run in runs:
        left, right = run[0].left, run[-1].right
        if (
            held
            and run[0].base > held[-1][0].base + run[0].style.size
            and (
                left > max(one[-1].right for one in held)
                or right < min(one[0].left for one in held)
            )
        ):
            lines += lines_of(held)
            held = []
        held.append(run)
    return lines + lines_of(held)


def _adopt(by_mark: Mapping[int, list[list[Glyph]]], elements: Sequence[TagElement]) -> None:
    """Give text that no element claims to the one in whose line it stands.

    So it is with the raised sign of a note, where its paragraph goes on over the page's end, and
    with the inverted commas that a browser puts around a quotation, which have no mark at all.
    """
    stated = {id_: element for element in elements for id_ in element.ids}
    for mark in [mark for mark in by_mark if mark not in stated]:
        first, last = by_mark[mark][0][0], by_mark[mark][-1][-1]
        # Words without a mark are furniture of the page, if they do not touch those of the text.
        reach = (2 if mark >= 0 else _TOUCHES) * first.style.size
        for id_, element in stated.items():
            if any(
                abs(glyph.base - first.base) < first.style.size
                and glyph.left - last.right < reach
                and first.left - glyph.right < reach
                for run in by_mark.get(id_, ())
                for glyph in run
            ):
                element.ids.append(mark)
                break


@dataclass
class _Cursor:
    """The table, row and cell to which the last element belonged."""

    table: int | None = None
    row: int | None = None
    cell: int | None = None


def _add(
    found: list[PdfBlock], element: TagElement, lines: list[TypeLine], page: int, seen: _Cursor
) -> None:
    if element.table is not None:
        _add_cell(found, element, lines, page, seen)
        return
    if element.kind == "Figure":
        found.append(PdfBlock("picture", lines, page, alternative=element.alternative))
        return
    if element.kind in _GROUPING:
        found += [_block(element, part, page) for part in _paragraphs(lines)]
        return
    block = _block(element, lines, page)
    if not _add_to_item(found, block):
        found += _choices(block) if block.kind == "paragraph" else [block]


def _add_to_item(found: Sequence[PdfBlock], block: PdfBlock) -> bool:
    """Put a block to the item of which it is the label or the words; False where it is neither."""
    mine = next((b for b in reversed(found) if b.item is not None and b.item == block.item), None)
    if mine and block.label and mine.lines and not mine.label:
        mine.label = block.label  # Some files draw an item's label after its words.
        return True
    if mine and mine is found[-1] and not mine.lines:
        mine.lines += block.lines
        mine.goes_on = block.goes_on
        return True
    return False


def _choices(block: PdfBlock) -> Iterator[PdfBlock]:
    """A paragraph, parted where a line begins with a box to be ticked."""
    starts = [n for n, line in enumerate(block.lines) if n and _BOX.match(line.text)]
    parts = [block.lines[start:end] for start, end in pairwise([0, *starts, len(block.lines)])]
    for n, lines in enumerate(parts):
        yield replace(
            block,
            lines=lines,
            begun_before=block.begun_before and not n,
            goes_on=block.goes_on and n + 1 == len(parts),
        )


def _paragraphs(lines: Sequence[TypeLine]) -> Iterator[list[TypeLine]]:
    """Words that stand in no paragraph of the tags, parted where a line begins at another place."""
    held: list[TypeLine] = []
    for line in lines:
        if held and (abs(line.left - held[-1].left) > _SAME_LEFT or _ENDED.search(held[-1].text)):
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def _block(element: TagElement, lines: list[TypeLine], page: int) -> PdfBlock:
    around = (*element.within, element.kind)
    heading = _HEADING.match(element.kind)
    level = int(heading[1]) if heading and heading[1] else None
    inside = (kind for kind, types in _KINDS if not types.isdisjoint(around))
    kind: BlockKind = "heading" if heading else next(inside, "paragraph")
    bulleted = False
    if kind == "item":
        lines, bulleted = without_bullet(lines)
    is_label = kind == "item" and element.kind == "Lbl"
    label = " ".join(line.text for line in lines).strip() if is_label else ""
    return PdfBlock(
        kind,
        [] if label else lines,
        page,
        label=label,
        level=level,
        depth=max(1, around.count("L")),
        bulleted=bulleted,
        item=element.item,
        begun_before=element.begun_before,
        goes_on=element.goes_on,
    )


def _add_cell(
    found: list[PdfBlock], element: TagElement, lines: list[TypeLine], page: int, seen: _Cursor
) -> None:
    if element.table != seen.table or not found or found[-1].kind != "table":
        found.append(PdfBlock("table", [], page))
        seen.row = seen.cell = None
    seen.table = element.table
    table = found[-1]
    if element.row != seen.row or not table.cells:
        table.cells.append([])
        seen.row, seen.cell = element.row, None
    if element.cell != seen.cell or not table.cells[-1]:
        # A cell that stands on another page, or is empty, has its place in the row all the same.
        missing = (element.column or 0) - len(table.cells[-1])
        table.cells[-1] += [[] for _ in range(min(missing, _MOST_COLUMNS) + 1)]
        seen.cell = element.cell
    table.cells[-1][-1] += lines
    table.lines += lines
    table.parts.append(_block(element, lines, page))


def _unboxed(block: PdfBlock) -> list[PdfBlock]:
    """What a box or a letterhead holds, where a table has no two cells below or beside each other.

    On a later page one row alone may be the last of a table that began before.
    """
    is_box = all(len(row) <= 1 for row in block.cells)
    is_letterhead = (
        len(block.cells) == 1
        and not block.page
        and cell_words.is_letterhead(
            (" ".join(line.text for line in cell), len(cell) > 1) for cell in block.cells[0]
        )
    )
    return block.parts if block.parts and (is_box or is_letterhead) else [block]


def untagged_share(pages: Iterable[tuple[Sequence[PdfBlock], Sequence[TypeLine]]]) -> float:
    """Which part of the letters of some pages no tag speaks of; dots that lead are none."""
    tagged = untagged = 0
    for blocks, lines in pages:
        tagged += sum(char.isalnum() for block in blocks for char in block.text)
        untagged += sum(char.isalnum() for line in lines for char in line.text)
    return untagged / (tagged + untagged or 1)
