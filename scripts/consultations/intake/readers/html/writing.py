"""The main part of a page in Markdown, block by block."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from bs4.element import NavigableString, PreformattedString, Tag

from consultations.intake.readers import markup
from consultations.intake.readers.html.facts import absolute
from consultations.intake.readers.html.lists import mark_of, nested_depth, whole_number
from consultations.intake.readers.html.main_part import LeftOut
from consultations.intake.readers.html.notes import PageNotes, label_of
from consultations.intake.readers.html.tables import grid, lays_out
from consultations.model.transcript import Drop

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "header", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_BOLD = frozenset({"b", "strong"})
_ITALIC = frozenset({"i", "em", "cite", "dfn", "var"})
_AFTER_LABEL = re.compile(r"^(?:[.):\]]|[*†‡§^])\s+")
_IN_BRACKETS = re.compile(r"\[(\[\^[\w-]{1,20}\])\]")
_LONG_LINE = 60
"""In code points: an address or a verse has shorter lines."""
_DEEPEST = 100
"""Blocks inside each other, and elements inside each other in a line: what lies deeper is read as
text. A page that never closes what it opens has one inside the other to its end."""


class PageWriter:
    """Writes the main part of a page; what is left out is told in its place."""

    def __init__(self, notes: PageNotes, main: Tag, left_out: LeftOut, address: str | None) -> None:
        """Take the page's notes, its main part, what was left out of it, and its own address."""
        self._notes = notes
        self._left_out = left_out
        self._address = address or ""
        self.drops: list[Drop] = []
        """What was left out, as far as the blocks have been written."""
        first = [
            int(e.name[1]) for e in main.find_all(re.compile(r"^h[1-6]$")) if e.get_text().strip()
        ]
        # Level 1 is the title's alone.
        titled = bool(first) and first.count(min(first)) == 1 and first[0] == min(first)
        self._shift = (1 if titled else 2) - min(first, default=1)

    def page(self, main: Tag) -> Iterator[str]:
        """The blocks of the page's main part, between what stands on the page around it."""
        self.drops += self._left_out.before
        yield from self.blocks(main)
        self.drops += self._left_out.behind

    def blocks(self, element: Tag, depth: int = 0) -> Iterator[str]:
        """The blocks of an element in Markdown, in the order of the page."""
        if depth > _DEEPEST:
            yield self._inline(element)
            return
        loose: list[Tag | NavigableString] = []
        for child in element.children:
            if isinstance(child, PreformattedString) or not isinstance(
                child, (Tag, NavigableString)
            ):
                continue
            if isinstance(child, Tag) and (child.name in _BLOCKS or _holds_block(child)):
                yield from self._spoken(loose)
                loose = []
                yield from self._block(child, depth)
            else:
                loose.append(child)
        yield from self._spoken(loose)

    def _spoken(self, parts: list[Tag | NavigableString]) -> Iterator[str]:
        """The paragraphs of text that stands in no block of its own.

        Line ends part paragraphs where long pieces stand on both sides; else they are the page's
        own, as in an address.
        """
        held: list[str] = []
        for line in _tidy(self._joined(parts)).split("\n"):
            if held and min(len(line), len(held[-1])) > _LONG_LINE:
                yield "\n".join(held)
                held = []
            held.append(line)
        yield "\n".join(held)

    def _block(self, e: Tag, depth: int) -> Iterator[str]:
        if id(e) in self._notes.bodies:
            yield self._note(e, depth)
        elif re.fullmatch(r"h[1-6]", e.name):
            words = " ".join(self._inline(e).split())
            level = max(1, min(6, int(e.name[1]) + self._shift))
            yield f"{'#' * level} {words}" if words else ""
        elif e.name in ("ul", "ol"):
            yield from self._list(e, depth)
        elif e.name == "blockquote":
            for block in self.blocks(e, depth + 1):
                if block.strip():
                    yield "\n".join(f"> {line}".rstrip() for line in block.split("\n"))
        elif e.name == "table":
            yield from self._table(e, depth)
        elif e.name == "dt":
            yield markup.emphasised(_tidy(self._inline(e)), bold=True, italic=False)
        elif e.name != "hr":
            yield from self.blocks(e, depth + 1)

    def _note(self, e: Tag, depth: int) -> str:
        inside = [block for block in self.blocks(e, depth + 1) if block.strip()]
        label = self._notes.bodies[id(e)]
        if inside:
            # The label itself, and what parted it from the words: "12. See the minutes".
            own = rf"^\[?{re.escape(label)}\]?(?=[.):\]\s])"
            inside[0] = _AFTER_LABEL.sub("", re.sub(own, "", inside[0])).lstrip()
        return markup.note(label_of(label), inside)

    def _list(self, e: Tag, depth: int, level: int = 0) -> Iterator[str]:
        number = whole_number(e.get("start"), 1)
        level = max(level, nested_depth(e))
        for item in [child for child in e.children if isinstance(child, (Tag, NavigableString))]:
            if isinstance(item, NavigableString) or item.name not in ("li", "ul", "ol"):
                # Broken markup: words in a list and in none of its items.
                yield from self._spoken([item])
                continue
            if item.name != "li":
                yield from self._list(item, depth + 1, level + 1)
                continue
            if id(item) in self._notes.bodies:
                yield from self._block(item, depth + 1)
                continue
            number = whole_number(item.get("value"), number)
            yield from self._item(item, mark_of(e, item, number), depth, level)
            number += 1

    def _item(self, item: Tag, mark: str, depth: int, level: int) -> Iterator[str]:
        """The blocks of an item, its mark before the first of them, and the lists inside it."""
        inner = item.find_all(["ul", "ol"], recursive=False)
        for nested in inner:
            nested.extract()
        indent = "    " * level
        said = [block for block in self.blocks(item, depth + 1) if block.strip()]
        for n, block in enumerate(said):
            lead = mark if n == 0 else " " * len(mark)
            yield f"{indent}{lead}{block}".replace("\n", f"\n{indent}{' ' * len(mark)}")
        for nested in inner:
            yield from self._list(nested, depth + 1, level + 1)

    def _table(self, e: Tag, depth: int) -> Iterator[str]:
        if lays_out(e):
            yield from self.blocks(e, depth + 1)
            return
        for caption in e.find_all("caption", recursive=False):
            yield _tidy(self._inline(caption))
        yield markup.table(
            [[" ".join(self._inline(c).split()) if c else "" for c in row] for row in grid(e)]
        )

    def _inline(self, e: Tag, depth: int = 0) -> str:
        """The words of an element on one line; `depth` counts the elements around it there."""
        if depth > _DEEPEST:
            return e.get_text()
        inside = [part for part in e.children if isinstance(part, (Tag, NavigableString))]
        return self._joined(inside, depth)

    def _joined(self, parts: list[Tag | NavigableString], depth: int = 0) -> str:
        """The words of parts of a line; of "[1]", only the figure may be the link to a note."""
        words = "".join(self._part(part, depth) for part in parts)
        return _IN_BRACKETS.sub(r"\1", words)

    def _part(self, part: Tag | NavigableString, depth: int = 0) -> str:
        if isinstance(part, NavigableString):
            hidden = isinstance(part, PreformattedString)
            return "" if hidden else re.sub(r"[ \t\r\n\f]+", " ", str(part))
        if id(part) in self._notes.calls:
            return f"[^{label_of(self._notes.calls[id(part)])}]"
        if id(part) in self._left_out.within:
            self.drops += self._left_out.within[id(part)]
            return ""
        if part.name == "br":
            return "\n"
        if part.name == "img":
            alt = " ".join(str(part.get("alt") or "").split())
            return f"![{alt}](picture)" if alt else ""
        if part.name in ("del", "s", "strike"):
            self.drops.append(Drop("deletion", part.get_text(), "struck out on the page"))
            return ""
        return self._words(part, depth)

    def _words(self, part: Tag, depth: int) -> str:
        """The words of an element inside a line, with the marks that it stands for."""
        words = self._inline(part, depth + 1)
        if part.name in _BOLD or part.name in _ITALIC:
            return markup.emphasised(words, bold=part.name in _BOLD, italic=part.name in _ITALIC)
        if part.name == "a":
            return self._link(part, words)
        if part.name == "sup" and re.fullmatch(r"\s*[\d*†‡§]{1,4}\s*", words):
            return f"<sup>{words.strip()}</sup>"
        if part.name == "q":
            return f"“{words}”"
        return f" {words} " if part.name in _BLOCKS and words.strip() else words

    def _link(self, link: Tag, words: str) -> str:
        href = str(link.get("href") or "").strip()
        address = absolute(href, self._address)
        if href.startswith("#") or urlsplit(address).scheme not in ("http", "https", "mailto"):
            return words
        bare = words.strip()
        if not bare or "[" in bare or "]" in bare or re.search(r"[\s()<>]", address):
            return words
        before, after = words[: words.index(bare)], words[words.index(bare) + len(bare) :]
        return f"{before}[{bare}]({address}){after}"


def _holds_block(e: Tag) -> bool:
    """Whether an element that is none itself holds blocks, as a link round a heading may."""
    return e.name not in _BLOCKS and any(
        isinstance(d, Tag) and d.name in _BLOCKS for d in e.descendants
    )


def _tidy(text: str) -> str:
    """Words with one blank between them; line ends that the page has on purpose stay."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return "\n".join(line for line in lines if line)
