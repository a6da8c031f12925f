"""Paragraphs that are one line each, without an empty line between them.

Symptom: lines much longer than a page is wide, if only one of many of which none goes on in the
next; short ones stand right over them or under them,
which are headings, questions, items, or what somebody answers.
Cause: a word processor, or whoever copied from a page, broke lines only where a paragraph ends.
Remedy: each such line ends its paragraph, unless the next goes on in it; a short line does so where
it ends a sentence or leads to what follows, where it stands over a text, or where a speaker's name
begins the next (`Ms Ferry: No.`). In a form a question ends its paragraph, and so do a box to be
ticked, a reply such as `Agree`, and the number of what follows. Short lines under one that leads to
them are items. Where an empty line parts most paragraphs, only a line that stands over a text is
parted from it, and items from what leads to them.
Leaves alone: a text with a line for each sentence; one whose lines end where the page does, though
some of them are long. Short lines under one another that end nothing, such as an address, are kept
as lines.
Seen in: plain text that a word processor saved, what was copied from a page, minutes of evidence.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from consultations import patterns as re
from consultations.english.sentences import ends_sentence, sentence_ends
from consultations.model.draft import Block, BlockKind, Draft, Revision
from consultations.model.text import lines
from consultations.rules.form_lines import asks, begins_part, is_counted
from consultations.rules.heading_evidence.words import is_broken
from consultations.rules.line_widths import BlockLine, block_lines, is_unbroken
from consultations.rules.numbering import names_part, read_parts, without_number
from consultations.rules.prose import SPEAKER, breaks_off, goes_on
from consultations.rules.rule import Rule

_NUMBER = re.compile(r"(?:Q(?:uestion)?\.? ?)?\d{1,5}[.:)]?\s+")
"""Of a question that is put to a witness: `Q412 Chair: …`."""
_COUNT = re.compile(r"\d[\d./]*[.)]?\s+")
"""A number before the words of a line: `16/41 Lamps`."""
_PARTED = re.compile(r"[^.:)–—]{1,25}[.:)–—]\s")
"""A label, and what parts it from its words: `Recommendation 2: `."""
_FEWEST = 3
"""Long lines from which a text's habit is told, and short ones that stand over them."""
_OF_TEXT = 40
"""Code points: lines that a page's width has broken are longer, but for the last of a paragraph."""
_NEXT = 2
"""Lines from the end of one to the beginning of the next, where none is empty between them."""
_FEWEST_PAIRS, _HARDLY = 6, 25
"""Lines right under others from which a form is told, of which one in so many may go on."""
_RARELY = 4
"""So many long lines must stand against each line that ends inside a sentence."""
_STOPS = ".,;:!?"
_SHORT = 80
"""Code points: a line that is no longer may be a heading or an item."""

_Ends = Callable[[BlockLine, BlockLine, BlockKind], bool]
"""Whether a line ends its block, by itself, the line right under it and the block's kind."""


@dataclass(frozen=True)
class _Habit:
    """What a text shows of where its lines end."""

    whole: bool
    """Lines end where their author ended them."""
    crowded: bool
    """Most paragraphs have others right under them."""

    @classmethod
    def of(cls, draft: Draft, inside: Sequence[Sequence[BlockLine]]) -> "_Habit":
        """The habit of a text, from the lines of its blocks."""
        long = [[line for line in block if is_unbroken(line)] for block in inside]
        together = sum(len(found) for found, block in zip(long, inside, strict=True) if block[1:])
        unbroken = list(chain.from_iterable(long))
        # A page's width ends most lines inside a sentence; an author ends none there.
        run_over = sum(_runs_over(a, b) for block in inside for a, b in pairwise(block))
        enough = len(unbroken) >= _FEWEST and run_over * _RARELY <= len(unbroken)
        enough = enough or (bool(unbroken) and _never_run_over(inside))
        stretches = list(_stretches(draft, inside))
        is_form = _is_form(stretches)
        whole = (enough or is_form) and not _are_sentences(
            unbroken, stretches if is_form else inside
        )
        return cls(whole, is_form or together * 2 > len(unbroken))


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
        if stretch and len(lines(draft.text[stretch[-1].end : block[0].start])) > _NEXT:
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

    Most of its long lines hold one sentence, and few lines that end nothing stand over others that
    begin anew, or any over one with a number of its own.
    """
    several = sum(any(True for _ in sentence_ends(line.words)) for line in unbroken)
    pairs = chain.from_iterable(map(pairwise, inside))
    bare = sum(_begins_entry(line, under) for line, under in pairs)
    return several * 2 <= len(unbroken) and bare < _FEWEST


def _begins_entry(line: BlockLine, under: BlockLine) -> bool:
    """Whether a line under another cannot be the next sentence of its paragraph."""
    if is_counted(under.words) and _PARTED.match(under.words):
        return True
    bare = replace(line, words=_COUNT.sub("", line.words))
    return _is_bare(bare) and not under.words[:1].islower()


def _is_bare(line: BlockLine) -> bool:
    """Whether a line begins with a capital, ends in a word and does not break off there."""
    words = line.words
    return words[:1].isupper() and words[-1:].isalnum() and not breaks_off(words)


def _runs_over(line: BlockLine, following: BlockLine) -> bool:
    """Whether a line of text ends inside a sentence, as at a page's width."""
    is_text = line.length > _OF_TEXT and not is_unbroken(line)
    return is_text and line.words[-1] not in _STOPS and following.words[:1].islower()


