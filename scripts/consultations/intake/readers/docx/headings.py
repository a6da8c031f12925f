"""Which of Word's paragraphs are headings, and how deep.

Level 1 is the document's title. A level in the outline says so for certain; else the name of a
style does, or a short paragraph that is set larger, in capitals, bold, underlined or in italics
throughout. A number that is typed before such a heading, as in `2.1 Oil`, says how deep it is.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from consultations import patterns as re
from consultations.intake.readers.docx.cover import but_cover, but_signatures
from consultations.intake.readers.docx.paragraphs import WordParagraph

_LONGEST = 200
"""In code points."""
_STYLE = re.compile(r"heading|title|banner|\bhead\b", re.IGNORECASE)
_NO_HEADING = re.compile(
    r"\btoc\b|table|caption|figure|header|footer|subtitle|untertitel|sous-titre", re.IGNORECASE
)
_WORDS = 25
"""A heading that no style calls so has at most so many words."""
_TITLE = re.compile(
    r"^(?:title$|.*\bbanner\b|.*\btitle$|tite?l$|titre$|título$|titolo$|tytuł$)", re.IGNORECASE
)
_CAPTION = re.compile(
    r"(?:table|figure|box|chart|graph|diagram|source)\s*\d*\s*[:.–-]", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.;,][\"'”’)\]]*$")
_BUILT_IN = re.compile(r"heading \d", re.IGNORECASE)
_SHORT_SENTENCE = 80
"""In code points: what ends like a sentence and is longer is no heading, whatever its style."""
_TYPED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?\s+\S")
_CAPITALS = 4
"""Letters that a heading in capitals has at least, so that YES and N/A are none."""
_SIZE = 10.0
"""Points in which Word sets what no style gives a size (ECMA-376 part 1, 17.3.2.38)."""
_LARGER = 1.12
"""How many times the size of the text a heading is that is set larger."""
_ALIKE = 0.8
"""Of the paragraphs of a style that has its level from another, so many look like headings."""
_HINTS = (("part", 0), ("chapter", 1), ("section", 1), ("sub", 2))
"""Words in the names of styles that say how deep a heading is among others of the kind."""


def levels_of(paragraphs: Sequence[WordParagraph]) -> list[int | None]:
    """The level of each paragraph of a document that is a heading; None for the others."""
    of_headings = _styles_of_headings(paragraphs)
    ranks = [_rank(p, of_headings) for p in paragraphs]
    if not any(rank is not None for rank in ranks):
        ranks = but_signatures(paragraphs, _by_setting(paragraphs), least=_OWN_SIZE)
        ranks = but_cover(paragraphs, ranks)
    else:
        ranks = [
            _rank_by_look(p, paragraphs[n + 1 : n + 2]) if rank is None else rank
            for n, (p, rank) in enumerate(zip(paragraphs, ranks, strict=True))
        ]
        ranks = but_signatures(paragraphs, ranks, least=_OWN_SIZE)
    levels = _levels(paragraphs, ranks)
    return _by_number(paragraphs, ranks, levels)


def _levels(paragraphs: Sequence[WordParagraph], ranks: Sequence[float | None]) -> list[int | None]:
    stated = sorted(
        {p.outline or 0 for p, r in zip(paragraphs, ranks, strict=True) if r == _STATED}
    )
    shift = 1 if _TITLED not in ranks and _is_alone(paragraphs, ranks, stated) else 2
    by_rank = _levels_of_ranks(ranks, len(stated), shift)
    by_outline = {outline: n + shift for n, outline in enumerate(stated)}
    return [
        None
        if rank is None
        else min(6, by_outline[p.outline or 0] if rank == _STATED else by_rank[rank])
        for p, rank in zip(paragraphs, ranks, strict=True)
    ]


def _levels_of_ranks(ranks: Sequence[float | None], stated: int, shift: int) -> dict[float, int]:
    """A level for each rank that no outline states.

    Args:
        ranks: of the paragraphs of a document.
        stated: how many levels the outline states.
        shift: the highest level that has them.
    """
    found = sorted({rank for rank in ranks if rank is not None})
    named = [rank for rank in found if _NAMED <= rank < _SET]
    looks = [rank for rank in found if rank >= _SET]
    # What is only set apart stands below what a style calls a heading.
    first_set = 2 + min(1, stated + len(named) - (shift == 1))
    if looks and not (stated or named) and _is_largest_alone(ranks, looks[0]):
        first_set = 1
    by_rank = {_TITLED: 1}
    by_rank |= {rank: n + 2 for n, rank in enumerate(named)}
    by_rank |= {rank: n + first_set for n, rank in enumerate(looks)}
    return by_rank


def _by_number(
    paragraphs: Sequence[WordParagraph],
    ranks: Sequence[float | None],
    levels: list[int | None],
) -> list[int | None]:
    """The levels, those of headings that styles do not call so by the numbers typed before them."""
    depths: dict[int, int] = {}
    for n, (paragraph, rank) in enumerate(zip(paragraphs, ranks, strict=True)):
        typed = _TYPED.match(paragraph.text.strip())
        if rank is not None and rank >= _SET and typed:
            depths[n] = typed["number"].count(".")
    least = min(depths.values(), default=0)
    first = min((ranks[n] or _SET for n, depth in depths.items() if depth == least), default=_SET)
    # Sizes tell more than a number does; of what is set in one size the numbered come first.
    least_rank = min(first, _OWN_SIZE)
    highest = min(
        (
            level
            for level, rank in zip(levels, ranks, strict=True)
            if level and (rank or 0) >= least_rank
        ),
        default=2,
    )
    for n, depth in depths.items():
        levels[n] = min(6, highest + depth - least)
    return _like_numbered(ranks, levels, depths)


def _like_numbered(
    ranks: Sequence[float | None], levels: list[int | None], depths: Mapping[int, int]
) -> list[int | None]:
    """The levels; what is set in a size of its own as numbered headings are is as deep as they."""
    found: dict[float, set[int]] = {}
    for n in depths:
        found.setdefault(ranks[n] or 0.0, set()).add(levels[n] or 2)
    for n, rank in enumerate(ranks):
        if rank is not None and _SET <= rank < _OWN_SIZE and n not in depths:
            alike = found.get(rank, set())
            levels[n] = min(alike) if len(alike) == 1 else levels[n]
    return levels


def _styles_of_headings(paragraphs: Sequence[WordParagraph]) -> frozenset[str]:
    """The styles that have their level from another, and whose paragraphs look like headings.

    Some makers base the style of numbered paragraphs on that of a heading.
    """
    looks: dict[str, list[bool]] = {}
    for p in paragraphs:
        text = p.text.strip()
        if p.inherited and text:
            short = len(text.split()) <= _WORDS and not _SENTENCE.search(text)
            looks.setdefault(p.style, []).append(short and not p.bullet)
    return frozenset(s for s, found in looks.items() if sum(found) >= _ALIKE * len(found))


_TITLED, _STATED, _NAMED, _SET, _OWN_SIZE = -2.0, -1.0, 0.0, 100.0, 1000.0
"""The ranks begin with a title, stated levels, names of styles, larger sizes, and other looks."""


def _is_alone(
    paragraphs: Sequence[WordParagraph], ranks: Sequence[float | None], stated: Sequence[int]
) -> bool:
    """Whether the highest level stands once, as the first heading: then it is the title."""
    if not stated:
        return False
    found = [p.outline for p, r in zip(paragraphs, ranks, strict=True) if r == _STATED]
    return bool(found) and found[0] == stated[0] and Counter(found)[stated[0]] == 1


def _is_largest_alone(ranks: Sequence[float | None], largest: float) -> bool:
    """Whether the first heading is set larger than all others: then it is the title."""
    found = [rank for rank in ranks if rank is not None]
    return largest < _OWN_SIZE and found[0] == largest and found.count(largest) == 1


def _rank(paragraph: WordParagraph, of_headings: frozenset[str]) -> float | None:
    """How a paragraph is a heading by its style, the highest first; None where it is none."""
    text = paragraph.text.strip()
    if (
        paragraph.in_contents
        or not any(c.isalpha() for c in text)
        or _NO_HEADING.search(paragraph.style)
    ):
        return None
    sentence = bool(_SENTENCE.search(text)) and len(text) > _SHORT_SENTENCE
    if _BUILT_IN.fullmatch(paragraph.style) and paragraph.outline is not None:
        return None if sentence else _STATED
    short = len(text) <= _LONGEST and not paragraph.bullet and not _CAPTION.match(text)
    by_name = _rank_by_name(paragraph) if short and not sentence else None
    if by_name is not None:
        return by_name
    own = not paragraph.inherited or paragraph.style in of_headings
    if paragraph.outline is not None and (own or _STYLE.search(paragraph.style)):
        return None if sentence else _STATED
    return None


def _rank_by_name(paragraph: WordParagraph) -> float | None:
    """By the name of a style that is not one of Word's own."""
    name = paragraph.style.casefold()
    if _TITLE.match(name) and not paragraph.in_table:
        return _TITLED
    hinted = [depth + 1 for word, depth in _HINTS if word in name]
    if _STYLE.search(name) and (hinted or paragraph.outline is None):
        return _NAMED + max(hinted, default=0)
    return None


