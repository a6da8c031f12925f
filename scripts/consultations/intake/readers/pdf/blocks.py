"""The blocks of a page: what stands together, and what sort of thing it is."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from consultations.intake.readers.pdf.page.glyphs import Glyph
from consultations.intake.readers.pdf.page.lines import TypeLine, TypeRun, lines_of
from consultations.intake.readers.pdf.page.sheets import PdfPage
from consultations.intake.readers.pdf.page.tags import TagElement

BlockKind = Literal[
    "heading", "paragraph", "item", "note", "table", "quotation", "contents", "picture"
]

BULLETS = "•●▪■◦○‣⁃∙·–—-➢➤✓✔\uf0b7\uf0a7\uf0d8\uf02d"
"""Signs that begin an item of a list; the last four are those of Symbol and Wingdings."""

_BULLET = re.compile(rf"(?:[{re.escape(BULLETS)}]|o(?=\s))\s*")
_GROUPING = frozenset({"Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "Aside"})
"""Elements that hold blocks; words that stand right in one have no block of their own."""
_ENDED = re.compile(r"[.?!:;][\"'”’)\]]*$")
_SAME_LEFT = 5.0
"""In points: lines that begin so near may be of one paragraph."""
_HEADING = re.compile(r"H([1-6])?$|Title$")


@dataclass
class PdfBlock:
    """Lines that belong together, on one page or over the end of some."""

    kind: BlockKind
    lines: list[TypeLine]
    page: int
    """Index of the page on which it begins."""
    level: int | None = None
    """Of a heading whose depth the file states, from 1."""
    depth: int = 1
    """Of an item."""
    bulleted: bool = False
    """Whether a bullet stood before it, which is not among its lines."""
    label: str = ""
    """Of an item: its number or letter, where the file keeps it apart from the words."""
    begun_before: bool = False
    goes_on: bool = False
    cells: list[list[list[TypeLine]]] = field(default_factory=list)
    """Of a table: lines by row and cell."""
    parts: list["PdfBlock"] = field(default_factory=list)
    """Of a table: the blocks that its cells hold, in reading order."""
    alternative: str = ""
    """Of a picture: what stands for it."""
    left: float = 0.0
    """Where it begins, its bullet or label too, in points; where no tags tell what it is."""
    item: int | None = None
    """Number of the list item of its page that it is a part of, where tags state it."""
    begins_column: bool = False
    """Whether it stands at the top of a column that is not the first of its page."""
    boxed: bool = False
    """Whether it stands in a box of its own, with what is before and after it there."""

    page_breaks: list[tuple[int, int]] = field(default_factory=list)
    """Where it goes on over the end of a page: the number of the line, and the page's index."""
    last_table_page: int = -1
    """Index of the last page of a table that stands on several."""

    @property
    def last_page(self) -> int:
        """Index of the page on which it ends."""
        return max([self.page, self.last_table_page, *(page for _, page in self.page_breaks)])

    @property
    def last_words(self) -> str:
        """Its last line without raised signs, which say nothing of how a sentence ends."""
        runs = self.lines[-1].runs if self.lines else ()
        return "".join(run.text for run in runs if not run.raised)

    @property
    def text(self) -> str:
        """Its words, a blank between two lines."""
        return " ".join(line.text for line in self.lines)


def without_bullet(lines: list[TypeLine]) -> tuple[list[TypeLine], bool]:
    """Lines without the bullet with which the first of them begins, and whether there was one."""
    if not lines:
        return lines, False
    first, *rest = lines
    sign = _BULLET.match(first.text)
    if not sign:
        return lines, False
    left = sign.end()
    runs: list[TypeRun] = []
    for run in first.runs:
        cut = min(left, len(run.text))
        left -= cut
        if run.text[cut:]:
            runs.append(
                TypeRun(
                    run.text[cut:].lstrip() if not runs else run.text[cut:], run.style, run.raised
                )
            )
    if not runs:
        return rest, True
    return [TypeLine(tuple(runs), first.left, first.right, first.base, first.size), *rest], True


def tagged_blocks(
    page: PdfPage, elements: Sequence[TagElement]
) -> tuple[list[PdfBlock], list[TypeLine]]:
    """The blocks that the tags of a page state, and the lines that no tag speaks of."""
    by_mark: dict[int, list[list[Glyph]]] = defaultdict(list)
    for run in (*page.runs, *page.sideways):
        parts: dict[int, list[Glyph]] = {}
        for glyph in run:
            parts.setdefault(glyph.mark, []).append(glyph)
        for mark, glyphs in parts.items():
            by_mark[mark].append(glyphs)
    _adopt(by_mark, elements)
    stated = {id_ for element in elements for id_ in element.ids}
    untagged = [run for mark, runs in by_mark.items() if mark not in stated for run in runs]
    found: list[PdfBlock] = []
    seen = _Cursor()
    for element in elements:
        lines = _in_columns([run for id_ in element.ids for run in by_mark.get(id_, ())])
        if lines or element.kind == "Figure":
            _add(found, element, lines, page.number - 1, seen)
    found = [part for block in found for part in _unboxed(block)]
    return found, lines_of(untagged, widest_gap=1.8)


def _in_columns(runs: Sequence[Sequence[Glyph]]) -> list[TypeLine]:
    """The lines of an element, that of one column after that of another where it is in two."""
    lines: list[TypeLine] = []
    held: list[Sequence[Glyph]] = []
    for run in runs:
        left, right = run[0].left, run[-1].right
        if (
            held
            and run[0].base > held[-1][0].base + 2 * run[0].style.size
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
    """Give marked text that no element claims to the one in whose line it stands.

    So it is with the raised sign of a note, where its paragraph goes on over the page's end.
    """
    stated = {id_: element for element in elements for id_ in element.ids}
    orphans = [mark for mark in by_mark if mark >= 0 and mark not in stated]
    for mark in orphans:
        first, last = by_mark[mark][0][0], by_mark[mark][-1][-1]
        reach = 2 * first.style.size
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
    mine = next((b for b in reversed(found) if b.item is not None and b.item == block.item), None)
    if mine and block.label and mine.lines and not mine.label:
        mine.label = block.label  # Some files draw an item's label after its words.
        return
    if mine and mine is found[-1] and not mine.lines:
        mine.lines += block.lines
        mine.goes_on = block.goes_on
        return
    found.append(block)


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
    kind: BlockKind = "paragraph"
    level = None
    if heading:
        kind = "heading"
        level = int(heading[1]) if heading[1] else None
    elif "Note" in around or "FENote" in around:
        kind = "note"
    elif "TOC" in around or "TOCI" in around:
        kind = "contents"
    elif "LI" in around:
        kind = "item"
    elif "BlockQuote" in around:
        kind = "quotation"
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
        table.cells[-1].append([])
        seen.cell = element.cell
    table.cells[-1][-1] += lines
    table.lines += lines
    table.parts.append(_block(element, lines, page))


def _unboxed(block: PdfBlock) -> list[PdfBlock]:
    """What a box round some paragraphs holds, where a table has no two cells beside each other."""
    boxed = block.parts and all(len(row) <= 1 for row in block.cells)
    return block.parts if boxed else [block]


def untagged_share(pages: Iterable[tuple[Sequence[PdfBlock], Sequence[TypeLine]]]) -> float:
    """Which part of the letters of some pages no tag speaks of; dots that lead are none."""
    tagged = untagged = 0
    for blocks, lines in pages:
        tagged += sum(char.isalnum() for block in blocks for char in block.text)
        untagged += sum(char.isalnum() for line in lines for char in line.text)
    return untagged / (tagged + untagged or 1)
