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

from consultations.model.draft import Block, Draft, Revision
from consultations.model.text import trim
from consultations.rules.prose import SPEAKER, breaks_off, ends_sentence, goes_on, is_quotation
from consultations.rules.rule import Rule

NUMBERED = re.compile(
    r"(?:(section|part|chapter|annex|appendix|theme|question|q)\s*([a-z]|\d{1,2}|[ivx]{1,5})\b[.:)]?"
    r"|([a-z]?)(\d{1,2})((?:\.\d{1,2})*)[.:)]?)(?=\s)",
    re.IGNORECASE,
)
"""What a numbered heading begins with: a word and a number, or a number alone."""

_PART = re.compile(r"[a-z]\)\s")
_NOT_A_WORD = re.compile(r"[\W_]+")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = re.compile(
    rf"\W*(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}\.?,?\s+\d{{4}}\W*", re.IGNORECASE
)
ADDRESS = re.compile(r"https?:|www\.|\S@\S|^\(|^\[")
_SENTENCE_INSIDE = re.compile(r"[a-z0-9)][.;]\s+[A-Z]")
_STATEMENT_INSIDE = re.compile(r"[a-z0-9)](?<!\bi\.e)(?<!\be\.g)(?<!\betc)[.;]\s+\S")
_REPLY = re.compile(
    r"(?:please )?see (?:above|also|answers?|below|comments?|our|previous|questions?|responses?)\b"
    r"|(?:yes|no)[.,;:]|n/?a\b|not applicable\b|as above\b",
    re.IGNORECASE,
)
"""What an answer begins with and other text seldom."""
_ANNOUNCES = frozenset(["are", "is", "was", "were", "include", "includes", "included", "requires"])
_OPENS_CLAUSE = frozenset(
    ["with", "for", "in", "as", "if", "when", "while", "although", "because", "after", "before"]
)
YEAR = re.compile(r"\((?:19|20)\d\d[a-z]?\)")
"""What a reference has after its authors' names."""
LONGEST = 14
"""Words of a plain heading that is no question."""
_LONGEST_QUESTION = 70
_CAPTION = re.compile(
    r"(?:table|figure|fig\.?|chart|graph|diagram|map|box)\s+(?:\d|[a-z]\b)", re.IGNORECASE
)
"""What the caption of a table or a picture begins with."""
_LIST_NAME = 4
"""Words of a heading in lower case, which stands right over a list."""
_TITLE_PIECES = 4
"""Blocks that a title may be in, a line each."""
_TITLE_LINES = 8
"""Lines after the title among which its authors, what they are, and the date stand."""


@dataclass(frozen=True)
class _Context:
    """What tells a heading from other short lines in one document."""

    draft: Draft
    title: str
    authors: tuple[str, ...]
    responds: bool
    sentences: frozenset[str]
    """The letters of the short blocks that end a sentence."""


def is_bold(draft: Draft, block: Block) -> bool:
    """Whether a block is bold from end to end, each of its pieces."""
    return all(draft.is_emphasised(*trim(draft.text, *span), "strong") for span in block.spans)


def letters(text: str) -> str:
    """The letters and digits of a text, without case: what makes two headings the same."""
    return _NOT_A_WORD.sub("", text).casefold()


def _context(draft: Draft) -> _Context:
    record = draft.source.record
    authors = tuple(letters(name) for name in record.authors)
    texts = (draft.read(block) for block in draft.blocks if block.end - block.start < 200)
    sentences = frozenset(letters(text) for text in texts if text.endswith((".", "!")))
    responds = record.responds_to is not None
    return _Context(draft, letters(record.title), authors, responds, sentences)


def _revise(draft: Draft) -> Revision:
    context = _context(draft)
    body = [i for i, block in enumerate(draft.blocks) if block.kind != "footnote"]
    lines_of_title = _title(context, body)
    title = lines_of_title[0] if lines_of_title else None
    found: dict[int, Block] = {}
    taken: set[int] = set()
    for n, i in enumerate(body):
        if i in taken or (title is not None and i < title):
            continue
        block = draft.blocks[i]
        following = [draft.blocks[k] for k in body[n + 1 : n + 5]]
        if i == title:
            whole = [span for k in lines_of_title for span in draft.blocks[k].spans]
            found[i] = replace(block, kind="heading", level=1, spans=tuple(whole))
            taken |= set(lines_of_title[1:])
        elif block.kind == "heading":
            found[i] = block
        elif block.kind == "paragraph" and _is_heading(context, block, following):
            more = _more(context, block, following)
            parts = (block, *following[:more])
            taken |= set(body[n + 1 : n + 1 + more])
            found[i] = replace(
                block, kind="heading", spans=tuple(s for b in parts for s in b.spans)
            )
    for i in _title_matter(context, body, title):
        found.pop(i, None)
    return Revision(
        blocks=tuple(
            found.get(i, _demoted(block, i, title))
            for i, block in enumerate(draft.blocks)
            if i not in taken
        )
    )


