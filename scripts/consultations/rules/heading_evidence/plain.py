"""Headings in plain type, which nothing marks but where they stand.

A short line is a heading by its place: over a text. Brevity alone makes nothing a heading, since a
cover, a form, a signature and the answers to a questionnaire are all short lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from consultations import patterns as re
from consultations.english.call_labels import answer_label
from consultations.english.outcome_labels import says_proposed
from consultations.english.replies import is_short_reply
from consultations.model.draft import Block, Draft
from consultations.model.text import letters, lines, skip_blanks
from consultations.rules.heading_evidence.lead_ins import INITIALS, LABEL, leads_into
from consultations.rules.heading_evidence.letter_lines import LetterLines
from consultations.rules.heading_evidence.preceding import FEW, Preceding, is_text
from consultations.rules.heading_evidence.sisters import (
    asked_titles,
    counted_lines,
    heads_of_notes,
    short_forms,
    short_lines_over_text,
    stopped_titles,
    years_over_text,
)
from consultations.rules.heading_evidence.speech import is_record_of_speech, speaking_lines
from consultations.rules.heading_evidence.title_page import is_date
from consultations.rules.heading_evidence.words import (
    can_be_heading,
    is_capitals,
    is_person,
    names_annex,
    names_back_matter,
    names_section,
)
from consultations.rules.heading_evidence.wrapped import is_wrapped
from consultations.rules.layout import heading_letters
from consultations.rules.line_widths import block_lines, usual_width
from consultations.rules.numbering import names_part, read_number
from consultations.rules.prose import announces_names

_MARKED = 2
"""This many headings with marks show that a document marks all of them."""
_PARTS_OVER_TEXT = 3
"""Blocks under the name of a part of which one is a text; the others are headings in it."""
_ROW = re.compile(
    r"""
    (?! [\w-]+ \s \d{1,2} \Z )                                   # not Session 3
    [^\W\d] .{1,80} [^\W\d] [)*]{0,3} (?<!\bof) \s
    (?! (?:1[5-9]|20)\d\d \Z )                                   # not Review 1902
    \(? [£$€]? \d[\d,.]{0,12} \s?%? \)?
    """,
    re.VERBOSE,
)
"""A row of two cells: `Keepers of lamps 79`, `Oil (in tons) £1,200`."""


@dataclass
class HeadingEvidence:
    """What one document shows of its headings."""

    draft: Draft
    sentences: frozenset[str]
    """The letters of the short blocks that end a sentence.

    The same words without their full stop are no heading.
    """
    listed: frozenset[str]
    """The letters of the entries of the contents list, with and without their numbers."""
    marked: int
    """How many headings have marks of the source's own."""
    is_marked: bool
    """Whether the source marks its headings, so that a plain line is none."""
    is_speech: bool
    """Whether it is a record of what people said, so that a question is none of its headings."""
    speakers: frozenset[int]
    """Where blocks begin that are the name of who speaks in the next one."""
    repeated: frozenset[str]
    """The letters of the short lines that stand over a text more than once."""
    titled: frozenset[int]
    """Where lines begin that their sisters show to be headings: those that a full stop ends, as old
    printers set them, those that are counted at their end, the years of a chronology, questions
    between marked headings; and the one that the notes under it show to be theirs."""
    enumerated: frozenset[int]
    """Where lines begin that are counted at their end, right under one another."""
    short_forms: frozenset[int]
    """Where the entries of a list of abbreviations begin."""
    letter: LetterLines
    """What is printed round a letter, where there is one."""
    before: Preceding
    """What stands before the line that is asked about, which whoever asks keeps up to date."""

    def is_heading(self, block: Block, following: Sequence[Block]) -> bool:
        """Whether a line of plain type is a heading.

        Args:
            block: the line.
            following: the next blocks; there is one at least.
        """
        words = self.draft.read(block)
        if self.before.leads_on:
            return False
        if letters(words) in self.listed and not words.endswith((".", ":", ";")):
            return True
        is_row = block.start in self.enumerated or self._is_row(words, following[0])
        if is_row or self._is_other(block, words, following):
            return False
        is_firm = (is_capitals(words) and not self._is_of_cover(following)) or names_annex(words)
        # A program that marks headings may leave out the title, which it has elsewhere.
        if is_firm or (self.is_marked and block is not self.draft.blocks[0]):
            return is_firm
        if letters(words) in self.repeated and self._stands_out(following[0]):
            return True  # as where it stands over a text: here the text is empty
        return self._is_over_text(block, following) and not self._ends_page(block, following[0])

    def _is_of_cover(self, following: Sequence[Block]) -> bool:
        """Whether a line before the first sentence has no text near below, and no marked heading.

        A cover may be in capitals.
        """
        near = following[:2]
        is_near = any(is_text(self.draft, block) or self._stands_out(block) for block in near)
        return not (self.before.is_begun or is_near)

    def _is_other(self, block: Block, words: str, following: Sequence[Block]) -> bool:
        """Whether a block is known for something that is no heading."""
        written = self.draft.text[block.start : block.end].strip()
        return (
            ("\n" in written and not is_wrapped(self.draft, block, following[0], self._width))
            or self._is_said(words)
            or (leads_into(self.draft, words, following) and not names_section(words))
            or self.before.is_credit(block, words)
            or self.before.is_form_field(words, following[0])
            or self._is_answer(words)
            or self.letter.holds(block, following[0], self.before)
            or self.before.is_signature(words, following[0])
            or self.before.is_listed_name(words)
            or (self.before.is_labelled and not is_capitals(words))
            or block.start in self.speakers | self.short_forms
            or self._is_labelled(block, words)
        )

    def _is_row(self, words: str, under: Block) -> bool:
        """Whether a line and the one beside it end in figures, as rows do that lost their table."""
        beside = (self.before.last, self.draft.read(under))
        return _ends_in_figures(words) and any(map(_ends_in_figures, beside))

    def _is_labelled(self, block: Block, words: str) -> bool:
        """Whether a label stands before a name, or what is set right: `ACTION: Ann Moss`, `AM`."""
        label = LABEL.match(words)
        if label is None:
            return False
        named = words[label.end() :]
        is_name = is_person(named) or INITIALS.fullmatch(named) is not None
        return is_name or self._is_set_right(block)

    @cached_property
    def _width(self) -> int | None:
        """How long the lines of paragraphs are, where the page has broken them."""
        prose = (block for block in self.draft.blocks if block.kind in ("paragraph", "list_item"))
        return usual_width(block_lines(self.draft, block) for block in prose)

    def _is_set_right(self, block: Block) -> bool:
        """Whether a line stands in the right half of the page alone, as an order in minutes does.

        What is set in the middle of a page begins in the left half. A heading may be set right too,
        but has no label.
        """
        column = self.draft.locate(skip_blanks(self.draft.text, *block.spans[0])).column - 1
        return column * 2 > self._widest

    @cached_property
    def _widest(self) -> int:
        """How long the longest line of the source is."""
        text = self.draft.source.text
        return max((end - start for start, end in lines(text)), default=0)

    def _is_said(self, words: str) -> bool:
        """Whether a line is a sentence, a cover's date, or a question that somebody was asked.

        So is the one under `What we asked`.
        """
        is_date_of_cover = is_date(words) and not self.before.is_begun
        is_asked = words.endswith("?") and (self.is_speech or says_proposed(self.before.last))
        is_sentence = letters(words) in self.sentences or not can_be_heading(words)
        return is_date_of_cover or is_asked or is_sentence

    def _is_answer(self, words: str) -> bool:
        """Whether a line stands under a numbered question, where a form has its answers.

        Under any question, and under `Response`, a line such as `Yes` is one. What a form prints
        under several questions is a heading there.
        """
        if is_short_reply(words) and (
            self.before.is_put or answer_label(self.before.last) is not None
        ):
            return True
        is_answered = self.before.last != self.before.asked
        if _heads_part(words) or (is_answered and names_back_matter(words)):
            return False  # `Next steps` under the last question
        asked = self.before.asked or (self.before.last if self.before.is_put else "")
        ends_answer = is_capitals(words) and len(words.split()) > 1
        if self.before.is_answered and (ends_answer or names_annex(words)):
            return False  # `ABOUT THE GUILD` under the last answer
        is_numbered = bool(asked) and read_number(asked) is not None
        return is_numbered and letters(words) not in self.repeated

    def _ends_page(self, block: Block, under: Block) -> bool:
        """Whether a line of some words is the last of its page, where printers put no heading."""
        apparatus, source = self.draft.apparatus, self.draft.source.text
        _, start = apparatus.source_interval(*block.spans[-1])
        end, _ = apparatus.source_interval(*under.spans[0])
        return "\f" in source[start:end] and len(self.draft.read(block).split()) > FEW

    def _is_over_text(self, block: Block, following: Sequence[Block]) -> bool:
        """Whether a text stands under a line: right there, or under a heading that does.

        Before the first sentence of a document, and between a question and its answer, the text
        must stand right under the line; under one that names a part, as many have it, parts of the
        part may stand first.
        """
        heading, under = self.draft.read(block), self.draft.read(following[0])
        if self._is_text(following[0]) or announces_names(heading):
            return True
        if names_section(heading):
            near = following[: 1 if self.before.is_begun else _PARTS_OVER_TEXT]
            if near[0].kind == "heading" or any(is_text(self.draft, one) for one in near):
                return True
        if not self.before.is_begun or (self.before.asked and not self.before.is_answered):
            return False
        if self._stands_out(following[0]) or is_capitals(under) or under.endswith("?"):
            return True
        return len(following) > 1 and is_text(self.draft, following[1])

    def _is_text(self, block: Block) -> bool:
        """Whether a block is a text, or a heading that its sisters tell, which is over one."""
        return block.start in self.titled or is_text(self.draft, block)

    def _stands_out(self, block: Block) -> bool:
        """Whether a block is a heading by its marks, in bold type, or by its sisters."""
        is_titled = block.start in self.titled
        return is_titled or block.kind == "heading" or self.draft.is_bold(block)


