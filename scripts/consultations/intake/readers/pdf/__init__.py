"""PDF to a transcript: by the file's tags where it has them, else by the places of its lines."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.contents import contents_apart
from consultations.intake.readers.pdf.cover import title_again
from consultations.intake.readers.pdf.endnotes import endnotes_apart
from consultations.intake.readers.pdf.flow import flow_of
from consultations.intake.readers.pdf.headings import with_headings
from consultations.intake.readers.pdf.joining import joined
from consultations.intake.readers.pdf.markdown import TranscriptWriter, unbroken
from consultations.intake.readers.pdf.notes import call_from_afar, notes_apart
from consultations.intake.readers.pdf.opening import opened, refused, require_text
from consultations.intake.readers.pdf.page.layers import may_have_layers
from consultations.intake.readers.pdf.page.sheets import (
    CAMOUFLAGED,
    SWITCHED_OFF,
    PdfPage,
    outline_of,
)
from consultations.intake.readers.pdf.strings import string_of
from consultations.model.text import letters
from consultations.model.transcript import Drop, Facts, Transcript

_FRONT = 3
"""The title is on one of this many first pages."""
_LARGE = 1.25
"""A title is at least this many times as large as the text."""
_TITLE_LINES = 8
"""Most lines of a title."""
_MOST_NAMED = 12
"""Most pages that are named in a doubt."""


def read(path: Path) -> Transcript:
    """The transcript of a PDF.

    Args:
        path: of a file that begins like a PDF.

    Raises:
        UnreadableError: it is encrypted or damaged, or has no text.
    """
    with opened(path) as pdf:
        flow = flow_of(pdf, layered=may_have_layers(path))
        require_text(path, flow.pages)
        outline = outline_of(pdf)
        named = string_of(partial(raw.FPDF_GetMetaText, pdf, b"Title"))
    size = flow.measure.size
    labels = [page.label for page in flow.pages]
    drops = list(flow.drops)
    blocks, notes = notes_apart(flow.blocks, size)
    call_from_afar(notes, blocks)
    whole = joined(blocks, size, labels, drops)
    blocks, behind = endnotes_apart(whole, notes, labels, drops, size)
    notes += behind
    listed = contents_apart(blocks)
    writer = TranscriptWriter(labels, notes)
    written = with_headings(blocks, outline, listed, named)
    again = {id(block) for block in title_again(written)}
    for block in written:
        if id(block) in again:
            reason = "the title, printed again"
            drops.append(Drop("furniture", block.text, reason, labels[block.page]))
        elif block.kind == "contents":
            entry = "an entry of the contents list"
            drops.append(Drop("contents-list", block.text, entry, labels[block.page]))
        else:
            writer.write(block)
    text, starts = writer.finish()
    if not text.strip():
        raise refused(
            path,
            "there is no text in it but what stands in the margins of its pages",
            "look at its pages, and add their text got in another way",
        )
    return Transcript(
        text,
        f"pypdfium2 {pypdfium2.version.PYPDFIUM_INFO.version}",
        starts,
        tuple(drops),
        Facts(title=_title(blocks, size, named)),
        tuple(_doubts(flow.pages)),
    )


def _title(blocks: Sequence[PdfBlock], size: float, named: str) -> str | None:
    """The one heading above all others, else what is largest on the first pages, if not the text.

    The file's own name for the document comes before it where the first page prints it too: over a
    title often stands the name of a body, in type as large.

    Args:
        blocks: of the whole document, in reading order.
        size: of the type of running text.
        named: the file's own name for the document, which may be anything.
    """
    front = [b for b in blocks if b.page < _FRONT and b.lines and any(map(str.isalpha, b.text))]
    tops = [block for block in front if block.kind == "heading" and block.level == 1]
    printed = _as_printed(named, [block for block in front if block.page == blocks[0].page])
    if printed:
        return printed
    if len(tops) == 1 and len(tops[0].text.split()) > 1:
        return unbroken([line.text for line in tops[0].lines]).strip()
    return _largest(front, size)


def _largest(front: Sequence[PdfBlock], size: float) -> str | None:
    """The words that are set largest among blocks, and larger than the text, if several."""
    sizes = [max(line.size for line in block.lines) for block in front]
    largest = max(sizes, default=0.0)
    if largest < _LARGE * size:
        return None
    first = sizes.index(largest)
    words: list[str] = []
    for block, its_size in zip(front[first:], sizes[first:], strict=True):
        if its_size < largest - 0.5:
            break
        words.append(unbroken([line.text for line in block.lines]).strip())
    return " ".join(words) if len(" ".join(words).split()) > 1 else None


def _as_printed(named: str, blocks: Sequence[PdfBlock]) -> str | None:
    """The lines of blocks that together have the words of a title and no others, as one line."""
    lines = [line.text for block in blocks for line in block.lines]
    wanted = letters(named)
    if len(named.split()) < 3 or not wanted:
        return None
    for first in range(len(lines)):
        for last in range(first + 1, min(first + _TITLE_LINES, len(lines)) + 1):
            if letters("".join(lines[first:last])) == wanted:
                return unbroken(lines[first:last]).strip()
    return None


def _doubts(pages: Sequence[PdfPage]) -> Iterator[str]:
    """What a person should look at in the pages themselves."""
    recognised = [page.label for page in pages if page.recognised]
    if recognised:
        yield (
            f"{_named(recognised)}: the text was recognised by a program from a picture of the"
            " page: read it beside the pages"
        )
    yield from _doubts_of_unseen(pages)
    pictured = [page.label for page in pages if page.is_picture]
    if pictured:
        yield f"{_named(pictured)}: a picture and no text: what it says is not in the transcript"
    unmapped = [page.label for page in pages if page.unmapped]
    if unmapped:
        yield (
            f"{_named(unmapped)}: a font does not say which letters it draws: read them beside"
            " the pages"
        )


def _doubts_of_unseen(pages: Sequence[PdfPage]) -> Iterator[str]:
    """What a person should know of words that nobody sees on the pages."""
    hidden = [p.label for p in pages if any(why == CAMOUFLAGED for _, why in p.unread)]
    if hidden:
        yield (
            f"{_named(hidden)}: words in the colour of what is behind them were left out: look"
            " whether somebody has blacked them out, before anything is published"
        )
    off = {p.label: n for p in pages if (n := _letters_off(p))}
    if off:
        yield (
            f"{_named(list(off))}: words on a layer that is switched off were left out,"
            f" {sum(off.values())} letters that nobody sees on the page: look at them in a reader"
            " of PDFs that shows layers, before anything is published"
        )


def _letters_off(page: PdfPage) -> int:
    """How many letters stand on layers of a page that are switched off."""
    return sum(len("".join(words.split())) for words, why in page.unread if why == SWITCHED_OFF)


def _named(labels: Sequence[str]) -> str:
    """Pages by their labels: "page 4", "pages 4, 5 and 11 others"."""
    if len(labels) == 1:
        return f"page {labels[0]}"
    more = len(labels) - _MOST_NAMED
    if more > 1:
        return f"pages {', '.join(labels[:_MOST_NAMED])} and {more} others"
    return f"pages {', '.join(labels[:-1])} and {labels[-1]}"
