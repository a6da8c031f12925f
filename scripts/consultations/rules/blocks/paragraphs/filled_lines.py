"""Paragraphs under one another without an empty line.

Symptom: lines are broken at the page's width, and now and then one ends early, though the next word
would have had room.
Cause: the converter kept the page's lines and lost the space between its paragraphs.
Remedy: a paragraph ends where a line ends early: with its sentence, or long before the others do;
and where, after a sentence, a line begins with a label (`Response:`) or is short like a heading, or
answers what is counted (`Accepted in part.` under `Proposal 2: …`); and where a question begins
that is alone on its lines, if several are. A line that may be a heading,
between a sentence and a numbered paragraph right under it, is one paragraph however full the line
above it is. The lines of an entry with a number in brackets (`(LB 4) The Lamp Board`) are one, and
so are those of a reference with its year (`Moss, A. (2004) Lamps.`); the entries of a diary (`4
May: a fair`) are a paragraph each. Lines that all end early and end nothing are kept as lines, as
of a signature. A short line right under a quotation that stands alone is a paragraph: it says whose
the words are. In a text of which few lines are broken at one width, the first line of a block that
could be a heading ends where the next begins anew and it is less than half as long as the longest
line, a paragraph ends with a sentence before a label, or before a quotation's mark that opens anew
a quotation that is open, and each line is a paragraph where the text
above announces names (`List of guilds`) and each had room for the first word of the next; so is a
reply that would do (`Accept in part`), and words that ask for what is under them (`Please
explain:`). Short lines that end nothing, under a line that may be their heading, are items.
Leaves alone: all else in such a text; a line that the next goes on with in lower case.
Seen in: plain text made from PDF.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from consultations.english.dates import begins_diary_entry
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, Draft, Revision
from consultations.model.text import letters, lines
from consultations.rules.few_lines import (
    LONGEST_NAME,
    kind_of_each,
    paragraphs_of_few,
    repeated_labels,
)
from consultations.rules.full_lines import paragraphs_of_full, questions_between
from consultations.rules.heading_evidence.over_numbers import is_last_title, over_numbers
from consultations.rules.layout import heading_letters
from consultations.rules.line_indents import parted_by_indents
from consultations.rules.line_widths import EARLY, BlockLine, block_lines, longest_line, usual_width
from consultations.rules.marks import BRACKETED
from consultations.rules.numbering import read_number
from consultations.rules.prose import breaks_off, is_quotation
from consultations.rules.reference_lines import begins_dated_reference, begins_reference
from consultations.rules.rule import Rule

_MOST_OF_SIGNATURE = 3
"""Most lines that are one name: of a person, an office, a body. More are a list."""
_FEWEST_OF_DIARY = 2
_FEWEST_ASKED = 2
"""Questions right under answers: one may begin and end a line by chance."""
_MOST_OF_ENTRY = 4
"""Most lines of an entry in a list."""


@dataclass(frozen=True)
class _Page:
    """How wide the lines of a text are, and what else tells its paragraphs apart."""

    draft: Draft
    width: int | None
    """Of the lines that the page has broken; None where few are of one width."""
    longest: int
    """Of the longest line."""
    listed: frozenset[str]
    """The letters of the entries of the contents list, which are headings."""
    apart: Container[int]
    """Where the paragraphs end that an empty line, or the end of the text, stands under."""
    asked: Container[int]
    """Where questions begin that are paragraphs, with their answers right under."""
    over_number: Container[int]
    """Where the blocks end that a numbered paragraph stands right under."""
    labels: frozenset[str]
    """What stands over several paragraphs, whatever it ends in: `We will`."""

    def paragraphs(self, block: Block, printed: Sequence[BlockLine]) -> Iterator[Block]:
        """The paragraphs in which the lines of a block stand."""
        if letters(self.draft.read(block)) in self.listed:
            yield block  # a heading, however the page has broken it
        elif parted := _entries_of_diary(block, printed) or _credited(self.draft, block, printed):
            yield from parted
        elif self.width is None and (
            kind := kind_of_each(self.draft, block, printed, self.longest)
        ):
            for line in printed:
                yield replace(block, kind=kind, spans=((line.start, line.end),))
        elif _is_entry(printed):
            yield block
        elif printed[0].words in self.labels and printed[1:]:
            start = block.spans[-1][0]
            yield replace(block, spans=(*block.spans[:-1], (start, printed[0].end)))
            rest = Block("paragraph", ((printed[1].start, block.end),))
            yield from self.paragraphs(rest, printed[1:])
        elif self.width is None:
            yield from paragraphs_of_few(block, printed, self.longest)
        elif block.end in self.apart and _are_short(printed, self.width, self.listed):
            yield replace(block, keeps_lines=True)
        elif block.end in self.over_number and is_last_title(printed, self.width):
            *above, last = printed
            yield from paragraphs_of_full(
                replace(block, spans=(*block.spans[:-1], (block.spans[-1][0], above[-1].end))),
                above,
                self.width,
            )
            yield Block("paragraph", ((last.start, block.end),))
        else:
            yield from paragraphs_of_full(block, printed, self.width, self.asked)


def _revise(draft: Draft) -> Revision:
    draft = replace(draft, blocks=tuple(parted_by_indents(draft)))
    inside = {
        block.start: block_lines(draft, block)
        for block in draft.blocks
        if block.kind in ("paragraph", "list_item")
    }
    broken = [inside[b.start] for b in draft.blocks if b.start in inside and not b.keeps_lines]
    width = usual_width(broken)
    asked = [start for one in broken if width for start in questions_between(one, width)]
    page = _Page(
        draft,
        width,
        longest_line(broken),
        heading_letters(draft.contents),
        _stand_apart(draft),
        frozenset(asked if len(asked) >= _FEWEST_ASKED else ()),
        over_numbers(draft),
        repeated_labels(inside.values()),
    )
    blocks: list[Block] = []
    for block in draft.blocks:
        printed = [line for line in inside.get(block.start, []) if line.words]
        is_text = printed and not block.keeps_lines
        blocks += page.paragraphs(block, printed) if is_text else [block]
    return Revision(blocks=tuple(blocks))


def _entries_of_diary(block: Block, printed: Sequence[BlockLine]) -> Sequence[Block]:
    """The entries of a block of which two lines, the first among them, begin as those of a diary.

    Nothing where there are fewer. A line under one that breaks off begins none.
    """
    above = ["", *(line.words for line in printed)]
    starts = [
        line.start
        for line, before in zip(printed, above, strict=False)
        if begins_diary_entry(line.words) and not breaks_off(before)
    ]
    if len(starts) < _FEWEST_OF_DIARY or starts[0] != printed[0].start or block.spans[1:]:
        return ()
    return [
        replace(block, spans=(span,)) for span in pairwise([block.start, *starts[1:], block.end])
    ]


def _credited(draft: Draft, block: Block, printed: Sequence[BlockLine]) -> Sequence[Block]:
    """A quotation that stands alone, and the line under it that says whose it is; else nothing."""
    if len(printed) < 2 or block.kind != "paragraph" or len(block.spans) > 1:
        return ()
    *above, last = printed
    is_name = last.length <= LONGEST_NAME and not ends_sentence(last.words)
    begins_anew = last.words[:1].isupper() or last.words[:1] in "-–—"
    quotation = draft.text[block.start : above[-1].end].strip()
    if not (is_name and begins_anew and is_quotation(quotation)) or last.words.endswith(":"):
        return ()
    return (
        replace(block, spans=((block.start, above[-1].end),)),
        replace(block, spans=((last.start, block.end),)),
    )


def _stand_apart(draft: Draft) -> set[int]:
    """Where the paragraphs end that an empty line, or the end of the text, stands under."""
    following = [*draft.blocks[1:], None][: len(draft.blocks)]
    return {
        block.end
        for block, under in zip(draft.blocks, following, strict=True)
        if block.kind == "paragraph"
        and (under is None or len(lines(draft.text[block.end : under.start])) > 2)
    }


def _are_short(printed: Sequence[BlockLine], width: int, listed: frozenset[str]) -> bool:
    """Whether lines are those of a signature: they are few, and each is short and ends nothing.

    Args:
        printed: the lines of a block.
        width: the usual one.
        listed: the letters of the entries of the contents list, which are headings.
    """
    if not 2 <= len(printed) <= _MOST_OF_SIGNATURE or read_number(printed[0].words):
        return False
    return all(
        line.length < EARLY * width
        and letters(line.words) not in listed
        and len(line.words) <= LONGEST_NAME
        and (line.words[:1].isupper() or line.words[:1].isdigit())
        and not (ends_sentence(line.words) or line.words.endswith(":") or breaks_off(line.words))
        for line in printed
    )


def _is_entry(printed: Sequence[BlockLine]) -> bool:
    """Whether lines are one entry of a list: a few, and the first begins with what entries have.

    That is a number in brackets, and then none but the last line ends a sentence; or an author and
    a year, and then none of the others does.
    """
    first, *others = (line.words for line in printed)
    if BRACKETED.match(first):
        is_one = not any(map(ends_sentence, [first, *others][:-1]))
    else:
        is_one = begins_dated_reference(first) and not any(map(begins_reference, others))
    return is_one and len(printed) <= _MOST_OF_ENTRY


RULE = Rule("filled-lines", _revise)
