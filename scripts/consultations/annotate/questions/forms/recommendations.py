"""Recommendations and proposals, and the words of each, before its answer begins.

Symptom: "Recommendation 4: The board should light the lamps." and, below it, "Response", or "The
board accepts this recommendation."
Found by: the label, at the beginning of a passage or over it. Its words go on through the items of
a list, what else is in its box, and what still recommends; they end where something replies. A
document answers recommendations if it replies to a third of those that it prints, or to one and
says that it is an answer; or if it names them by their numbers further down.
"Action 12: …", "Policy 3: …" and the like are proposals where two at least of their kind, and half
of them, stand right over words that say whether they are accepted. "Concern 1: …" is a comment
where a passage above the first says that it answers the concerns.
Leaves alone: a report's own recommendations, to which nothing replies; "Recommendations", which
heads a section; a sentence that begins with the word; a plan's actions, over what is planned.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from string import ascii_lowercase

from consultations import patterns as re
from consultations.annotate.questions.acceptance import said_state
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.call_openers import label_of
from consultations.annotate.questions.forms.named_replies import named_calls
from consultations.annotate.questions.replies import (
    is_answer_to_report,
    is_bold,
    is_cited,
    is_reply,
    numbered,
    paragraph_number,
)
from consultations.annotate.questions.stretches import Stretches
from consultations.english.call_labels import (
    CallLabel,
    answer_label,
    call_label,
)
from consultations.english.replies import answered_together, is_short_reply
from consultations.english.sentences import ends_sentence, sentence_ends
from consultations.english.table_heads import kind_of_call
from consultations.model.edition import Edition, Passage, QuestionKind

RULE = "recommendations"

_RECOMMENDS = re.compile(
    r"\b(?:we|I)\s(?:\w+\s)?(?:recommend|urge|call\son|propose)\b", re.IGNORECASE
)
_OUGHT = re.compile(r"^That\b|\b(?:should|must|ought|(?:is|are)\sto|needs?\sto)\b", re.IGNORECASE)
_LONGEST_TITLE = 15
"""In words: more of them are the recommendation itself, and not its title."""
_LEAST_ANSWERED = 1 / 3
_POINT = re.compile(
    r"(?:(?:draft|key|proposed|strategic) )?"
    r"(?:action|aim|commitment|measure|objective|option|policy|principle|priority|standard)",
    re.IGNORECASE,
)
"""What a plan counts: `Action 12: `, `Policy H2: `."""
_ANSWERS = re.compile(
    r"\b(?:answer|address|repl(?:y|ies)|respon[ds])\w*\s(?P<what>(?:[\w’']+\s){1,7}\w+)",
    re.IGNORECASE,
)
"""How it is said what a letter answers: `I answer each of your concerns in turn`."""


def labelled_calls(edition: Edition) -> Iterator[CallForAnswer]:
    """The recommendations and proposals that bear a label, in a document that answers them."""
    passages = edition.passages
    found = list(_labels(passages))
    calls = []
    replied = followed = 0
    stretches = Stretches(passages, {index for index, _ in found})
    numbers = {(index, (label.number or "").rstrip(ascii_lowercase)) for index, label in found}
    over: dict[int, int] = {}
    for index, label in found:
        end = stretches.end(index, index)
        words = _CallWords(passages, index, label, end)
        last, is_replied = words.last
        replied += is_replied
        followed += last + 1 < end
        # What a committee concludes without a number of its own leads to what it recommends below.
        leads = label.what == "conclusion" and (last + 1, label.number or "") in numbers
        if leads:
            over[last + 1] = index
        elif is_replied or label.number or label.what != "conclusion":
            calls.append(replace(words.call(last), over=over.get(index)))
    says_so = followed * 2 >= len(found) and is_answer_to_report(edition)
    if calls and replied >= _least(calls, says_so=says_so):
        yield from calls
    else:
        yield from named_calls(edition, calls)


def _least(calls: Sequence[CallForAnswer], *, says_so: bool) -> float:
    """How many of some calls something replies to in a document that answers them.

    One may be printed in a summary too, where nothing replies.
    """
    different = len({call.number or call.text for call in calls})
    return 1 if says_so else max(1, _LEAST_ANSWERED * different)


def _labels(passages: Sequence[Passage]) -> Iterator[tuple[int, CallLabel]]:
    """The labels of calls; those of several at once that say what becomes of them are none."""
    for index, passage in enumerate(passages):
        may_call = passage.kind in ("heading", "paragraph", "list_item", "blockquote")
        label = call_label(passage.text) if may_call else None
        if label is None or (
            answered_together(passage.text) and said_state(passage.text[label.end :])
        ):
            continue
        counted = passage.marker if label.number is None and passage.kind == "list_item" else None
        is_count = counted is not None and counted.isalnum()  # 1a. Recommendation: Light the lamps
        yield index, label._replace(number=counted) if is_count else label


def point_calls(edition: Edition, *, fewest: int) -> Iterator[CallForAnswer]:
    """The counted points of a plan that a document accepts, supports or rejects, one by one.

    Args:
        edition: in which they stand.
        fewest: of one kind that are accepted or rejected in so many words.
    """
    found: dict[str, list[tuple[CallForAnswer, bool]]] = {}
    for head, call, is_accepted in _points(edition.passages):
        found.setdefault(head, []).append((call, is_accepted))
    for calls in found.values():
        accepted = sum(is_accepted for _, is_accepted in calls)
        if accepted >= fewest and accepted * 2 >= len(calls):
            yield from (call for call, _ in calls)


def _points(passages: Sequence[Passage]) -> Iterator[tuple[str, CallForAnswer, bool]]:
    """What is counted, by its name, with whether it is accepted or was said to be answered."""
    told: set[str] = set()
    for index, (passage, below) in enumerate(pairwise(passages)):
        label = label_of(passage.text) if passage.kind in ("heading", "paragraph") else None
        kind = _kind_of_point(label.head) if label else None
        if kind and label and label.number and not label.is_whole:
            head, words = label.head.casefold(), passage.text[label.end :]
            is_accepted = said_state(below.text) is not None or is_short_reply(below.text)
            call = CallForAnswer(index, index, label.number, words, RULE, kind)
            yield head, call, is_accepted or f"{head}s" in told
        else:
            told.update(
                w for said in _ANSWERS.findall(passage.text) for w in said.casefold().split()
            )


def _kind_of_point(head: str) -> QuestionKind | None:
    if _POINT.fullmatch(head):
        return "proposal"
    return "comment" if kind_of_call(head) == "comment" else None


@dataclass(frozen=True)
class _CallWords:
    """Looks for the end of one call's words."""

    passages: Sequence[Passage]
    start: int
    label: CallLabel
    end: int
    """Where the stretch ends in which both it and its answer stand."""

    @property
    def last(self) -> tuple[int, bool]:
        """The index of the last passage of its words; whether something replies after it."""
        last = self.start
        for index in range(self.start + 1, self.end):
            passage = self.passages[index]
            if not (self._is_one_with(passage, last) or self._goes_on(passage, last)):
                return last, any(is_reply(p) for p in self.passages[index : self.end])
            last = index
        return last, False

    def _is_one_with(self, passage: Passage, last: int) -> bool:
        """Whether the form of a passage says that it belongs to those of the call up to `last`."""
        if passage.kind == "heading" or answer_label(passage.text) is not None:
            return False
        if last == self.start and self.label.end == len(self.passages[last].text):
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
        """Whether a passage is in the box, the type or the row of numbers of the call's first."""
        first = self.passages[min(self.start + 1, last)]
        alike = passage.kind == first.kind == "blockquote" or (is_bold(passage) and is_bold(first))
        if alike and not is_reply(passage):
            return True
        is_numbered = last > self.start and paragraph_number(first)
        return bool(is_numbered and paragraph_number(passage))

    def _goes_on(self, passage: Passage, last: int) -> bool:
        """Whether the words of a passage still recommend."""
        if passage.kind == "heading" or is_reply(passage):
            return False
        if _RECOMMENDS.search(passage.text):
            return True
        # After a title, or words that lead on to more, what ought to be is still its own.
        said = self.passages[self.start].text[self.label.end :]
        is_whole = (
            ends_sentence(said)
            or is_cited(said)
            or _OUGHT.search(said)
            or len(said.split()) > _LONGEST_TITLE
        )
        is_open = said.endswith(":") or not is_whole
        return is_open and (last == self.start or bool(_OUGHT.search(passage.text)))

    def call(self, last: int) -> CallForAnswer:
        """What was found, with its words run together."""
        more = map(numbered, self.passages[self.start + 1 : last + 1])
        parts = (self.passages[self.start].text[self.label.end :], *more)
        text = " ".join(filter(None, parts)) or self.passages[self.start].text
        # The state may have been run into the recommendation: "… by May. The board accepts this."
        *_, (cut, begin) = ((0, 0), *sentence_ends(text))
        state = said_state(text[begin:]) if begin else None
        text = text[:cut] if state else text
        number = self.label.number
        printed = paragraph_number(self.passages[self.start + 1]) if last > self.start else None
        if not parts[0] and printed and (not number or "." in printed[1]):
            # Under a label with a number it is that of a paragraph of the report: 3.41.
            number, text = number or printed[1], text[printed.end() :]
        kind: QuestionKind = "proposal" if self.label.what == "proposal" else "recommendation"
        return CallForAnswer(self.start, last, number, text, RULE, kind, state=state)
