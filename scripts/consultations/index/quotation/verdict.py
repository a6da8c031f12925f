"""The verdict on a quotation, from the path that its words take through the archive.

client/check/verdict.js mirrors it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, cast

from consultations import patterns as re
from consultations.analysis.contract import number, words
from consultations.index.quotation.alignment import Step
from consultations.index.quotation.collation import collate
from consultations.index.quotation.interpretation import Interpretation
from consultations.index.quotation.part import Part
from consultations.index.quotation.places import SHORT
from consultations.index.quotation.row import Row, between

Verdict = Literal["verbatim", "typographic", "elided", "altered", "spliced", "absent", "too-short"]
RANK = cast(tuple[Verdict, ...], words("quotation.rank"))
"""From the best to the worst."""
_PERCENT = number("quotation.percent")
_PERCENT_OF_PIECES = number("quotation.percent_of_pieces")
_LONG = number("quotation.long")
_PERCENT_WITH_LONG = number("quotation.percent_with_long")
_ALTERATIONS = frozenset(words("quotation.alterations"))
_SENTENCE_END = re.compile("[.!?…]")


@dataclass(frozen=True)
class QuotationMatch:
    """A quotation at one place of the archive, or pieced together from several."""

    verdict: Verdict
    parts: tuple[Part, ...]

    @property
    def differences(self) -> int:
        """How many there are, but for what a mark leaves out."""
        return sum(step.op not in ("same", "elided") for part in self.parts for step in part.steps)


def judge(row: Row, quoted: Interpretation, path: Sequence[Step]) -> QuotationMatch:
    """The verdict on a quotation that takes this path.

    Args:
        row: the archive.
        quoted: of the quotation.
        path: a step for each of its words, and for each word of the text that it leaves out.
    """
    if not _stands(row, quoted, path):
        return QuotationMatch("absent", ())
    # An alignment pairs as many words as it can: those that somebody has put behind the last word
    # of a sentence with the first ones of the next, as if these had been changed to them, and two
    # or three common words with the same ones of some other document. Such places would puzzle.
    likely = _without_chance(row, quoted, _pieces(row, path))
    parts = collate(row, quoted, _without_other_sentences(row, quoted, likely))
    ops = {step.op for part in parts for step in part.steps}
    # Spliced before altered: that pieces are of different places matters more than a changed word.
    if _spliced(row, path):
        return QuotationMatch("spliced", parts)
    if ops & _ALTERATIONS or _broken(row, quoted, path):
        return QuotationMatch("altered", parts)
    if any(quoted.marks):
        return QuotationMatch("elided", parts)
    return QuotationMatch(
        "typographic" if quoted.noted or "typography" in ops else "verbatim", parts
    )


def _pieces(row: Row, path: Sequence[Step]) -> list[list[Step]]:
    """A path in pieces, each of which goes through one document without a jump."""
    pieces: list[list[Step]] = []
    edition = ""
    for step in path:
        here = edition if step.position is None else row.edition(step.position)
        if not pieces or step.jumps or (edition and here != edition):
            pieces.append([])
        pieces[-1].append(step)
        edition = here
    return pieces


def _same(piece: Sequence[Step]) -> list[int]:
    """The positions at which a piece of a path has the text's words."""
    return [step.position for step in piece if step.op == "same" and step.position is not None]


def _stands(row: Row, quoted: Interpretation, path: Sequence[Step]) -> bool:
    """Whether enough of a quotation is found to say that it comes from here."""
    runs = [0]
    for step in path:
        # A word that is changed or jumped to begins a new run, of no words so far.
        if step.op != "same" or step.jumps:
            runs.append(0)
        runs[-1] += step.op == "same"
    count = len(quoted.words)
    whole = sum(run for run in runs if run >= SHORT)
    # Each bar is for a length of evidence: a long run is no chance even where much else differs.
    if max(runs) >= _LONG and whole * 100 >= _PERCENT_WITH_LONG * count:
        return True
    # In one run, common words count too. Scattered ones are found for any text, so where the path
    # jumps only whole runs count.
    if any(quoted.marks) or len(_pieces(row, path)) == 1:
        return sum(runs) * 100 >= _PERCENT * count
    return whole * 100 >= _PERCENT_OF_PIECES * count


def _spliced(row: Row, path: Sequence[Step]) -> bool:
    """Whether true pieces stand in different documents, or far from each other."""
    # Shorter pieces are turns of phrase that stand everywhere.
    pieces = [same for piece in _pieces(row, path) if len(same := _same(piece)) >= SHORT]
    return any(row.is_far(before[-1], after[0]) for before, after in pairwise(pieces))


def _broken(row: Row, quoted: Interpretation, path: Sequence[Step]) -> bool:
    """Whether it goes on elsewhere than a little further on, over a mark that says so."""
    pieces = _pieces(row, path)
    return any(
        after[0].word is None
        or quoted.marks[after[0].word] is None
        or not row.is_near(before[-1].position, after[0].position)
        for before, after in pairwise(pieces)
    )


def _without_other_sentences(
    row: Row, quoted: Interpretation, path: Sequence[Step]
) -> Sequence[Step]:
    """The path with the words at both ends as added ones where they go beyond a sentence.

    Where the quotation ends a sentence at the same place, the path stays as it is.

    Args:
        row: the archive.
        quoted: of the quotation.
        path: of its words.
    """
    same = [i for i, step in enumerate(path) if step.op == "same"]
    if not same:
        return path
    first, last = same[0], same[-1]
    return [
        *_within(row, quoted, path[first], path[:first]),
        *path[first : last + 1],
        *_within(row, quoted, path[last], path[last + 1 :]),
    ]


def _without_chance(
    row: Row, quoted: Interpretation, pieces: Sequence[Sequence[Step]]
) -> Sequence[Step]:
    """The path with the short pieces at both ends, far from its longest piece, as added words.

    Where marks say that words are left out, short pieces are what a quotation is made of.

    Args:
        row: the archive.
        quoted: of the quotation.
        pieces: of its path, in order.
    """
    found = [_same(piece) for piece in pieces]
    longest = max(found, key=len, default=[])
    if any(quoted.marks) or len(longest) < SHORT:
        return [step for piece in pieces for step in piece]
    kept = [
        n
        for n, same in enumerate(found)
        if not (0 < len(same) < SHORT and row.is_far(longest[0], same[0]))
    ]
    path: list[Step] = []
    for n, piece in enumerate(pieces):
        if not kept[0] <= n <= kept[-1]:
            path += [Step("added", step.word, None) for step in piece if step.word is not None]
        elif n == kept[0]:
            path += [piece[0]._replace(jumps=False), *piece[1:]]
        else:
            path += piece
    return path


def _within(row: Row, quoted: Interpretation, same: Step, steps: Sequence[Step]) -> Iterator[Step]:
    """The steps on one side of a word that is the same."""
    for step in steps:
        if not _is_beyond(row, quoted, same, step):
            yield step
        elif step.word is not None:
            yield Step("added", step.word, None)


def _is_beyond(row: Row, quoted: Interpretation, same: Step, step: Step) -> bool:
    """Whether a sentence or a passage of the text ends between two steps, and none of the words."""
    if same.position is None or same.word is None or step.position is None:
        return False
    one, other = sorted((same.position, step.position))
    gap, ends = between(row.place(one), row.place(other))
    if not ends and not _SENTENCE_END.search(gap):
        return False
    # A word that is left out has no place among the words of the quotation.
    word = same.word if step.word is None else step.word
    low, high = sorted((same.word, word))
    return not any(_SENTENCE_END.search(quoted.gaps[i]) for i in range(low + 1, high + 1))
