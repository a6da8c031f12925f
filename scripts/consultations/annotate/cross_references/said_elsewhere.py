"""What was said above, or comes below, without a label.

Symptom: "as described above", "set out below", "as noted earlier".
Found by: such words. Of the passages on that side the one is meant that shares the most words with
the sentence, three at least and half of them.
Leaves alone: a sentence that shares its words with no passage.
"""

from consultations import patterns as re
from consultations.annotate.cross_references.sending import Sending
from consultations.annotate.cross_references.topics import topic
from consultations.model.edition import Passage

RULE = "said-elsewhere"

PATTERN = re.compile(
    r"""
    (?: see | as | comments? | described | discussed | explained | given | identified | listed
      | mentioned | noted | outlined | set\ out | shown | stated )
    (?:\ \w+){0,2}? \ (?P<where> above | below | earlier | overleaf )\b      # as noted earlier
    """,
    re.VERBOSE | re.IGNORECASE,
)
WORDS = ("above", "below", "earl", "overleaf")
"""One of these stands in whatever the pattern finds, in small letters."""
_BELOW = {"below", "overleaf"}
_LEAST_SHARED = 3
_FAR = 100
"""Passages. What "above" and "below" mean is not looked for further away."""


def target(sending: Sending) -> Passage | None:
    """The passage above or below with most of the words of this sentence, if many."""
    passages, index = sending.edition.passages, sending.index
    wanted = topic(sending.sentence)
    if sending.said("where") in _BELOW:
        near = passages[index + 1 : index + _FAR]
    else:
        near = passages[max(0, index - _FAR) : index]
    shared = {p.id: len(wanted & topic(p.text)) for p in near if p.kind != "footnote"}
    best = max(shared, key=lambda id_: shared[id_], default=None)
    if best is None or shared[best] < max(_LEAST_SHARED, len(wanted) / 2):
        return None
    return sending.edition.by_id[best]