def _ends_in_figures(words: str) -> bool:
    """Whether words have an amount behind them that does not count them: not in `Annex 3`."""
    return _ROW.fullmatch(words) is not None and not names_part(words)


def _heads_part(words: str) -> bool:
    """Whether a line is the name of a part, or says that what was asked stands under it."""
    return names_section(words) or says_proposed(words)


def read(draft: Draft) -> HeadingEvidence:
    """What a whole document shows of its headings, before any block of it has been read."""
    texts = (draft.read(block) for block in draft.blocks if block.end - block.start < 200)
    sentences = frozenset(letters(text) for text in texts if text.endswith((".", "!")))
    over = short_lines_over_text(draft)
    repeated = frozenset(words for words, count in over.items() if count > 1)
    marked = sum(block.level is not None for block in draft.blocks)
    # Site furniture may bear marks where the headings of the text have lost theirs.
    is_marked = marked >= _MARKED and marked >= over.total()
    speakers = speaking_lines(draft)
    counted = counted_lines(draft)
    is_speech = bool(speakers) or is_record_of_speech(draft)
    asked = frozenset() if is_speech or not is_marked else asked_titles(draft)
    return HeadingEvidence(
        draft,
        sentences,
        heading_letters(draft.contents),
        marked,
        is_marked,
        is_speech,
        speakers,
        repeated,
        stopped_titles(draft)
        | counted.titles
        | years_over_text(draft)
        | asked
        | heads_of_notes(draft),
        counted.entries,
        short_forms(draft),
        LetterLines(draft),
        Preceding(draft),
    )