def _demoted(block: Block, i: int, title: int | None) -> Block:
    """What stands before the title is no heading, whatever it looks like."""
    if block.kind == "heading" and title is not None and i < title:
        return replace(block, kind="paragraph", level=None)
    return block


def _title(context: _Context, body: Sequence[int]) -> Sequence[int]:
    """The blocks that together have the words of the record's title; mostly one."""
    for n, first in enumerate(body):
        have = ""
        for k in range(n, min(n + _TITLE_PIECES, len(body))):
            block = context.draft.blocks[body[k]]
            if block.kind not in ("paragraph", "heading") or block.end - block.start > 500:
                break
            have += letters(context.draft.read(block))
            if have == context.title:
                return [first, *body[n + 1 : k + 1]]
            if not context.title.startswith(have):
                break
    return ()


def _is_heading(context: _Context, block: Block, following: Sequence[Block]) -> bool:
    words = context.draft.read(block)
    if not following or ADDRESS.search(words) or _is_title_matter(context, words):
        return False
    if _CAPTION.match(words):
        return False
    numbered = NUMBERED.match(words)
    count = len(words.split())
    if is_bold(context.draft, block):
        return bool(numbered) or not ends_sentence(words) or words.endswith("?")
    if context.responds and count <= _LONGEST_QUESTION:
        answered = _REPLY.match(context.draft.read(following[0])) is not None
        if _is_question(words) or (words.endswith("?") and answered):
            return True
    return _is_plain_heading(context, block, words, following)


def _is_plain_heading(
    context: _Context, block: Block, words: str, following: Sequence[Block]
) -> bool:
    split = words.split()
    if len(split) > LONGEST or "\n" in context.draft.text[block.start : block.end].strip():
        return False
    if words[-1] in ".,;:!-–—" or _SENTENCE_INSIDE.search(words) or breaks_off(words):
        return False
    if split[-1].lower() == "see" or letters(words) in context.sentences:
        return False
    if is_quotation(words) or YEAR.search(words):
        return False
    if words.endswith("?") and SPEAKER.match(words):
        return False
    if _leads_into(context, following):
        return False
    before_list = following[0].kind == "list_item"
    if before_list and (
        split[-1].lower() in _ANNOUNCES or (split[0].lower() in _OPENS_CLAUSE and len(split) > 5)
    ):
        return False
    first = words.lstrip("'‘\"“")[:1]
    if first.islower():
        return before_list and len(split) <= _LIST_NAME
    return first.isupper()


def _leads_into(context: _Context, following: Sequence[Block]) -> bool:
    """Whether what follows goes on in lower case, and is no heading of a list in lower case."""
    if following[0].kind != "paragraph":
        return False
    words = context.draft.read(following[0])
    names_list = len(following) > 1 and following[1].kind == "list_item"
    return goes_on(words) and not (names_list and len(words.split()) <= _LIST_NAME)


def _is_question(words: str) -> bool:
    """Whether the words are one question or several, and nothing else."""
    asks = words.rstrip("”\"'’ ").endswith("?") and words[:1].isupper()
    return asks and not _STATEMENT_INSIDE.search(words)


def _is_title_matter(context: _Context, words: str) -> bool:
    """Whether a line is a date or names the document's authors, and nothing else."""
    if _DATE.fullmatch(words):
        return True
    rest = letters(words)
    for author in context.authors:
        rest = rest.replace(author, "")
    return bool(context.authors) and rest in ("", "by", "and", "byand")


def _title_matter(context: _Context, body: Sequence[int], title: int | None) -> Sequence[int]:
    """The lines from the first to the last that names an author or the date, near the title."""
    first = body.index(title) + 1 if title is not None else 0
    near = body[first : first + _TITLE_LINES]
    reads = [context.draft.read(context.draft.blocks[i]) for i in near]
    named = [n for n, words in enumerate(reads) if _is_title_matter(context, words)]
    lines = range(named[0], named[-1]) if named else range(0)
    is_short = all(len(reads[n].split()) <= LONGEST and not ends_sentence(reads[n]) for n in lines)
    plain = all(context.draft.blocks[near[n]].level is None for n in lines)
    return [near[n] for n in lines] if is_short and plain else ()


def _more(context: _Context, block: Block, following: Sequence[Block]) -> int:
    """How many of the blocks that follow a heading are parts of it."""
    if not is_bold(context.draft, block):
        return 0
    words, count = context.draft.read(block), 0
    for other in following:
        more = context.draft.read(other)
        if not is_bold(context.draft, other) or not (words.endswith(":") or _PART.match(more)):
            break
        words, count = more, count + 1
    return count


RULE = Rule("headings", _revise)
