"""Numbers and bullets that stand on lines of their own, apart from their words.

Symptom: `1.` and nothing else, then a paragraph, then `2.` and nothing else.
Cause: the number stood in a column of its own, and the converter read the columns one by one.
Remedy: the mark and the paragraph after it are one item, where two such pairs follow each other, or
where the mark is a number of several parts that comes next in its row (`4.2` after `4.1`), or one
that counts on from such a pair and stands over a text. So are bare numbers from 1 on, each with
what stands under it, where the words above end in a colon, or may be a heading.
Of three numbers that count on, each over a line in capitals, each is one heading with that line:
`334` over `TOLLS`.
Numbers of a list with nothing under them, as a form has them that nobody filled in, stay as lines.
Leaves alone: another mark that stands alone; another bare number, which may be a page's; a mark
that has no paragraph after it.
Seen in: plain text made from PDF.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, Draft, Revision
from consultations.rules.heading_evidence.words import can_be_heading, is_capitals
from consultations.rules.marks import BARE_NUMBER, LONE_MARK
from consultations.rules.numbering import Number, read_number
from consultations.rules.rule import Rule

_FEWEST_BARE = 2
"""Bare numbers from 1 make a list under words that announce one if there are at least this many."""

_FEWEST_TITLES = 3
"""Numbers in sequence, each over a line in capitals or over sentences under a heading, count from
this many on."""
_COUNTED = re.compile(r"\s*(\d{1,3})\s*")


def _parted(draft: Draft, block: Block) -> Iterator[Block]:
    """A block, divided before and after each line that is only a mark."""
    if block.kind not in ("paragraph", "list_item") or len(block.spans) > 1:
        yield block
        return
    start = block.start
    for first, last in draft.lines_of(block):
        words = draft.text[first:last]
        if not _is_mark(words):
            continue
        if draft.text[start:first].strip():
            yield replace(block, spans=((start, first),))
        yield replace(block, spans=((first, last),))
        start = last
    if draft.text[start : block.end].strip():
        kind = "paragraph" if start > block.start else block.kind
        yield replace(block, kind=kind, spans=((start, block.end),))


def _revise(draft: Draft) -> Revision:
    parted = [list(_parted(draft, block)) for block in draft.blocks]
    parts = [part for inside in parted for part in inside]
    titled = set(_over_titles(draft, parts))
    paired = _paired(draft, parts) | titled
    blocks: list[Block] = []
    n = 0  # of the first part of a block
    for block, inside in zip(draft.blocks, parted, strict=True):
        places = range(n, n + len(inside))
        is_paired = any(k in paired or k - 1 in paired for k in places)
        if is_paired:
            blocks += _joined(parts, paired, titled, places)
        else:
            is_empty = all(_counts(draft, part) for part in inside)
            blocks += inside if is_empty else (block,)
        n += len(inside)
    return Revision(blocks=tuple(blocks))


def _paired(draft: Draft, parts: Sequence[Block]) -> set[int]:
    """The places of marks that make one item with the paragraph after each."""
    pairs = {n for n in range(len(parts)) if _is_pair(draft, parts[n : n + 2])}
    bare = {n for n in pairs if BARE_NUMBER.fullmatch(draft.text[parts[n].start : parts[n].end])}
    marked = pairs - bare
    paired = {n for n in marked if n + 2 in marked or n - 2 in marked}
    paired |= set(_in_row(draft, parts, marked))
    paired |= set(_counting_on(draft, parts, marked, paired))
    paired |= _announced_rows(draft, parts, bare)
    return paired


def _in_row(draft: Draft, parts: Sequence[Block], marked: AbstractSet[int]) -> Iterator[int]:
    """The places of numbers of several parts, each over words, of which one counts on: 4.1, 4.2."""
    last: tuple[int, Number] | None = None
    for n, part in enumerate(parts):
        number = read_number(draft.read(part))
        if number is None or number.family != "#":
            continue
        if n in marked and last and ".#" in number.form and number.follows(last[1]):
            yield from marked & {last[0], n}
        last = n, number


def _counting_on(
    draft: Draft, parts: Sequence[Block], marked: AbstractSet[int], paired: AbstractSet[int]
) -> Iterator[int]:
    """The places of numbers that continue the sequence of a paired mark, each over a text."""
    last: Number | None = None
    for n in sorted(marked):
        number = read_number(draft.read(parts[n]))
        words = draft.text[parts[n + 1].start : parts[n + 1].end].rstrip()
        goes_on = number and last and number.form == last.form and number.follows(last)
        goes_on = goes_on and (ends_sentence(words) or words.endswith(":"))
        if n in paired or goes_on:
            last = number
            yield n


def _announced_rows(draft: Draft, parts: Sequence[Block], bare: AbstractSet[int]) -> set[int]:
    """The places of bare numbers from 1 on, the first right under words with a colon.

    It may stand under a heading as well, where each of three is over sentences.
    """
    rows: set[int] = set()
    for first in bare:
        above = draft.text[parts[first - 1].start : parts[first - 1].end].strip() if first else ""
        leads = above.endswith(":")
        if not leads and not (above and can_be_heading(above)):
            continue
        row: list[int] = []
        n = first
        while n in bare and int(draft.text[parts[n].start : parts[n].end]) == len(row) + 1:
            row.append(n)
            n += 2
        under = [draft.text[parts[k + 1].start : parts[k + 1].end].rstrip() for k in row]
        if len(row) >= (_FEWEST_BARE if leads else _FEWEST_TITLES) and (
            leads or all(map(ends_sentence, under))
        ):
            rows.update(row)
    return rows


def _over_titles(draft: Draft, parts: Sequence[Block]) -> Iterator[int]:
    """The places of bare numbers in sequence, each over a line in capitals."""
    row: list[tuple[int, int]] = []
    for n, (part, under) in enumerate(pairwise(parts)):
        bare = _COUNTED.fullmatch(draft.text[part.start : part.end])
        if not bare or under.kind != "paragraph" or not is_capitals(draft.read(under)):
            continue
        if row and int(bare[1]) != row[-1][1] + 1:
            row = []
        row.append((n, int(bare[1])))
        if len(row) >= _FEWEST_TITLES:
            yield from (place for place, _ in row)


def _joined(
    parts: Sequence[Block],
    paired: AbstractSet[int],
    titled: AbstractSet[int],
    places: range,
) -> Iterator[Block]:
    """The parts at these places, each mark of a pair together with the paragraph after it."""
    for n in places:
        if n in titled:
            yield Block("heading", ((parts[n].start, parts[n + 1].end),))
        elif n in paired:
            spans = parts[n].spans + parts[n + 1].spans
            yield replace(parts[n], kind="list_item", spans=spans)
        elif n - 1 not in paired:
            yield parts[n]


def _is_pair(draft: Draft, pair: Sequence[Block]) -> bool:
    """Whether a mark alone and a paragraph of words follow each other.

    Figures under one another, as the cells of a table are, number nothing.
    """
    if len(pair) < 2 or pair[1].kind != "paragraph":
        return False
    mark, words = (_is_mark(draft.text[part.start : part.end]) for part in pair)
    return mark and not words


def _is_mark(line: str) -> bool:
    """Whether a line is a bullet or a number and nothing else."""
    return LONE_MARK.fullmatch(line) is not None or BARE_NUMBER.fullmatch(line) is not None


def _counts(draft: Draft, block: Block) -> bool:
    """Whether a block is a number or a letter with a point or a bracket, and nothing else."""
    mark = LONE_MARK.fullmatch(draft.text[block.start : block.end])
    return mark is not None and any(mark.groups())


RULE = Rule("lone-marks", _revise)
