"""Lines that are the author's own: the head of a letter, an address, a signature.

Symptom: `From:` and `To:` on lines of their own; `Yours truly,` over a name; a name over an office;
`Present:` and `Apologies:` with a name a line; three names or more, each with what may stand behind
it after a comma or in brackets; two or more under `List of guilds`; the lines of an address,
without an empty line between them; boxes to be ticked, alone or among the fields of a form.
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
from consultations.rules.author_lines import FEWEST, LABELLED, After, are_fields, are_the_authors
from consultations.rules.form_lines import BOX
from consultations.rules.layout import marks_breaks
from consultations.rules.prose import announces_names
from consultations.rules.rule import Rule

_MOST_ABOVE = 12
"""Number of blocks above a letter's greeting that may be its head, date and address."""


def _kept(
    draft: Draft, block: Block, after: After | None = None, *, is_above: bool = False
) -> Iterator[Block]:
    """A block that keeps the author's line ends; a line over boxes or fields stands apart.

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
    is_kept = are_fields(printed) or are_the_authors(
        draft.source.record, found, after, is_above=is_above
    )
    if not is_kept and (head := _head(draft, block, found)):
        yield replace(block, spans=((block.start, head),))
        block, is_kept = replace(block, spans=((head, block.end),)), True
    if is_kept:
        yield replace(block, keeps_lines=True)
    else:
        yield from _options(draft, block)


def _options(draft: Draft, block: Block) -> Iterator[Block]:
    """A block, divided before each line with a box if it begins with one and has several."""
    boxes = [
        start for start, end in draft.lines_of(block) if BOX.match(draft.text[start:end].lstrip())
    ]
    edges = [*boxes, block.end] if boxes[:1] == [block.start] else [block.start, block.end]
    yield from (replace(block, spans=(span,)) for span in pairwise(edges))


def _head(draft: Draft, block: Block, found: Sequence[str]) -> int | None:
    """Where a line ends that stands right over boxes or fields, which are all the rest."""
    rest = found[1:]
    are_boxes = len(rest) > 1 and all(map(BOX.match, rest))
    if are_boxes or (len(rest) >= FEWEST and all(map(LABELLED.match, rest))):
        return draft.text.index(found[0], block.start) + len(found[0])
    return None


def _mended(draft: Draft) -> Iterator[Block]:
    """The blocks; those that Markdown's line breaks had divided are put together."""
    run: list[Block] = []
    has_breaks = marks_breaks(draft.text.splitlines())
    for block in draft.blocks:
        if run and not (has_breaks and _is_broken(draft, run[-1], block)):
            yield from _as_one(draft, run)
            run = []
        run.append(block)
    yield from _as_one(draft, run)


def _is_broken(draft: Draft, first: Block, second: Block) -> bool:
    """Whether there is nothing between two blocks but a line end behind two blanks."""
    return (
        second.kind == "paragraph"
        and draft.text[first.start : first.end].endswith("  ")
        and len(lines(draft.text[first.end : second.start])) == 2
    )


def _as_one(draft: Draft, run: Sequence[Block]) -> Sequence[Block]:
    """Blocks as one, if its lines would be kept; else as they are."""
    if len(run) < 2:
        return run
    whole = replace(run[0], spans=((run[0].start, run[-1].end),))
    return [whole] if next(_kept(draft, whole)).keeps_lines else run


def _leads_to_names(draft: Draft, block: Block) -> After | None:
    """What a block is for one that stands right under it and may be a signature, or a list."""
    words = draft.read(block)
    if VALEDICTION.fullmatch(words):
        return "close"
    if announces_names(words):
        return "names"
    return "kept" if block.keeps_lines else None


def _revise(draft: Draft) -> Revision:
    blocks: list[Block] = []
    after: After | None = None
    found = list(_mended(draft))
    above = (n for n, block in enumerate(found[:_MOST_ABOVE]) if greets(draft.read(block)))
    greeting = next(above, 0)
    for n, block in enumerate(found):
        blocks += _kept(draft, block, after, is_above=n < greeting)
        after = _leads_to_names(draft, blocks[-1])
    return Revision(blocks=tuple(blocks))


RULE = Rule("kept-lines", _revise)
