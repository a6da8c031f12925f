"""Where the words of a call end, and the reply to them begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from consultations import patterns as re
from consultations.annotate.questions.acceptance import said_state
from consultations.annotate.questions.replies import (
    is_cited,
    is_reply,
    paragraph_number,
)
from consultations.english.call_labels import answer_label
from consultations.english.sentences import ends_sentence
from consultations.model.edition import Passage

_RECOMMENDS = re.compile(
    r"\b(?:we|I)\s(?:\w+\s)?(?:recommend|urge|call\son|propose)\b", re.IGNORECASE
)
_OUGHT = re.compile(r"^That\b|\b(?:should|must|ought|(?:is|are)\sto|needs?\sto)\b", re.IGNORECASE)
_LONGEST_TITLE = 15
"""Words. A longer first passage is the call itself, and not its title."""


@dataclass(frozen=True)
class CallWords:
    """Looks for the end of one call's words."""

    passages: Sequence[Passage]
    start: int
    begin: int
    """Where its words begin in its first passage, behind a label."""
    end: int
    """Where the stretch ends that holds both the call and its answer."""

    @property
    def last(self) -> tuple[int, bool]:
        """The index of the last passage of its words, and whether a reply follows."""
        last = self.start
        for index in range(self.start + 1, self.end):
            passage = self.passages[index]
            if not (self._is_one_with(passage, last) or self._goes_on(passage, last)):
                return last, any(is_reply(p) for p in self.passages[index : self.end])
            last = index
        return last, False

    def _is_one_with(self, passage: Passage, last: int) -> bool:
        """Whether a passage belongs by its form to the call, whose words reach up to `last`."""
        if passage.kind == "heading" or answer_label(passage.text) is not None:
            return False
        if last == self.start and self.begin == len(self.passages[last].text):
            return not said_state(passage.text)  # nothing but the label has been read
        before = self.passages[last]
        if before.text.rstrip().endswith((":", ";", ",", " or", " and", "–", "—")):
            return True
        # The board should ¶ a) light the piers ¶ b) …
        goes_on = before.kind == "list_item" or not ends_sentence(before.text)
        if passage.kind == "list_item" and last > self.start and goes_on:
            return True
        return self._is_like_first(passage, last)

    def _is_like_first(self, passage: Passage, last: int) -> bool:
        """Whether a passage has the box, type or kind of number of the call's first one."""
        first = self.passages[min(self.start + 1, last)]
        are_bold = "strong" in passage.types and "strong" in first.types
        alike = passage.kind == first.kind == "blockquote" or are_bold
        if alike and not is_reply(passage):
            return True
        is_numbered = last > self.start and paragraph_number(first)
        return bool(is_numbered and paragraph_number(passage))

    def _goes_on(self, passage: Passage, last: int) -> bool:
        """Whether the words of a passage go on recommending."""
        if passage.kind == "heading" or is_reply(passage):
            return False
        if _RECOMMENDS.search(passage.text):
            return True
        # After a title, or words that lead on to more, what ought to be is still its own.
        said = self.passages[self.start].text[self.begin :]
        is_whole = (
            ends_sentence(said)
            or is_cited(said)
            or _OUGHT.search(said)
            or len(said.split()) > _LONGEST_TITLE
        )
        is_open = said.endswith(":") or not is_whole
        return is_open and (last == self.start or bool(_OUGHT.search(passage.text)))
