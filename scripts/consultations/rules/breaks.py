"""Breaks between two blocks: what stands on both sides, and what is known of the place."""

from dataclasses import dataclass
from functools import cached_property

from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block
from consultations.rules.prose import begins_entry, unclosed

LONG = 80
"""Code points. No heading and no line of an address is so long."""


@dataclass(frozen=True)
class Break:
    """What stands on both sides of a break, and what is known of the place."""

    first: Block
    second: Block
    before: str
    """The words of the first block's last piece, one blank for a run of white space."""
    after: str
    """The words of the second block's first piece, likewise."""
    third: str
    """The words of the block after the second."""
    cased: bool
    """Whether paragraphs begin with a capital in this text: then one in lower case is likely
    cut."""
    stopped: bool
    """Whether long paragraphs end with a full stop in this text: then one without it is likely
    cut."""
    numbered: bool
    """Whether nearly every paragraph of this text has a number with several parts."""
    full: bool
    """Whether the last line of the first block had no room for the first word of the second, in a
    text whose lines have one width."""
    over_notes: bool
    """Whether notes stand between the blocks, as at the foot of a page."""
    over_page: bool
    """Whether a page ended here."""
    over_head: bool
    """Whether a running head or a page number stood here."""
    stands_apart: bool
    """Whether an empty line parts the blocks."""
    is_outside: bool
    """Whether the second block begins in the same column as the mark of the first, which is further
    in than the margin: it may go on with an outer item that the first one's list belongs to."""

    @cached_property
    def opened(self) -> str:
        """The bracket or quotation mark that the first block leaves open, or nothing."""
        return unclosed(self.before)

    @cached_property
    def ends(self) -> bool:
        """Whether the first block ends its sentence."""
        return ends_sentence(self.before)

    @property
    def is_long(self) -> bool:
        """Whether the first block is longer than a heading, or a line of an address."""
        return len(self.before) >= LONG

    @property
    def is_lower(self) -> bool:
        """Whether the second block begins with a small letter."""
        return self.after[:1].islower() and not begins_entry(self.after)

    @property
    def last_word(self) -> str:
        """The first block's last word as it is printed."""
        return self.before.rsplit(None, 1)[-1] if self.before else ""

    @property
    def first_word(self) -> str:
        """The second block's first word as it is printed."""
        return self.after.split(None, 1)[0] if self.after else ""
