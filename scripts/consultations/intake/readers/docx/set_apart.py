"""Short paragraphs that are set apart from the text as headings are, and no style calls them so."""

from collections import Counter
from collections.abc import Sequence

from consultations import patterns as re
from consultations.english.captions import CAPTION, SOURCE
from consultations.english.sentences import BEHIND_STOP
from consultations.intake.readers.docx.paragraphs import WordParagraph

SET, OWN_SIZE = 100.0, 1000.0
"""Ranks from which on headings are told by larger sizes, and by other looks in the text's size."""
LONGEST = 200
"""In code points."""
NO_HEADING = re.compile(
    r"\btoc\b|table|caption|figure|header|footer|subtitle|untertitel|sous-titre"
    r"|list heading|definition term",  # what a list of terms explains
    re.IGNORECASE,
)
WORDS = 25
"""A heading that no style calls so has at most so many words."""
SENTENCE = re.compile(rf"[.;,]{BEHIND_STOP}")
"""How a sentence ends."""
_CAPITALS = 4
"""Letters that a heading in capitals has at least, so that YES and N/A are none."""
_SIZE = 10.0
"""Points in which Word sets what no style gives a size (ECMA-376 part 1, 17.3.2.38)."""
_LARGER = 1.12
"""How many times the size of the text a heading is that is set larger."""


def is_caption(text: str) -> bool:
    """Whether words belong to a table or a picture: its caption, or where it is from."""
    return CAPTION.match(text) is not None or SOURCE.match(text) is not None


def _may_be_set_apart(paragraph: WordParagraph, following: Sequence[WordParagraph]) -> bool:
    """Whether a paragraph is short and stands so that its look may make it a heading."""
    text = paragraph.text.strip()
    apart = not (paragraph.in_table or paragraph.in_contents or paragraph.label or paragraph.bullet)
    return (
        apart
        and bool(following)
        and any(c.isalpha() for c in text)
        and len(text) <= LONGEST
        and len(text.split()) <= WORDS
        and "\n" not in text
        and not text[0].islower()
        and not SENTENCE.search(text)
        and not is_caption(text)
        and not NO_HEADING.search(paragraph.style)
    )


def rank_by_look(paragraph: WordParagraph, following: Sequence[WordParagraph]) -> float | None:
    """By being set bold, underlined or in italics from end to end, and short."""
    if not _may_be_set_apart(paragraph, following):
        return None
    shown = [piece.look for piece in paragraph.pieces if piece.text.strip()]
    looks = (
        all(look.bold for look in shown),
        all(look.underlined for look in shown),
        all(look.italic for look in shown),
    )
    return next((OWN_SIZE + 2 + n for n, whole in enumerate(looks) if whole), None)


def ranks_by_setting(paragraphs: Sequence[WordParagraph]) -> list[float | None]:
    """The ranks in a document whose styles call nothing a heading: sizes and capitals tell too."""
    usual = _usual_size(paragraphs)
    ranks: list[float | None] = []
    for n, paragraph in enumerate(paragraphs):
        following = paragraphs[n + 1 : n + 2]
        rank = None
        if _may_be_set_apart(paragraph, following):
            size = min(
                (p.look.size or _SIZE for p in paragraph.pieces if p.text.strip()), default=0
            )
            rank = rank_by_look(paragraph, following)
            if size > _LARGER * usual:
                rank = max(SET, OWN_SIZE - 1 - size)
            elif _in_capitals(paragraph) and not any(map(_in_capitals, following)):
                rank = OWN_SIZE + (rank is None)
        ranks.append(rank)
    return ranks


def _usual_size(paragraphs: Sequence[WordParagraph]) -> float:
    """The size in points in which most letters are set."""
    sizes: Counter[float] = Counter()
    for piece in (piece for paragraph in paragraphs for piece in paragraph.pieces):
        sizes[piece.look.size or _SIZE] += len(piece.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=_SIZE)


def _in_capitals(paragraph: WordParagraph) -> bool:
    text = paragraph.text
    return text.isupper() and sum(c.isalpha() for c in text) >= _CAPITALS
