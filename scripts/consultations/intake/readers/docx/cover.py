"""Lines that are set as headings are and head nothing: those of a cover, and signatures."""

from collections.abc import Sequence

from consultations.intake.readers.docx.paragraphs import WordParagraph
from consultations.intake.readers.signatures import signing

_PROSE = 12
"""A paragraph of so many words that does not look like a heading is text."""


def but_cover(
    paragraphs: Sequence[WordParagraph], ranks: Sequence[float | None]
) -> list[float | None]:
    """The ranks of headings, without those of a cover but its title, which is set largest.

    A cover has who wrote the document, its number and its day, set as headings are. What stands
    right before the text is kept, such as "Summary", and so is what looks as a later heading does.

    Args:
        paragraphs: of the document.
        ranks: of those that look like headings, the highest first.
    """
    text = _first_text(paragraphs, ranks)
    front = [(rank, n) for n, rank in enumerate(ranks[:text]) if rank is not None]
    later = {rank for rank in ranks[text:] if rank is not None}
    if not front or not later or min(front)[0] >= min(later):
        return list(ranks)
    words = [n for n, p in enumerate(paragraphs[:text]) if p.text.strip()]
    kept = {min(front)[1], words[-1]}
    return [
        None if n < text and n not in kept and rank not in later else rank
        for n, rank in enumerate(ranks)
    ]


def _first_text(paragraphs: Sequence[WordParagraph], ranks: Sequence[float | None]) -> int:
    """The number of the first paragraph that is text, an entry of the contents or in a table."""
    for n, (paragraph, rank) in enumerate(zip(paragraphs, ranks, strict=True)):
        is_prose = rank is None and len(paragraph.text.split()) >= _PROSE
        if is_prose or paragraph.in_contents or paragraph.in_table:
            return n
    return len(paragraphs)


def but_signatures(
    paragraphs: Sequence[WordParagraph], ranks: Sequence[float | None], least: float
) -> list[float | None]:
    """The ranks of headings, without those of names and offices that sign a text.

    They are bold or in italics.

    Args:
        paragraphs: of the document.
        ranks: of those that look like headings, the highest first.
        least: what is set apart by its look alone has at least this rank.
    """
    shown = [n for n, paragraph in enumerate(paragraphs) if paragraph.text.strip()]
    shown_ranks = [ranks[n] for n in shown]
    by_look = [rank is not None and rank >= least for rank in shown_ranks]
    dropped = {shown[n] for n in signing(shown_ranks, by_look)}
    return [None if n in dropped else rank for n, rank in enumerate(ranks)]
