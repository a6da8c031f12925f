"""The marks that a program for letters puts before each line of a letter that is answered.

Symptom: every line begins with `>`, the headings and the empty lines too.
Cause: the text is what a letter quotes, with nothing written under it.
Remedy: the outermost mark of each line is taken out, as is probable, so that the lines are read as
they were written. A line or two above them, such as who wrote when, have none.
Leaves alone: marks in a text of which any other line has none, or most of the empty lines: they are
those of quotations.
Seen in: documents that were sent on by e-mail.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.model.text import lines
from consultations.rules.rule import text_rule

_MARK = re.compile(r"[ \t]{0,3}>[ \t]?")
_MOST_ABOVE = 2
"""Lines over a message that is quoted, such as who wrote it and when, at most."""
_FEWEST = 5
"""Fewest lines with words: a shorter text may be an extract that is one quotation."""


def _propose(text: str) -> Iterator[Proposal]:
    printed = [line for line in lines(text) if text[line.start : line.end].strip()]
    marked = [_MARK.match(text, *line) for line in printed]
    above = next((n for n, mark in enumerate(marked) if mark), len(marked))
    quoted = [mark for mark in marked[above:] if mark]
    if above > _MOST_ABOVE or len(quoted) < max(_FEWEST, len(marked) - above):
        return
    first, last = quoted[0].start(), quoted[-1].start()
    inside = [text[slice(*line)].strip() for line in lines(text) if first <= line.start <= last]
    if inside.count(">") <= inside.count(""):
        return
    for mark in quoted:
        reason = "the mark of a line that a letter quotes: all lines have it"
        yield Proposal(*mark.span(), "", "markup", reason, "probable")


RULE = text_rule("mail-marks", _propose)
