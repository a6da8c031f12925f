"""Which blocks are headings.

Symptom: a heading is a line in bold, a line in capitals, or a plain line that differs from a
paragraph in nothing but its brevity; or it runs over several blocks.
Cause: the converter knew the type's weight and size, and kept only some of it.
Remedy: a heading is the block with the words of the record's title; a block in bold from end to end
that is no sentence; a line in capitals; a short plain line that ends no sentence and has text
under it; and, in a document that responds to something, a question that stands alone. A bold
heading that ends in a colon, or that is followed by bold parts `a)`, `b)`, takes those in.
Leaves alone: what stands before the title; the author's name and the date under it; a bold sentence
that leads a paragraph in or stands for emphasis; a line that announces a list or ends in a word
that leads on; an address. Several short lines with no text between them are a list that has lost
its bullets: the first is its heading, the others are items.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from consultations.model.draft import Block, Draft, Revision
from consultations.model.text import trim
from consultations.rules.prose import breaks_off, ends_sentence, goes_on, is_quotation
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
_ADDRESS = re.compile(r"https?:|www\.|\S@\S|^\(|^\[")
_SENTENCE_INSIDE = re.compile(r"[a-z0-9)][.;]\s+[A-Z]")
_STATEMENT_INSIDE = re.compile(r"[a-z0-9)][.;]\s+\S")
_ANNOUNCES = frozenset(["are", "is", "was", "were", "include", "includes", "included", "requires"])
_OPENS_CLAUSE = frozenset(
    ["with", "for", "in", "as", "if", "when", "while", "although", "because", "after", "before"]
)
_YEAR = re.compile(r"\((?:19|20)\d\d[a-z]?\)")
"""What a reference has after its authors' names."""
_LONGEST = 14
"""Words of a plain heading that is no question."""
_LONGEST_QUESTION = 70
_LIST_NAME = 4
"""Words of a heading in lower case, which stands right over a list."""
_SUMMARY = re.compile(
    r"(?:(?:key|main|overall|other|general|some) )?(?:aims|benefits|challenges|conclusions|findings"
    r"|issues|learning|lessons|messages|objectives|outcomes|outputs|points|principles|problems"
    r"|questions|recommendations|results|themes)",
    re.IGNORECASE,
)
"""What heads a list of short lines, and is none of them."""
_LOST_LIST = 4
"""So many short lines with no text between them are a list."""


@dataclass(frozen=True)
class _Context:
    """What tells a heading from other short lines in one document."""

    draft: Draft
    title: str
    authors: tuple[str, ...]
    responds: bool
    sentences: frozenset[str]
    """The letters of the short blocks that end a sentence."""

    def is_bold(self, block: Block) -> bool:
        return is_bold(self.draft, block)


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
    title = _title(context, body)
    found: dict[int, Block] = {}
    taken: set[int] = set()
    for n, i in enumerate(body):
        if i in taken or (title is not None and i < title):
            continue
        block = draft.blocks[i]
        following = [draft.blocks[k] for k in body[n + 1 : n + 5]]
        if i == title:
            found[i] = replace(block, kind="heading", level=1)
        elif block.kind == "heading":
            found[i] = block
        elif block.kind == "paragraph" and _is_heading(context, block, following):
            more = _more(context, block, following)
            spans = (block, *following[:more])
            taken |= set(body[n + 1 : n + 1 + more])
            found[i] = replace(
                block, kind="heading", spans=tuple(s for b in spans for s in b.spans)
            )
    items = _lost_items(draft, body, found)
    blocks = []
    for i, block in enumerate(draft.blocks):
        if i in items:
            blocks.append(replace(block, kind="list_item", depth=1))
        elif i not in taken:
            blocks.append(found.get(i, _demoted(block, i, title)))
    return Revision(blocks=tuple(blocks))


def _demoted(block: Block, i: int, title: int | None) -> Block:
    """What stands before the title is no heading, whatever it looks like."""
    if block.kind == "heading" and title is not None and i < title:
        return replace(block, kind="paragraph", level=None)
    return block


def _title(context: _Context, body: Sequence[int]) -> int | None:
    for i in body:
        block = context.draft.blocks[i]
        if block.kind not in ("paragraph", "heading"):
            continue
        if letters(context.draft.read(block)) == context.title:
            return i
    return None


def _is_heading(context: _Context, block: Block, following: Sequence[Block]) -> bool:
    words = context.draft.read(block)
    if not following or _ADDRESS.search(words) or _is_title_matter(context, words):
        return False
    numbered = NUMBERED.match(words)
    count = len(words.split())
    if context.is_bold(block):
        return bool(numbered) or not ends_sentence(words) or words.endswith("?")
    if _is_question(words) and context.responds:
        return count <= _LONGEST_QUESTION
    return _is_plain_heading(context, block, words, following)


def _is_plain_heading(
    context: _Context, block: Block, words: str, following: Sequence[Block]
) -> bool:
    split = words.split()
    if len(split) > _LONGEST or "\n" in context.draft.text[block.start : block.end].strip():
        return False
    if words[-1] in ".,;:!-–—" or _SENTENCE_INSIDE.search(words) or breaks_off(words):
        return False
    if split[-1].lower() == "see" or letters(words) in context.sentences:
        return False
    if is_quotation(words) or _YEAR.search(words):
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
    return first.isupper() or (first.isdigit() and words.endswith("?"))


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


def _more(context: _Context, block: Block, following: Sequence[Block]) -> int:
    """How many of the blocks that follow a heading are parts of it."""
    if not context.is_bold(block):
        return 0
    words, count = context.draft.read(block), 0
    for other in following:
        more = context.draft.read(other)
        if not context.is_bold(other) or not (words.endswith(":") or _PART.match(more)):
            break
        words, count = more, count + 1
    return count


def _lost_items(draft: Draft, body: Sequence[int], found: dict[int, Block]) -> set[int]:
    """Short plain lines with no text between them, but for the first: a list without bullets."""
    items: set[int] = set()
    run: list[int] = []
    for i in [*body, None]:
        is_short = i is not None and _is_short_line(draft, found.get(i, draft.blocks[i]))
        if i is not None and is_short and not _SUMMARY.fullmatch(draft.read(draft.blocks[i])):
            run.append(i)
            continue
        if len(run) >= _LOST_LIST and run[0] in found:
            items |= set(run[1:])
        run = [i] if i is not None and is_short else []
    return items


def _is_short_line(draft: Draft, block: Block) -> bool:
    """Whether a block is a short line of plain type: it could be a heading or an item."""
    words = draft.read(block)
    if block.kind not in ("paragraph", "heading") or block.level is not None or words.isupper():
        return False
    short = len(words.split()) <= 2 * _LONGEST and words[:1].isupper()
    bare = words[-1:] not in ".;:!" and not _ADDRESS.search(words) and not _YEAR.search(words)
    return short and bare and not is_quotation(words) and not is_bold(draft, block)


RULE = Rule("headings", _revise)
