"""Lines of one form, which show together that they are headings."""

from collections import Counter
from itertools import pairwise

from consultations import patterns as re
from consultations.english.short_forms import SHORT_FORM, spells
from consultations.model.draft import Draft
from consultations.rules.heading_evidence.preceding import is_text
from consultations.rules.heading_evidence.words import can_be_heading, is_stopped_title
from consultations.rules.layout import letters

_SHORT_FORM = re.compile(SHORT_FORM)


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
    """Where short forms and what they stand for begin, in turn, as lists of them have them."""
    pairs = [
        (short.start, full.start)
        for short, full in pairwise(draft.blocks)
        if _SHORT_FORM.fullmatch(draft.read(short))
        if can_be_heading(draft.read(full)) and spells(draft.read(short), draft.read(full))
    ]
    return frozenset(place for pair in pairs for place in pair if len(pairs) > 1)
