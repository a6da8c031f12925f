"""How deep the headings of an untagged PDF are: by the outline, by numbers, or by their looks."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.looks import Look, look_of
from consultations.intake.readers.pdf.named_headings import NUMBER


def give_levels(
    found: Sequence[PdfBlock], named: Mapping[int, int | None], *, titled: bool
) -> None:
    """A level for each heading: what the outline says, else what those that look alike have.

    Args:
        found: headings.
        named: depths that the outline or the list of contents gives, by identity; None where it
            names a heading and no depth.
        titled: whether the title stands before them, so that none has its level.
    """
    by_look: dict[Look, Counter[int]] = defaultdict(Counter)
    numbered: dict[Look, Counter[int]] = defaultdict(Counter)
    for block in found:
        look = look_of(block)
        if depth := named.get(id(block)):
            by_look[look][depth + 1] += 1
        if number := NUMBER.match(block.text):
            numbered[look][number[1].count(".") + 2] += 1
    in_order = _in_order(found, titled=titled)
    for block in found:
        look = look_of(block)
        number = NUMBER.match(block.text)
        if depth := named.get(id(block)):
            level = depth + 1
        elif number and len(numbered[look]) > 1:
            level = number[1].count(".") + 2
        else:
            told = by_look[look] or numbered[look]
            level = told.most_common(1)[0][0] if told else in_order[look]
        block.level = min(6, level)
    # No heading is more than one deeper than the heading before it.
    deepest = 1
    for block in found:
        block.level = min(block.level or 2, deepest + 1)
        deepest = block.level
    if not titled:
        _raise_title(found)


def _raise_title(found: Sequence[PdfBlock]) -> None:
    """Let the first heading have level 1 where it is above all others: then it is the title."""
    levels = [block.level or 2 for block in found]
    if len(levels) > 1 and levels[0] < min(levels[1:]):
        for block, level in zip(found, levels, strict=True):
            block.level = level - levels[0] + 1


def _in_order(found: Sequence[PdfBlock], *, titled: bool) -> dict[Look, int]:
    """The level of each look of headings, the heaviest first; 1 is only for a single title."""
    looks = Counter(look_of(block) for block in found)
    order = sorted(looks, key=_weight)
    first = 1 if order and not titled and looks[order[0]] <= 2 else 2
    return {look: first + n for n, look in enumerate(order)}


def _weight(look: Look) -> tuple[float, bool, bool, bool]:
    return -look.size, not look.capitals, not look.bold, look.italic
