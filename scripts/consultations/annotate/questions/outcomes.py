"""Proposals that were consulted on, as an outcome prints them with what became of them.

Symptom: "What we proposed", "Responses received", "Our decision"; "We asked", "You said", "We did".
Found by: the first of these labels with one of the last before the next first one. What stands
between is the proposal; the passages after the decision's label answer it.
Leaves alone: a proposal without a decision; a heading in which such words stand among others.
"""

from collections.abc import Iterator
from itertools import pairwise

from consultations.annotate.questions.answers import Stretches
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.labels import says_decided, says_proposed, says_received
from consultations.model.edition import Edition

RULE = "outcomes"


def proposed_calls(edition: Edition) -> Iterator[CallForAnswer]:
    """The proposals of an outcome, each from its label on."""
    passages = edition.passages
    stretches = Stretches(passages)
    starts = [i for i, passage in enumerate(passages) if says_proposed(passage.text)]
    for start, following in pairwise([*starts, len(passages)]):
        end = min(following, stretches.end(start, start))
        labels = [i for i in range(start + 1, end) if _is_label(passages[i].text)]
        decided = any(says_decided(passages[i].text) for i in labels)
        if decided and labels[0] > start + 1:
            words = " ".join(p.text for p in passages[start + 1 : labels[0]])
            yield CallForAnswer(start, labels[0] - 1, None, words, RULE, "proposal")


def _is_label(text: str) -> bool:
    return says_received(text) or says_decided(text)
