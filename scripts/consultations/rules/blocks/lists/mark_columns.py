"""The marks of several items, read as a column before the words of all of them.

Symptom: `•` on a line of its own, then another and another, or `1.`, `2.` and `3.`; under them the
items' words, without any mark.
Cause: the marks stood in a column of their own, which the converter read first.
Remedy: each mark goes, and the words under them are so many items, where what ends one tells them
apart: a semicolon; or a sentence's end; or a line that ends early, or far earlier than others; or
each line, where there are as many as marks. Numbers are kept as the items'.
Leaves alone: marks under which another number of items is found, or as many in two ways; numbers
and asterisks under no line that leads to them: empty lines of a form, a break in a text.
Seen in: plain text made from PDF.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.text import Interval
from consultations.rules.line_widths import BlockLine, block_lines
from consultations.rules.marks import LONE_MARK
from consultations.rules.numbering import read_number
from consultations.rules.rule import Rule

_FEWEST = 2
_EARLY = 8
"""A line ends early if it left one part in so many of the width empty,"""
_FAR = 2
"""and far earlier than another if it left so many times as much."""
_ENDS_CLAUSE = re.compile(r";(?:\s(?:and|or))?\Z")
"""What an item ends in that is not the last: `lamps;`, `oil; and`."""


def _parted(draft: Draft, block: Block) -> Iterator[Block]:
    """A block without the marks that stand alone on its last lines, and those as another block."""
    first = block.end
    if block.kind != "paragraph" or len(block.spans) != 1:
        yield block
        return
    for line in reversed(draft.lines_of(block)):
        if not LONE_MARK.fullmatch(draft.text, *line):
            break
        first = line[0]
    if block.start < first < block.end:
        yield replace(block, spans=((block.start, first),))
        block = Block("paragraph", ((first, block.end),))
    yield block


def _marks(draft: Draft, block: Block) -> Sequence[Interval]:
    """The places of the marks of which a block consists; none where it has any words."""
    printed = draft.lines_of(block)
    alone = all(LONE_MARK.fullmatch(draft.text, *line) for line in printed)
    return printed if alone and len(block.spans) == 1 else ()


def _are_one_list(marks: Sequence[str]) -> bool:
    """Whether marks are the same bullet each time, or numbers that count on from the first."""
    if len(marks) < _FEWEST:
        return False
    numbers = [read_number(mark) for mark in marks]
    if all(number is None for number in numbers):
        return len(set(marks)) == 1
    return all(a and b and b.form == a.form and b.follows(a) for a, b in pairwise(numbers))


def _items(block: Block, printed: Sequence[BlockLine], count: int) -> Sequence[Block]:
    """The so many items of which the lines of a block are; none where they are not told apart."""
    if len(printed) == count:
        ends: Sequence[int] = range(1, count)
    else:
        ways = _ways(printed, count - 1)
        if len(ways) != 1:
            return ()
        ends = ways.pop()
    return [
        replace(block, kind="list_item", spans=((printed[a].start, printed[b - 1].end),))
        for a, b in pairwise([0, *ends, len(printed)])
    ]


def _ways(printed: Sequence[BlockLine], count: int) -> set[tuple[int, ...]]:
    """Which so many lines may end an item each, counted from 1: by each sign that tells of it."""
    widest = max((line.length for line in printed), default=0)
    pairs = list(enumerate(pairwise(printed), 1))
    clauses = {n for n, (line, _) in pairs if _ENDS_CLAUSE.search(line.words)}
    begin = {n for n, (_, below) in pairs if not below.words[:1].islower()}
    sentences = {n for n, (line, _) in pairs if ends_sentence(line.words)} & begin
    room = {
        n: widest - line.length - 1 - len(below.words.split(None, 1)[0])
        for n, (line, below) in pairs
    }
    early = {n for n in room if room[n] > 0}
    told = (clauses, clauses | sentences, (clauses | sentences) & early, begin & early)
    ways = {tuple(sorted(ends)) for ends in told if len(ends) == count}
    return ways or set(_most_early({n: room[n] for n in begin}, count, widest))


def _most_early(room: Mapping[int, int], count: int, widest: int) -> Iterator[tuple[int, ...]]:
    """The so many lines that end earliest, where they end far earlier than all others.

    Args:
        room: of each line, how many code points were left when the next word did not follow.
        count: how many there are to be.
        widest: code points of the longest line.
    """
    ordered = sorted(room, key=lambda n: -room[n])
    if len(ordered) >= count > 0:
        least = room[ordered[count - 1]]
        next_most = max((room[n] for n in ordered[count:]), default=0)
        if least * _EARLY >= widest and least >= _FAR * max(next_most, 1):
            yield tuple(sorted(ordered[:count]))


def _may_stand_under(above: str, signs: Sequence[str]) -> bool:
    """Whether marks are a list's: numbers and asterisks only where a text leads to them."""
    is_doubtful = signs[0] == "*" or read_number(signs[0]) is not None
    return above.endswith(":") or not is_doubtful


def _columns(
    draft: Draft, blocks: Sequence[Block]
) -> Iterator[tuple[Sequence[Block], Sequence[Interval], Sequence[Block]]]:
    """Blocks of marks and, as the last, the words that belong to them; the marks and the items."""
    marks: list[Interval] = []
    first = 0
    above = ""
    for n, block in enumerate(blocks):
        if found := _marks(draft, block):
            marks += found
            continue
        signs = [draft.text[slice(*mark)].strip() for mark in marks]
        is_one = block.kind == "paragraph" and len(block.spans) == 1 and _are_one_list(signs)
        if is_one and _may_stand_under(above, signs):
            printed = [line for line in block_lines(draft, block) if line.words]
            if items := _items(block, printed, len(marks)):
                yield blocks[first : n + 1], marks, items
        marks, first = [], n + 1
        above = draft.text[block.start : block.end].rstrip()[-1:]


def _revise(draft: Draft) -> Revision:
    parted = [tuple(_parted(draft, block)) for block in draft.blocks]
    in_columns: dict[int, Sequence[Block]] = {}
    proposals: list[Proposal] = []
    for column, marks, items in _columns(draft, [*chain.from_iterable(parted)]):
        found = [LONE_MARK.fullmatch(draft.text, *mark) for mark in marks]
        markers = [next(filter(None, match.groups()), None) if match else None for match in found]
        reason = "an item's mark, read apart from its words"
        proposals += (
            Proposal(*mark, "", "numbering" if marker else "list-glyph", reason, "probable")
            for mark, marker in zip(marks, markers, strict=True)
        )
        numbered = zip(items, markers, strict=True)
        in_columns |= {block.start: (block,) for block in column}
        in_columns[column[-1].start] = [replace(item, marker=marker) for item, marker in numbered]
    if not proposals:
        return Revision()
    blocks: list[Block] = []
    for block, parts in zip(draft.blocks, parted, strict=True):
        if any(part.start in in_columns for part in parts):
            blocks += chain.from_iterable(in_columns.get(part.start, (part,)) for part in parts)
        else:
            blocks.append(block)
    return Revision(tuple(proposals), tuple(blocks))


RULE = Rule("mark-columns", _revise)
