"""Blocks of a page, as Markdown: each a hunk of its own in a diff, a passage on one line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from consultations import patterns as re
from consultations.pages.writing.content import AttributeName, Attributes, Content, element
from consultations.pages.writing.html import Tag, as_html, attribute, closing, opening
from consultations.pages.writing.markdown import Markdown, as_block, as_markdown, attribute_list

_MARKUP = re.compile(r"[\\&<\[*]")
_MOST_MARKUP = 1000
"""Marks and escapes that one block may have in Markdown.

The time of Python-Markdown grows with the square of their number; for this many it takes some
hundredths of a second. A block with more is no prose: it is written as HTML, which Python-Markdown
passes through unread.
"""

_RAW = (str(opening("p", {})), str(opening("p", {})).replace(">", " "))
"""How a block begins that `_raw` has written: `<p>`, or `<p ` with attributes."""
_DEEPEST_LIST = 8
"""Levels of lists inside lists on a page. Items that are deeper in the source are drawn at this
level, since a page has no room to set them further in."""
_BULLET = "•"
_COUNTED = re.compile(r"(0|[1-9][0-9]{0,8})\.")


def page(front_matter: str, blocks: Iterable[Markdown]) -> str:
    """The Markdown of a page."""
    return f"{front_matter}\n{together(blocks)}\n"


def together(blocks: Iterable[Markdown]) -> Markdown:
    """Blocks with an empty line between them."""
    return _joined("\n\n", [block for block in blocks if block.written])


def _joined(between: str, parts: Iterable[Markdown]) -> Markdown:
    return Markdown(between.join(part.written for part in parts))


def paragraph(content: Content, attributes: Attributes) -> Markdown:
    """A paragraph, its attributes on a line below it."""
    drawn, about = as_block(content), attribute_list(attributes)
    if _is_no_prose(drawn, about):
        return _raw(content, attributes)
    return Markdown(f"{drawn}\n{about}".rstrip())


def heading(level: int, content: Content, attributes: Attributes) -> Markdown:
    """A heading with its attributes behind it."""
    drawn, about = as_markdown(content), attribute_list(attributes)
    if _is_no_prose(drawn, about):
        return _raw(content, {**attributes, "role": "heading", "aria-level": str(level)})
    return Markdown(f"{'#' * level} {drawn} {about}".rstrip())


def quotation(blocks: Iterable[Markdown]) -> Markdown:
    """Blocks as a block quotation; of those written as HTML, each ends it and stands by itself."""
    parts: list[Markdown] = []
    run: list[Markdown] = []
    for block in blocks:
        if _is_raw(block):
            parts += [_quoted(run), block]
            run = []
        else:
            run.append(block)
    return together([*parts, _quoted(run)])


def _quoted(blocks: Sequence[Markdown]) -> Markdown:
    lines = together(blocks).written.splitlines()
    return Markdown("\n".join(f"> {line}".rstrip() for line in lines))


def table(rows: Sequence[Sequence[Content]], id_: str) -> Markdown:
    """A table, its first row the header; rows that are too short are filled up."""
    width = max(map(len, rows))
    drawn = [[as_markdown(cell) for cell in row] for row in rows]
    # A table is one block to Python-Markdown. If one cell is too much for it, all of the table is
    # written as one paragraph of HTML.
    if any(_is_no_prose(cell, Markdown("")) for row in drawn for cell in row if cell.written):
        words: Content = [part for row in rows for cell in row for part in (*cell, " ")]
        return _raw(words, {"id": id_, "class": "table"})
    filled = [[*row, *[Markdown("")] * (width - len(row))] for row in drawn]
    rule = [Markdown("---")] * width  # without it Python-Markdown sees no table
    lines = [Markdown(f"| {_joined(' | ', row)} |") for row in (filled[0], rule, *filled[1:])]
    return _around("div", {"id": id_, "class": "table"}, _joined("\n", lines))


def drawing(key: str) -> Markdown:
    """The place of a drawing on a page, which `publish` fills; empty where there is none."""
    attributes: Attributes = {"id": f"drawing:{key}", "class": "drawing"}
    return Markdown(f"{opening('div', attributes)}{closing('div')}")


def section(attributes: Attributes, blocks: Iterable[Markdown]) -> Markdown:
    """Blocks as a section of the page."""
    return _around("section", attributes, together(blocks))


def division(attributes: Attributes, blocks: Iterable[Markdown]) -> Markdown:
    """Blocks that belong together, as a part of the page that is no section of it."""
    return _around("div", attributes, together(blocks))


def folded(summary: Content, blocks: Iterable[Markdown]) -> Markdown:
    """Blocks that a reader opens by their summary, which is one line."""
    told = Markdown(str(as_html([element("summary", *summary)])))
    return _around("details", {}, together([told, *blocks]))


def _around(name: Tag, attributes: Attributes, inner: Markdown) -> Markdown:
    start = opening(name, attributes, markdown=True)
    return together(Markdown(str(part)) for part in (start, inner, closing(name)))


def definition(term: Content, blocks: Sequence[Markdown]) -> Markdown:
    """A term with the paragraphs that belong to it."""
    called = paragraph(term, {})
    return together([called, _hung(":", blocks, apart=_is_raw(called))])


def loose_item(blocks: Sequence[Markdown]) -> Markdown:
    """An item of a list of bullets that is made of blocks."""
    return _hung("-", blocks)


def _hung(sign: str, blocks: Sequence[Markdown], *, apart: bool = False) -> Markdown:
    """Blocks behind a sign; as they are where one is HTML, which has to begin its line."""
    if apart or any(map(_is_raw, blocks)):
        return together(blocks)
    indented = "\n".join(f"    {line}".rstrip() for line in together(blocks).written.splitlines())
    return Markdown(f"{sign}{indented[1:]}")


@dataclass(frozen=True)
class Item:
    """An item of a list.

    `marker` is its number as printed, with its brackets or its full stop; None for a bullet.
    """

    content: Content
    id: str
    depth: int = 1
    marker: str | None = None

    def within(self, part: str) -> "Item":
        """The same with an id of its own where a page has several such lists."""
        return replace(self, id=f"{self.id}:{part}")


def lists(items: Iterable[Item]) -> Markdown:
    """Items that follow each other, as lists within lists.

    An item stands at most one list deeper than the one before it. Where in an outermost list
    bullets turn to numbers, or back, a new list begins.
    """
    blocks: list[Markdown] = []
    lines: list[str] = []
    opened: list[_List] = []
    for item in items:
        drawn = as_block(item.content)
        shown: Attributes = {
            "id": item.id,
            "class": "item",
            "data-marker": item.marker or _BULLET,
        }
        no_prose = _is_no_prose(drawn, attribute_list(shown))
        # Where the source skips a level, Markdown would take the item for a block of code.
        depth = min(item.depth, len(opened) + 1, _DEEPEST_LIST)
        turns = depth == 1 and bool(opened) and opened[0].ordered is (item.marker is None)
        # A list of one sort cannot go on with items of the other: an empty line has to part them.
        if turns or no_prose:
            blocks.append(Markdown("\n".join(lines)))
            lines, opened, depth = [], [], 1
        if no_prose:
            blocks.append(_raw(item.content, shown))
            continue
        del opened[depth:]
        if len(opened) < depth:
            opened.append(_List(ordered=item.marker is not None))
        sign, attributes = opened[-1].mark(item)
        indent = " " * 4 * (depth - 1)  # what Python-Markdown asks for a list inside a list
        lines += [f"{indent}{sign} {drawn}", f"{indent}  {attribute_list(attributes)}"]
    return together([*blocks, Markdown("\n".join(lines))])


def tooltips(expansions: Mapping[str, str]) -> Markdown:
    """What abbreviations stand for, for the `abbr` of Python-Markdown to find where they stand.

    Args:
        expansions: by the abbreviation, which is a word: letters and digits alone.
    """
    lines = (f"*[{short}]: {attribute(full)}" for short, full in expansions.items())
    return Markdown("\n".join(lines))


class _List:
    """A list that is being written."""

    def __init__(self, *, ordered: bool) -> None:
        self.ordered = ordered
        self._number: int | None = None

    def mark(self, item: Item) -> tuple[str, Attributes]:
        """What its next item begins with, and the attributes that make it look as printed."""
        if not self.ordered:
            return "-", {"id": item.id, "data-marker": item.marker}
        counted = _COUNTED.fullmatch(item.marker or _BULLET)
        following = 1 if self._number is None else self._number + 1
        is_first, self._number = self._number is None, int(counted[1]) if counted else following
        attributes: dict[AttributeName, str | None] = {"id": item.id}
        # Markdown knows numbers only. A letter or a Roman numeral is drawn by the style sheet.
        if counted is None:
            attributes["data-marker"] = item.marker or _BULLET
        elif not is_first and self._number != following:
            attributes["value"] = counted[1]
        return f"{self._number}.", attributes


def _is_no_prose(drawn: Markdown, attributes: Markdown) -> bool:
    """Whether a block is empty, or has more marks than Markdown should be asked to read."""
    marks = _MARKUP.findall(drawn.written + attributes.written)
    return not drawn.written.strip() or len(marks) > _MOST_MARKUP


def _is_raw(block: Markdown) -> bool:
    """Whether `_raw` has written a block, which has to begin its line."""
    return block.written.startswith(_RAW)


def _raw(content: Content, attributes: Attributes) -> Markdown:
    """A block that Python-Markdown passes through as it stands."""
    return Markdown(f"{opening('p', attributes)}{as_html(content)}{closing('p')}")
