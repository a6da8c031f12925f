"""The paragraphs of a text, as its lines show them, before any rule has read its blocks."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from consultations import patterns as re
from consultations.model.text import Line, lines, skip_blanks
from consultations.rules.footnotes.leads import PLAIN
from consultations.rules.marks import is_row

_HEADING = re.compile(r"#{1,6}[ \t]")


@dataclass(frozen=True)
class Paragraph:
    """Lines with words under one another, on one page."""

    lines: list[Line]
    page: bool
    """Whether a page begins with it."""
    kind: Literal["text", "heading", "row"]
    indent: int
    """Blanks before its first word."""

    @property
    def start(self) -> int:
        """Where its first line begins."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return self.lines[-1].end


def paragraphs(text: str, pages: Sequence[int], *, each_line: bool) -> Iterator[Paragraph]:
    """The paragraphs of a text, as its lines show them.

    Args:
        text: with its lines as they are.
        pages: where its pages begin, ascending, in code points.
        each_line: whether each line is one, with no empty line between two.
    """
    found: list[Line] = []
    page, last, kind_before = False, 0, ""
    for line in lines(text):
        start = skip_blanks(text, *line)
        begins_page = bisect_right(pages, line.start) > bisect_right(pages, last)
        last = line.start
        kind = _kind(text, line, start)
        if found and (each_line or start == line.end or begins_page or kind != kind_before):
            yield _paragraph(text, found, page, kind_before)
            found, page = [], False
        page = page or begins_page
        if start < line.end:
            found.append(line)
            kind_before = kind
    if found:
        yield _paragraph(text, found, page, kind_before)


def _kind(text: str, line: Line, start: int) -> str:
    if _HEADING.match(text, start, line.end):
        return "heading"
    words = text[line.start : line.end]
    if is_row(words) and not (words.strip().count("\t") == 1 and PLAIN.match(words.strip())):
        return "row"
    return "text"


def _paragraph(text: str, found: list[Line], page: bool, kind: str) -> Paragraph:
    first = found[0]
    blanks = text[first.start : skip_blanks(text, *first)].lstrip("\r\n\f")
    return Paragraph(found, page, kind, len(blanks.expandtabs(4)))  # type: ignore[arg-type]
