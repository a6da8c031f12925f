"""What stands before a line, as far as it tells whether the line is a heading."""

from dataclasses import dataclass

from consultations import patterns as re
from consultations.english.call_labels import answer_label
from consultations.english.credit_lines import tells_who
from consultations.english.dates import begins_diary_entry
from consultations.english.letter_words import closes_letter
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, Draft
from consultations.model.text import lines
from consultations.rules.author_lines import names_person
from consultations.rules.form_lines import asks, is_counted, is_field
from consultations.rules.heading_evidence.clauses import is_broken
from consultations.rules.heading_evidence.lead_ins import LIST_NAME
from consultations.rules.heading_evidence.words import (
    LONGEST,
    SENTENCE_INSIDE,
    has_code,
    is_person,
    names_section,
)
from consultations.rules.prose import is_credited, is_quotation

FEW = 7
"""Words of a sentence that may be on a cover: `Printed on paper that was used before.`"""
_LABEL = 3
"""Most words of a label with a colon, which is no text: `In attendance:`."""
_AGED = re.compile(r"\A[^\W\d_a-z][^\d]{0,40}[,(] ?(?:aged )?\d{1,2}\b(?! [A-Z][a-z])")
"""A name and an age, as studies print under what somebody said: `Kit, 19, Upper Lock`."""
_LETTERS = re.compile(
    r",?\s+(?:[A-Z]\.?[A-Za-z]?\.?){2,5}\Z|\A(?:The\s)?(?:Rt\.?\s|Right\s)?Hon(?:ou?rable|\.)?\s"
)
"""What stands behind a name, or before one: `Ann Ferry, M.P.`, `The Honourable Ann Ferry`."""
_ROLE = re.compile(r"\s*\([^()]{1,60}\)")
"""What stands in brackets behind a name: `Ann Ferry (Upper Quay) (Chair)`."""


@dataclass
class Preceding:
    """What stands before a line: it is told of each block as the document is read."""

    draft: Draft
    last: str = ""
    """The words of the last block."""
    is_begun: bool = False
    """Whether a sentence came, or what parts of documents are called: the cover is passed."""
    asked: str = ""
    """The question that the last heading is; empty where it is none."""
    is_answered: bool = False
    """Whether a text came after that question."""
    in_form: bool = False
    """Whether the last block was a field of a form."""
    quoted: Block | None = None
    """The last block, where it is a quotation that stands alone."""
    is_set_apart: bool = False
    """Whether the last block was set apart as a quotation, with marks or without."""
    leads_on: bool = False
    """Whether the last block was the beginning of a sentence that breaks off."""
    is_put: bool = False
    """Whether the last block ended in a question mark."""
    under_title: bool = False
    """Whether nothing but short lines came since the title, among which its authors are named."""
    is_signed: bool = False
    """Whether a letter has been closed, so that what follows says who signs it, and from where."""

    def note(self, block: Block) -> None:
        """Take notice of a block that has been read."""
        self.last = words = self.draft.read(block)
        self._note_form(block, words)
        is_sentence = ends_sentence(words) and len(words.split()) > FEW
        is_title = block.kind == "heading" and block.level == 1
        self.under_title = is_title or (
            self.under_title and block.kind == "paragraph" and not is_sentence
        )
        self.is_signed = closes_letter(words) or (
            self.is_signed and block.kind == "paragraph" and not is_sentence
        )
        if block.kind == "heading":
            self.is_begun = self.is_begun or names_section(words)
            self.asked = words if words.rstrip("”\"'’) ").endswith("?") else ""
            self.is_answered = False
        elif is_text(self.draft, block):
            self.is_answered = True
            self.is_begun = self.is_begun or len(words.split()) > FEW

    def _note_form(self, block: Block, words: str) -> None:
        """Take notice of what the last block is by itself: a field, a quotation, a question."""
        self.in_form = block.kind == "paragraph" and is_field(words)
        is_prose = block.kind in ("paragraph", "list_item") and len(words.split()) > LIST_NAME
        is_quoted = block.kind in ("paragraph", "blockquote") and is_quotation(words)
        self.quoted = block if is_quoted else None
        self.is_set_apart = block.kind == "blockquote"
        self.leads_on = is_prose and is_broken(words) and words[-1].isalpha()
        self.is_put = asks(words) or ("?" in words and is_counted(words))

    def is_credit(self, block: Block, words: str) -> bool:
        """Whether a line under a quotation says whose words it has: right there, by age, or as one.

        A quotation is no text that a heading ends: `Kit, 19` under one is never a heading.
        """
        if names_section(words):
            return False  # `Foreword` under a motto
        if self.quoted is None:
            return self.is_set_apart and tells_who(words)
        right_under = len(lines(self.draft.text[self.quoted.end : block.start])) <= 2
        return right_under or _AGED.search(words) is not None or tells_who(words)

    def is_signature(self, words: str, under: Block) -> bool:
        """Whether a line is a name, or stands under one, and over no text: it closes a foreword."""
        named = any(is_person(_LETTERS.sub("", line)) for line in (words, self.last))
        return named and not is_text(self.draft, under)

    def is_listed_name(self, words: str) -> bool:
        """Whether a line is a person's name under another one, or under what announces it.

        Under the title it says who wrote what follows, perhaps with an office.
        """
        if self.under_title and names_person(words):
            return True
        announced = self.last.endswith(":") or is_person(_ROLE.sub("", self.last))
        return announced and is_person(_ROLE.sub("", words))

    @property
    def is_labelled(self) -> bool:
        """Whether the last block is a label alone, whose value the line is: `In attendance:`."""
        return self.last.endswith(":") and len(self.last.split()) <= _LABEL

    def is_form_field(self, words: str, under: Block) -> bool:
        """Whether a line is a field of a form, beside another one or under an answer's label.

        What asks has no value.
        """
        if words.endswith("?"):
            return False
        is_form = self.in_form or is_field(self.draft.read(under))
        is_form = is_form or answer_label(self.last) == len(self.last)
        return is_form and is_field(words)


def is_text(draft: Draft, block: Block) -> bool:
    """Whether a block is more than a line that could be a heading itself."""
    if block.kind not in ("heading", "paragraph"):
        return True
    words = draft.read(block)
    is_quoted = is_quotation(words) or is_credited(words)
    leads_on = words.endswith(":") and len(words.split()) > _LABEL
    is_whole = ends_sentence(words) or leads_on or is_quoted or begins_diary_entry(words)
    holds_sentence = SENTENCE_INSIDE.search(words) is not None and not has_code(words)
    is_long = len(words.split()) > LONGEST or holds_sentence
    return block.kind == "paragraph" and (is_whole or is_long) and not draft.is_bold(block)
