"""Lines that are the author's own: the head of a letter, an address, a signature.

Symptom: `From:` and `To:` on lines of their own; `Yours truly,` over a name; a name over an office;
`Present:` and `Apologies:` with a name a line; three names or more, each with what may stand behind
it after a comma or in brackets; two or more under `List of guilds`; the lines of an address,
without an empty line between them; boxes to be ticked.
Cause: the author ended these lines, and most others end where the page does.
Remedy: none of the text is changed; the passage keeps these line ends, also where Markdown's break
(two blanks) ends each of them. Longer lines with boxes are a paragraph each. A line right over
boxes or fields is a paragraph of its own.
Leaves alone: lines of running text, whatever they begin with; a list of other names without a sign
of an address among them.
Seen in: letters, forms, title pages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from consultations.english.letter_words import VALEDICTION, greets
from consultations.model.draft import Block, Draft, Revision
from consultations.model.text import lines
from consultations.rules.author_lines import (
    FEWEST,
    LABELLED,
    LONGEST,
    After,
    are_addressed,
    are_fields,
    are_names,
    are_the_authors,
    is_signed,
    names_person,
)
from consultations.rules.form_lines import BOX
from consultations.rules.prose import announces_names
from consultations.rules.rule import Rule

_MOST_ABOVE = 12
"""Blocks above a letter's greeting: a head, a date, an address."""


def _kept(
    draft: Draft, block: Block, after: After | None = None, *, is_above: bool = False
) -> Iterator[Block]:
    """A block, its lines kept where they are the author's; the line over them stands alone.

    Args:
        draft: the document.
        block: of it.
        after: what stands right before it, if that says that somebody signs here, or is named.
        is_above: it stands above a letter's greeting.
    """
    if block.kind != "paragraph":
        yield block
        return
    printed = [draft.text[start:end] for start, end in draft.lines_of(block)]
    found = [line.strip() for line in printed]
    is_kept = (
        are_the_authors(found)
        or are_fields(printed)
        or is_signed(draft.source.record, found, after)
        or (after == "names" and are_names(found))
        or (is_above and are_addressed(found))
    )
    if not is_kept and (head := _head(draft, block, found)):
        yield replace(block, spans=((block.start, head),))
        block, is_kept = replace(block, spans=((head, block.end),)), True
    if is_kept:
        yield replace(block, keeps_lines=True)
    else:
        yield from _options(draft, block)


def _options(draft: Draft, block: Block) -> Iterator[Block]:
    """A block parted before each line with a box, where it begins with one and has several."""
    boxes = [
        start for start, end in draft.lines_of(block) if BOX.match(draft.text[start:end].lstrip())
    ]
    is_form = boxes[:1] == [block.start] and len(boxes) > 1
    edges = [*boxes, block.end] if is_form else [block.start, block.end]
    yield from (replace(block, spans=(span,)) for span in pairwise(edges))


def _head(draft: Draft, block: Block, found: Sequence[str]) -> int | None:
    """Where the line ends that stands right over boxes or fields, which are all of the rest."""
    rest = found[1:]
    of_form = all(BOX.match(line) for line in rest) or (
        all(LABELLED.match(line) for line in rest) and len(rest) >= FEWEST
    )
    if len(rest) < FEWEST - 1 or not of_form or LABELLED.match(found[0]):
        return None
    if any(len(line) > LONGEST for line in rest):
        return None
    return draft.text.index(found[0], block.start) + len(found[0])


def _broken(draft: Draft) -> Iterator[Block]:
    """The blocks, those of which Markdown's line breaks have parted the author's lines in one."""
    run: list[Block] = []
    for block in [*draft.blocks, None]:
        if run and block and block.kind == "paragraph" and _is_broken(draft, run[-1], block):
            run.append(block)
            continue
        if len(run) > 1:
            whole = replace(run[0], spans=((run[0].start, run[-1].end),))
            run = [whole] if next(_kept(draft, whole)).keeps_lines else run
        yield from run
        run = [block] if block else []


def _is_broken(draft: Draft, first: Block, second: Block) -> bool:
    """Whether nothing stands between two blocks but a line's end behind two blanks."""
    between = draft.text[first.end : second.start]
    return (
        first.kind == "paragraph"
        and draft.text[first.start : first.end].endswith("  ")
        and not between.strip()
        and len(lines(between)) == 2  # the line that ends, and the one that begins
    )


def _leads_to_names(draft: Draft, block: Block) -> After | None:
    """What a block is for one that stands right under it and may be a signature, or a list."""
    words = draft.read(block)
    if VALEDICTION.fullmatch(words):
        return "close"
    if announces_names(words) and not block.keeps_lines:
        return "names"
    if not block.keeps_lines:
        return None
    first = draft.text[block.start : block.end].strip().partition("\n")[0]
    return "signature" if names_person(first.strip()) else None


def _revise(draft: Draft) -> Revision:
    blocks: list[Block] = []
    after: After | None = None
    found = list(_broken(draft))
    above = (n for n, block in enumerate(found[:_MOST_ABOVE]) if greets(draft.read(block)))
    greeting = next(above, 0)
    for n, block in enumerate(found):
        blocks += _kept(draft, block, after, is_above=n < greeting)
        after = _leads_to_names(draft, blocks[-1])
    return Revision(blocks=tuple(blocks))


RULE = Rule("kept-lines", _revise)
