"""The marks of headings.

Symptom: one to six hash marks before a line's words, and sometimes after them, or between an item's
mark and its words (`1. # Lamps`); a row of signs under them, or above and under them.
Cause: the source is Markdown or reStructuredText.
Remedy: the marks are taken out and the heading's level is kept. It is the number of hash marks. Of
rows, equals signs are of level 1 and hyphens of level 2, as Markdown has them. Where other rows
stand in the text as well, the level of each is its place in the order in which they first come, as
reStructuredText has it. Word numbers its headings as lists, and writers style paragraphs as
headings: words with a number before the marks are a heading with its number in it, and those of
sentences are an item or a paragraph, whatever their marks.
Leaves alone: hash marks within a line.
"""

from dataclasses import dataclass, replace

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, BlockKind, Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.text import skip_blanks
from consultations.rules.heading_evidence.listed_depths import DEEPEST
from consultations.rules.heading_evidence.words import LONGEST, SENTENCE_INSIDE
from consultations.rules.marks import BULLET, ITEM
from consultations.rules.numbering import without_number
from consultations.rules.rule import Rule

_OPENING = re.compile(r"\s*(#{1,6})[ \t]+")
_CLOSING = re.compile(r"[ \t]+#+\s*\Z")
_OVER = re.compile(r"[ \t]*(\S)\1{2,}[ \t]*(?:\r\n?|\n)[ \t]*(?=[^\r\n]+[\r\n])")
"""A row above words that have one under them as well; words of one sign are no row: `www`."""
_UNDER = re.compile(r"(?<![ \t])[ \t]*(?:\r\n?|\n)[ \t]*(\S)\1{2,}[ \t]*\Z")
_MARKDOWN = ["=", "-"]
"""The rows of Markdown, in the order of the levels that they have."""


@dataclass(frozen=True)
class _Rows:
    """The row under a heading, and the one above it if there is one."""

    under: re.Match[str]
    over: re.Match[str] | None

    @classmethod
    def of(cls, draft: Draft, block: Block) -> "_Rows | None":
        """Those of a heading; None where it has none."""
        if block.kind != "heading":
            return None
        under = _UNDER.search(draft.text, block.start, block.end)
        if under is None:
            return None
        return cls(under, _OVER.match(draft.text, block.start, block.end))

    @property
    def style(self) -> str:
        """The sign of the rows, twice where there are two: each style has a level."""
        return self.under[1] * (2 if self.over else 1)

    def taken_out(self) -> list[Proposal]:
        """The heading without them."""
        reason = "the row under a heading; its level is kept"
        start, end = self.under.span()
        below = Proposal(start, end, "", "markup", reason)
        if self.over is None:
            return [below]
        return [Proposal(*self.over.span(), "", "markup", reason), below]


def _hashed(draft: Draft, block: Block, start: int, opening: re.Match[str]) -> list[Proposal]:
    """The hash marks of a heading, from where they start, taken out."""
    reason = "markup of a heading; its level is kept"
    found = [Proposal(start, opening.end(), "", "markup", reason)]
    if closing := _CLOSING.search(draft.text, opening.end(), block.end):
        found.append(Proposal(closing.start(), block.end, "", "markup", reason))
    return found


def _is_text(words: str) -> bool:
    """Whether words are sentences, longer than any heading."""
    words = without_number(words.strip(" \t\r\n#"))
    several = SENTENCE_INSIDE.search(words) is not None
    is_asked = words.endswith("?")
    return several and ends_sentence(words) and not is_asked and len(words.split()) > LONGEST


def _inside_item(draft: Draft, block: Block) -> re.Match[str] | None:
    """The hash marks between the mark of an item and its words."""
    start = skip_blanks(draft.text, *block.spans[0])
    mark = ITEM.match(draft.text, start, block.end)
    return mark and _OPENING.match(draft.text, mark.end(), block.end)


def _as_item(draft: Draft, block: Block, opening: re.Match[str]) -> tuple[Block, int]:
    """What an item with hash marks is, and where that begins which is taken out of it."""
    words = draft.text[opening.end() : block.end].strip(" \t\r\n#")
    is_sentence = ends_sentence(words) and not words.endswith("?")
    if is_sentence or words.endswith(":") or len(words.split()) > LONGEST:
        return block, opening.start()
    start = skip_blanks(draft.text, *block.spans[0])
    is_bullet = BULLET.match(draft.text, start, block.end) is not None
    heading = replace(block, kind="heading", level=len(opening[1]))
    return heading, block.start if is_bullet else opening.start()


def _revise(draft: Draft) -> Revision:
    rows = [_Rows.of(draft, block) for block in draft.blocks]
    order = list(dict.fromkeys(found.style for found in rows if found))
    order = _MARKDOWN if set(order) <= set(_MARKDOWN) else order
    blocks: list[Block] = []
    proposals: list[Proposal] = []
    for block, found in zip(draft.blocks, rows, strict=True):
        opening = _OPENING.match(draft.text, block.start, block.end)
        if found:
            proposals += found.taken_out()
            blocks.append(replace(block, level=min(order.index(found.style) + 1, DEEPEST)))
        elif block.kind == "heading" and opening:
            proposals += _hashed(draft, block, block.start, opening)
            is_text = _is_text(draft.text[opening.end() : block.end])
            kind: BlockKind = "paragraph" if is_text else "heading"
            blocks.append(replace(block, kind=kind, level=None if is_text else len(opening[1])))
        elif block.kind == "list_item" and (inner := _inside_item(draft, block)):
            whole, start = _as_item(draft, block, inner)
            proposals += _hashed(draft, block, start, inner)
            blocks.append(whole)
        else:
            blocks.append(block)
    return Revision(tuple(proposals), tuple(blocks))


RULE = Rule("heading-marks", _revise)
