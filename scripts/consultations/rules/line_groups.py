"""Lines right under one another, in a text whose paragraphs empty lines part.

What was copied from a browser has no empty line between the items of a list, and none over a
heading that stands under another one or under a list.
"""

from collections.abc import Sequence
from itertools import pairwise, starmap
from typing import NamedTuple

from consultations import patterns as re
from consultations.english.sentences import ends_sentence, sentence_ends
from consultations.model.source import Record
from consultations.rules.author_lines import are_the_authors
from consultations.rules.form_lines import BOX, asks, is_counted, is_field
from consultations.rules.heading_evidence.words import can_be_heading, is_person
from consultations.rules.line_widths import BlockLine, is_unbroken
from consultations.rules.numbering import read_number, without_number
from consultations.rules.prose import SPEAKER, goes_on

_FEWEST = 2
_MOST_HEADINGS = 2
"""Headings at most that stand under one another over a text."""
_ENDS_ITEM = re.compile(r"[;,](?:\s(?:and|or))?\Z")
_QUOTES = "“\"‘'>"


class LineGroup(NamedTuple):
    """How many of some lines stand at each place: headings end it, items are before those."""

    text: int
    items: int
    headings: int


def read_group(
    record: Record, above: str, printed: Sequence[BlockLine], below: Sequence[BlockLine]
) -> LineGroup:
    """What the lines of a block are that stand right under one another.

    Args:
        record: of the document.
        above: the words of the block before it.
        printed: its lines.
        below: those of the block under it, which an empty line parts from it.
    """
    found = [line.words for line in printed]
    headings = _headings(found) if below and _is_text(below[0]) else 0
    rest = found[: len(found) - headings]
    leads = above.endswith(":")
    first = int(not leads and len(rest) > _FEWEST and _may_be_heading(rest[0]))
    is_list = _are_items(rest[first:], leads=leads) and not are_the_authors(record, rest[first:])
    if headings and rest and not is_list and not ends_sentence(rest[-1]):
        headings, rest = 0, found  # the last of several lines that end nothing
    return (
        LineGroup(first, len(rest) - first, headings)
        if is_list
        else LineGroup(len(rest), 0, headings)
    )


def _headings(found: Sequence[str]) -> int:
    """How many of the last lines may be headings of what stands below."""
    count = 0
    for words, over in zip(reversed(found), [*reversed(found[:-1]), ""], strict=True):
        if not _may_be_heading(words) or not _may_stand_under(words, over):
            break
        count += 1
    is_all = count == len(found)
    if count > _MOST_HEADINGS or (is_all and any(map(is_person, found))):
        return 0
    return count


def _may_stand_under(words: str, over: str) -> bool:
    """Whether a heading may stand under a line: one that ends something, or is of another form."""
    if not over or ends_sentence(over) or _ENDS_ITEM.search(over):
        return not (asks(words) and asks(over))
    is_new = read_number(words) is not None and read_number(over) is None
    return is_new or not over[:1].isupper() or _may_be_heading(over)


def _may_be_heading(words: str) -> bool:
    begins = without_number(words)[:1].isupper()
    is_bare = words[-1:].isalnum() or asks(words) or words[-1:] in ")”"
    return begins and is_bare and can_be_heading(words)


def _is_text(line: BlockLine) -> bool:
    return is_unbroken(line) or ends_sentence(line.words) or line.words.endswith(":")


def _are_items(found: Sequence[str], *, leads: bool) -> bool:
    """Whether lines are the items of a list: under what leads to them, or each a whole clause.

    What has a label or a number of its own is none.
    """
    if len(found) < _FEWEST or any(map(_has_label, found)) or _count_on(found):
        return False
    are_clauses = all(_ENDS_ITEM.search(words) for words in found[:-1])
    ends = (ends_sentence(words) or _ENDS_ITEM.search(words) or words[-1] == ":" for words in found)
    are_sentences = all(ends)
    are_single = not any(any(True for _ in sentence_ends(words)) for words in found)
    is_whole = not any(starmap(_runs_over, pairwise(found)))
    return are_clauses or (is_whole and (leads or (are_sentences and are_single)))


def _runs_over(line: str, following: str) -> bool:
    """Whether a line goes on in the next one, and neither ends nor leads to an item."""
    may_end = line[:1].islower() or line.endswith(":") or _ENDS_ITEM.search(line)
    return goes_on(following) and not may_end


def _count_on(found: Sequence[str]) -> bool:
    numbers = [read_number(words) for words in found]
    return any(a and b and b.follows(a) for a, b in pairwise(numbers))


def _has_label(words: str) -> bool:
    is_said = SPEAKER.match(words) is not None or is_field(words)
    is_of_form = is_counted(words) or BOX.match(words) is not None
    return is_said or is_of_form or words[0] in _QUOTES
