"""A contents list that was typed, with the page numbers of a paper edition.

Symptom: a line `Contents`, and lines that end in page numbers, after tabs, blanks or rows of dots,
or that begin with them, or that have them on lines of their own; or lines that are links into the
page, or stand again further down.
Cause: the printed document had one, or the page on a screen.
Remedy: the list is taken out; its entries are kept as data, since it may alone know how deep a
heading stands. A heading that the list has and the text has not is a finding.
Leaves alone: a list without page numbers, whose entries are no lines of the text; numbers that do
not grow from line to line; a table.
Seen in: a report converted from PDF.
"""

from collections.abc import Sequence
from itertools import islice

from consultations import patterns as re
from consultations.model.draft import ContentsEntry, Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.finding import Finding
from consultations.model.text import letters
from consultations.rules.contents_entries import (
    Entry,
    page_first_run,
    paged_entry,
    paged_run,
    titled_run,
    without_header,
)
from consultations.rules.contents_runs import linked_run, parted_run, repeated_run
from consultations.rules.heading_evidence import ranks
from consultations.rules.layout import PrintedLine, indent, printed_lines
from consultations.rules.numbering import Number, read_number
from consultations.rules.rule import Rule

_TITLE = re.compile(
    r"""
      (?:(?:list|table)[ ]of[ ])? contents (?:[ ](?:list|page))? :?   # Table of contents:
      (?:\s+page(?:[ ](?:no|number)s?\.?)?)?                          # Contents      Page
    | (?:on|in(?:side)?)[ ]this[ ](?:page|section|document|report|issue|edition)[:…]?
    | cynnwys :?                                                      # the same in Welsh
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER = re.compile(r"\(?(\d{1,2}(?:\.\d{1,2}){0,4})\.?\)?\s")
_FEWEST = 3
_FEWEST_UNTITLED = 6
"""Entries of a list without a title, at least, in which dots lead to pages."""
_MOST_LINKS = 500
_MOST_TITLES = 20
"""Most lines `Contents` that are tried: each may be the head of a list's page."""


_Found = tuple[int, list[Entry]]
"""The place of a contents list's first line, and its entries."""


def _found(printed: Sequence[PrintedLine]) -> _Found | None:
    """The document's contents list, by what tells one most surely."""
    return _under_title(printed) or _of_links(printed) or _of_leaders(printed)


def _under_title(printed: Sequence[PrintedLine]) -> _Found | None:
    titles = (i for i, line in enumerate(printed) if _TITLE.fullmatch(line.words))
    for i in islice(titles, _MOST_TITLES):
        following = without_header(printed[i + 1 :])
        for run in (titled_run, page_first_run, parted_run, linked_run, repeated_run):
            entries = run(following)
            if len(entries) >= _FEWEST:
                return i, entries
    return None


def _of_links(printed: Sequence[PrintedLine]) -> _Found | None:
    """A list without a title, each entry of which is a link into the page."""
    at = 0
    while at < len(printed):
        linked = linked_run(printed[at : at + _MOST_LINKS])
        if len(linked) > _FEWEST:
            return at, linked
        at += max(1, len(linked))
    return None


def _of_leaders(printed: Sequence[PrintedLine]) -> _Found | None:
    """A list without a title, in which dots lead from each entry to its page."""
    last = {line.key: line.start for line in printed}
    at = 0
    while at < len(printed):
        entries = paged_run(printed[at:]) if paged_entry(printed[at]) else []
        if len(entries) >= _FEWEST_UNTITLED and all(entry.leader for entry in entries):
            end = entries[-1].line.end
            stand = sum(last.get(letters(entry.words), 0) > end for entry in entries)
            grow = len({entry.page for entry in entries})
            if stand * 2 > len(entries) and grow * 2 > len(entries):
                return at, entries
        at += max(1, len(entries))
    return None


def _levels(text: str, entries: Sequence[Entry]) -> list[int | None]:
    """How deep each entry stands, by its number, its indent or its capitals."""
    indents = [indent(text, entry.begins.start, entry.begins.end) for entry in entries]
    numbers = [read_number(entry.words) for entry in entries]
    steps = sorted(set(indents))
    # Words without a number that stand further in say what the numbers alone do not.
    tells = any(n is None and far > steps[0] for n, far in zip(numbers, indents, strict=True))
    if numbers.count(None) * 2 < len(entries) and not tells:
        return _levels_by_number(numbers)
    if len(steps) > 1:
        return [steps.index(indent) + 1 for indent in indents]
    capitals = [entry.words.isupper() for entry in entries]
    if any(capitals) and not all(capitals):
        return [1 if capital else 2 for capital in capitals]
    return [None] * len(entries)


def _levels_by_number(numbers: Sequence[Number | None]) -> list[int | None]:
    depths = ranks.depths([number for number in numbers if number is not None])
    # `2.1` stands under a heading even where the list has none above it with a number.
    return [max(depths[n.form], len(n.path) - 1) + 1 if n else 1 for n in numbers]


def _heading(words: str) -> str:
    """The letters of a heading without its number, which the list or the text may leave out."""
    number = _NUMBER.match(words)
    return letters(words[number.end() :] if number else words)


def _revise(draft: Draft) -> Revision:
    printed = printed_lines(draft.text)
    found = _found(printed)
    if found is None:
        return Revision()
    first, entries = found
    taken = [line for line in printed[first:] if line.start <= entries[-1].line.start]
    body = {_heading(line.words) for line in printed[first + len(taken) :]}
    levels = _levels(draft.text, entries)
    return Revision(
        proposals=tuple(
            Proposal(
                line.start, line.end, "", "contents-list", "a contents list of the paper edition"
            )
            for line in taken
        ),
        contents=tuple(
            ContentsEntry(entry.words, entry.page, level)
            for entry, level in zip(entries, levels, strict=True)
        ),
        findings=tuple(
            _lost(draft, entry) for entry in entries if _heading(entry.words) not in body
        ),
    )


def _lost(draft: Draft, entry: Entry) -> Finding:
    return Finding(
        code="heading-of-contents-lost",
        severity="note",
        what=f"the contents list has {entry.words!r}, which no line of the text says",
        hint="look whether the text has lost a heading",
        place=draft.locate(entry.line.start),
    )


RULE = Rule("contents-list", _revise)
