"""Where in its stretch an answer begins.

Symptom: under a recommendation, "Response"; under a proposal, what was received and decided.
Found by: the label or sub-heading on top, after which it begins; of what was received and what was
decided, it begins with the decision. What a form prints over the room for it is no part of it:
"Please select one item", "(Required)", "Name:" under the question of a name.
Leaves alone: a label in the words of an answer, unless most answers stand behind one.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from consultations import patterns as re
from consultations.annotate.questions.replies import label_end
from consultations.english.call_labels import (
    answer_label,
    is_answer_label,
    is_field,
    is_prompt,
)
from consultations.english.outcome_labels import (
    says_decided,
    says_received,
    says_replied,
)
from consultations.english.replies import is_short_reply
from consultations.english.stage_directions import is_direction
from consultations.model.edition import Passage

_ANSWER_WORD = re.compile(r"(?:(?:our|my|your)\s)?answer\s?:", re.IGNORECASE)

_OTHERS = re.compile(
    r"\b(?:consultees?|respondents?|stakeholders?|those\swho\s(?:answered|replied|responded))\b",
    re.IGNORECASE,
)
"""Who has answered a consultation, where somebody reports of it."""
_WORD = re.compile(r"[^\W_]+")
_LONGEST_FIELD = 3
"""In words."""


def label_within(passages: Sequence[Passage]) -> int | None:
    """Where, behind other words, a passage says that the answer follows, in it or below."""
    # One that stands first, or behind fields such as "Officer: Ann Moss", has no words above it.
    places = (n for n in range(len(passages)) if _is_label_at(passages, n))
    first = next(places, 0)
    return None if all(is_field(passage.text) for passage in passages[:first]) else first


def _is_label_at(passages: Sequence[Passage], place: int) -> bool:
    """Whether a passage is a label, or has one before words of its own, below what others said.

    Below words that may be the answer such a label is within it: `Our view: it should be sold.`.
    """
    end = _reply_begins(passages[place])
    is_alone = end == len(passages[place].text)
    return end > 0 and (is_alone or any(_OTHERS.search(p.text) for p in passages[:place]))


def _reply_begins(passage: Passage) -> int:
    """Where an answer begins behind its label; 0 in a passage without one."""
    return label_end(passage, is_answer_label, says_decided)


def answer_in(
    passages: Sequence[Passage],
    *,
    asked: str = "",
    spoken: bool = False,
    behind_label: bool = False,
) -> int:
    """Where the answer begins among the passages after a call; their number where there is none.

    Args:
        passages: after the call, up to the end of its stretch.
        asked: the words of the call, of which a form may repeat some before the answer.
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
    words = {*_WORD.findall(asked.casefold())}
    begins = (
        n
        for n in range(start, len(passages))
        if _begins_answer(passages[n]) and not _repeats(passages[n].text, words)
    )
    return next(begins, len(passages))


def _repeats(text: str, words: AbstractSet[str]) -> bool:
    """Whether a passage is a field of a form in words of the question: `Name:`."""
    repeated = {*_WORD.findall(text.casefold())} if text.endswith(":") else set[str]()
    return 0 < len(repeated) <= _LONGEST_FIELD and repeated <= words


def _behind_labels(passages: Sequence[Passage], *, behind_label: bool) -> int:
    """Where what was asked, offered or received ends, and the answer's label with it."""
    chosen = next((n for n, p in enumerate(passages) if _ANSWER_WORD.match(p.text)), 0)
    if chosen:
        return chosen  # above it stands what one may choose
    inner = label_within(passages) if behind_label else None
    if inner is not None:
        return inner + (_reply_begins(passages[inner]) == len(passages[inner].text))
    received = (n for n, p in enumerate(passages) if label_end(p, says_received))
    for n in range(next(received, len(passages)) + 1, len(passages)):
        if end := label_end(passages[n], says_decided):
            return n + (end == len(passages[n].text))
    return 0


def _begins_answer(passage: Passage) -> bool:
    """Whether a passage is no sub-heading under which an answer begins.

    What says the answer itself is none, such as "Response: Rejected"; nor is "Accept", which a
    converter took for one.
    """
    if is_short_reply(passage.text):
        return True
    if is_prompt(passage.text):
        return False
    if passage.kind != "heading" and not says_replied(passage.text):
        return True
    says = answer_label(passage.text)
    return says is not None and says < len(passage.text)
