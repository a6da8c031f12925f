"""How far an answer runs, and where in its stretch it begins.

Symptom: passages under a question, up to the next one; under a recommendation and "Response".
Found by: the stretch between what calls for an answer and the next call, the end of its section, or
the words with which a document closes. The answer begins after the label or sub-heading on top; of
what was received and what was decided, with the decision.
Leaves alone: notes and references; whatever stands after "Contact:", "Yours sincerely", and the
next answers of a file of many ("Respondent No: 15").
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from consultations import patterns as re
from consultations.english.call_labels import (
    answer_label,
    is_prompt,
    says_decided,
    says_proposed,
    says_received,
    says_replied,
)
from consultations.english.replies import is_short_reply
from consultations.english.stage_directions import ends_hearing, is_direction
from consultations.model.edition import Passage

_CLOSING = re.compile(
    r"""
    (?: contact (?:\ details | \ us | \ information)?
      | (?:for\ )? (?:more|further)\ information (?:,?\ (?:please\ )?contact\b [^.?!]{0,80} )?
      | signed
      | yours\ (?:sincerely|faithfully|truly|ever)
      | (?:with\ )? (?:kind|best|warm)(?:est)?\ (?:regards|wishes) | (?:many\ )?regards
      | (?:very\ )? (?:sincerely|faithfully|respectfully) (?:\ (?:yours|submitted))?
      | -{2,}\ ?original\ message\ ?-{2,}
      | about\ (?:us|the\ authors?)
      | (?:page\ )? last\ (?:updated|modified|reviewed)\b .{0,40}
      | (?:respondent|response)\ (?:no|nr|id|number)\b .{1,60}       # Respondent No: 15
    )
    \W*
    """,
    re.VERBOSE | re.IGNORECASE,
)


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
        for index in range(last + 1, len(self._passages)):
            passage = self._passages[index]
            if passage.kind == "heading" and (passage.level or 1) <= level:
                # A converter may set "Response" higher than what it responds to, but not twice:
                # "What happens next" over all of them is no part of one.
                is_higher = labelled and (passage.level or 1) < level
                if is_higher or not _is_label(passage.text):
                    return index
                level, labelled = passage.level or 1, True
            if index in self._starts or _ends(passage):
                return index
        return len(self._passages)


def _ends(passage: Passage) -> bool:
    """Whether no answer goes on here, whatever the headings say."""
    if passage.kind in ("footnote", "reference"):
        return True
    if passage.kind == "table":
        return False  # "Response number" heads a column
    # Who signs stands in lines of its own under a letter's close.
    line, *_ = passage.text.split("\n")
    return bool(_CLOSING.fullmatch(line)) or says_proposed(passage.text) or ends_hearing(line)


def _is_label(text: str) -> bool:
    """Whether a heading says what part of the answer follows, and does not end it."""
    says = says_received(text) or says_replied(text) or is_prompt(text) or is_short_reply(text)
    return says or answer_label(text) is not None


def answer_in(passages: Sequence[Passage], *, spoken: bool = False) -> int:
    """Where the answer begins among the passages after a call; their number where there is none.

    Args:
        passages: after the call, up to the end of its stretch.
        spoken: whether it is given aloud; what happens in the room before it is no part of it.
    """
    if spoken:
        # A page's number says no more than a direction does.
        said = (
            n
            for n, p in enumerate(passages)
            if not is_direction(p.text) and not p.text.strip(" -–—[]()").isdigit()
        )
        return next(said, len(passages))
    received = next((n for n, p in enumerate(passages) if says_received(p.text)), None)
    for n, passage in enumerate(passages):
        if received is not None and n > received and says_decided(passage.text):
            passages, start = passages[n + 1 :], n + 1
            break
    else:
        start = 0
    for n, passage in enumerate(passages, start):
        # The sub-heading under which an answer begins is no part of what it says, but where it
        # says the answer itself: "Response: Rejected".
        says = answer_label(passage.text)
        if is_short_reply(passage.text):
            return n  # "Accept", which a converter took for a sub-heading
        if passage.kind != "heading" and not says_replied(passage.text):
            return n
        if says is not None and says < len(passage.text):
            return n
    return start + len(passages)
