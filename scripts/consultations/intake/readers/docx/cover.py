"""Lines that are set as headings are and head nothing: those of a cover, and signatures.

One line of a cover heads the whole document: its title.
"""

from collections.abc import Iterator, Sequence

from consultations import patterns as re
from consultations.english.name_parts import read_name
from consultations.english.section_names import SECTION_NAME
from consultations.intake.readers.docx.paragraphs import WordParagraph
from consultations.intake.readers.docx.set_apart import OWN_SIZE, SET
from consultations.intake.readers.signatures import signing

_LONGEST_TITLE = 40
"""Words."""
_PROSE = 12
"""A paragraph with this many words that does not look like a heading is text."""
_ABOVE = 0.001
"""In ranks: how far a title stands above what is as large and does not belong to it."""
_BY = re.compile(r"(?:by\s+)?(?P<name>[^,(:]+)", re.IGNORECASE)


def but_cover(
    paragraphs: Sequence[WordParagraph], ranks: Sequence[float | None], stated: str | None
) -> list[float | None]:
    """The ranks of headings, without those of a cover but its title, which is set largest.

    The title may stand on several lines, set alike. A cover has who wrote the document, its number
    and its day, set as headings are. What stands right before the text is kept, such as "Summary",
    and so is what looks as a later heading does.

    Args:
        paragraphs: of the document.
        ranks: of those that look like headings, the highest first.
        stated: the title in the file's properties.
    """
    text = _first_text(paragraphs, ranks)
    front = [(rank, n) for n, rank in enumerate(ranks[:text]) if rank is not None]
    later = {rank for rank in ranks[text:] if rank is not None}
    if not front or not later or min(front)[0] >= min(later):
        return list(ranks)
    words = [n for n, p in enumerate(paragraphs[:text]) if p.text.strip()]
    highest, title = min(front)
    lines = set(title_lines(paragraphs[:text], ranks, title, stated))
    kept = {*lines, words[-1]}
    own = _above(highest)
    return [
        own if n in lines else (None if n < text and n not in kept and rank not in later else rank)
        for n, rank in enumerate(ranks)
    ]


def _above(rank: float) -> float:
    """The rank of a title, above that of what is set as large and is not of it."""
    return max(SET, rank - _ABOVE) if SET < rank < OWN_SIZE else rank


def title_lines(
    paragraphs: Sequence[WordParagraph],
    ranks: Sequence[float | None],
    title: int,
    stated: str | None,
) -> Iterator[int]:
    """The paragraphs that a title stands on: what is set alike right under it is of it.

    The name of a part of the document or of a person is none of it, and nothing is behind what the
    file's properties state.

    Args:
        paragraphs: of the document, or the first of them.
        ranks: of those that look like headings, the highest first.
        title: the number of the title's first.
        stated: the title in the file's properties.
    """
    yield title
    first, rank = paragraphs[title], ranks[title]
    if rank is None or not SET <= rank < OWN_SIZE:
        return
    so_far = first.text
    for n in range(title + 1, len(paragraphs)):
        line = paragraphs[n]
        is_alike = _size(line) == _size(first) and _style(line) == _style(first)
        goes_on = ranks[n] == rank or line.text.strip()[:1].islower()
        is_whole = so_far.split() == (stated or "").split()
        if not is_alike or not goes_on or is_whole or _is_no_title(line.text.strip()):
            return
        so_far += f" {line.text}"
        yield n


def _is_no_title(words: str) -> bool:
    """Whether words name a part of a document, or begin with the name of a person."""
    by = _BY.match(words)
    name = read_name(by["name"].title() if words.isupper() else by["name"]) if by else None
    is_person = name is not None and name.evidence != "form"
    return is_person or SECTION_NAME.fullmatch(words) is not None


def _style(paragraph: WordParagraph) -> tuple[str, bool, bool]:
    """The name of its style, and whether all of it is bold, and in italics."""
    shown = [piece.look for piece in paragraph.pieces if piece.text.strip()]
    return paragraph.style, all(look.bold for look in shown), all(look.italic for look in shown)


def title_by_size(paragraphs: Sequence[WordParagraph], first: int, heads: Sequence[int]) -> range:
    """Which paragraphs are the title of a document whose styles name none: none, or some in a row.

    They stand before its first heading, and are set larger than all headings and all that stands
    beside them.

    Args:
        paragraphs: of the document.
        first: the number of its first heading.
        heads: the numbers of its headings.
    """
    front = [
        n for n in range(first) if paragraphs[n].text.strip() and not paragraphs[n].in_contents
    ]
    sizes = {n: _size(paragraphs[n]) for n in front}
    largest = max(sizes.values(), default=0.0)
    title = [n for n in front if sizes[n] == largest]
    if not title or title[-1] - title[0] >= len(title):
        return range(0)
    is_apart = largest > max((_size(paragraphs[n]) for n in heads), default=0.0)
    words = " ".join(paragraphs[n].text for n in title)
    is_title = is_apart and len(words.split()) <= _LONGEST_TITLE and any(map(str.isalpha, words))
    return range(title[0], title[-1] + 1) if is_title else range(0)


def _size(paragraph: WordParagraph) -> float:
    """The size in points in which the smallest of its words are set."""
    shown = [piece.look.size or 0.0 for piece in paragraph.pieces if piece.text.strip()]
    return min(shown, default=0.0)


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
    words = [paragraphs[n].text for n in shown]
    by_look = [rank is not None and rank >= least for rank in shown_ranks]
    dropped = {shown[n] for n in signing(words, shown_ranks, by_look)}
    return [None if n in dropped else rank for n, rank in enumerate(ranks)]
