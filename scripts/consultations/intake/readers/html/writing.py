"""The main part of a page in Markdown, block by block."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from consultations import patterns as re
from consultations.intake.readers import markup
from consultations.intake.readers.html.elements import BLOCKS, HEADINGS
from consultations.intake.readers.html.insets import SET_IN
from consultations.intake.readers.html.line_writing import DEEPEST, LineWriter
from consultations.intake.readers.html.lists import nested_depth, numbered_items
from consultations.intake.readers.html.main_part import LeftOut
from consultations.intake.readers.html.notes import PageNotes, heads_notes_alone
from consultations.intake.readers.html.tables import grid, is_caption, items_of, lays_out
from consultations.intake.readers.notes_headings import HEADS_NOTES, NOTES_HEADING
from consultations.model.transcript import Drop

_AFTER_LABEL = re.compile(r"^(?:\[\s*\]|[.):\]]|[*†‡§^])(?:\s+|\Z)")
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_ALL_BOLD = re.compile(r"\*\*[^*]+\*\*")
_OF_A_CELL = frozenset({"div", "li", "ol", "p", "ul"})
"""Blocks that a cell may hold in a table of data."""
_SET_OFF = re.compile(r"\||>|#{1,6} |[ ]|(?:- |\S{1,6}[.)] )")
"""What a block begins with that starts without words of its own: a table, a quotation, a heading,
an item."""
_LONG_LINE = 60
"""Code points. The lines of an address or a verse are shorter."""


class PageWriter:
    """Writes the main part of a page; what is left out is told in its place."""

    def __init__(self, notes: PageNotes, main: Tag, left_out: LeftOut, address: str | None) -> None:
        """Take the page's notes, its main part, what was left out of it, and its own address."""
        self._notes = notes
        self._main = main
        self._left_out = left_out
        self.drops: list[Drop] = []
        """What was left out, as far as the blocks have been written."""
        self._words = LineWriter(notes, left_out, address or "", self.drops)
        first = [int(e.name[1]) for e in main.find_all(HEADINGS) if e.get_text().strip()]
        # Level 1 is the title's alone.
        titled = bool(first) and first.count(min(first)) == 1 and first[0] == min(first)
        self._shift = (1 if titled else 2) - min(first, default=1)
        self._writers: dict[str, Callable[[Tag, int], Iterator[str]]] = {
            "ul": self._list, "ol": self._list, "dl": self._terms, "table": self._table,
            "blockquote": self._quotation, "pre": self._as_written, "figcaption": self._caption,
            "caption": self._caption,
        }  # fmt: skip

    def page(self, main: Tag) -> Iterator[str]:
        """The blocks of the page's main part, between what stands on the page around it."""
        self.drops += self._left_out.before
        yield from self.blocks(main)
        self.drops += self._left_out.behind

    def blocks(self, element: Tag, depth: int = 0) -> Iterator[str]:
        """The blocks of an element in Markdown, in the order of the page."""
        return self._run(element.children, depth)

    def _run(self, parts: Iterable[PageElement], depth: int) -> Iterator[str]:
        """The blocks of what stands side by side in an element."""
        loose: list[Tag | NavigableString] = []
        for child in parts:
            if isinstance(child, PreformattedString) or not isinstance(
                child, (Tag, NavigableString)
            ):
                continue
            is_block = isinstance(child, Tag) and (child.name in BLOCKS or _holds_block(child))
            if isinstance(child, Tag) and is_block and depth <= DEEPEST:
                yield from self._spoken(loose)
                loose = []
                yield from self._block(child, depth)
            else:
                loose.append(child)
        yield from self._spoken(loose)

    def _spoken(self, parts: list[Tag | NavigableString]) -> Iterator[str]:
        """The paragraphs of text that stands directly in an element, outside any block.

        An empty line parts them. A line end does where long pieces stand on both sides, or a long
        one under words in bold that stand over it; else it is the page's own, as in an address.
        """
        for piece in _EMPTY_LINE.split(self._words.joined(parts)):
            held: list[str] = []
            for line in _tidy(piece).split("\n"):
                if held and len(line) > _LONG_LINE and _stands_over(held):
                    yield "\n".join(held)
                    held = []
                held.append(line)
            yield "\n".join(held)

    def _block(self, e: Tag, depth: int) -> Iterator[str]:
        if id(e) in self._notes.bodies:
            yield self._note(e, depth)
        elif e.name in HEADINGS:
            words = " ".join(self._words.of(e).split())
            if NOTES_HEADING.fullmatch(words) and heads_notes_alone(e, self._main, self._notes):
                self.drops.append(Drop("furniture", words, HEADS_NOTES))
                return
            level = max(1, min(6, int(e.name[1]) + self._shift))
            yield f"{'#' * level} {words}" if words else ""
        elif write := self._writers.get(e.name):
            yield from write(e, depth)
        elif e.get(SET_IN) is not None:
            yield from map(markup.set_in, self.blocks(e, depth + 1))
        elif e.name != "hr":
            yield from self.blocks(e, depth + 1)

    def _quotation(self, e: Tag, depth: int) -> Iterator[str]:
        for block in self.blocks(e, depth + 1):
            if block.strip():
                yield "\n".join(f"> {line}".rstrip() for line in block.split("\n"))

    def _as_written(self, e: Tag, depth: int) -> Iterator[str]:
        """The blocks of text that is shown as it is written: an empty line parts them."""
        if e.find(BLOCKS) is not None:
            yield from self.blocks(e, depth + 1)
            return
        yield from map(_tidy, _EMPTY_LINE.split(self._words.of(e)))

    def _note(self, e: Tag, depth: int) -> str:
        inside = [block for block in self.blocks(e, depth + 1) if block.strip()]
        label = self._notes.bodies[id(e)]
        if inside:
            # The label itself, and what parted it from the words: "12. See the minutes".
            own = rf"^[\[(]?(?:<sup>)?{re.escape(label)}(?:</sup>)?\]?(?=[.):\]\s])"
            inside[0] = _AFTER_LABEL.sub("", re.sub(own, "", inside[0])).lstrip()
        return markup.note(markup.label_of(label), [block for block in inside if block])

    def _list(self, e: Tag, depth: int, level: int = 0) -> Iterator[str]:
        level = max(level, nested_depth(e))
        marks = numbered_items(e)
        for item in [child for child in e.children if isinstance(child, (Tag, NavigableString))]:
            if isinstance(item, NavigableString) or item.name not in ("li", "ul", "ol"):
                # Broken markup: words in a list and in none of its items.
                yield from self._spoken([item])
            elif item.name != "li":
                yield from self._list(item, depth + 1, level + 1)
            elif id(item) in self._notes.bodies:
                yield from self._block(item, depth + 1)
            else:
                yield from self._item(item, marks[id(item)], depth, level)

    def _item(self, item: Tag, mark: str, depth: int, level: int) -> Iterator[str]:
        """The blocks of an item, its mark before the first of them, with the lists inside it."""
        indent, blank = "    " * level, " " * len(mark)
        lead = mark
        for is_list, parts in groupby(item.children, _is_list):
            if is_list:
                for nested in parts:
                    if isinstance(nested, Tag):
                        yield from self._list(nested, depth + 1, level + 1)
                continue
            for block in self._run(parts, depth + 1):
                if block.strip():
                    yield f"{indent}{lead}{block}".replace("\n", f"\n{indent}{blank}")
                    lead = blank

    def _terms(self, e: Tag, depth: int) -> Iterator[str]:
        """A list of terms: each on one line with the first words of its explanation."""
        terms: list[str] = []
        for part in _with_groups(e):
            if isinstance(part, Tag) and part.name == "dt":
                words = " ".join(self._words.of(part).split())
                terms.append(markup.emphasised(words, bold=True, italic=False))
                continue
            for block in self._run([part], depth + 1):
                joins = bool(terms) and bool(block.strip()) and not _SET_OFF.match(block)
                if block.strip():
                    yield " ".join([*terms, block] if joins else terms)
                    terms = []
                yield "" if joins else block
        yield " ".join(terms)

    def _table(self, e: Tag, depth: int) -> Iterator[str]:
        if lays_out(e):
            yield from self.blocks(e, depth + 1)
            return
        items = items_of(e)
        for label, words in items:
            inside = [block for block in self.blocks(words, depth + 1) if block.strip()]
            yield " ".join([label, *inside[:1]])
            yield from inside[1:]
        if items:
            return
        for caption in e.find_all("caption", recursive=False):
            yield from self._caption(caption, depth)
        yield markup.table(
            [[self._cell(cell, depth) if cell else "" for cell in row] for row in grid(e)]
        )

    def _caption(self, e: Tag, depth: int) -> Iterator[str]:
        """The blocks of a caption, with pandoc's mark of one where it is a single one."""
        blocks = [block.replace("\n", " ") for block in self.blocks(e, depth + 1) if block.strip()]
        mark = ": " if len(blocks) == 1 and is_caption(e) else ""
        for block in blocks:
            yield f"{mark}{block}"

    def _cell(self, e: Tag, depth: int) -> str:
        """The words of a cell, a line for each of its paragraphs and items."""
        inside = {d.name for d in e.descendants if isinstance(d, Tag)} & BLOCKS
        if not inside or not inside <= _OF_A_CELL or _holds_note(e, self._notes):
            return _tidy(self._words.of(e))
        written = "\n".join(self.blocks(e, depth + 1))
        return re.sub(r"(?m)^\s*- ", "• ", written)


def _stands_over(lines: list[str]) -> bool:
    """Whether a new paragraph follows some lines: the last one is long, or all are bold."""
    return len(lines[-1]) > _LONG_LINE or _ALL_BOLD.fullmatch("\n".join(lines)) is not None


def _holds_note(e: Tag, notes: PageNotes) -> bool:
    return any(id(d) in notes.bodies for d in e.descendants)


def _is_list(part: PageElement) -> bool:
    return isinstance(part, Tag) and part.name in ("ul", "ol")


def _with_groups(e: Tag) -> Iterator[PageElement]:
    """The parts of a list of terms, also those that stand in groups inside it."""
    for part in e.children:
        if isinstance(part, Tag) and part.name == "div":
            yield from part.children
        else:
            yield part


def _holds_block(e: Tag) -> bool:
    """Whether an element that is no block holds blocks, as a link round a heading may."""
    return e.name not in BLOCKS and any(
        isinstance(d, Tag) and d.name in BLOCKS for d in e.descendants
    )


def _tidy(text: str) -> str:
    """Words with one blank between them. Line ends that the page made on purpose stay."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return "\n".join(line for line in lines if line)
