"""A stretch of a passage that somebody may have said, and how the words around it present it."""

import re
from dataclasses import dataclass

from consultations.english.saying import SAYING
from consultations.english.sentences import sentence_start
from consultations.model.edition import Passage
from consultations.model.text import Interval

_REPORTING = re.compile(rf"\b{SAYING}\b")
_IT_WAS_SAID = re.compile(rf"[\"'”’»]?,?\s*it was {SAYING}\b")
_SAID_BY = re.compile(rf"[\"'”’»]?,?\s{SAYING}\s(?:one|the|another|an?|[A-Z])\b")
_SAYING = re.compile(rf"\b{SAYING}(?:\s(?:that|as|it|how|us|him|her|them))?[:,]?\s*$")
_PASSIVE = re.compile(rf"\b(?:was|were|is|are|been|be)\s(?:\w+\s)?{SAYING}\b")
_FEW_WORDS = 5
"""A quotation of fewer needs a verb of saying right before it."""
_MANY_WORDS = 8
_VERB_TO_MARK_WORDS = 3


@dataclass(frozen=True)
class Quoted:
    """A stretch of a passage, between quotation marks or set as a block."""

    passage: Passage
    start: int
    end: int

    @property
    def outer(self) -> Interval:
        """With its marks."""
        return max(0, self.start - 1), min(len(self.passage.text), self.end + 1)

    @property
    def words(self) -> list[str]:
        """What is said, between blanks."""
        return self.passage.text[self.start : self.end].split()

    @property
    def short(self) -> bool:
        """Whether it is so short that it is hardly more than a word."""
        return len(self.words) < _FEW_WORDS

    @property
    def long(self) -> bool:
        """Whether it is so long that it is somebody's, even where nobody is said to say it."""
        return len(self.words) >= _MANY_WORDS

    @property
    def lead(self) -> str:
        """The words of its sentence before it."""
        text = self.passage.text
        return text[sentence_start(text, self.outer[0]) : self.outer[0]]

    @property
    def reported(self) -> bool:
        """Whether a verb of saying stands right before it, or its speaker right after."""
        before = self.lead[-40:]
        if self.short:
            return bool(_SAYING.search(before) or _SAID_BY.match(self.passage.text, self.end))
        verbs = list(_REPORTING.finditer(before))
        between = before[verbs[-1].end() :] if verbs else ""
        if verbs and len(between.split()) < _VERB_TO_MARK_WORDS:
            return not re.search(r"[\"'”’]", between.rstrip("\"'“‘ "))
        return self.said_by_nobody or bool(_SAID_BY.match(self.passage.text, self.end))

    @property
    def said_by_nobody(self) -> bool:
        """Whether words such as "it was said" follow it."""
        return bool(_IT_WAS_SAID.match(self.passage.text, self.end))

    @property
    def felt(self) -> bool:
        """Whether it stands in a report of what unnamed people feel or say."""
        return bool(_PASSIVE.search(self.lead))
