"""Which of Word's paragraphs are headings, and how deep.

Level 1 is the document's title. A level in the outline says so for certain; else the name of a
style does, or a short paragraph that is set larger, in capitals, bold, underlined or in italics
throughout. A number that is typed before such a heading, as in `2.1 Oil`, says how deep it is.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from consultations import patterns as re
from consultations.intake.readers.docx.cover import (
    but_cover,
    but_signatures,
    title_by_size,
    title_lines,
)
from consultations.intake.readers.docx.paragraphs import WordParagraph
from consultations.intake.readers.docx.set_apart import (
    LONGEST,
    NO_HEADING,
    OWN_SIZE,
    SENTENCE,
    SET,
    WORDS,
    is_caption,
    rank_by_look,
    ranks_by_setting,
)

_STYLE = re.compile(r"heading|title|banner|\bhead\b", re.IGNORECASE)
_TITLE = re.compile(
    r"^(?:title$|.*\bbanner\b|.*\btitle$|tite?l$|titre$|título$|titolo$|tytuł$)", re.IGNORECASE
)
_BUILT_IN = re.compile(r"heading \d", re.IGNORECASE)
_SHORT_SENTENCE = 80
"""In code points: what ends like a sentence and is longer is no heading, whatever its style."""
_TYPED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?\s+\S")
_ALIKE = 0.8
"""Of the paragraphs of a style that has its level from another, so many look like headings."""
_HINTS = (("part", 0), ("chapter", 1), ("section", 1), ("sub", 2))
"""Words in the names of styles that say how deep a heading is among others of the kind."""


def levels_of(
    paragraphs: Sequence[WordParagraph], stated_title: str | None = None
) -> list[int | None]:
    """The level of each paragraph of a document that is a heading; None for the others.

    Args:
        paragraphs: of the document.
        stated_title: its title, as the file's properties have it.
    """
    of_headings = _styles_of_headings(paragraphs)
    ranks = [_rank(p, of_headings) for p in paragraphs]
    if not any(rank is not None for rank in ranks):
        ranks = but_signatures(paragraphs, ranks_by_setting(paragraphs), least=OWN_SIZE)
        ranks = but_cover(paragraphs, ranks, stated_title)
    else:
        ranks = [
            rank_by_look(p, paragraphs[n + 1 : n + 2]) if rank is None else rank
            for n, (p, rank) in enumerate(zip(paragraphs, ranks, strict=True))
        ]
        ranks = but_signatures(paragraphs, ranks, least=OWN_SIZE)
        ranks = _with_title(paragraphs, ranks, stated_title)
    levels = _levels(paragraphs, ranks, stated_title)
    return _by_number(paragraphs, ranks, levels)


def _with_title(
    paragraphs: Sequence[WordParagraph], ranks: list[float | None], stated_title: str | None
) -> list[float | None]:
    """The ranks, with that of the title where it is told by its size alone, and without a cover's.

    Where the highest heading stands alone it is the title, whatever is set larger before it.
    """
    heads = [n for n, rank in enumerate(ranks) if rank is not None and rank < SET]
    stated = sorted({paragraphs[n].outline or 0 for n in heads if ranks[n] == _STATED})
    if _TITLED in ranks or _is_alone(paragraphs, ranks, stated):
        return ranks
    title = title_by_size(paragraphs, heads[0], heads) if heads else range(0)
    if not title:
        return ranks
    ranks[title[0]] = _TITLED
    ranks = but_cover(paragraphs, ranks, stated_title)
    ranks[title.start : title.stop] = [_TITLED] * len(title)
    return ranks


def _levels(
    paragraphs: Sequence[WordParagraph], ranks: Sequence[float | None], stated_title: str | None
) -> list[int | None]:
    stated = sorted(
        {p.outline or 0 for p, r in zip(paragraphs, ranks, strict=True) if r == _STATED}
    )
    shift = 1 if _TITLED not in ranks and _is_alone(paragraphs, ranks, stated) else 2
    has_title = _is_largest_alone(paragraphs, ranks, stated_title)
    by_rank = _levels_of_ranks(ranks, len(stated), shift, has_title=has_title)
    by_outline = {outline: n + shift for n, outline in enumerate(stated)}
    return [
        None
        if rank is None
        else min(6, by_outline[p.outline or 0] if rank == _STATED else by_rank[rank])
        for p, rank in zip(paragraphs, ranks, strict=True)
    ]


def _levels_of_ranks(
    ranks: Sequence[float | None], stated: int, shift: int, *, has_title: bool
) -> dict[float, int]:
    """A level for each rank that no outline states.

    Args:
        ranks: of the paragraphs of a document.
        stated: how many levels the outline states.
        shift: the highest level that has them.
        has_title: whether what is set largest is the title.
    """
    found = sorted({rank for rank in ranks if rank is not None})
    named = [rank for rank in found if _NAMED <= rank < SET]
    looks = [rank for rank in found if rank >= SET]
    # What is only set apart stands below what a style calls a heading.
    first_set = 2 + min(1, stated + len(named) - (shift == 1))
    if looks and not (stated or named) and has_title:
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
        if rank is not None and rank >= SET and typed:
            depths[n] = typed["number"].count(".")
    least = min(depths.values(), default=0)
    first = min((ranks[n] or SET for n, depth in depths.items() if depth == least), default=SET)
    # Sizes tell more than a number does; of what is set in one size the numbered come first.
    least_rank = min(first, OWN_SIZE)
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
        if rank is not None and SET <= rank < OWN_SIZE and n not in depths:
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
            short = len(text.split()) <= WORDS and not SENTENCE.search(text)
            looks.setdefault(p.style, []).append(short and not p.bullet)
    return frozenset(s for s, found in looks.items() if sum(found) >= _ALIKE * len(found))


_TITLED, _STATED, _NAMED = -2.0, -1.0, 0.0
"""The ranks begin with a title, stated levels and names of styles; then comes what is set apart."""


def _is_alone(
    paragraphs: Sequence[WordParagraph], ranks: Sequence[float | None], stated: Sequence[int]
) -> bool:
    """Whether the highest level stands once, as the first heading: then it is the title."""
    if not stated:
        return False
    found = [p.outline for p, r in zip(paragraphs, ranks, strict=True) if r == _STATED]
    return bool(found) and found[0] == stated[0] and Counter(found)[stated[0]] == 1


def _is_largest_alone(
    paragraphs: Sequence[WordParagraph], ranks: Sequence[float | None], stated_title: str | None
) -> bool:
    """Whether the first heading is set larger than all others: then it is the title.

    It may stand on several lines, each a paragraph; somewhere below it there are others.
    """
    heads = [n for n, rank in enumerate(ranks) if rank is not None]
    if not heads:
        return False
    largest = [n for n in heads if ranks[n] == min(ranks[n] or 0.0 for n in heads)]
    title = list(title_lines(paragraphs, ranks, heads[0], stated_title))
    is_whole = largest == title and (len(title) == 1 or len(title) < len(heads))
    return is_whole and (ranks[heads[0]] or 0.0) < OWN_SIZE


def _rank(paragraph: WordParagraph, of_headings: frozenset[str]) -> float | None:
    """How a paragraph is a heading by its style, the highest first; None where it is none."""
    text = paragraph.text.strip()
    if paragraph.in_contents or NO_HEADING.search(paragraph.style) or not _may_head(text):
        return None
    is_stated = paragraph.outline is not None
    if is_stated and _BUILT_IN.fullmatch(paragraph.style):
        return _STATED
    is_short = len(text) <= LONGEST and not paragraph.bullet and not is_caption(text)
    by_name = _rank_by_name(paragraph) if is_short else None
    if by_name is not None:
        return by_name
    is_own = not paragraph.inherited or paragraph.style in of_headings
    return _STATED if is_stated and (is_own or _STYLE.search(paragraph.style)) else None


def _may_head(text: str) -> bool:
    """Whether words may be a heading at all: they have letters, and are no long sentence."""
    is_sentence = SENTENCE.search(text) is not None and len(text) > _SHORT_SENTENCE
    return not is_sentence and any(map(str.isalpha, text))


def _rank_by_name(paragraph: WordParagraph) -> float | None:
    """By the name of a style that is not one of Word's own."""
    name = paragraph.style.casefold()
    if _TITLE.match(name) and not paragraph.in_table:
        return _TITLED
    hinted = [depth + 1 for word, depth in _HINTS if word in name]
    if _STYLE.search(name) and (hinted or paragraph.outline is None):
        return _NAMED + max(hinted, default=0)
    return None
