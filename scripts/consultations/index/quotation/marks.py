"""What a quotation has beside an editor's mark, and what the text has there.

client/check/marks.js mirrors it. A mark stands for words, or for nothing; the points beside it
must be the text's all the same.
"""

from collections.abc import Sequence

from consultations.analysis import fold
from consultations.index.quotation.comparison import (
    compare_end,
    compare_gaps,
    compare_points,
    compare_start,
    ends_sentence,
)
from consultations.index.quotation.difference import Difference, Op
from consultations.index.quotation.interpretation import EditorialMark
from consultations.index.quotation.row import Row, WordPlace, between


def at_mark(
    row: Row, mark: EditorialMark, lead: str, last: int | None, position: int
) -> list[Difference]:
    """An editor's mark, beside what it stands for; letters that touch it must be the text's.

    Args:
        row: the archive.
        mark: of the quotation.
        lead: what the quotation has before it.
        last: the position of the word before it; None where the mark begins the quotation.
        position: of the word after it.
    """
    if last is not None and not row.is_near(last, position):
        elided = Difference("elided", mark.shown, "")
        return [_same(lead), elided, _same(mark.trail)]
    one, other = None if last is None else row.place(last), row.place(position)
    skipped = [] if last is None else row.words(last + 1, position)
    terms = row.terms(position - 1 if last is None else last + 1, position)
    before, after = _beside(mark, lead, one, other, leaves_out=bool(skipped))
    parts = [before]
    if one and skipped:
        parts.append(Difference("dropped", "", one.cut_after))
    parts.append(_standing(mark, terms, " ".join(skipped)))
    if skipped or not one:
        parts.append(Difference("dropped", "", _stands_for(mark, other, -1).cut_before))
    return [*parts, after]


def at_end(row: Row, mark: EditorialMark, lead: str, last: int | None) -> list[Difference]:
    """An editor's mark that ends a quotation; letters that touch it must be the text's.

    Args:
        row: the archive.
        mark: of the quotation.
        lead: what the quotation has before it.
        last: the position of the word before it; None where that is not of the archive.
    """
    one = None if last is None else row.place(last)
    before, after = _beside(mark, lead, one, None, leaves_out=True)
    parts = [before]
    if one:
        parts.append(Difference("dropped", "", _stands_for(mark, one, 1).cut_after))
    terms = None if last is None else row.terms(last + 1, last + 2)
    parts.append(_standing(mark, terms, ""))
    return [*parts, after]


def _beside(
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
    return _difference(ops[0], lead, found[0]), _difference(ops[1], mark.trail, found[1])


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


def _difference(op: Op, given: str, found: str) -> Difference:
    """Only a point is worth telling: a mark is in a style of its own."""
    return Difference(op, given, found) if op == "punctuation" else Difference("same", given, given)


def _same(text: str) -> Difference:
    return Difference("same", text, text)


def _standing(mark: EditorialMark, terms: Sequence[str] | None, found: str) -> Difference:
    """A mark beside what it stands for; letters that touch it must be those of the text.

    Args:
        mark: of the quotation.
        terms: of the text, that it may stand for; None where that is not of the archive.
        found: the words that it leaves out, as printed.
    """
    is_true = terms is None or _touches(mark, terms)
    return Difference("elided" if is_true else "changed", mark.shown, found)


def _stands_for(mark: EditorialMark, place: WordPlace, step: int) -> WordPlace:
    """The word beside a place for which a mark with letters stands, as in `[W]ord`; else the place.

    Args:
        mark: of the quotation.
        place: the word of the text on this side of the mark.
        step: 1 where the mark comes after that word, -1 where it comes before it.
    """
    at = place.at + step
    is_word = bool(mark.before or mark.after) and 0 <= at < len(place.tokens)
    return place._replace(at=at) if is_word else place


def _touches(mark: EditorialMark, terms: Sequence[str]) -> bool:
    """Whether letters that touch a mark are those of a word that it stands for."""
    head, tail = "".join(fold(mark.before)), "".join(fold(mark.after))
    return not (head or tail) or any(
        term.startswith(head) and term.endswith(tail) for term in terms if term
    )
