"""What parts the paragraphs of a text of which few lines are broken at one width."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from consultations import patterns as re
from consultations.english.call_labels import is_answer_label, is_prompt
from consultations.english.replies import is_short_reply, opens_reply
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, BlockKind, Draft
from consultations.rules.form_lines import BOX, asks, is_counted
from consultations.rules.heading_evidence.never import is_no_heading
from consultations.rules.heading_evidence.words import (
    can_be_heading,
    is_caption,
    names_back_matter,
    names_section,
)
from consultations.rules.line_widths import EARLY, BlockLine
from consultations.rules.numbering import read_number
from consultations.rules.prose import announces_names, breaks_off, goes_on

LABEL = re.compile(r"(?:Q\d{1,4}\s+)?[^\W\d_a-z]\w{1,20}(?: \w{1,20}){0,2}:(?=\s|\Z)")
"""`Response:`, `Ann Ferry:`, `Q12  Chair:`."""

_FIELD = re.compile(r"[^\W\d_a-z][\w ,&/’'-]{1,60}(?: \([a-z][^()\d]{1,40}\))?:\s+\S")
"""A field with its value, whatever its label says: `Ferry Board (if any): Accept in part`."""
_FEWEST_FIELDS = 2
_FEWEST_OF_ROW = 4
"""Lines of a row of names or items; fewer may be a signature."""
_LABEL_WORDS = 4
"""A label that comes again and again, as `What we will do`."""
_OF_QUESTION = 2
"""Lines of a question with its number over it."""
LONGEST_NAME = 60
"""Code points: a longer line is one of running text."""
_ANSWERS = re.compile(
    r"[^.?!]{1,80}\b(?:this|these)\s(?:recommendation|conclusion|finding|proposal)s?\b",
    re.IGNORECASE,
)
"""A sentence that answers what stands above it: `The board accepts this recommendation in part`."""


def kind_of_each(
    draft: Draft, block: Block, printed: Sequence[BlockLine], longest: int
) -> BlockKind | None:
    """What each line of a block is, where each is one of a row; None where they are one text.

    Names stand under what announces them, and each had room for the next one's first word. So do
    items under a line that may be their heading: they are far from full, and end nothing.
    """
    at = bisect_left(draft.blocks, block.start, key=lambda one: one.start)
    is_row = at and len(printed) >= _FEWEST_OF_ROW and len(block.spans) == 1
    if not is_row or not all(
        line.words[:1].isupper()
        and len(line.words) <= LONGEST_NAME
        and line.length + 1 + len(following.words.split(None, 1)[0]) < longest
        and not breaks_off(line.words)
        for line, following in pairwise(printed)
    ):
        return None
    above = draft.read(draft.blocks[at - 1])
    if announces_names(above):
        return "paragraph"
    are_items = all(
        line.length * 2 < longest and line.words[-1] not in ".,;:!?" for line in printed
    )
    return "list_item" if are_items and can_be_heading(above) else None


def paragraphs_of_few(block: Block, printed: Sequence[BlockLine], longest: int) -> Iterator[Block]:
    """The paragraphs of a block: one begins at a label or a reply, and under a heading.

    Args:
        block: of a text in which the page has broken few lines.
        printed: its lines.
        longest: the length of the text's longest line, in code points.
    """
    for piece, inside in _labelled(block, printed, longest):
        yield from _under_heading(piece, inside, longest)


def answers_above(words: str) -> bool:
    """Whether words begin with an answer to what stands above: `No.`, `We accept this proposal`."""
    return opens_reply(words) or _ANSWERS.match(words) is not None


def _is_field(line: BlockLine) -> bool:
    """Whether a line begins with a label, and the value stands behind it."""
    return _FIELD.match(line.words) is not None


def _asks_for(line: BlockLine, following: BlockLine) -> bool:
    """Whether a line only says what a form asks for, with its colon, and an answer is under it."""
    is_label = line.words.endswith(":") and is_prompt(line.words)
    return is_label and following.words[:1].isupper()


def _ends_paragraph(line: BlockLine, following: BlockLine, longest: int) -> bool:
    """Whether a sentence ends in the first half of a line, and a full line begins anew."""
    is_full = following.length > EARLY * longest and following.words[0].isupper()
    return is_full and ends_sentence(line.words) and line.length * 2 < longest


def _begins_anew(so_far: Sequence[BlockLine], following: BlockLine, longest: int) -> bool:
    """Whether a label or an answer begins under the end of a sentence.

    Args:
        so_far: the lines of the paragraph.
        following: the line under the last of them.
        longest: the length of the text's longest line.
    """
    first, line = so_far[0], so_far[-1]
    if not ends_sentence(line.words):
        return False
    if len(so_far) == _OF_QUESTION and _is_put(first, line, following):
        return True
    # "Accepted in part." under a recommendation, or "No." under a question.
    if is_counted(first.words) and opens_reply(following.words):
        return True
    label = LABEL.match(following.words)
    length = label.end() if label else len(following.words.split(None, 1)[0])
    is_anew = label is not None or _ANSWERS.match(following.words) is not None
    return is_anew and line.length + 1 + length < longest


def _is_reply(line: BlockLine, following: BlockLine) -> bool:
    """Whether a line is a short reply that ends nothing, over one that begins anew."""
    stands_alone = line.words[:1].isupper() and line.words[-1:].isalpha()
    return stands_alone and following.words[:1].isupper() and is_short_reply(line.words)


def _stands_alone(printed: Sequence[BlockLine], n: int, longest: int) -> bool:
    """Whether a line is a paragraph by itself: a reply that would do, or a heading between texts.

    So are boxes under what asks for them.

    What parts of documents are called, as `Contact`, may stand over any line.
    """
    if n + 1 >= len(printed):
        return False
    line, following = printed[n], printed[n + 1]
    above = printed[n - 1 : n]
    is_ticked = any(asks(one.words) for one in above) and BOX.search(line.words) is not None
    if is_ticked or _is_reply(line, following):
        return True
    is_under = all(ends_sentence(one.words) or is_short_reply(one.words) for one in above)
    is_text = ends_sentence(following.words) or following.length > EARLY * longest
    is_over = is_text or names_section(line.words) or names_back_matter(line.words)
    return bool(above) and is_under and is_over and _is_over(line, following, longest)


def _labelled(
    block: Block, printed: Sequence[BlockLine], longest: int
) -> Iterator[tuple[Block, Sequence[BlockLine]]]:
    """A block parted before each label (`ACTION: …`) that a sentence ends right above.

    Each part comes with its lines. The label must have had room in the line above it. So is a
    sentence that answers what is above it, and each paragraph of a quotation, which begins with its
    mark again. Fields are parted that stand under one another, or under what says that an answer
    follows; so is what is written under words that ask for it.
    """
    first = 0
    runs_over = any(
        line.words[-1].isalpha() and below.words[0].islower() for line, below in pairwise(printed)
    )
    are_fields = sum(map(_is_field, printed)) >= _FEWEST_FIELDS
    reopened = frozenset(_reopened(printed))
    for n, (line, following) in enumerate(pairwise(printed), 1):
        begins = n in reopened or _begins_anew(printed[first:n], following, longest)
        begins = begins or (runs_over and _ends_paragraph(line, following, longest))
        if are_fields and _is_field(following):
            begins = begins or _is_field(line) or is_answer_label(line.words)
        begins = begins or _asks_for(line, following)
        if begins or _stands_alone(printed, n - 1, longest) or _stands_alone(printed, n, longest):
            start, end = block.spans[-1]
            yield replace(block, spans=(*block.spans[:-1], (start, line.end))), printed[first:n]
            first, block = n, Block("paragraph", ((following.start, end),))
    yield block, printed[first:]


def _is_put(first: BlockLine, line: BlockLine, following: BlockLine) -> bool:
    """Whether a line is the question that a number in the line above counts: `Question 3`."""
    label = read_number(first.words)
    counts = label is not None and label.is_worded and label.length == len(first.words)
    return counts and asks(line.words) and not asks(following.words)


def _reopened(printed: Sequence[BlockLine]) -> Iterator[int]:
    """Which lines begin with a quotation's mark, under a sentence of a quotation that is open.

    Only marks that are not the same at both ends tell this.
    """
    is_open = False
    for n, (line, following) in enumerate(pairwise(printed), 1):
        last = max(line.words.rfind("“"), line.words.rfind("”"))
        is_open = is_open if last < 0 else line.words[last] == "“"
        if is_open and following.words[0] == "“" and ends_sentence(line.words):
            yield n


def _under_heading(block: Block, printed: Sequence[BlockLine], longest: int) -> Iterator[Block]:
    """A block as the heading in its first line, and the paragraph under that; else the block.

    A few lines are of no usual width. The first of a block is a heading where it could be one, is
    less than half as long as the text's longest line, and the rest is a text.
    """
    last = printed[-1].words
    is_whole = ends_sentence(last) or last.endswith(":")
    is_text = block.kind == "paragraph" and len(printed) > 1 and is_whole
    if is_text and _is_over(printed[0], printed[1], longest) and not LABEL.match(printed[0].words):
        yield replace(block, spans=((block.start, printed[0].end),))
        yield Block("paragraph", ((printed[1].start, block.end),))
    else:
        yield block


def _is_over(line: BlockLine, following: BlockLine, longest: int) -> bool:
    """Whether a line may be the heading of the one right under it."""
    words = line.words
    can_be = can_be_heading(words) and not is_no_heading(words) and not is_caption(words)
    begins = words[:1].isupper() and not goes_on(following.words)
    return can_be and begins and line.length * 2 < longest


def repeated_labels(inside: Iterable[Sequence[BlockLine]]) -> frozenset[str]:
    """The lines of a few words that begin several blocks, each over another sentence."""
    over = {
        (first.words, rest[0].words)
        for first, *rest in inside
        if rest and len(first.words.split()) <= _LABEL_WORDS and first.words[-1:].isalnum()
        if rest[0].words[:1].isupper() and ends_sentence(rest[-1].words)
    }
    often = Counter(label for label, _ in over)
    return frozenset(label for label, count in often.items() if count > 1)
