"""The blocks of a page: what stands together, and what sort of thing it is."""

from dataclasses import dataclass, field
from typing import Literal

from consultations import patterns as re
from consultations.intake.readers.pdf.page.lines import TypeLine, TypeRun

BlockKind = Literal[
    "heading", "paragraph", "item", "note", "table", "quotation", "contents", "picture"
]

BULLETS = "•●▪■◦○‣⁃∙·–—-➢➤✓✔\uf0b7\uf0a7\uf0d8\uf02d"
"""Signs that begin an item of a list; the last four are those of Symbol and Wingdings."""

_BULLET = re.compile(rf"(?:[{re.escape(BULLETS)}]|o(?=\s))\s*")


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
    inset: float = 0.0
    """How far in from the edge of its column it begins, its bullet or label too, in points; where
    no tags tell what it is."""
    set_in: bool = False
    """Whether it is a paragraph that stands further in than the text above it."""
    item: int | None = None
    """Number of the list item of its page that it is a part of, where tags state it."""
    begins_column: bool = False
    """Whether it stands at the top of a column that is not the first of its page."""
    boxed: bool = False
    """Whether it stands in a box of its own, with what is before and after it there."""
    beside: bool = False
    """Whether it stands in the margin beside the text, which goes on behind it."""

    ends: list[int] = field(default_factory=list)
    """Numbers of the lines behind which its author has ended a line."""
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
