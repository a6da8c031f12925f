"""What whoever asks says last, below an answer, and nobody replies to.

Symptom: behind the last words of a witness, "Chair: Thank you. We shall now turn to our next
witness."
Found by: the label of one who asks, in this document, and answers nothing in it; after it nobody
else's in the same answer.
Leaves alone: what is asked on within an answer, for something is said to it; the only words under a
question; answers that bear no names.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.speakers import Speakers
from consultations.english.credit_lines import names_speaker
from consultations.model.edition import Edition


def ends_before_last_words(
    edition: Edition, calls: Sequence[CallForAnswer], ends: Sequence[int]
) -> list[int]:
    """Where each answer ends, without the last words of the one who asks.

    Args:
        edition: whose passages the calls tell by their places.
        calls: in order.
        ends: of each, the index of the first passage after its answer.
    """
    spoken = [call for call in calls if call.kind == "oral-question"]
    asking = {call.asked_by for call in spoken} - {call.answered_by for call in spoken}
    speakers = Speakers(edition)
    return [
        _end(edition, speakers, asking, range(call.last + 1, end))
        if call.kind == "oral-question" and call.answer is None and call.answered_by is not None
        else end
        for call, end in zip(calls, ends, strict=True)
    ]


def _end(
    edition: Edition, speakers: Speakers, asking: AbstractSet[str | None], under: range
) -> int:
    end = under.stop
    for index in reversed(under[1:]):
        text = edition.passages[index].text
        who = speakers.at(text)[0] or names_speaker(text)
        goes_on = index + 1 < end
        if who and (who not in asking or (goes_on and "?" in text)):
            break
        end = index if who else end
    return end