def _stands_over(line: BlockLine, following: BlockLine) -> bool:
    """Whether a line may be the heading of a text right under it."""
    is_text = is_unbroken(following) or following.words.endswith(":")
    is_text = is_text or ends_sentence(following.words)
    is_named = is_counted(line.words) and line.words[-1:].isalnum()
    can_be = _is_bare(line) or is_named or line.words.endswith("?")
    return can_be and is_text and following.words[:1].isupper() and len(line.words) <= _SHORT


def _stands_apart(line: BlockLine, following: BlockLine, _: BlockKind) -> bool:
    return _stands_over(line, following)


def _ends_block(line: BlockLine, following: BlockLine, kind: BlockKind) -> bool:
    if begins_part(line.words, following.words) or names_part(line.words):
        return True
    if goes_on(following.words) or is_broken(without_number(line.words).rstrip("—–-")):
        return False
    if is_counted(following.words) or read_parts(following.words):
        return True
    if kind == "list_item" and following.words[:1].isupper():
        return True
    if _is_speech_under(line, following):
        return True
    long = is_unbroken(line) or is_unbroken(following)
    ends = long or ends_sentence(line.words) or line.words.endswith(":")
    return ends or _stands_over(line, following)


def _is_speech_under(line: BlockLine, following: BlockLine) -> bool:
    """Whether a speaker's name begins a line, and the one above is no field of a form."""
    number = _NUMBER.match(following.words)
    speaks = SPEAKER.match(following.words, number.end() if number else 0)
    is_field = _is_bare(line) and SPEAKER.match(line.words) and not is_counted(line.words)
    return speaks is not None and not is_field


def _items(inside: Sequence[BlockLine], first: int) -> int:
    """How many lines from the first on are items: short ones that end no sentence."""
    count = 0
    for n in range(first, len(inside)):
        line = inside[n]
        is_item = len(line.words) <= _SHORT and not line.words.endswith((".", "?", "!", ":"))
        if not is_item:
            break
        count += 1
    return count if count > 1 else 0


def _parts(block: Block, inside: Sequence[BlockLine], ends: _Ends) -> Iterator[Block]:
    """A block's paragraphs, and the items under those that lead to them."""
    start, kind, n = 0, block.kind, 0
    while n < len(inside):
        line, following = inside[n], inside[n + 1 : n + 2]
        leads = line.words.endswith(":") and kind == "paragraph"
        items = _items(inside, n + 1) if leads else 0
        # A heading begins anew, whatever short lines stand over it.
        over = inside[n + 1 : n + 3]
        is_heading = len(over) == 2 and is_unbroken(over[1]) and _stands_over(*over)
        if following and (items or is_heading or ends(line, following[0], kind)):
            yield _piece(block, kind, inside[start : n + 1], line.end)
            for item in inside[n + 1 : n + 1 + items]:
                yield replace(block, kind="list_item", spans=((item.start, item.end),))
            start, kind = n + 1 + items, "paragraph"
            n = start
            continue
        n += 1
    if start < len(inside):
        yield _piece(block, kind, inside[start:], block.end)


def _piece(block: Block, kind: BlockKind, inside: Sequence[BlockLine], end: int) -> Block:
    """Lines that nothing parts; several of them were ended by their author, as in an address."""
    keeps_lines = kind == "paragraph" and len(inside) > 1 and not any(map(is_unbroken, inside))
    return replace(block, kind=kind, spans=((inside[0].start, end),), keeps_lines=keeps_lines)


def _revise(draft: Draft) -> Revision:
    inside = {
        block.start: [line for line in block_lines(draft, block) if line.words]
        for block in draft.blocks
        if block.kind in ("paragraph", "list_item")
    }
    habit = _Habit.of(draft, list(inside.values()))
    if not habit.whole:
        return Revision()
    ends = _ends_block if habit.crowded else _stands_apart
    blocks: list[Block] = []
    for block in draft.blocks:
        printed = inside.get(block.start, [])
        blocks += _parts(block, printed, ends) if len(printed) > 1 else [block]
    return Revision(blocks=tuple(blocks))


RULE = Rule("whole-lines", _revise)
