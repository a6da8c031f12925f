"""A block of the body among the others, and whether what follows may be what it announces."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from consultations import patterns as re
from consultations.english.printed_questions import asked_in_print
from consultations.english.replies import answered_together
from consultations.english.small_words import OPENERS, PREPOSITIONS
from consultations.model.draft import Block, Draft
from consultations.model.text import skip_blanks
from consultations.rules.announced import holds_address, leads_to_quotation, leads_to_words
from consultations.rules.heading_evidence.clauses import is_broken
from consultations.rules.heading_evidence.words import is_caption
from consultations.rules.prose import SPEAKER

_NUMBERED = re.compile(r"[^\W\d_]{1,20}\s?\d{1,3}\b")
"""A label and a number at the beginning: `Question 4`, `R12`."""
_FIRST = re.compile(r"(?:the first|first(?:ly)?|one|to begin with)\b", re.IGNORECASE)
"""The beginning of the first of several paragraphs: `First, the lamps`."""
_EVIDENCE_WORDS = 12
"""Words that are shown of the end of a block, as evidence."""
_LONG_PARAGRAPH = 15
"""Words. A shorter paragraph after a colon may be what the colon announced."""
_LABEL = 4
"""Words. What is so short is a label, or a title in a list of titles."""
_SISTERS = 4
"""Items before and after that show whether the list has marks at the ends of its items."""
_MOST_TOGETHER = 8
"""Blocks under a question, headings of further questions, among which one answer to all may
stand."""
_MAY_END = PREPOSITIONS | {"that", "these", "this", "those"}
"""Small words that may end a clause in lists: `what they live on`, `a book of all this`."""
_FIGURES = re.compile(r"\d{1,3}(?:\.\d{1,3})*")


@dataclass(frozen=True)
class BodyBlock:
    """A block of the body, among the others."""

    draft: Draft
    body: Sequence[Block]
    index: int

    @property
    def block(self) -> Block:
        """The block."""
        return self.body[self.index]

    @property
    def following(self) -> Block | None:
        """The block after it; None at the end."""
        return self.body[self.index + 1] if self.index + 1 < len(self.body) else None

    @cached_property
    def words(self) -> str:
        """The words of the block."""
        return self.draft.read(self.block)

    @cached_property
    def next_words(self) -> str:
        """The words of what follows."""
        return self.draft.read(self.following) if self.following else ""

    @property
    def end(self) -> str:
        """The last words of the block, as evidence."""
        return " ".join(self.words.split()[-_EVIDENCE_WORDS:])

    @property
    def is_long(self) -> bool:
        """Whether the block is more than a label or a title."""
        return len(self.words.split()) > _LABEL

    @property
    def leads_on(self) -> bool:
        """Whether the block announces something with a colon."""
        is_text = self.block.kind == "paragraph" and not self.block.keeps_lines
        return self.words.endswith(":") and is_text and self.is_long

    @property
    def breaks_off(self) -> bool:
        """Whether the block ends with a word that ends no sentence, and does not lead to a list."""
        prose = self.block.kind in ("paragraph", "list_item")
        mark = self.words.endswith((",", "/", "-", "–", "—", "("))
        if not (prose and self.is_long) or mark or not is_broken(self.words):
            return False
        if self._may_be_stranded:
            return False
        return not (self._leads or leads_to_words(self.words) or is_caption(self.words))

    @property
    def _may_be_stranded(self) -> bool:
        """Whether a small word may end an item of a list whose items have no mark at their ends.

        `– where the rain comes in`: a clause may end so, and no full stop can show that it does.
        """
        if self.block.kind != "list_item" or self.words.rsplit(None, 1)[-1] not in _MAY_END:
            return False
        before = self.body[max(0, self.index - _SISTERS) : self.index][::-1]
        after = self.body[self.index + 1 : self.index + 1 + _SISTERS]
        sisters = [
            self.draft.read(other)
            for side in (before, after)
            for other in takewhile(lambda block: block.kind == "list_item", side)
        ]
        return bool(sisters) and not any(words[-1] in ".;,!?" for words in sisters)

    @property
    def _leads(self) -> bool:
        """Whether what breaks off leads to the list or table after it, or to the next item."""
        if self.following is None or self.following.kind not in ("list_item", "table"):
            return False
        if self.block.kind != "list_item":
            return True
        deeper = (self.following.depth or 1) > (self.block.depth or 1)
        return deeper or self.words.rsplit(None, 1)[-1].lower() in ("and", "or", "but")

    @property
    def may_go_on(self) -> bool:
        """Whether what follows may be the rest of a sentence that breaks off: no new one begins."""
        if self.following is None or self.following.kind == "list_item" or self._is_heading:
            return False
        return self.next_words.split(None, 1)[0].strip("“‘\"'(").lower() not in OPENERS

    @property
    def _is_heading(self) -> bool:
        """Whether a heading follows that the source marks as one."""
        if self.following is None or self.following.kind != "heading":
            return False
        apparatus = self.draft.apparatus
        start = apparatus.source_interval(*self.following.spans[0])[0]
        line = self.draft.source.text.rfind("\n", 0, start) + 1
        return any(e.kind == "markup" for e in apparatus.between(line, start))

    @property
    def is_unanswered(self) -> bool:
        """Whether the block is a question that the document answers, and the next follows it."""
        block, following = self.block, self.following
        if block.kind != "heading" or self.draft.source.record.responds_to is None:
            return False
        is_next = following is None or (
            following.kind == "heading" and (following.level or 1) <= (block.level or 1)
        )
        return is_next and self.words.endswith("?") and not self._is_answered_below

    @property
    def _is_answered_below(self) -> bool:
        """Whether the answer to one of the next questions says that it answers this one too."""
        near = self.body[self.index + 1 : self.index + 1 + _MOST_TOGETHER]
        answer = next((block for block in near if block.kind != "heading"), None)
        numbers = answered_together(self.draft.read(answer)) if answer else None
        own = _FIGURES.search(self.words)
        is_named = own is not None and numbers is not None and own[0] in numbers
        return numbers == frozenset() or is_named

    @property
    def is_bare(self) -> bool:
        """Whether what follows a colon cannot be what the colon announces."""
        block = self.following
        if block is None:
            return True
        if block.kind == "heading":
            return not (self._leads_to_headings or _NUMBERED.match(self.next_words))
        if block.kind != "paragraph" or not self.next_words[:1].isupper() or self._is_indented:
            return False
        if _NUMBERED.match(self.next_words) or _FIRST.match(self.next_words):
            return False
        if self.leads_to_address or asked_in_print(self.next_words):
            return False
        if SPEAKER.match(self.next_words) or self._leads_to_group:
            return False
        if self.next_words.endswith(":"):
            return True
        is_prose = len(self.next_words.split()) >= _LONG_PARAGRAPH
        return is_prose and not leads_to_quotation(self.words)

    @property
    def _leads_to_group(self) -> bool:
        """Whether a short label follows that has a list under it, as each group of a list has."""
        following = BodyBlock(self.draft, self.body, self.index + 1)
        under = following.following
        is_label = following.words.endswith(":") and len(following.words.split()) <= _LABEL
        return is_label and under is not None and under.kind == "list_item"

    @property
    def _leads_to_headings(self) -> bool:
        """Whether a list of headings follows: two of one depth, deeper than the one above."""
        levels = [block.level or 1 for block in self.body[self.index + 1 :] if block.level]
        above = next((b.level for b in self.body[self.index :: -1] if b.level), 0)
        sister = next((level for level in levels[1:] if level <= levels[0]), 0)
        return levels[0] > (above or 0) and sister == levels[0]

    @property
    def _is_indented(self) -> bool:
        """Whether what follows is indented more than the block, as a block quotation is."""
        return self.following is not None and self._indent(self.following) > self._indent(
            self.block
        )

    def _indent(self, block: Block) -> int:
        return self.draft.locate(skip_blanks(self.draft.text, *block.spans[0])).column

    @property
    def leads_to_address(self) -> bool:
        """Whether an address stands at the beginning of what follows."""
        return holds_address(self.next_words[:80]) or (
            self.words.endswith(":") and self._follows_headings
        )

    @property
    def _follows_headings(self) -> bool:
        following = self.following
        return following is not None and following.kind == "heading" and self._leads_to_headings

    @property
    def has_address(self) -> bool:
        """Whether an address, or words that lead to one, stand in the block."""
        return holds_address(self.words) or any(
            start <= link.start < end
            for start, end in self.block.spans
            for link in self.draft.links
        )
