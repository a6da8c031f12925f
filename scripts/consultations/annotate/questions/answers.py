"""How far an answer runs, and where in its stretch it begins.

Symptom: passages under a question, up to the next one; under a recommendation and "Response".
Found by: the stretch between what calls for an answer and the next call, the end of its section, or
the words with which a document closes, or the next chapter of its numbered paragraphs. The answer
begins after the label or sub-heading on top; of what was received and what was decided, with the
decision.
Leaves alone: notes and references; whatever stands after "Contact:", "Yours sincerely", and the
next answers of a file of many ("Respondent No: 15").
"""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from consultations import patterns as re
from consultations.annotate.questions.closings import closes, ends_answers
from consultations.annotate.questions.replies import numbered
from consultations.english.call_labels import (
    answer_label,
    is_answer_label,
    is_prompt,
    says_decided,
    says_received,
    says_replied,
)
from consultations.english.replies import is_short_reply, opens_reply
from consultations.english.stage_directions import is_direction
from consultations.model.edition import Passage

_ANSWER_WORD = re.compile(r"(?:(?:our|my|your)\s)?answer\s?:", re.IGNORECASE)
_CHAPTERED = re.compile(r"(?P<chapter>\d{1,2})(?P<part>\.\d{1,3})?\.?\s+(?=[A-Z“‘\"])")
"""A numbered paragraph, 3.7, or the heading of the next chapter in plain type: 4 Next steps."""
_NEXT = re.compile(r"\bnext\W*\Z", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONGEST_HEAD = 10
"""In words."""
_MOST_OVER = 3
"""Lines over a call that may all be part of what stands over each."""
_FEWEST_ALIKE = 2


class Stretches:
    """The stretches of passages in which a call and its answer stand."""

    def __init__(self, passages: Sequence[Passage], starts: AbstractSet[int] = frozenset()) -> None:
        """Read the headings.

        Args:
            passages: of the edition.
            starts: indexes of the first passages of all calls.
        """
        self._passages = passages
        self._starts = starts
        self._over = _over_each(passages, sorted(starts))
        self._close = _closing_head(passages, max(starts, default=len(passages)))
        self._next = _what_comes_next(passages, max(starts)) if len(starts) > 1 else None
        self._levels: list[int] = []
        level = 1
        for passage in passages:
            level = (passage.level or 1) if passage.kind == "heading" else level
            self._levels.append(level)

    def end(self, first: int, last: int) -> int:
        """Where the stretch of a call ends: the index of the first passage after it.

        Args:
            first: index of the first passage of the call.
            last: index of its last passage.
        """
        level = self._levels[first]
        labelled = False
        chapter = 0
        for index in range(last + 1, len(self._passages)):
            passage = self._passages[index]
            if passage.kind == "heading" and (passage.level or 1) <= level:
                # A converter may set "Response" higher than what it responds to, but not twice:
                # "What happens next" over all of them is no part of one.
                is_higher = labelled and (passage.level or 1) < level
                if is_higher or not _is_label(passage.text):
                    return index
                level, labelled = passage.level or 1, True
            if index in self._starts or self._heads_other(index) or ends_answers(passage):
                return index
            before, chapter = chapter, _chapter(passage, chapter)
            if before and chapter != before:
                return index
        return len(self._passages)

    def _heads_other(self, index: int) -> bool:
        """Whether a passage stands over the next call as over others, or closes the document.

        One that is short and ends in a colon heads the next call.
        """
        if index in self._over or index in (self._close, self._next):
            return True
        text = self._passages[index].text
        if index + 1 not in self._starts or not text.endswith(":"):
            return False
        return len(text.split()) <= _LONGEST_HEAD // 2 and not is_prompt(text)


def _closing_head(passages: Sequence[Passage], last: int) -> int | None:
    """The heading after the last call that closes the document, and no section of an answer."""
    levels: set[int | None] = set()
    for index in range(last + 1, len(passages)):
        passage = passages[index]
        if passage.kind == "heading" and not _is_label(passage.text):
            if passage.level not in levels and closes(passage):
                return index
            levels.add(passage.level)
    return None


def _what_comes_next(passages: Sequence[Passage], last: int) -> int | None:
    """The heading after the last call that says what follows on all of them: it comes once."""
    said = Counter(p.text for p in passages if p.kind == "heading" and _NEXT.search(p.text))
    after = range(last + 1, len(passages))
    return next((index for index in after if said[passages[index].text] == 1), None)


def _over_each(passages: Sequence[Passage], starts: Sequence[int]) -> frozenset[int]:
    """The passages that stand over the calls of a record, and begin alike over most of them.

    "Written Question", a subject and a date stand over the first call as well: an answer does not.
    """
    asked = frozenset(starts)
    for above in range(_MOST_OVER, 0, -1):
        # What asks stands over no other call.
        places = [range(max(0, n - above), n) for n in starts]
        opens = [
            () if asked & {*place} else _opening(passages[place.start : place.stop])
            for place in places
        ]
        alike = opens.count(opens[0]) if opens and opens[0] else 0
        if alike >= _FEWEST_ALIKE and alike * 2 >= len(opens):
            found = zip(places, opens, strict=True)
            return frozenset(n for place, words in found if words == opens[0] for n in place)
    return frozenset()


def _opening(above: Sequence[Passage]) -> tuple[str, ...]:
    """The first words of some passages; none where one of them may be the end of an answer."""
    for passage in above:
        text = passage.text
        is_line = len(text.split()) <= 2 * _LONGEST_HEAD and text[-1:] not in '.?!;"”'
        if not is_line or passage.kind not in ("paragraph", "heading") or opens_reply(text):
            return ()
    words = above[0].text.split() if above else ()
    return tuple(word for word in words if not _DIGIT.search(word))[:2]


def _chapter(passage: Passage, before: int) -> int:
    """The chapter of a numbered paragraph, or the next one where its heading stands here."""
    match = _CHAPTERED.match(numbered(passage)) if passage.kind != "table" else None
    if match is None:
        return before
    chapter = int(match["chapter"])
    if match["part"]:
        return chapter
    is_head = passage.kind != "list_item" and len(passage.text.split()) <= _LONGEST_HEAD
    return chapter if is_head and chapter == before + 1 else before


def _is_label(text: str) -> bool:
    """Whether a heading says what part of the answer follows, and does not end it."""
    says = says_received(text) or says_replied(text) or is_prompt(text) or is_short_reply(text)
    return says or answer_label(text) is not None


def label_within(passages: Sequence[Passage]) -> int | None:
    """Where, behind other words, a passage says no more than that the answer follows."""
    # One that stands first has nothing above it.
    first = next((n for n, p in enumerate(passages) if _is_reply_label(p)), 0)
    return first or None


def _is_reply_label(passage: Passage) -> bool:
    return is_answer_label(passage.text) or says_decided(passage.text)


def answer_in(
    passages: Sequence[Passage], *, spoken: bool = False, behind_label: bool = False
) -> int:
    """Where the answer begins among the passages after a call; their number where there is none.

    Args:
        passages: after the call, up to the end of its stretch.
        spoken: whether it is given aloud; what happens in the room before it is no part of it.
        behind_label: whether a label within the stretch says where the answer begins, and what
            stands above it is what others said.
    """
    if spoken:
        # A page's number says no more than a direction does.
        said = (
            n
            for n, p in enumerate(passages)
            if not (is_direction(p.text) or is_answer_label(p.text))
            and not p.text.strip(" -–—[]()").isdigit()
        )
        return next(said, len(passages))
    start = _behind_labels(passages, behind_label=behind_label)
    begins = (n for n in range(start, len(passages)) if _begins_answer(passages[n]))
    return next(begins, len(passages))


def _behind_labels(passages: Sequence[Passage], *, behind_label: bool) -> int:
    """Where what was asked, offered or received ends, and the answer's label with it."""
    chosen = next((n for n, p in enumerate(passages) if _ANSWER_WORD.match(p.text)), 0)
    if chosen:
        return chosen  # above it stands what one may choose
    inner = label_within(passages) if behind_label else None
    if inner is not None:
        return inner + 1
    received = next((n for n, p in enumerate(passages) if says_received(p.text)), len(passages))
    decided = (n for n in range(received + 1, len(passages)) if says_decided(passages[n].text))
    return next(decided, -1) + 1


def _begins_answer(passage: Passage) -> bool:
    """Whether a passage is no sub-heading under which an answer begins.

    What says the answer itself is none, such as "Response: Rejected"; nor is "Accept", which a
    converter took for one.
    """
    if is_short_reply(passage.text):
        return True
    if passage.kind != "heading" and not says_replied(passage.text):
        return True
    says = answer_label(passage.text)
    return says is not None and says < len(passage.text)
