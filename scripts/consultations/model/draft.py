"""A document on its way to an edition: the text as it stands, and the blocks found in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import Literal, TypeVar

from consultations.model.apparatus import Apparatus
from consultations.model.block_text import BlockText, block_text
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.model.seams import is_cut
from consultations.model.shift import Shift
from consultations.model.source import Locator, Source
from consultations.model.text import Interval, trim

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


_Stretch = TypeVar("_Stretch", Emphasis, LinkedWords)


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


def revise(draft: Draft, revision: Revision, rule: str) -> Draft:
    """The draft once a rule's revision is applied: changes recorded, every offset moved along.

    A block, or a piece of one, of which the changes leave nothing is dropped.

    Raises:
        ValueError: proposals overlap or lie outside the text.
    """
    new = replace(
        draft,
        blocks=draft.blocks if revision.blocks is None else revision.blocks,
        markers=draft.markers if revision.markers is None else revision.markers,
        emphasis=draft.emphasis if revision.emphasis is None else revision.emphasis,
        links=draft.links if revision.links is None else revision.links,
        losses=draft.losses if revision.losses is None else revision.losses,
        contents=draft.contents if revision.contents is None else revision.contents,
        findings=draft.findings + revision.findings,
    )
    return _amended(new, revision.proposals, rule) if revision.proposals else new


def _amended(draft: Draft, proposals: tuple[Proposal, ...], rule: str) -> Draft:
    """The draft with changes to its text applied, and every offset moved along."""
    apparatus = draft.apparatus.amend(draft.source.text, proposals, rule)
    text = apparatus.replay(draft.source.text)
    shift = Shift(proposals)

    def moved(part: Interval) -> Interval:
        return shift.start(part[0]), shift.end(part[1])

    blocks = []
    for block in draft.blocks:
        spans = tuple(s for s in map(moved, block.spans) if text[s[0] : s[1]].strip())
        if spans:
            blocks.append(block if spans == block.spans else replace(block, spans=spans))
    return replace(
        draft,
        text=text,
        apparatus=apparatus,
        blocks=tuple(blocks),
        markers=tuple(
            Marker(m.label, shift.start(m.offset), shift.start(m.note)) for m in draft.markers
        ),
        emphasis=tuple(_moved(draft.emphasis, shift)),
        links=tuple(_moved(draft.links, shift)),
        losses=tuple(replace(x, offset=shift.start(x.offset)) for x in draft.losses),
    )


def _moved(stretches: Iterable[_Stretch], shift: Shift) -> Iterator[_Stretch]:
    """The stretches of which the changes leave something, where they stand now."""
    for one in stretches:
        start, end = shift.start(one.start), shift.end(one.end)
        if start < end:
            yield replace(one, start=start, end=end)
