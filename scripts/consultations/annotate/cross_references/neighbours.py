"""Tables, lists and the like, called by where they stand from here.

Symptom: "the table below", "as in the diagram above", "the above listed piers", "the following nine
piers:".
Found by: such words, and a table or list among the next passages on that side. Where it is lost,
the place of the gap is meant.
Leaves alone: such words where nothing of the sort stands near, and no gap is told.
"""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.cross_references.sending import Sending
from consultations.english.numerals import CARDINAL
from consultations.model.edition import Passage

RULE = "neighbours"

PATTERN = re.compile(
    rf"""
    (?: (?:(?:as\ )?(?:in|on|see)\ )? (?:the|this)\        # as in the table below
        (?P<thing> box|chart|diagram|figure|graph|list|map|table )
        \ (?P<where> above|below|overleaf|opposite )\b
      | the\ (?P<listed>above)\ (?:listed|mentioned|named)\ \w+(?:\ of\ \w+)?
                                                       # the above listed piers
      | the\ following\ (?:{CARDINAL}|\d+)\ \w+(?=:)       # the following nine piers:
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
WORDS = ("above", "below", "overleaf", "opp", "follow")
"""One of these stands in whatever the pattern finds, in small letters."""
_NEAR = 12
"""Passages on either side in which the thing is looked for."""


def target(sending: Sending) -> Passage | None:
    """The table or list next to a passage; for what is lost, where it stood."""
    is_list = not sending.match["thing"] or sending.said("thing") == "list"
    below = not sending.match["listed"] and sending.said("where") != "above"
    passages, index = sending.edition.passages, sending.index
    near = passages[index + 1 : index + _NEAR] if below else passages[max(0, index - _NEAR) : index]
    kind = "list_item" if is_list else "table"
    found = next((p for p in (near if below else reversed(near)) if p.kind == kind), None)
    if found and is_list and not below:
        return _first_of_list(passages, sending.edition.order[found.id])
    return found or _lost(sending, near)


def _lost(sending: Sending, near: Sequence[Passage]) -> Passage | None:
    """The passage before a gap that is told here: there the thing stood."""
    here = {passage.id for passage in (sending.passage, *near[:2])}
    lost = any(gap.after in here for gap in sending.edition.gaps)
    return near[0] if lost and near else None


def _first_of_list(passages: Sequence[Passage], index: int) -> Passage:
    while index and passages[index - 1].kind == "list_item":
        index -= 1
    return passages[index]
