"""Paragraphs that are one line each, without an empty line between them.

Symptom: lines much longer than a page is wide, if only one of many of which none goes on in the
next; short ones stand right over them or under them,
which are headings, questions, items, or what somebody answers.
Cause: a word processor, or whoever copied from a page, broke lines only where a paragraph ends.
Remedy: each such line ends its paragraph, unless the next goes on in it; a short line does so where
it ends a sentence or leads to what follows, where it stands over a text, or where a speaker's name
begins the next (`Ms Ferry: No.`). In a form a question ends its paragraph, and so do a box to be
ticked, a reply such as `Agree`, and the number of what follows. Short lines under one that leads to
them are items. Where an empty line parts most paragraphs, lines under one that leads to them, and
not to what somebody says, are items, with a heading under the last where an empty line and a text
follow. Such lists show a text for what was copied from a browser: there three or more lines that
are a sentence or a clause each are items as well, one or two that may be headings are parted from
what stands above them, and a line over items from them.
Leaves alone: a text with a line for each sentence; one whose lines end where the page does, though
some of them are long. Short lines under one another that end nothing, such as an address, are kept
as lines.
Seen in: plain text that a word processor saved, what was copied from a page, minutes of evidence.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, BlockKind, Draft, Revision
from consultations.model.text import lines
from consultations.rules.form_lines import begins_part, is_counted
from consultations.rules.heading_evidence.clauses import is_broken
from consultations.rules.heading_evidence.words import PARAGRAPH_CITED
from consultations.rules.line_groups import GroupParts, LineGroup, is_copy, read_group
from consultations.rules.line_habit import COUNT, NEXT, Habit, is_bare
from consultations.rules.line_widths import BlockLine, is_unbroken, text_lines
from consultations.rules.numbering import names_part, read_number, read_parts, without_number
from consultations.rules.prose import SPEAKER, goes_on
from consultations.rules.rule import Rule

_NUMBER = re.compile(r"(?:Q(?:uestion)?\.? ?)?\d{1,5}[.:)]?\s+")
"""The label of a question that is put to a witness: `Q412 Chair: …`."""
_FEW = 7
"""Words of a sentence that could stand on a cover."""
_SHORT = 80
"""Code points. A shorter line may be a heading or an item."""
_BEFORE_LAST = ("; and", "; or", ", and", ", or")
"""How the last item but one of a sentence ends. The last ends the sentence."""
_CLAUSE_ENDS = (";", *_BEFORE_LAST)

_Ends = Callable[[BlockLine, BlockLine, BlockKind], bool]
"""Whether a line ends its block, by itself, the line right under it and the block's kind."""


def _stands_over(line: BlockLine, following: BlockLine) -> bool:
    """Whether a line may be the heading of a text right under it."""
    is_text = is_unbroken(following) or _is_whole(following)
    is_named = is_counted(line.words) and line.words[-1:].isalnum()
    can_be = is_bare(line) or is_named or line.words.endswith("?")
    begins = COUNT.sub("", following.words)[:1].isupper()
    return can_be and is_text and begins and len(line.words) <= _SHORT


def _is_whole(line: BlockLine) -> bool:
    """Whether a line ends a sentence, perhaps with its reference behind it, or leads on."""
    words = line.words
    is_cited = PARAGRAPH_CITED.search(words) is not None
    return is_cited or ends_sentence(words) or words.endswith(":")


def _is_heading(line: BlockLine, following: BlockLine) -> bool:
    """Whether a line stands over a text, or over the first part of what it counts: 1.1 under 1."""
    if _is_text(following) and _stands_over(line, following):
        return True
    number, part = read_number(line.words), read_number(following.words)
    if number is None or part is None or part.path != (*number.path, 1):
        return False
    return part.follows(number) and line.words[-1:].isalnum()


def _is_text(line: BlockLine) -> bool:
    """Whether a line is no line of an address or of a cover: it is long, or a whole sentence."""
    is_sentence = ends_sentence(line.words) and len(line.words.split()) > _FEW
    return is_unbroken(line) or is_sentence


def _stands_apart(line: BlockLine, following: BlockLine, _: BlockKind) -> bool:
    # A short line under a whole text may be the heading of what an empty line parts from it.
    ends_text = is_unbroken(line) and ends_sentence(line.words)
    is_apart = ends_text and is_bare(following) and len(following.words) <= _SHORT
    return is_apart or _stands_over(line, following)


def _ends_block(line: BlockLine, following: BlockLine, kind: BlockKind) -> bool:
    if begins_part(line.words, following.words) or _titles_part(line):
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
    return long or _is_whole(line) or _stands_over(line, following)


def _titles_part(line: BlockLine) -> bool:
    """Whether a line is the label of a part, alone or with its title: `Annex B: Lamps`."""
    number = read_number(line.words)
    is_part = number is not None and number.rank is not None and len(line.words) <= _SHORT
    return names_part(line.words) or (is_part and line.words[-1:].isalnum())


