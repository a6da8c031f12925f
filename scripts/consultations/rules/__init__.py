"""The rules that make a source readable as its author wrote it, in the order in which they run.

A rule mends what the conversion did, never what the author did. The order matters: characters
before lines, since a line is known by its characters; lines before blocks, since what a page put
between two halves of a sentence must be gone before they can be joined.
"""

from collections.abc import Iterable

from consultations.model.draft import Draft
from consultations.model.editor import Erratum, Stet
from consultations.model.source import Source
from consultations.rules import runner
from consultations.rules.blocks import (
    emphasis,
    heading_marks,
    list_marks,
    notes,
    outline,
    quote_marks,
    segment,
    table_marks,
)
from consultations.rules.lines import rulings
from consultations.rules.rule import Rule
from consultations.rules.runner import not_needed

GLYPHS: tuple[Rule, ...] = ()

LINES: tuple[Rule, ...] = (rulings.RULE,)

BLOCKS: tuple[Rule, ...] = (
    segment.RULE,
    # The marks of blocks, each read from what the segments begin with.
    heading_marks.RULE,
    list_marks.RULE,
    quote_marks.RULE,
    table_marks.RULE,
    # Before emphasis: a marker is told by its raised digits, which may be a tag.
    notes.RULE,
    emphasis.RULE,
    # After emphasis: a heading may be known by nothing but its bold type.
    outline.RULE,
)

RULES: tuple[Rule, ...] = (*GLYPHS, *LINES, *BLOCKS)


def emend(source: Source, errata: Iterable[Erratum] = (), stets: Iterable[Stet] = ()) -> Draft:
    """The draft that all rules make of a source.

    Raises:
        EditorError: an erratum or a stet does not match its source exactly once.
    """
    return runner.run(source, RULES, errata, stets)


__all__ = ["BLOCKS", "GLYPHS", "LINES", "RULES", "Rule", "emend", "not_needed"]
