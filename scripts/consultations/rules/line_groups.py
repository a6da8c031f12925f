"""Lines right under one another, in a text whose paragraphs empty lines part.

What was copied from a browser has no empty line between the items of a list, and none over a
heading that stands under another one or under a list. Words that end in a colon tell a list; lines
without such words above them, and headings under one another, are parted only in a text that shows
by lists under such words that it is a copy of this sort.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise, starmap
from typing import NamedTuple

from consultations import patterns as re
from consultations.english.sentences import ends_sentence, sentence_ends
from consultations.model.source import Record
from consultations.rules.announced import leads_to_quotation
from consultations.rules.author_lines import are_the_authors
from consultations.rules.form_lines import BOX, asks, is_counted, is_field
from consultations.rules.heading_evidence.words import can_be_heading, is_person
from consultations.rules.line_widths import BlockLine, is_unbroken
from consultations.rules.numbering import read_number, without_number
from consultations.rules.prose import SPEAKER, goes_on

_FEWEST = 2
_FEWEST_ALONE = 3
"""Items at least where no words above lead to them, and items that show a text for a copy."""
_MOST_HEADINGS = 2
"""Headings at most that stand under one another over a text."""
_ENDS_ITEM = re.compile(r"[;,](?:\s(?:and|or))?\Z")
_READS = re.compile(r"\breads?\b[^.:]{0,20}:\Z")
"""What leads to the very words of a text: `The sign on the pier reads:`."""
_WHERE = re.compile(r"\b(?:at|to):\Z")
"""What leads to an address: `Please return this form to:`."""
_QUOTES = "“\"‘'>"


class GroupParts(NamedTuple):
    """How many lines of a block are its text, then items of a list, then headings."""

    text: int
    items: int
    headings: int


class LineGroup(NamedTuple):
    """The lines of a block, and what stands around it."""

    above: str
    """The words of the block before it."""
    printed: Sequence[BlockLine]
    """Its lines."""
    below: Sequence[BlockLine]
    """Those of the block under it, which an empty line parts from it."""


def is_copy(record: Record, groups: Iterable[LineGroup]) -> bool:
    """Whether a text shows that a browser's copy has put the items of its lists under one another.

    Words that end in a colon lead to them, and in each list all begin in lower case, or all end as
    items or sentences do, which the lines of an address or of a verse do not.
    """
    found = 0
    for group in groups:
        text, items, _ = read_group(record, group, copied=False)
        if _are_alike([line.words for line in group.printed[text : text + items]]):
            found += items
    return found >= _FEWEST_ALONE


def read_group(record: Record, group: LineGroup, *, copied: bool) -> GroupParts:
    """What the lines of a block are that stand right under one another.

    Args:
        record: of the document.
        group: the lines.
        copied: whether the text is a copy of a browser's page, as `is_copy` has it.
    """
    found = [line.words for line in group.printed]
    over_text = bool(group.below) and _is_text(group.below[0])
    headings = _headings(found, copied=copied) if over_text else 0
    rest = found[: len(found) - headings]
    leads = group.above.endswith(":")
    first = int(copied and not leads and len(rest) > _FEWEST and _may_be_heading(rest[0]))
    items = rest[first:]
    may_be_list = _are_led_to(items, group.above, copied=copied) if leads else copied
    is_list = may_be_list and _are_items(items, leads=leads) and not are_the_authors(record, items)
    if is_list:
        return GroupParts(first, len(items), headings)
    # Under a line that ends nothing, the last may be one of several such.
    is_open = not ends_sentence(rest[-1]) if rest else leads
    if is_open or not copied:
        return GroupParts(len(found), 0, 0)
    return GroupParts(len(rest), 0, headings)


def _headings(found: Sequence[str], *, copied: bool) -> int:
    """How many of the last lines may be headings of what stands below.

    In a text that is not known for a copy it is one at most, right under an item.
    """
    count = 0
    for words, over in zip(reversed(found), [*reversed(found[:-1]), ""], strict=True):
        if not _may_be_heading(words) or not _may_stand_under(words, over, copied=copied):
            break
        count += 1
    is_all = count == len(found)
    if count > (_MOST_HEADINGS if copied else 1) or (is_all and any(map(is_person, found))):
        return 0
    return count


def _may_stand_under(words: str, over: str, *, copied: bool) -> bool:
    """Whether a heading may stand under a line: one that ends something, or is of another form."""
    if not over or _ends(over):
        return not (asks(words) and asks(over))
    is_new = read_number(words) is not None and read_number(over) is None
    return is_new or not over[:1].isupper() or (copied and _may_be_heading(over))


def _may_be_heading(words: str) -> bool:
    """Whether a line begins with a capital, and has the words and the end of a heading."""
    begins = without_number(words)[:1].isupper()
    is_bare = words[-1:].isalnum() or asks(words) or words[-1:] in ")”"
    return begins and is_bare and can_be_heading(words)


def _is_text(line: BlockLine) -> bool:
    """Whether a line is one over which headings stand: it is long, ends a sentence or leads on."""
    return is_unbroken(line) or ends_sentence(line.words) or line.words.endswith(":")


def _are_led_to(found: Sequence[str], above: str, *, copied: bool) -> bool:
    """Whether words that end in a colon may lead to items, and not to what somebody says.

    Under a verb of saying, whole sentences may be one speech, and lines that begin with a capital
    and end nothing a verse. Such lines are an address under where something is to go.
    """
    is_alike = _are_alike(found)
    if _READS.search(above) or (_WHERE.search(above) and not is_alike):
        return False
    if not leads_to_quotation(above):
        return True
    is_said = any(ends_sentence(words) and not asks(words) for words in found[:-1])
    return not is_said and (copied or is_alike)


def _are_items(found: Sequence[str], *, leads: bool) -> bool:
    """Whether lines may be the items of a list, none of which goes on in the next.

    What has a label of its own is no item, nor are lines that count on.
    """
    if len(found) < _FEWEST or any(map(_has_label, found)) or _count_on(found):
        return False
    if leads:
        return not any(_runs_over(a, b) and not _ENDS_ITEM.search(a) for a, b in pairwise(found))
    return _stand_alone(found)


def _stand_alone(found: Sequence[str]) -> bool:
    """Whether lines may be items to which nothing leads: three or more that are of one form.

    Each is one whole sentence or clause, and all ask or none does.
    """
    if len(found) < _FEWEST_ALONE or len({asks(words) for words in found}) > 1:
        return False
    holds_several = any(any(True for _ in sentence_ends(words)) for words in found)
    is_whole = all(_ends(words) or words.endswith(":") for words in found)
    return is_whole and not holds_several and not any(starmap(_runs_over, pairwise(found)))


def _runs_over(line: str, following: str) -> bool:
    """Whether a line goes on in the next one: it begins a sentence, and leads to no item."""
    return goes_on(following) and not line[:1].islower() and not line.endswith(":")


def _ends(words: str) -> bool:
    """Whether words end a sentence, or as an item of several does: `oil; and`."""
    return ends_sentence(words) or _ENDS_ITEM.search(words) is not None


def _are_alike(found: Sequence[str]) -> bool:
    """Whether all lines begin in lower case, or all end as items or sentences do."""
    return all(words[:1].islower() for words in found) or all(map(_ends, found))


def _count_on(found: Sequence[str]) -> bool:
    """Whether a line has the number that comes next after that of the line above it."""
    numbers = [read_number(words) for words in found]
    return any(a and b and b.follows(a) for a, b in pairwise(numbers))


def _has_label(words: str) -> bool:
    """Whether a line says who speaks, is a field or a box of a form, has a number or a mark."""
    is_said = SPEAKER.match(words) is not None or is_field(words)
    is_of_form = is_counted(words) or BOX.match(words) is not None
    return is_said or is_of_form or words[0] in _QUOTES
