"""Items that nothing marks but their indent.

Symptom: a line that ends in a colon, and under it lines further in, each of which begins anew; or
lines that are names, no further in.
Cause: the bullets were drawn, and the converter kept the place of their words alone; or a list of
names has none.
Remedy: each line further in begins an item, unless it goes on from the line above: because it
begins inside a sentence, or because the line above is full or breaks off. Where full lines go on
further in than they begin, each that is less far in begins an item, under an item's colon too. Of
lines that stand no further in, three or more are items, where each is short, begins with a capital
and ends nothing. Where each is a quotation from end to end, they are block quotations.
Leaves alone: lines further in that are one text and fill the width, as a quotation does; a single
line; lines under something that announces nothing; the lines of an address or a signature.
Seen in: plain text made from PDF.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from consultations.english.saying import is_saying
from consultations.english.sentences import ends_sentence
from consultations.english.small_words import PREPOSITIONS
from consultations.model.draft import Block, BlockKind, Draft, Revision
from consultations.model.text import Interval, squeeze
from consultations.rules.announced import leads_to_quotation
from consultations.rules.layout import indent
from consultations.rules.marks import BARE_MARK
from consultations.rules.prose import breaks_off, goes_on, is_quotation
from consultations.rules.rule import Rule

_FEWEST = 2
"""Items of a list."""
_FEWEST_NAMES = 3
"""Items of a list that stand no further in than the words that announce them."""
_FULL = 0.9
"""Share of the longest line that one with no room for the next word reaches; items are narrower."""
_FAR = 2
"""How many times the longest of such lines is shorter than the longest of the text."""
_LONGEST_CLAUSE = 120
"""Code points of a line in lower case that is an item."""
_LONGEST_NAME = 60
"""Code points: a longer line is one of running text."""
_LISTING = frozenset({*PREPOSITIONS, "following", "follows"})
"""What words that lead to a list may end with: `The board asks for:`."""


def _revise(draft: Draft) -> Revision:
    printed = {
        block.spans: draft.lines_of(block)
        for block in draft.blocks
        if block.kind in ("paragraph", "list_item") and not block.keeps_lines
    }
    width = max((end - start for inside in printed.values() for start, end in inside), default=0)
    blocks: list[Block] = []
    above: Interval | None = None  # the line before, where it is a paragraph's
    for block in draft.blocks:
        inside = printed.get(block.spans, [])
        blocks += _parted(draft, block, inside, above, width) if inside else (block,)
        above = inside[-1] if inside and block.kind == "paragraph" else None
    return Revision(blocks=tuple(blocks))


def _parted(
    draft: Draft, block: Block, inside: Sequence[Interval], above: Interval | None, width: int
) -> Iterator[Block]:
    """A paragraph as what announces items, the items, and what comes after them; else itself.

    Args:
        draft: the document.
        block: the paragraph.
        inside: its lines.
        above: the line before it, if that is a paragraph's.
        width: characters of the longest line of the document.
    """
    before = [above, *inside[:-1]]
    places = [n for n, line in enumerate(before) if line and _announces(draft, line)]
    for n in places:
        is_item = block.kind == "list_item"
        items = _under(draft, inside[n:], before[n] or inside[n], width, is_item=is_item)
        if not items:
            continue
        if n:
            yield replace(block, spans=((block.start, inside[n - 1][1]),))
        kind = _kind(draft, items)
        yield from (replace(block, kind=kind, spans=(item,), marker=None) for item in items)
        if rest := [line for line in inside if line[0] >= items[-1][1]]:
            yield replace(block, kind="paragraph", spans=((rest[0][0], block.end),), marker=None)
        return
    yield block


def _under(
    draft: Draft, inside: Sequence[Interval], announcing: Interval, width: int, *, is_item: bool
) -> Sequence[Interval]:
    """The items that lines are; under an item (`is_item`) only those that hang."""
    further = _further_in(draft, inside, announcing)
    is_said = _says(draft, announcing)
    if not is_said and (hanging := _hanging(draft, further, width)):
        return hanging
    if is_item or (further and _is_one_text(draft, further, is_said=is_said)):
        return ()
    items = _items(draft, further, width) if further else _names(draft, inside, width)
    return items if len(items) >= (_FEWEST if further else _FEWEST_NAMES) else ()


def _kind(draft: Draft, items: Sequence[Interval]) -> BlockKind:
    """What items are: block quotations, where each is one from end to end."""
    quoted = all(is_quotation(squeeze(draft.text[slice(*item)])) for item in items)
    return "blockquote" if quoted else "list_item"


def _further_in(
    draft: Draft, inside: Sequence[Interval], announcing: Interval
) -> Sequence[Interval]:
    """The lines, up to the first that stands no further in than another.

    Under a sentence's end the author's next paragraph may begin further in as well, but not as far
    as the first of these lines.
    """
    column = indent(draft.text, *announcing)
    further = list(takewhile(lambda line: indent(draft.text, *line) > column, inside))
    for n, (line, below) in enumerate(pairwise(further), 1):
        is_out = indent(draft.text, *below) < indent(draft.text, *further[0])
        begins = not goes_on(squeeze(draft.text[slice(*below)]))
        if is_out and begins and ends_sentence(squeeze(draft.text[slice(*line)])):
            return further[:n]
    return further


def _hanging(draft: Draft, inside: Sequence[Interval], width: int) -> Sequence[Interval]:
    """Lines as items that hang: each begins as far in as the others, and goes on further in.

    It goes on where its line is full: in a program the line above has room.
    """
    columns = [indent(draft.text, *line) for line in inside]
    further = [column for column in columns if column > columns[0]]
    run = list(takewhile(lambda column: column in (columns[0], *further[:1]), columns))
    starts = [n for n, column in enumerate(run) if column == columns[0]]
    if not _FEWEST <= len(starts) < len(run):
        return ()
    words = [squeeze(draft.text[slice(*line)]) for line in inside]
    for n in sorted({*range(len(run))} - {*starts}):
        reach = columns[n - 1] + len(words[n - 1]) + 1 + len(words[n].split()[0])
        if reach < _FULL * width:
            return ()
    ends = [*starts[1:], len(run)]
    return [(inside[n][0], inside[end - 1][1]) for n, end in zip(starts, ends, strict=True)]


def _is_one_text(draft: Draft, inside: Sequence[Interval], *, is_said: bool) -> bool:
    """Whether lines are wrapped text: each is as full as the longest lets it be.

    Most of them end inside a sentence, and none as an item does: a quotation that is set in may
    happen to end a sentence where a line ends. Where somebody is said to say what follows
    (`is_said`), all of its lines may.
    """
    printed = [squeeze(draft.text[start:end]) for start, end in inside]
    width = max(map(len, printed))
    within = 0
    for words, following in pairwise(printed):
        has_room = len(words) + 1 + len(following.split()[0]) <= width
        if has_room or words.endswith((";", ":")):
            return False
        within += not ends_sentence(words) and (goes_on(following) or breaks_off(words))
    sentences = is_said and len(printed) > 1 and all(map(ends_sentence, printed))
    return within * 2 >= len(printed) or sentences


def _names(draft: Draft, inside: Sequence[Interval], width: int) -> Sequence[Interval]:
    """Lines that are each a name, or as short as one; none where one of them is a sentence's.

    All may begin in lower case, where no width has broken them.
    """
    printed = [squeeze(draft.text[start:end]) for start, end in inside]
    is_item = _is_clause if _are_clauses(printed, width) else _is_name
    return inside if all(map(is_item, printed)) else []


def _are_clauses(printed: Sequence[str], width: int) -> bool:
    """Whether lines in lower case are far from full, or all but one had room for the next word."""
    if not all(words[:1].islower() for words in printed):
        return False
    longest = max(map(len, printed))
    full = sum(len(a) + len(b.split(None, 1)[0]) >= longest for a, b in pairwise(printed))
    return longest * _FAR < width or full <= 1


def _is_name(words: str) -> bool:
    """Whether a line may be a name."""
    is_short = len(words) <= _LONGEST_NAME and words[:1].isupper() and not breaks_off(words)
    return is_short and not (ends_sentence(words) or words.endswith((":", ";")))


def _is_clause(words: str) -> bool:
    """Whether a line may be an item that ends nothing; a preposition may end one."""
    is_whole = not breaks_off(words) or words.split()[-1] in PREPOSITIONS
    is_short = len(words) <= _LONGEST_CLAUSE and is_whole
    return is_short and not (ends_sentence(words) or words.endswith((":", ";")))


def _announces(draft: Draft, line: Interval) -> bool:
    """Whether a line ends in a colon."""
    return draft.text[slice(*line)].rstrip().endswith(":")


def _says(draft: Draft, line: Interval) -> bool:
    """Whether a line says that somebody speaks: "She writes:", "He told us:", not "asks for:"."""
    words = draft.text[slice(*line)].strip()
    *_, last = words.rstrip(" :").rsplit(None, 1) or [""]
    return is_saying(last) or (last not in _LISTING and leads_to_quotation(words))


def _items(draft: Draft, inside: Sequence[Interval], width: int) -> list[Interval]:
    """Lines as items, each with the lines in which it goes on."""
    items: list[Interval] = []
    before = ""
    for start, end in inside:
        words = squeeze(draft.text[start:end])
        first = indent(draft.text, start, end) + len(before) + 1 + len(words.split()[0])
        has_room = first <= width and not goes_on(words) and not breaks_off(before)
        if (
            not items
            or has_room
            or BARE_MARK.match(draft.text, start, end)
            or before.endswith((";", ".", "; and", "; or", ", and"))
        ):
            items.append((start, end))
        else:
            items[-1] = (items[-1][0], end)
        before = words
    return items


RULE = Rule("indented-items", _revise)
