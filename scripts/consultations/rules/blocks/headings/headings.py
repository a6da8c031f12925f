"""Which blocks are headings.

Symptom: a heading is a line in bold, a line in capitals, or a plain line that differs from a
paragraph in nothing but its brevity; or it runs over several blocks.
Cause: the converter knew the type's weight and size, and kept only some of it.
Remedy: a heading is the block with the words of the record's title; a block in bold from end to end
that is no sentence; a line in capitals; a short plain line that ends no sentence and has text under
it; and, in a document that responds to something, a question that stands alone, or ends what a
reply stands under. A bold heading that ends in a colon, or that is followed by bold parts `a)`,
`b)`, takes those in; the label of a part takes in the line right under it that says what the part
holds, over an empty line where all labels of its form have one over a text. Under a numbered
question a plain line is a heading only where the document has it over a text more than once, as a
form has.
Leaves alone: what stands before the title; the author's name, office and date under it; a bold
sentence that leads a paragraph in or stands for emphasis, or goes on in the items under it; a bold
line that a reader who saw the types of the page left in the text, where it marked headings, but for
a question over its text and the title of a box; the label of an answer; names side by side; a line
that announces a list or ends in a word that leads on; an address, a number of a telephone or a
book; the lines of a cover, of a form and of a signature, which have no text under them; what stands
above the greeting of a letter, under its close and over an address; a short answer; a plain line
where the source marks its headings.
"""

from collections.abc import Sequence
from dataclasses import replace

from consultations import patterns as re
from consultations.english.replies import is_short_reply
from consultations.model.draft import Block, Draft, Revision
from consultations.model.text import lines
from consultations.rules.heading_evidence import bold, plain
from consultations.rules.heading_evidence.never import is_no_heading
from consultations.rules.heading_evidence.plain import HeadingEvidence
from consultations.rules.heading_evidence.preceding import is_text
from consultations.rules.heading_evidence.sisters import titled_parts
from consultations.rules.heading_evidence.title_page import is_title_matter, title_page
from consultations.rules.heading_evidence.words import (
    can_be_heading,
    is_capitals,
    is_caption,
    is_question,
    is_side_by_side,
    names_section,
)
from consultations.rules.numbering import names_part, read_number
from consultations.rules.prose import announces_names
from consultations.rules.rule import Rule

_PART = re.compile(r"[a-z]\)\s")
"""What a part of a question begins with: `a) Why?`."""
_MOST_PARTS = 4
"""Blocks after a bold heading that can be parts of it."""
_AT_ONCE = 1 + _MOST_PARTS
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
_LONGEST_QUESTION = 70
"""Words of a question that a document which responds to something prints as a heading, at most."""


def _revise(draft: Draft) -> Revision:
    evidence = plain.read(draft)
    body = [i for i, block in enumerate(draft.blocks) if block.kind != "footnote"]
    page = title_page(draft, body)
    titled = titled_parts(draft)
    made: dict[int, Block | None] = {}  # None: a part of the heading before it
    for n, i in enumerate(body):
        if i in made:
            continue
        parts: Sequence[int] = ()
        if page.title and i < page.title[0]:
            made[i] = _demoted(draft.blocks[i])
        elif i in page.title:
            parts = page.title
        elif draft.blocks[i].start in titled:
            parts = body[n : n + 2]
        else:
            parts = _parts(evidence, body[n : n + _AT_ONCE])
        if parts:
            made |= dict.fromkeys(parts)
            made[i] = _heading(draft, parts, is_title=i in page.title)
        evidence.before.note(made.get(i) or draft.blocks[i])
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


def _parts(evidence: HeadingEvidence, places: Sequence[int]) -> Sequence[int]:
    """The places of the blocks that make a heading with the first of these; none where it is none.

    Args:
        evidence: what the document shows so far.
        places: of a block and of those that follow it, as many as a heading may have; no notes.
    """
    block, *following = (evidence.draft.blocks[i] for i in places)
    if _is_label_of(evidence.draft, block, following):
        return places[:2]
    if block.kind == "heading":
        return places[:1]
    if block.kind == "paragraph" and _is_heading(evidence, block, following):
        return places[: 1 + _more(evidence.draft, block, following)]
    return ()


def _is_label_of(draft: Draft, block: Block, following: Sequence[Block]) -> bool:
    """Whether a line is the label of a part, and the line right under it says what is in there.

    So `Annex B` stands over `List of guilds`. The title stands over a text or apart from the rest:
    else it is the first of several lines that are alike.
    """
    if not following or not names_part(draft.read(block)):
        return False
    title = draft.read(following[0])
    can_be = following[0].kind == "paragraph" and can_be_heading(title) and title[:1].isupper()
    if not can_be or read_number(title):
        return False
    if is_capitals(title) and not (following[1:] and is_capitals(draft.read(following[1]))):
        return True  # `CHAPTER 2`, and `THE LAMPS` under an empty line
    if not _adjoin(draft, block, following[0]):
        return False
    if len(following) < 2 or _is_part_text(draft, following[1]) or announces_names(title):
        return True
    return not _adjoin(draft, following[0], following[1])


def _is_part_text(draft: Draft, block: Block) -> bool:
    """Whether a block is a text, or a heading over one, and no line like those above it."""
    return block.kind == "heading" or is_text(draft, block)


def _adjoin(draft: Draft, block: Block, under: Block) -> bool:
    """Whether no empty line parts two blocks."""
    return len(lines(draft.text[block.end : under.start])) <= 2


def _is_heading(evidence: HeadingEvidence, block: Block, following: Sequence[Block]) -> bool:
    draft = evidence.draft
    words = draft.read(block)
    if not following:
        return names_section(words)  # of a part that is empty, or holds nothing but notes
    if block.start in evidence.titled:
        return True
    if is_no_heading(words) or is_title_matter(draft.source.record, words):
        return False
    if is_side_by_side(draft.text[block.start : block.end]):
        return False
    if is_caption(words) or (evidence.before.asked and is_short_reply(words)):
        return False
    if draft.is_bold(block):
        return bold.is_heading(evidence, words, following[0])
    if _is_put(draft, words, following[0]):
        return True
    return evidence.is_heading(block, following)


def _is_put(draft: Draft, words: str, following: Block) -> bool:
    """Whether the words are a question that the document, which responds to something, answers.

    A statement before the question is part of it only where a reply stands under it: else the
    document asks a question of its own at the end of a paragraph.
    """
    if draft.source.record.responds_to is None or len(words.split()) > _LONGEST_QUESTION:
        return False
    reply = draft.read(following)
    is_answered = _REPLY.match(reply) is not None or is_short_reply(reply)
    return is_question(words) or (words.endswith("?") and is_answered)


def _more(draft: Draft, block: Block, following: Sequence[Block]) -> int:
    """How many of the blocks that follow a heading are parts of it."""
    if not draft.is_bold(block):
        return 0
    words, count = draft.read(block), 0
    for other in following:
        more = draft.read(other)
        leads_on = words.endswith(":") or _PART.match(more)
        # An item has a mark of its own: it begins something, however the heading ends.
        if other.kind == "list_item" or not draft.is_bold(other) or not leads_on:
            break
        words, count = more, count + 1
    return count


RULE = Rule("headings", _revise)
