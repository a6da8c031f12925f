"""What a quotation has beside an editor's mark, and what the text has there.

client/check/marks.js mirrors it. A mark stands for words, or for nothing; the points beside it
must be the text's all the same.
"""

from consultations.index.quotation.comparison import (
    compare_end,
    compare_gaps,
    compare_points,
    compare_start,
    ends_sentence,
)
from consultations.index.quotation.difference import Difference, Op
from consultations.index.quotation.interpretation import EditorialMark
from consultations.index.quotation.row import WordPlace, between


def beside_mark(
    mark: EditorialMark,
    lead: str,
    one: WordPlace | None,
    other: WordPlace | None,
    *,
    leaves_out: bool,
) -> tuple[Difference, Difference]:
    """What stands before a mark, and after it, beside what the text has: the same or a point.

    Args:
        mark: of the quotation.
        lead: what stands before it.
        one: the word before it; None where the mark begins the quotation.
        other: the word after it; None where it ends it.
        leaves_out: whether words of the text are left out between the two.
    """
    text = between(one, other)[0] if one and other else one.rest if one else ""
    found = one.after if one else "", other.before if other else text
    if one and other and not (leaves_out or mark.is_ellipsis):
        # Brackets that only put in: what is around them must be what the text has.
        op = compare_gaps(lead + mark.trail, text, after=one.word, before=other.word)
        ops: tuple[Op, Op] = "same", op
    else:
        ops = _compare_lead(lead, text, one), _compare_trail(mark.trail, text, other)
    if compare_points(mark.points, text) == "punctuation":
        ops = "punctuation", ops[1]
    return _told(ops[0], lead, found[0]), _told(ops[1], mark.trail, found[1])


def _compare_lead(lead: str, text: str, one: WordPlace | None) -> Op:
    """The points before a mark go on after the word, or are the stop of a sentence left out."""
    if one is None:
        return compare_gaps(lead, "", after="", before="")
    return "same" if ends_sentence(lead, text) else compare_end(lead, text, after=one.word)


def _compare_trail(trail: str, text: str, other: WordPlace | None) -> Op:
    """The points after a mark stand before the word, or at the end somewhere in what follows."""
    if other is None:
        return compare_points(trail, text)
    return compare_start(trail, other.before, before=other.word)


def _told(op: Op, given: str, found: str) -> Difference:
    """Only a point is worth telling: a mark is in a style of its own."""
    return Difference(op, given, found) if op == "punctuation" else Difference("same", given, given)
