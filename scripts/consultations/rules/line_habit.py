"""Whether the lines of a text end where their author ended them, or where a page does."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from consultations import patterns as re
from consultations.english.sentences import sentence_ends
from consultations.model.draft import Draft
from consultations.model.text import lines
from consultations.rules.form_lines import asks, is_counted
from consultations.rules.heading_evidence.clauses import is_broken
from consultations.rules.line_widths import BlockLine, is_unbroken

NEXT = 2
"""Lines from the end of one to the beginning of the next, where none is empty between them."""
COUNT = re.compile(r"\d[\d./]*[.)]?\s+")
"""A number before the words of a line: `16/41 Lamps`."""
_PARTED = re.compile(r"[^.:)–—]{1,25}[.:)–—]\s")
"""A label, and what parts it from its words: `Recommendation 2: `."""
_HEADED = re.compile(r"[^\W\d_a-z][^.:;–—]{2,60}(?::|\s[–—])\s[^\W\d_a-z]")
"""What an item begins with that has a head of its own: `Light the lamps – The board should`."""
_FEWEST = 3
"""Long lines from which a text's habit is told, and short ones that stand over them."""
_FEWEST_ALONE = 5
"""Long lines with no empty line between them, and no other in the text, that are paragraphs."""
_OF_TEXT = 40
"""Code points: lines that a page's width has broken are longer, but for the last of a paragraph."""
_FEWEST_PAIRS, _HARDLY = 6, 25
"""Lines right under others from which a form is told, of which one in so many may go on."""
_RARELY = 4
"""So many long lines must stand against each line that ends inside a sentence."""
_STOPS = ".,;:!?"


@dataclass(frozen=True)
class Habit:
    """What a text shows of where its lines end."""

    whole: bool
    """Lines end where their author ended them."""
    crowded: bool
    """Most paragraphs have others right under them."""

    @classmethod
    def of(cls, draft: Draft, inside: Sequence[Sequence[BlockLine]]) -> "Habit":
        """The habit of a text, from the lines of its blocks."""
        unbroken = [line for block in inside for line in block if is_unbroken(line)]
        stretches = list(_stretches(draft, inside))
        together = sum(is_unbroken(line) for one in stretches if one[1:] for line in one)
        is_form = _is_form(stretches)
        may_be = is_form or _hardly_run_over(unbroken, inside)
        whole = may_be and not _are_sentences(unbroken, stretches if is_form else inside)
        return cls(whole, is_form or together * 2 > len(unbroken))


def _hardly_run_over(unbroken: Sequence[BlockLine], inside: Sequence[Sequence[BlockLine]]) -> bool:
    """Whether few lines end inside a sentence.

    A page's width ends most lines there; an author ends none.
    """
    run_over = sum(_runs_over(a, b) for block in inside for a, b in pairwise(block))
    enough = len(unbroken) >= _FEWEST and run_over * _RARELY <= len(unbroken)
    return enough or (bool(unbroken) and _never_run_over(inside))


def _never_run_over(inside: Sequence[Sequence[BlockLine]]) -> bool:
    """Whether many lines stand right under others, and none goes on with the one above it."""
    following = [below.words for block in inside for below in block[1:]]
    return len(following) >= _FEWEST_PAIRS and not any(words[:1].islower() for words in following)


def _stretches(
    draft: Draft, inside: Iterable[Sequence[BlockLine]]
) -> Iterator[Sequence[BlockLine]]:
    """The lines that stand right under one another, whatever blocks they are of."""
    stretch: list[BlockLine] = []
    for block in filter(None, inside):
        if stretch and len(lines(draft.text[stretch[-1].end : block[0].start])) > NEXT:
            yield stretch
            stretch = []
        stretch += block
    yield stretch


def _is_form(inside: Sequence[Sequence[BlockLine]]) -> bool:
    """Whether a text is a form, or answers to one, a line each.

    Lines ask or count under others, and hardly any begins in lower case, as those do that a page's
    width has broken.
    """
    pairs = [(a.words, b.words) for block in inside for a, b in pairwise(block)]
    lower = sum(following[:1].islower() and not asks(line) for line, following in pairs)
    asking = sum(asks(one) or is_counted(one) for one in {*chain.from_iterable(pairs)})
    enough = len(pairs) >= _FEWEST_PAIRS and asking >= _FEWEST
    return enough and lower * _HARDLY <= len(pairs)


def _are_sentences(unbroken: Sequence[BlockLine], inside: Sequence[Sequence[BlockLine]]) -> bool:
    """Whether a text has one sentence a line, so that an empty line ends a paragraph.

    Most of its long lines that have others above or under them, or of all if none has, hold one
    sentence, and few lines that end nothing stand over others that begin anew, or any over one with
    a number of its own.
    Where many stand in one stretch, and no other, no empty line ends any paragraph.
    """
    stretches = [[line for line in one if is_unbroken(line)] for one in inside if one[1:]]
    together = list(chain.from_iterable(stretches))
    if len(together) == len(unbroken) >= _FEWEST_ALONE and sum(map(bool, stretches)) == 1:
        return False
    told = together or unbroken
    several = sum(any(True for _ in sentence_ends(line.words)) for line in told)
    pairs = chain.from_iterable(map(pairwise, inside))
    bare = sum(_begins_entry(line, under) for line, under in pairs)
    return several * 2 <= len(told) and bare < _FEWEST


def _begins_entry(line: BlockLine, under: BlockLine) -> bool:
    """Whether a line under another cannot be the next sentence of its paragraph."""
    if is_counted(under.words) and _PARTED.match(under.words):
        return True
    if _HEADED.match(line.words) and _HEADED.match(under.words):
        return True
    bare = replace(line, words=COUNT.sub("", line.words))
    return is_bare(bare) and not under.words[:1].islower()


def is_bare(line: BlockLine) -> bool:
    """Whether a line begins with a capital, ends in a word and does not break off there."""
    words = line.words
    return words[:1].isupper() and words[-1:].isalnum() and not is_broken(words)


def _runs_over(line: BlockLine, following: BlockLine) -> bool:
    """Whether a line of text ends inside a sentence, as at a page's width."""
    is_text = line.length > _OF_TEXT and not is_unbroken(line)
    return is_text and line.words[-1] not in _STOPS and following.words[:1].islower()