def _is_speech_under(line: BlockLine, following: BlockLine) -> bool:
    """Whether a speaker's name begins a line, and the one above is no field of a form."""
    number = _NUMBER.match(following.words)
    speaks = SPEAKER.match(following.words, number.end() if number else 0)
    is_field = is_bare(line) and SPEAKER.match(line.words) and not is_counted(line.words)
    return speaks is not None and not is_field


def _items(inside: Sequence[BlockLine], first: int, kind: BlockKind) -> int:
    """How many lines from the first on are items: short ones that end no sentence, or clauses.

    Under an item, as a numbered paragraph is, they are clauses.
    """
    count, is_last = 0, False
    for line in inside[first:]:
        is_short = len(line.words) <= _SHORT and not line.words.endswith((".", "?", "!", ":"))
        is_short = is_short and kind == "paragraph"
        if not (is_short or is_last or line.words.endswith(_CLAUSE_ENDS)):
            break
        count += 1
        is_last = line.words.endswith(_BEFORE_LAST)
    return count if count > 1 else 0


def _parts(
    block: Block, inside: Sequence[BlockLine], under: Sequence[BlockLine], ends: _Ends
) -> Iterator[Block]:
    """A block's paragraphs, and the items under those that lead to them.

    Args:
        block: it.
        inside: its lines.
        under: the line right under it, where there is one.
        ends: what tells that a line ends its block.
    """
    start, kind, n = 0, block.kind, 0
    while n < len(inside):
        line, following = inside[n], inside[n + 1 : n + 2]
        items = _items(inside, n + 1, kind) if line.words.endswith(":") else 0
        # A heading begins anew, whatever short lines stand over it.
        over = [*inside, *under][n + 1 : n + 3]
        is_heading = len(over) == 2 and _is_heading(*over)
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
    """Lines that nothing parts; several of them were ended by their author, as in an address.

    Not where one breaks off: nobody ends a line of an address behind `on`.
    """
    breaks_off = (is_broken(one.words.rstrip(",")) for one in inside[:-1])
    is_text = any(map(is_unbroken, inside)) or any(breaks_off)
    keeps_lines = kind == "paragraph" and len(inside) > 1 and not is_text
    return replace(block, kind=kind, spans=((inside[0].start, end),), keeps_lines=keeps_lines)


def _grouped(
    block: Block, group: GroupParts, inside: Sequence[BlockLine], under: Sequence[BlockLine]
) -> Iterator[Block]:
    """The paragraphs, items and headings of a block, where empty lines part most others."""
    if text := inside[: group.text]:
        end = text[-1].end if group.text < len(inside) else block.end
        start = block.spans[-1][0]
        yield from _parts(replace(block, spans=((start, end),)), text, under, _stands_apart)
    for n, line in enumerate(inside[group.text :]):
        kind: BlockKind = "list_item" if n < group.items else "paragraph"
        yield replace(block, kind=kind, spans=((line.start, line.end),))


def _with_elsewhere(block: Block, parts: Iterable[Block]) -> Iterator[Block]:
    """The parts of a block's last piece, the first with what the block has from elsewhere.

    An item's number that stood on a line of its own is such a piece.
    """
    first, *others = parts
    yield replace(first, spans=(*block.spans[:-1], *first.spans))
    yield from others


def _adjoin(draft: Draft, block: Block, below: Sequence[BlockLine]) -> bool:
    """Whether there is no empty line between a block and the lines of the next one."""
    return bool(below) and len(lines(draft.text[block.end : below[0].start])) <= NEXT


def _groups(draft: Draft, inside: Mapping[int, Sequence[BlockLine]]) -> dict[int, LineGroup]:
    """The paragraphs of several lines with what stands around them, by where they start."""
    found = {}
    above = ""
    for block, following in zip(draft.blocks, [*draft.blocks[1:], None], strict=True):
        printed = inside.get(block.start, [])
        below = inside.get(following.start, []) if following else []
        if len(printed) > 1 and block.kind == "paragraph":
            apart = [] if _adjoin(draft, block, below) else below
            found[block.start] = LineGroup(above, printed, apart)
        above = draft.read(block)
    return found


def _revise(draft: Draft) -> Revision:
    inside = text_lines(draft)
    habit = Habit.of(draft, list(inside.values()))
    if not habit.whole:
        return Revision()
    ends = _ends_block if habit.crowded else _stands_apart
    groups = {} if habit.crowded else _groups(draft, inside)
    copied = is_copy(draft.source.record, groups.values())
    blocks: list[Block] = []
    for block, following in zip(draft.blocks, [*draft.blocks[1:], None], strict=True):
        printed = inside.get(block.start, [])
        below = inside.get(following.start, []) if following else []
        under = below[:1] if _adjoin(draft, block, below) else []
        if len(printed) < 2:
            blocks.append(block)
        elif block.start in groups:
            group = read_group(draft.source.record, groups[block.start], copied=copied)
            blocks += _with_elsewhere(block, _grouped(block, group, printed, under))
        else:
            blocks += _with_elsewhere(block, _parts(block, printed, under, ends))
    return Revision(blocks=tuple(blocks))


RULE = Rule("whole-lines", _revise)
