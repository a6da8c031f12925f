"""A document on its way to an edition: the text as it stands, and the blocks found in it."""

from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Literal

from consultations.model.apparatus import Apparatus
from consultations.model.block_text import BlockText, block_text
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.model.seams import is_cut
from consultations.model.source import Locator, Source
from consultations.model.text import Interval, lines, trim

BlockKind = Literal[
    "heading", "paragraph", "list_item", "blockquote", "table", "footnote", "reference"
]


@dataclass(frozen=True)
class TablePlace:
    """Where in a table of prose a block stands: such a table's cells are passages of their own."""

    table: int
    """Which table of prose of its document, from 1."""
    row: int
    """From 1; 0 for the row of heads."""
    column: int
    """From 1: that of its only cell, or of the first of several short ones."""
    heads: tuple[str, ...] = ()
    """What heads the column of each of its cells, as printed; empty where the table has no heads,
    and "" for a column that has none."""


@dataclass(frozen=True)
class Block:
    """A block of the text: one passage, in one piece or several."""

    kind: BlockKind
    spans: tuple[Interval, ...]
    """Its pieces in reading order, in code points of the draft's text."""
    level: int | None = None
    """Of a heading: 1 to 6."""
    marker: str | None = None
    """Of a list item: its number as printed; None for a bullet."""
    depth: int | None = None
    """Of a list item: 1 for the outermost list."""
    label: str | None = None
    """Of the first block of a footnote: the note's label as printed."""
    keeps_lines: bool = False
    """Whether its line ends are the author's own, as in an address."""
    cell: TablePlace | None = None
    """Where it stands in a table of prose, if it does."""

    @property
    def start(self) -> int:
        """Where its first piece begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where its last piece ends."""
        return self.spans[-1][1]


@dataclass(frozen=True)
class Marker:
    """The place of the text at which the marker of a footnote stood."""

    label: str
    offset: int
    note: int
    """Where the note that it calls begins."""


@dataclass(frozen=True)
class Emphasis:
    """A stretch of the text that its author set in italics or in bold."""

    start: int
    end: int
    kind: Literal["em", "strong"]


@dataclass(frozen=True)
class LinkedWords:
    """A stretch of the text that leads to an address which the text does not show."""

    start: int
    end: int
    url: str
    """Escaped; of the web or of e-mail."""


@dataclass(frozen=True)
class Loss:
    """What the original held here and the source does not. The edition has a gap there."""

    offset: int
    what: str
    evidence: str


@dataclass(frozen=True)
class ContentsEntry:
    """A line of a typed contents list, which is no part of the text but knows its outline."""

    text: str
    """The heading as the list has it."""
    page: str
    """The page number as printed; empty where there is none."""
    level: int | None
    """Its depth, 1 for the outermost, as far as the list's indents or numbers show it."""


@dataclass(frozen=True)
class Draft:
    """The state between two rules. A rule reads it and proposes; the runner makes the next.

    All offsets but those of the apparatus are code points of `text`, the text as it now stands.
    """

    source: Source
    text: str
    apparatus: Apparatus = field(default_factory=Apparatus)
    blocks: tuple[Block, ...] = ()
    """In the order of the text; footnotes among them, until the edition is made."""
    markers: tuple[Marker, ...] = ()
    emphasis: tuple[Emphasis, ...] = ()
    links: tuple[LinkedWords, ...] = ()
    losses: tuple[Loss, ...] = ()
    contents: tuple[ContentsEntry, ...] = ()
    """The document's own contents list, in its order."""
    findings: tuple[Finding, ...] = ()

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """Its blocks without those of notes."""
        return tuple(block for block in self.blocks if block.kind != "footnote")

    def block_text(self, block: Block) -> BlockText:
        """The words of a block as its passage will have them, each with its place in the text."""
        cut = [is_cut(self.text, self.apparatus, *pieces) for pieces in pairwise(block.spans)]
        return block_text(self.text, block.spans, cut, block.keeps_lines)

    def read(self, block: Block) -> str:
        """The words of a block with one blank between two, also where its passage keeps a line."""
        # As `block_text` has them. Rules ask for it often, and want the place of no word.
        said = ""
        for number, (start, end) in enumerate(block.spans):
            words = " ".join(self.text[start:end].split())
            if (
                said
                and words
                and not is_cut(self.text, self.apparatus, block.spans[number - 1], (start, end))
            ):
                said += " "
            said += words
        return said

    def lines_of(self, block: Block) -> list[Interval]:
        """Where the lines of a block stand that have words, in each of its pieces."""
        found = (
            (start + line.start, start + line.end)
            for start, end in block.spans
            for line in lines(self.text[start:end])
        )
        return [(start, end) for start, end in found if self.text[start:end].strip()]

    def is_emphasised(self, start: int, end: int, kind: Literal["em", "strong"]) -> bool:
        """Whether one stretch of emphasis covers text[start:end]."""
        return self._emphasis_ends.get((start, kind), -1) >= end

    def is_bold(self, block: Block) -> bool:
        """Whether a block is bold from end to end, each of its pieces."""
        return all(self.is_emphasised(*trim(self.text, *span), "strong") for span in block.spans)

    @cached_property
    def _emphasis_ends(self) -> dict[tuple[int, str], int]:
        """Where the longest stretch that begins at a place ends, by its place and kind."""
        ends: dict[tuple[int, str], int] = {}
        for e in self.emphasis:
            ends[e.start, e.kind] = max(e.end, ends.get((e.start, e.kind), 0))
        return ends

    def locate(self, offset: int) -> Locator:
        """The place in the source of a place in the text."""
        return self.source.locate(self.apparatus.source_interval(offset, offset)[0])


@dataclass(frozen=True)
class Revision:
    """What a rule proposes: changes to the text, and the draft's parts as they would then be.

    Every offset is one of the text that the rule was shown. A part left None stays as it was.
    """

    proposals: tuple[Proposal, ...] = ()
    blocks: tuple[Block, ...] | None = None
    markers: tuple[Marker, ...] | None = None
    emphasis: tuple[Emphasis, ...] | None = None
    links: tuple[LinkedWords, ...] | None = None
    losses: tuple[Loss, ...] | None = None
    contents: tuple[ContentsEntry, ...] | None = None
    findings: tuple[Finding, ...] = ()
    """New ones; those that were found earlier stay."""
