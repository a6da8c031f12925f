"""A document as it was received, and places in it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from consultations.model.text import Interval
from consultations.model.transcript import Drop, PageStart


def printed(pages: Sequence[str]) -> str:
    """Pages by their labels, as in a citation: "p. 14", "pp. 14–15"; empty without pages."""
    return f"p{'p' if len(pages) > 1 else ''}. {'–'.join(pages)}" if pages else ""


@dataclass(frozen=True)
class Record:
    """What is known of a document: the facts of its `record.toml`."""

    title: str
    authors: tuple[str, ...]
    organisation: str | None
    """Id of an organisation in the authorities."""
    date: str
    """ISO 8601, as precise as it is known: a year, a month or a day."""
    type: str
    """Kind of document, in the words of its record: `consultation response`."""
    responds_to: str | None
    """Id of a consultation or work in the authorities."""
    rights: str
    """Who owns it and on what terms it is shown, as a sentence for readers."""
    language: str
    """BCP 47 tag."""
    provenance: str
    """Where the file came from."""
    converter: str | None
    """Name and version of the program that made the text, where it is known."""
    added: str | None = None
    """When it was taken into this archive, in the form of `date`, where that is on record."""


@dataclass(frozen=True)
class Locator:
    """A place in a source as received."""

    id: str
    line: int
    """From 1."""
    column: int
    """Code points from 1."""

    def __str__(self) -> str:
        return f"{self.id}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Source:
    """A document as it was received and decoded; never changed.

    Offsets count code points of `text`. A byte-order mark is no part of it; line ends are kept.
    Lines are counted as editors and `grep -n` do: a line feed ends one, and nothing else does.
    Rules that look at a page's layout have lines of another sort, which a form feed ends too.
    """

    id: str
    record: Record
    file: str
    """Path inside archive/, with `/` between its parts."""
    transcript: str | None
    """Path inside archive/ of the decoded text where `file` is not plain text, else None."""
    digest: str
    """SHA-256 of the file's bytes, in hexadecimal."""
    text: str
    pages: tuple[PageStart, ...] = ()
    """Where the pages of the file begin in `text`; empty where the file has no pages."""
    drops: tuple[Drop, ...] = ()
    """What the file has and `text` lacks, since its reader left it out."""
    is_laid_out: bool = False
    """Whether one of our readers made `text`, from a file in which it saw type and places."""

    @property
    def text_file(self) -> str:
        """Path inside archive/ of the file that holds `text`: the transcript, or `file`."""
        return self.transcript or self.file

    def pages_of(self, places: Sequence[Interval]) -> tuple[str, ...]:
        """The labels of the first and the last page on which a passage stands.

        One label where both are one page; none where the file has no pages.

        Args:
            places: where the passage comes from, in code points of the text, in reading order.
        """
        if not self.pages or not places:
            return ()
        start, end = places[0][0], places[-1][1]
        # `end - 1`: a passage that ends where a page ends has nothing on the next page. `max(0`:
        # what stands before the first mark of a page is on the first page.
        first, last = (max(0, self._page_at(offset)) for offset in (start, max(start, end - 1)))
        return tuple(self.pages[n].label for n in ((first, last) if last > first else (first,)))

    def place_of(self, drop: Drop) -> int | None:
        """The code point of the text before which something stood that the reader left out.

        The beginning of its page where no more is known; None where nothing is.
        """
        if drop.offset is not None:
            return drop.offset
        return next((page.offset for page in self.pages if page.label == drop.page), None)

    def _page_at(self, offset: int) -> int:
        return bisect_right(self.pages, offset, key=lambda page: page.offset) - 1

    @cached_property
    def _line_starts(self) -> list[int]:
        ends = (place for place, character in enumerate(self.text) if character == "\n")
        return [0, *(end + 1 for end in ends)]

    def locate(self, offset: int) -> Locator:
        """Line and column of a code point."""
        line = bisect_right(self._line_starts, offset)
        return Locator(self.id, line, offset - self._line_starts[line - 1] + 1)

    def line_interval(self, line: int) -> Interval:
        """The code points of a line (counted from 1), its line end not among them.

        Raises:
            IndexError: the source has no such line.
        """
        starts = self._line_starts
        if not 1 <= line <= len(starts):
            raise IndexError(line)
        start = starts[line - 1]
        end = starts[line] - 1 if line < len(starts) else len(self.text)
        # Of an end of line as Windows writes it, the line feed is gone already.
        return start, end - (self.text[start:end].endswith("\r"))
