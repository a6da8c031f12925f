"""The first page of a document: its title, and the lines that say who wrote it, and when."""

from collections.abc import Sequence
from typing import NamedTuple

from consultations import patterns as re
from consultations.english.dates import ANY_MONTH, WEEKDAY
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Draft
from consultations.model.source import Record
from consultations.model.text import letters
from consultations.rules.heading_evidence.clauses import is_broken
from consultations.rules.heading_evidence.never import is_no_heading
from consultations.rules.heading_evidence.words import LONGEST

_TITLE_PIECES = 4
"""The most blocks that a title may be in, one line each."""
_LONGEST_PIECE = 500
"""Characters. A longer block is no piece of a title, and is not read."""
_FEWEST_WORDS = 3
"""Words of a title that suffice to find it in a line that has more."""
LINES = 8
"""Lines after the title that may name its authors, what they are, and the date."""
_DATE = re.compile(
    rf"""
    \W*
    (?:{WEEKDAY},?\s+(?:the\s+)?)?                                            # Friday 3 March 2012
    (?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?                                         # 3rd March 2012
    {ANY_MONTH}\.?,?\s+       # March, 2012
    (?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?                                         # March 3, 2012
    \d{{4}}
    (?:,?\s+(?:at\s+)?\d{{1,2}}[:.]\d\d(?:\s?[ap]\.?m)?)?                     # March 2012, 9:30 am
    \W*
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A line that is a month and a year, perhaps with a day and an hour, and nothing else."""


class TitlePage(NamedTuple):
    """Which blocks of a draft the first page is made of, by their places in `Draft.blocks`."""

    title: Sequence[int]
    """The blocks that together have the words of the record's title; mostly one, or none."""
    matter: Sequence[int]
    """The short lines from the first to the last that names an author or the date."""


def title_page(draft: Draft, body: Sequence[int]) -> TitlePage:
    """Find the first page among the blocks at these places of the draft, notes left out."""
    title = _title(draft, body)
    after = body[body.index(title[-1]) + 1 :] if title else body
    return TitlePage(title, _matter(draft, after[:LINES]))


def is_date(words: str) -> bool:
    """Whether a line is a month and a year, perhaps with a day and an hour, and nothing else."""
    return _DATE.fullmatch(words) is not None


def is_title_matter(record: Record, words: str) -> bool:
    """Whether a line is a date or names the document's authors, and nothing else."""
    if is_date(words):
        return True
    rest = letters(words)
    if not rest:
        return False
    for author in record.authors:
        rest = rest.replace(letters(author), "")
    return bool(record.authors) and rest in ("", "by", "and", "byand")


def _title(draft: Draft, body: Sequence[int]) -> Sequence[int]:
    """The first blocks in a row that have the letters of the record's title between them."""
    wanted = letters(draft.source.record.title)
    for n, first in enumerate(body):
        have = ""
        for k in range(n, min(n + _TITLE_PIECES, len(body))):
            block = draft.blocks[body[k]]
            is_long = block.end - block.start > _LONGEST_PIECE
            if block.kind not in ("paragraph", "heading") or is_long:
                break
            have += letters(draft.read(block))
            if not have:
                break  # a line without letters begins no title
            if have == wanted:
                return [*_lead(draft, body[:n]), first, *body[n + 1 : k + 1]]
            if not wanted.startswith(have):
                break
    return _longer_title(draft, body)


def _longer_title(draft: Draft, body: Sequence[int]) -> Sequence[int]:
    """The line near the top that begins with the words of the record's title and has a few more.

    So `Minutes of the lamp board held on 4 May` has the title `Minutes of the lamp board`.
    """
    title = draft.source.record.title
    for i in body[:LINES]:
        block = draft.blocks[i]
        words = draft.read(block) if block.end - block.start <= _LONGEST_PIECE else ""
        if block.kind in ("paragraph", "heading") and begins_with_title(words, title):
            return (i,)
    return ()


def begins_with_title(words: str, title: str) -> bool:
    """Whether a line is a title of several words and a few more, which end no sentence."""
    split = title.split()
    if len(split) < _FEWEST_WORDS or not words.casefold().startswith(title.casefold()):
        return False
    is_longer = len(words) > len(title) and not words[len(title)].isalnum()
    is_line = len(words.split()) <= len(split) + LONGEST
    return is_longer and is_line and not ends_sentence(words)


def _lead(draft: Draft, before: Sequence[int]) -> Sequence[int]:
    """The line above the words of the title that leads to them: `Reply of the county to`."""
    if not before:
        return ()
    block = draft.blocks[before[-1]]
    if block.kind not in ("paragraph", "heading") or block.end - block.start > _LONGEST_PIECE:
        return ()
    words = draft.read(block)
    is_line = words[:1].isupper() and words[-1:].isalpha() and len(words.split()) <= LONGEST
    return before[-1:] if is_line and is_broken(words) and not is_no_heading(words) else ()


def _matter(draft: Draft, near: Sequence[int]) -> Sequence[int]:
    """What stands under the title from the first line of title matter to the last.

    An author's office stands between the name and the date and looks like a heading. Where a
    heading with marks of its own, or a sentence, stands between, the lines are no title matter:
    the second name or date then belongs to the text.
    """
    blocks = [draft.blocks[i] for i in near]
    reads = [draft.read(block) for block in blocks]
    named = [n for n, words in enumerate(reads) if is_title_matter(draft.source.record, words)]
    lines = range(named[0], named[-1]) if named else range(0)
    is_plain = all(
        blocks[n].level is None and len(reads[n].split()) <= LONGEST and not ends_sentence(reads[n])
        for n in lines
    )
    return [near[n] for n in lines] if is_plain else ()
