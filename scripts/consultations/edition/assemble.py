"""Blocks become passages: text without markup, a place in the source, a section and an id."""

import hashlib
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from consultations.edition.prints import words_of
from consultations.model.annotation import Link
from consultations.model.block_text import BlockText
from consultations.model.draft import Block, Draft
from consultations.model.edition import (
    Edition,
    Footnote,
    Gap,
    NoteReference,
    Passage,
    PassageEmphasis,
)
from consultations.model.sections import sectioned
from consultations.model.text import Interval, squeeze, trim

_ID_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: without i, l, o and u, which are misread or spell words."""
_ID_LENGTH = 6
"""30 bits. Of twenty editions with ten thousand passages each, one has two with the same id by
chance; the second of them is then numbered, as one of the same words is."""


def passage_id(text: str, nth: int) -> str:
    """An id made of a passage's words alone, so that it survives changes elsewhere.

    Args:
        text: the passage's text. Case, accents, punctuation and white space make no difference.
        nth: its place among the passages of its edition with the same words, from 1.
    """
    words = " ".join(words_of(text))
    number = int.from_bytes(hashlib.sha256(words.encode()).digest()[:5])
    # Five bits a digit, from the lowest on: 30 of the 40 bits that were taken.
    digits = "".join(_ID_ALPHABET[number >> 5 * i & 31] for i in range(_ID_LENGTH))
    return f"p{digits}" if nth == 1 else f"p{digits}-{nth}"


def _rows(draft: Draft, block: Block) -> tuple[tuple[str, ...], ...]:
    """The rows of a table: a line each, its cells parted by tabs."""
    return tuple(
        tuple(squeeze(cell) for cell in draft.text[start:end].split("\t"))
        for start, end in draft.lines_of(block)
    )


def _source_spans(draft: Draft, block: Block) -> tuple[Interval, ...]:
    """Where the pieces of a block stand in the source, without the white space at their edges."""
    return tuple(
        draft.apparatus.source_interval(*trim(draft.text, start, end)) for start, end in block.spans
    )


def assemble(draft: Draft) -> Edition:
    """The edition with its passages, footnotes, gaps and links with words of their own."""
    notes = [block for block in draft.blocks if block.kind == "footnote"]
    ordered = [*draft.body, *notes]
    texts = [draft.block_text(block) for block in ordered]
    passages = sectioned(_passages(draft, ordered, texts))
    edition_parts = list(zip(ordered, texts, passages, strict=True))
    return Edition(
        source=draft.source,
        passages=passages,
        emendations=draft.apparatus.emendations,
        footnotes=tuple(_footnotes(draft, edition_parts)),
        links=tuple(_links(draft, edition_parts)),
        gaps=tuple(_gaps(draft, edition_parts)),
        findings=draft.findings,
    )


def _passages(draft: Draft, blocks: list[Block], texts: list[BlockText]) -> Iterator[Passage]:
    """A passage for each block. Their sections are set later, once every heading has its id."""
    seen: Counter[str] = Counter()
    emphasised = [e.start for e in draft.emphasis]
    for block, text in zip(blocks, texts, strict=True):
        # Counted by the id and not by the words: other words may by chance have the same digits,
        # and must not get the same id.
        bare = passage_id(text.text, 1)
        seen[bare] += 1
        id_ = passage_id(text.text, seen[bare])
        yield Passage(
            id=id_,
            kind=block.kind,
            text=text.text,
            source=_source_spans(draft, block),
            section=(),
            level=block.level if block.kind == "heading" else None,
            marker=block.marker,
            depth=block.depth,
            rows=_rows(draft, block) if block.kind == "table" else (),
            cell=block.cell,
            emphasis=tuple(_emphasis(draft, emphasised, block, text)),
        )


def _emphasis(
    draft: Draft, starts: list[int], block: Block, text: BlockText
) -> Iterator[PassageEmphasis]:
    """The emphasis inside a block's pieces; `starts` are the places where the draft's begin."""
    for low, high in block.spans:
        for e in draft.emphasis[bisect_left(starts, low) : bisect_left(starts, high)]:
            start, end = trim(text.text, text.place(e.start), text.place(e.end))
            # Emphasis that goes on past its piece is left out whole: of what stands behind the
            # piece, such as a running head, the passage has nothing.
            if e.end <= high and start < end:
                yield PassageEmphasis(start, end, e.kind)


_Part = tuple[Block, BlockText, Passage]


def _footnotes(draft: Draft, parts: list[_Part]) -> Iterator[Footnote]:
    """Each note, with the places of its markers."""
    called: defaultdict[int, list[int]] = defaultdict(list)
    for marker in draft.markers:
        called[marker.note].append(marker.offset)
    at = _PassagePlaces(parts)
    for block, _, passage in parts:
        # Only the first block of a note has its label; those that follow go on with the note.
        if block.label is not None:
            found = (at.reference(offset) for offset in sorted(called[block.start]))
            references = [reference for reference in found if reference is not None]
            first = references[0] if references else None
            yield Footnote(block.label, passage.id, first, tuple(references[1:]))


def _links(draft: Draft, parts: list[_Part]) -> Iterator[Link]:
    """Links whose words are not their address; a link that crosses a passage's end is left out."""
    at = _PassagePlaces(parts)
    for link in draft.links:
        found = at.stretch(link.start, link.end)
        if found:
            passage, start, end = found
            yield Link(
                passage.id, start, end, passage.text[start:end], link.url, rule="linked-words"
            )


class _PassagePlaces:
    """Which passage each place of the draft's text is in."""

    def __init__(self, parts: list[_Part]) -> None:
        spans = [(*span, n) for n, (block, _, _) in enumerate(parts) for span in block.spans]
        self._parts = parts
        self._spans = sorted(spans)
        self._starts = [start for start, _, _ in self._spans]

    def reference(self, offset: int) -> NoteReference | None:
        """A marker's place in its passage; None where no passage holds it."""
        i = self._span(offset)
        if i is None:
            return None
        _, text, passage = self._parts[self._spans[i][2]]
        return NoteReference(passage.id, text.place(offset))

    def stretch(self, start: int, end: int) -> tuple[Passage, int, int] | None:
        """The passage that holds text[start:end] and the stretch there; None where none does."""
        i = self._span(start)
        if i is None or end > self._spans[i][1]:
            return None
        _, text, passage = self._parts[self._spans[i][2]]
        low, high = trim(passage.text, text.place(start), text.place(end))
        return (passage, low, high) if low < high else None

    def _span(self, offset: int) -> int | None:
        """Which of the spans holds a place."""
        i = bisect_right(self._starts, offset) - 1
        # A place at the very end of a span belongs to it: a marker stands behind its last word.
        return None if i < 0 or offset > self._spans[i][1] else i


def _gaps(draft: Draft, parts: list[_Part]) -> Iterator[Gap]:
    """Each loss, after the last passage of the body that begins before it."""
    body = [(block.start, passage.id) for block, _, passage in parts if block.kind != "footnote"]
    starts = [start for start, _ in body]
    for loss in draft.losses:
        i = bisect_left(starts, loss.offset) - 1
        yield Gap(loss.what, body[i][1] if i >= 0 else None, loss.evidence)
