"""Which of Word's paragraphs are headings, and how deep.

Level 1 is the document's title. A level in the outline says so for certain; else the name of a
style does, or a short paragraph that is set bold, underlined or in italics throughout.
"""

import re
from collections import Counter
from collections.abc import Sequence

from consultations.intake.readers.docx.paragraphs import WordParagraph

_LONGEST = 200
"""In code points."""
_STYLE = re.compile(r"heading|title|banner|\bhead\b", re.IGNORECASE)
_NO_HEADING = re.compile(r"\btoc\b|table|caption|figure|header|footer", re.IGNORECASE)
_WORDS = 25
"""A heading that no style calls so has at most so many words."""
_TITLE = re.compile(r"^(?:title$|.*\bbanner\b|.*\btitle$)", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:table|figure|box|chart|graph|diagram|source)\s*\d*\s*[:.–-]", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.;,][\"'”’)\]]*$")
_BUILT_IN = re.compile(r"heading \d", re.IGNORECASE)
_SHORT_SENTENCE = 80
"""In code points: what ends like a sentence and is longer is no heading, whatever its style."""
_HINTS = (("part", 0), ("chapter", 1), ("section", 1), ("sub", 2))
"""Words in the names of styles that say how deep a heading is among others of the kind."""


def levels_of(paragraphs: Sequence[WordParagraph]) -> list[int | None]:
    """The level of each paragraph of a document that is a heading; None for the others."""
    ranks = [_rank(p, paragraphs[n + 1 : n + 2]) for n, p in enumerate(paragraphs)]
    stated = sorted(
        {p.outline or 0 for p, r in zip(paragraphs, ranks, strict=True) if r == _STATED}
    )
    shift = 1 if _TITLED not in ranks and _is_alone(paragraphs, ranks, stated) else 2
    named = sorted({rank for rank in ranks if rank is not None and _NAMED <= rank < _SET})
    # What is only set apart stands below what a style calls a heading.
    first_set = 2 + min(1, len(stated) + len(named) - (shift == 1))
    looks = sorted({rank for rank in ranks if rank is not None and rank >= _SET})
    made: list[int | None] = []
    for paragraph, rank in zip(paragraphs, ranks, strict=True):
        if rank is None:
            made.append(None)
        elif rank == _TITLED:
            made.append(1)
        elif rank == _STATED:
            made.append(min(6, stated.index(paragraph.outline or 0) + shift))
        elif rank < _SET:
            made.append(min(6, named.index(rank) + 2))
        else:
            made.append(min(6, looks.index(rank) + first_set))
    return made


_TITLED, _STATED, _NAMED, _SET = -2.0, -1.0, 0.0, 100.0


def _is_alone(
    paragraphs: Sequence[WordParagraph], ranks: Sequence[float | None], stated: Sequence[int]
) -> bool:
    """Whether the highest level stands once, as the first heading: then it is the title."""
    if not stated:
        return False
    found = [p.outline for p, r in zip(paragraphs, ranks, strict=True) if r == _STATED]
    return bool(found) and found[0] == stated[0] and Counter(found)[stated[0]] == 1


def _rank(paragraph: WordParagraph, following: Sequence[WordParagraph]) -> float | None:
    """How a paragraph is a heading, the highest first; None where it is none."""
    text = paragraph.text.strip()
    if not any(c.isalpha() for c in text) or _NO_HEADING.search(paragraph.style):
        return None
    sentence = bool(_SENTENCE.search(text)) and len(text) > _SHORT_SENTENCE
    if _BUILT_IN.fullmatch(paragraph.style) and paragraph.outline is not None:
        return None if sentence else _STATED
    short = len(text) <= _LONGEST and not paragraph.bullet and not _CAPTION.match(text)
    by_name = _rank_by_name(paragraph) if short and not sentence else None
    if by_name is not None:
        return by_name
    own = _STYLE.search(paragraph.style) or not paragraph.inherited
    if paragraph.outline is not None and own:
        return None if sentence else _STATED
    if not short or paragraph.in_table or paragraph.label or not following:
        return None
    return _rank_by_look(paragraph)


def _rank_by_name(paragraph: WordParagraph) -> float | None:
    """By the name of a style that is not one of Word's own."""
    name = paragraph.style.casefold()
    if _TITLE.match(name) and not paragraph.in_table:
        return _TITLED
    hinted = [depth + 1 for word, depth in _HINTS if word in name]
    if _STYLE.search(name) and (hinted or paragraph.outline is None):
        return _NAMED + max(hinted, default=0)
    return None


def _rank_by_look(paragraph: WordParagraph) -> float | None:
    """By being set bold, underlined or in italics from end to end, and short."""
    text = paragraph.text.strip()
    if _SENTENCE.search(text) or "\n" in text or text[0].islower() or len(text.split()) > _WORDS:
        return None
    shown = [piece for piece in paragraph.pieces if piece.text.strip()]
    looks = (
        all(piece.bold for piece in shown),
        all(piece.underlined for piece in shown),
        all(piece.italic for piece in shown),
    )
    return next((_SET + n for n, whole in enumerate(looks) if whole), None)
