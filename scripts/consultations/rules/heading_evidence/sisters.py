"""Lines of one form, which show together that they are headings."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise, takewhile

from consultations import patterns as re
from consultations.english.short_forms import SHORT_FORM, spells
from consultations.model.draft import Draft
from consultations.rules.heading_evidence.preceding import is_text
from consultations.rules.heading_evidence.words import can_be_heading, is_stopped_title
from consultations.rules.layout import letters

_SHORT_FORM = re.compile(SHORT_FORM)
_FEWEST_IN_COLUMN = 3
"""Short forms under one another: two may be headings of one word, the first without a text."""


def stopped_capitals(draft: Draft) -> frozenset[int]:
    """Where short lines in capitals with a full stop begin, each over a text; none of one alone."""
    body = [block for block in draft.blocks if block.kind != "footnote"]
    found = [
        line.start
        for line, under in pairwise(body)
        if line.kind == "paragraph" and is_stopped_title(draft.read(line))
        if not draft.read(under).isupper()
    ]
    return frozenset(found if len(found) > 1 else ())


def short_lines_over_text(draft: Draft) -> Counter[str]:
    """How often short plain lines stand right over a text, by their letters."""
    body = [block for block in draft.blocks if block.kind != "footnote"]
    return Counter(
        letters(draft.read(line))
        for line, under in pairwise(body)
        if line.kind == "paragraph" and is_text(draft, under)
        if not draft.is_bold(line) and can_be_heading(draft.read(line))
    )


def short_forms(draft: Draft) -> frozenset[int]:
    """Where short forms and what they stand for begin, as lists of them have them.

    They stand in turn, or a converter has read the column of the short forms first.
    """
    words = [draft.read(block) for block in draft.blocks]
    short = [_SHORT_FORM.fullmatch(one) is not None for one in words]
    full = [
        n for n in range(1, len(words)) if short[n - 1] and _is_meant(words[n - 1 : n], words[n])
    ]
    listed = {at for n in full if full[1:] for at in (n - 1, n)}
    for is_short, run in groupby(range(len(words)), lambda n: short[n]):
        column = list(run)
        if is_short and len(column) >= _FEWEST_IN_COLUMN:
            below = range(column[-1] + 1, min(column[-1] + 1 + len(column), len(words)))
            forms = [words[n] for n in column]
            listed |= {*column, *takewhile(lambda n: _is_meant(forms, words[n]), below)}  # noqa: B023
    return frozenset(draft.blocks[n].start for n in listed)


def _is_meant(forms: Sequence[str], words: str) -> bool:
    """Whether a line is what one of some short forms stands for."""
    return can_be_heading(words) and any(spells(form, words) for form in forms)
