"""Which blocks are headings.

Symptom: a heading is a line in bold, a line in capitals, or a plain line that differs from a
paragraph in nothing but its brevity; or it runs over several blocks.
Cause: the converter knew the type's weight and size, and kept only some of it.
Remedy: a heading is the block with the words of the record's title; a block in bold from end to end
that is no sentence; a line in capitals; a short plain line that ends no sentence and has text
under it; and, in a document that responds to something, a question that stands alone, or ends what
a reply stands under. A bold heading that ends in a colon, or that is followed by bold parts `a)`,
`b)`, takes those in.
Leaves alone: what stands before the title; the author's name, office and date under it; a bold
sentence that leads a paragraph in or stands for emphasis; a line that announces a list or ends in a
word that leads on; an address.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, Draft, Revision
from consultations.rules.heading_words import (
    NUMBERED,
    can_be_heading,
    is_caption,
    is_no_heading,
    is_question,
)
from consultations.rules.layout import letters
from consultations.rules.prose import goes_on
from consultations.rules.rule import Rule
from consultations.rules.title_page import is_title_matter, title_page

_PART = re.compile(r"[a-z]\)\s")
"""What a part of a question begins with: `a) Why?`."""
_MOST_PARTS = 4
"""Blocks after a bold heading that can be parts of it."""
_REPLY = re.compile(
    r"""
      (?:please[ ])?see[ ]   # Please see our reply to the first one
      (?:above|also|answers?|below|comments?|our|previous|questions?|responses?)\b
    | (?:yes|no)[.,;:]      # Yes, but not on Sundays
    | n/?a\b
    | not[ ]applicable\b
    | as[ ]above\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What an answer begins with and other text seldom."""
_ANNOUNCES = frozenset(["are", "is", "was", "were", "include", "includes", "included", "requires"])
"""Last words of a line that leads to a list: `The reasons are`."""
_OPENS_CLAUSE = frozenset(
    ["with", "for", "in", "as", "if", "when", "while", "although", "because", "after", "before"]
)
"""First words of a line that leads to a list: `When a ferry is late the master can`."""
_LONGEST_TOPIC = 5
"""Words of a line that begins like a clause and is a heading all the same: `In the beginning`."""
_LONGEST_QUESTION = 70
_LIST_NAME = 4
"""Words of a heading in lower case, which stands right over a list."""


@dataclass(frozen=True)
class _Document:
    """What tells a heading from other short lines in one document."""

    draft: Draft
    sentences: frozenset[str]
    """The letters of the short blocks that end a sentence.

    The same words without their full stop are no heading.
    """


def _document(draft: Draft) -> _Document:
    texts = (draft.read(block) for block in draft.blocks if block.end - block.start < 200)
    sentences = frozenset(letters(text) for text in texts if text.endswith((".", "!")))
    return _Document(draft, sentences)


def _revise(draft: Draft) -> Revision:
    document = _document(draft)
    body = [i for i, block in enumerate(draft.blocks) if block.kind != "footnote"]
    page = title_page(draft, body)
    made: dict[int, Block | None] = {}  # None: a part of the heading before it
    for n, i in enumerate(body):
        if i in made:
            continue
        if page.title and i < page.title[0]:
            made[i] = _demoted(draft.blocks[i])
        elif parts := page.title if i in page.title else _parts(document, body[n:]):
            made |= dict.fromkeys(parts)
            made[i] = _heading(draft, parts, is_title=i in page.title)
    for i in page.matter:
        made.pop(i, None)
    blocks = (made.get(i, block) for i, block in enumerate(draft.blocks))
    return Revision(blocks=tuple(block for block in blocks if block is not None))


def _demoted(block: Block) -> Block:
    """What stands before the title is no heading, whatever it looks like."""
    return replace(block, kind="paragraph", level=None) if block.kind == "heading" else block


def _heading(draft: Draft, parts: Sequence[int], *, is_title: bool) -> Block:
    """One heading of the blocks at these places."""
    first = draft.blocks[parts[0]]
    spans = tuple(span for i in parts for span in draft.blocks[i].spans)
    level = 1 if is_title else first.level
    return replace(first, kind="heading", level=level, spans=spans)


def _parts(document: _Document, places: Sequence[int]) -> Sequence[int]:
    """The places of the blocks that make a heading with the first of these; none where it is none.

    Args:
        document: what is known of the document.
        places: of a block and all that follow it, notes left out.
    """
    block, *following = (document.draft.blocks[i] for i in places[: 1 + _MOST_PARTS])
    if block.kind == "heading":
        return places[:1]
    if block.kind == "paragraph" and _is_heading(document, block, following):
        return places[: 1 + _more(document.draft, block, following)]
    return ()


def _is_heading(document: _Document, block: Block, following: Sequence[Block]) -> bool:
    draft = document.draft
    words = draft.read(block)
    if not following or is_no_heading(words) or is_title_matter(draft.source.record, words):
        return False
    if is_caption(words):
        return False
    if draft.is_bold(block):
        # A bold sentence is emphasis, unless a number or its question mark says what it is.
        is_firm = NUMBERED.match(words) is not None or words.endswith("?")
        return is_firm or not ends_sentence(words)
    if _is_put(draft, words, following[0]):
        return True
    return _is_plain_heading(document, block, words, following)


def _is_put(draft: Draft, words: str, following: Block) -> bool:
    """Whether the words are a question that the document, which responds to something, answers.

    A statement before the question is part of it only where a reply stands under it: else the
    document asks a question of its own at the end of a paragraph.
    """
    if draft.source.record.responds_to is None or len(words.split()) > _LONGEST_QUESTION:
        return False
    is_answered = _REPLY.match(draft.read(following)) is not None
    return is_question(words) or (words.endswith("?") and is_answered)


def _is_plain_heading(
    document: _Document, block: Block, words: str, following: Sequence[Block]
) -> bool:
    """Whether a line of plain type is a heading: by its words, and by what stands under it."""
    draft = document.draft
    if "\n" in draft.text[block.start : block.end].strip() or not can_be_heading(words):
        return False
    if letters(words) in document.sentences or _leads_into(draft, following):
        return False
    over_list = following[0].kind == "list_item"
    if over_list and _leads_to_list(words):
        return False
    first = words.lstrip("'‘\"“")[:1]
    if first.islower():
        return over_list and len(words.split()) <= _LIST_NAME
    return first.isupper()


def _leads_to_list(words: str) -> bool:
    """Whether the words are a clause that the items of a list complete."""
    split = words.lower().split()
    is_clause = split[0] in _OPENS_CLAUSE and len(split) > _LONGEST_TOPIC
    return split[-1] in _ANNOUNCES or is_clause


def _leads_into(draft: Draft, following: Sequence[Block]) -> bool:
    """Whether what follows goes on in lower case, and is no heading of a list in lower case."""
    if following[0].kind != "paragraph":
        return False
    words = draft.read(following[0])
    names_list = len(following) > 1 and following[1].kind == "list_item"
    return goes_on(words) and not (names_list and len(words.split()) <= _LIST_NAME)


def _more(draft: Draft, block: Block, following: Sequence[Block]) -> int:
    """How many of the blocks that follow a heading are parts of it."""
    if not draft.is_bold(block):
        return 0
    words, count = draft.read(block), 0
    for other in following:
        more = draft.read(other)
        if not draft.is_bold(other) or not (words.endswith(":") or _PART.match(more)):
            break
        words, count = more, count + 1
    return count


RULE = Rule("headings", _revise)
