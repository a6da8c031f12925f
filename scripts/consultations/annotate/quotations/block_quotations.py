"""Block quotations: passages that their author has set apart as the words of others.

Symptom: an indented passage, or one after `>`; with quotation marks around it or without.

Found by: the kind of the passage. Marks around the whole are left out of the words, and so is the
credit after a dash with which it ends, or a line of the block that is nothing but a name and what
that one is. Where a mark closes within it, what follows is another one.

Leaves alone: a passage that is no block quotation, whatever stands before it.
"""

from collections.abc import Iterator
from itertools import pairwise

from consultations import patterns as re
from consultations.annotate.quotations.credits import description
from consultations.annotate.quotations.quote_marks import Paired, pair
from consultations.annotate.quotations.quoted import Quoted
from consultations.english.credit_lines import IN_BRACKETS
from consultations.english.name_parts import read_name
from consultations.model.edition import Edition
from consultations.model.text import Interval, trim

RULE = "block-quotations"
_LETTER = re.compile(r"[^\W\d_]")
_CREDIT = re.compile(
    rf"""
    (?<= [.?!…”’"'*] ) \s*
    (?: (?: -- | [–—] ) \s? [^\W\d_] [^.?!;:“”]{{2,80}} \.?    # — the harbour master
      | [(\[] {IN_BRACKETS} [)\]] \.?                # (Tenant, Leith); [Tenant 4]
    ) \Z
    """,
    re.VERBOSE,
)
_CREDIT_LINE = re.compile(
    r"[–—-]?\s?(?P<name>[^\W\d_a-z][^,.?!;:“”\"]{2,40}),\s(?P<what>[^.?!;:“”\"]{2,60})\Z"
)
"""Of a block: Ann Moss, tenant"""
_SIGNED_LINE = re.compile(r"\s*(?:--|[–—])\s?[^\W\d_a-z][^.?!;:“”]{2,80}\.?\s*")
"""A line of its own behind a dash: — The harbour master"""
_IN_BRACKETS = re.compile(rf"\s*[(\[](?P<who>{IN_BRACKETS})[)\]]\.?\s*")
_MOST_WORDS = 10
"""A credit has no more."""


def blocks(edition: Edition) -> Iterator[Quoted]:
    """The words of each block quotation, in reading order."""
    opened: bool | None = None  # None where no block stands right before
    for passage in edition.passages:
        if passage.kind != "blockquote":
            opened = None
            continue
        if opened is not None and not opened and _is_credit(passage.text):
            continue
        start, end = trim(passage.text, 0, len(passage.text))
        credit = _CREDIT.search(passage.text, start, end)
        end = credit.start() if credit and passage.text[start : credit.start()].split() else end
        paired = pair(passage.text)
        for number, (first, last) in enumerate(_parts(passage.text, start, end, paired)):
            if passage.text[first:last].split():
                continued = bool(opened) and number == 0
                yield Quoted(passage, first, last, RULE, continued=continued)
        opened = any(not mark.closed for mark in paired.outermost)


def _is_credit(text: str) -> bool:
    """Whether a line says who it was: behind a dash, in brackets, or as a name or description."""
    if _SIGNED_LINE.fullmatch(text):
        return True
    bare = _IN_BRACKETS.fullmatch(text)
    if len(text.split()) <= _MOST_WORDS and description(bare["who"] if bare else text):
        return True
    line = _CREDIT_LINE.match(text)
    name = read_name(line["name"]) if line else None
    return bool(line and name and (name.evidence != "form" or description(line["what"])))


def _parts(text: str, start: int, end: int, paired: Paired) -> Iterator[Interval]:
    """The quotations that a block holds: one, but for marks that end one and begin another."""
    for stray in paired.stray:
        yield start, stray
        start = stray + 1
    start, end = trim(text, start, end)
    marks = [mark for mark in paired.outermost if mark.start > start]
    around = [(a.end + 1, b.start - 1) for a, b in pairwise(marks)]
    whole = bool(marks) and marks[0].start == start + 1
    outside = [*around, (marks[-1].end + 1, end)] if whole else []
    if whole and not any(_LETTER.search(text[first:last]) for first, last in outside):
        yield from ((mark.start, min(mark.end, end)) for mark in marks)
    elif whole and not marks[0].closed:
        yield marks[0].start, end
    else:
        yield start, end
