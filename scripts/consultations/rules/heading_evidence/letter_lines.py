"""Lines that a letter has round its text: to whom it goes, and who signs it."""

from functools import cached_property
from itertools import pairwise

from consultations.english.credit_lines import tells_who
from consultations.english.letter_words import greets
from consultations.model.draft import Block, Draft
from consultations.model.text import lines
from consultations.rules.heading_evidence.preceding import Preceding, is_text
from consultations.rules.heading_evidence.words import has_code, is_capitals, names_section

_IN_CAPITALS = 3
"""This many lines in capitals over texts make such a line a heading where it could be a name."""


class LetterLines:
    """Which lines of a document are of a letter, and so no headings."""

    def __init__(self, draft: Draft) -> None:
        """Find where the first block begins that greets somebody, if any does."""
        self._draft = draft
        greetings = (block.start for block in draft.blocks if greets(draft.read(block)))
        self._salutation = next(greetings, 0)

    def holds(self, block: Block, under: Block, before: Preceding) -> bool:
        """Whether a line stands above the greeting, under the close, or over an address.

        Args:
            block: the line.
            under: the next block.
            before: what stands above the line.
        """
        if before.is_signed:
            return not self._begins_anew(block, under)
        if block.start < self._salutation and not before.is_begun:
            return True
        right_under = len(lines(self._draft.text[block.end : under.start])) <= 2
        return right_under and under.kind == "paragraph" and has_code(self._draft.read(under))

    def _begins_anew(self, block: Block, under: Block) -> bool:
        """Whether a line under the close begins what the letter was sent with.

        It is what a part of many documents is called, or in capitals over a text as others are.
        A name or an office is none, `HONORARY SECRETARY`.
        """
        words = self._draft.read(block)
        if not is_text(self._draft, under) or tells_who(words):
            return False
        return names_section(words) or (is_capitals(words) and self._are_in_capitals)

    @cached_property
    def _are_in_capitals(self) -> bool:
        """Whether some lines in capitals stand over texts."""
        found = sum(
            is_capitals(self._draft.read(block)) and is_text(self._draft, under)
            for block, under in pairwise(self._draft.blocks)
            if block.kind in ("paragraph", "heading")
        )
        return found >= _IN_CAPITALS
