"""Headings at the side of their text, read line by line across it.

Symptom: `The state of the      Of sixty gates that we saw in the` over `gates                 year
eleven could not be raised`: a heading in the margin is cut through by its text.
Cause: the converter kept the lines of the page.
Remedy: the heading is put above its text, and what of it stood in later lines goes to its first; as
probable repairs.
Leaves alone: a number, or a label with a colon, beside its text; the cells of a table; fewer than
three headings at the side; a text of which most lines have nothing at their side to leave free.
Seen in: pages converted by pdftotext -layout.
"""

from collections.abc import Iterator

from consultations.model.emendation import Proposal
from consultations.rules.gutters import SideHeading, pages, side_headings, text_column
from consultations.rules.rule import text_rule


def _propose(text: str) -> Iterator[Proposal]:
    read = list(pages(text))
    column = text_column([row for page in read for row in page])
    if column is not None:
        for page in read:
            for heading in side_headings(page, column):
                yield from _put_above(text, heading)


def _put_above(text: str, heading: SideHeading) -> Iterator[Proposal]:
    """The changes that put a heading above its text."""
    (start, end), *others = heading.lines
    rest = "".join(f" {text[a:b]}" for a, b in others)
    last = text.rfind(" ", start, end) + 1 or start
    if rest:
        reason = "what of the heading stands in its later lines"
        words = text[last:end] + rest
        yield Proposal(last, end, words, "other", reason, "probable")
    column = heading.text - text.rfind("\n", 0, start) - 1
    reason = "a heading beside its text"
    yield Proposal(end, heading.text, "\n\n" + " " * column, "spacing", reason, "probable")
    for a, b in others:
        reason = "part of the heading beside the text, which has gone to the heading"
        yield Proposal(a, b, " " * (b - a), "other", reason, "probable")


RULE = text_rule("side-headings", _propose, changes_letters=True)
