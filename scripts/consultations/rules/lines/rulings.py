"""Rulings drawn with characters.

Symptom: a line of three or more hyphens, asterisks, underscores or equals signs and nothing else.
Cause: a converter's mark for a page's end or for a printed line.
Remedy: the line is taken out.
Leaves alone: the row under a heading of Markdown, which says that it is one; a row of dashes with
words in the same line; the ruling under a table's header row, which holds bars or colons.
Seen in: text converted from PDF.
"""

from collections.abc import Iterator

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.model.text import lines
from consultations.rules.layout import margin
from consultations.rules.marks import heading_rows
from consultations.rules.rule import text_rule

_RULING = re.compile(r"\s*([-*_=])(?:[ \t]*\1){2,}\s*")


def _propose(text: str) -> Iterator[Proposal]:
    printed = lines(text)
    written = [text[line.start : line.end] for line in printed]
    at_margin = margin(written)
    words = [line[at_margin:] for line in written]
    last = -1  # line of the last heading with rows
    for n, line in enumerate(printed):
        if rows := heading_rows(words, n):
            last = rows[1]
        if n <= last:
            continue
        if line.end - line.start >= 3 and _RULING.fullmatch(text, line.start, line.end):
            yield Proposal(line.start, line.end, "", "rule", "a ruling, no part of the text")


RULE = text_rule("rulings", _propose)