def _may_be_set_apart(paragraph: WordParagraph, following: Sequence[WordParagraph]) -> bool:
    """Whether a paragraph is short and stands so that its look may make it a heading."""
    text = paragraph.text.strip()
    apart = not (paragraph.in_table or paragraph.in_contents or paragraph.label or paragraph.bullet)
    return (
        apart
        and bool(following)
        and any(c.isalpha() for c in text)
        and len(text) <= _LONGEST
        and len(text.split()) <= _WORDS
        and "\n" not in text
        and not text[0].islower()
        and not _SENTENCE.search(text)
        and not _CAPTION.match(text)
        and not _NO_HEADING.search(paragraph.style)
    )


def _rank_by_look(paragraph: WordParagraph, following: Sequence[WordParagraph]) -> float | None:
    """By being set bold, underlined or in italics from end to end, and short."""
    if not _may_be_set_apart(paragraph, following):
        return None
    shown = [piece.look for piece in paragraph.pieces if piece.text.strip()]
    looks = (
        all(look.bold for look in shown),
        all(look.underlined for look in shown),
        all(look.italic for look in shown),
    )
    return next((_OWN_SIZE + 2 + n for n, whole in enumerate(looks) if whole), None)


def _by_setting(paragraphs: Sequence[WordParagraph]) -> list[float | None]:
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
            rank = _rank_by_look(paragraph, following)
            if size > _LARGER * usual:
                rank = max(_SET, _OWN_SIZE - 1 - size)
            elif _in_capitals(paragraph) and not any(map(_in_capitals, following)):
                rank = _OWN_SIZE + (rank is None)
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
