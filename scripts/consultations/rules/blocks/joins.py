"""False breaks: two blocks that are one.

Symptom: a sentence stops, and the next block goes on with it. Between the two there may have been a
running head or a page's notes; the second half may have been given a bullet of its own.
Cause: a page ended there.
Remedy: the halves are one passage in two pieces. They are joined where the first breaks off (it
ends in a comma, a hyphen, or a word that no sentence ends with), or ends no sentence and the
second begins in lower case, or where a bracket is open in the first and closed in the second. Over
a running head, a quotation that is open in the first and closed in the second joins them too. A
paragraph in lower case belongs to the one before even after a full stop, unless another in lower
case stands beside them. A list item takes a paragraph that goes on with it; it takes another item
only to close a bracket, or where that item begins with one in lower case and stands apart.
Leaves alone: items in lower case without a full stop, which lists are made of; a paragraph that
ends in a colon; headings, tables, and everything that two readings fit.
Seen in: text converted from PDF.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, Draft, Revision
from consultations.model.text import Interval, lines, squeeze
from consultations.rules.prose import SPEAKER, announces, breaks_off, closes, goes_on, unclosed
from consultations.rules.rule import Rule

_PROSE = ("paragraph", "list_item", "blockquote")
_FEWEST = 3
"""Paragraphs in lower case from which on a text may have no other."""
_DATED = re.compile(r"\A(?:\S+\s+){0,6}\S*\d{4}(?:-\d\d){0,2}\Z")
"""A short line that ends in a year or a date, as titles and signatures do."""
_CLAUSE = 8
"""Words: what is shorter may be a label in lower case."""


def _revise(draft: Draft) -> Revision:
    blocks: list[Block] = []
    body = [block for block in draft.blocks if block.kind != "footnote"]
    cased = _is_cased(draft)
    pieces: defaultdict[int, list[Interval]] = defaultdict(list)
    last: int | None = None  # the last block of the body
    n = -1  # the place of this one in the body
    for block in draft.blocks:
        if block.kind == "footnote":
            blocks.append(block)
            continue
        n += 1
        if last is not None and _goes_on(
            draft, blocks[last], block, body[n + 1 : n + 2], cased=cased
        ):
            # Only the last piece is needed to judge the next; the others wait.
            pieces[last] += blocks[last].spans
            blocks[last] = replace(blocks[last], spans=block.spans)
            continue
        last = len(blocks)
        blocks.append(block)
    return Revision(
        blocks=tuple(
            replace(block, spans=(*pieces[i], *block.spans)) if i in pieces else block
            for i, block in enumerate(blocks)
        )
    )


def _goes_on(
    draft: Draft, first: Block, second: Block, following: Sequence[Block], *, cased: bool
) -> bool:
    """Whether two blocks are one; `cased` says whether lower case is a sign of it."""
    if _is_one(draft, first, second, cased=cased):
        return True
    return cased and _is_in_lower_case(draft, first, second, following)


def _ends_of(draft: Draft, first: Block, second: Block) -> tuple[str, str]:
    """The words on both sides of a break, each block's piece beside it."""
    before, after = (
        squeeze(draft.text[slice(*span)]) for span in (first.spans[-1], second.spans[0])
    )
    return before, after


def _is_in_lower_case(
    draft: Draft, first: Block, second: Block, following: Sequence[Block]
) -> bool:
    """Whether the second alone begins in lower case among paragraphs, though the first is whole."""
    if first.kind not in ("paragraph", "list_item") or second.kind != "paragraph":
        return False
    before, after = _ends_of(draft, first, second)
    third = draft.text[following[0].start : following[0].end].strip() if following else ""
    whole = ends_sentence(before) and (ends_sentence(after) or after.endswith(")"))
    whole = whole and len(after.split()) >= _CLAUSE
    return whole and after[:1].islower() and not before[:1].islower() and not third[:1].islower()


def _is_cased(draft: Draft) -> bool:
    """Whether paragraphs begin with a capital in this text, so that one in lower case says much.

    Only those count that stand after a whole sentence.
    """
    lower: list[bool] = []
    whole = True
    for block in draft.blocks:
        words = draft.text[block.start : block.start + _CLAUSE].strip()
        if block.kind == "paragraph" and whole and words:
            lower.append(words[0].islower())
        end = draft.text[max(block.start, block.end - _CLAUSE) : block.end].strip()
        whole = block.kind != "paragraph" or ends_sentence(end)
    return sum(lower) < _FEWEST or sum(lower) * 2 <= len(lower)


def _is_one(draft: Draft, first: Block, second: Block, *, cased: bool) -> bool:
    if first.kind not in _PROSE or second.kind not in _PROSE or second.marker is not None:
        return False
    before, after = _ends_of(draft, first, second)
    opened = unclosed(before)
    if opened in ("(", "[") and closes(after, opened) and not ends_sentence(before):
        return True
    if first.kind == second.kind == "list_item" and _stands_apart(draft, first, second):
        return after[:1] == "(" and after[1:2].islower() and before[-1:].isalnum()
    if second.kind == "list_item" or first.kind != second.kind == "blockquote":
        return False
    if opened in ("“", '"') and closes(after, opened) and _over_a_head(draft, first, second):
        return True
    if before.endswith(("...", "…")) and after[:1].islower():
        return True
    if ends_sentence(before) or before.endswith(":") or _DATED.search(before):
        return False
    leads_on = breaks_off(before) if first.kind == "paragraph" else announces(before)
    if leads_on and not _is_interrupted(before, after):
        return True
    return cased and goes_on(after) and not before.endswith(";")


def _is_interrupted(before: str, after: str) -> bool:
    """Whether a speaker breaks off, at a dash after a blank, and another begins."""
    dash = before.endswith(("--", " -", " –", " —", "——"))
    return (dash and not after[:1].islower()) or SPEAKER.match(after) is not None


def _stands_apart(draft: Draft, first: Block, second: Block) -> bool:
    """Whether an empty line parts two items."""
    between = draft.text[first.end : second.start]
    return len(lines(between)) > 2  # the end of the first's line, and an empty line


def _over_a_head(draft: Draft, first: Block, second: Block) -> bool:
    """Whether a running head stood between two blocks."""
    _, start = draft.apparatus.source_interval(*first.spans[-1])
    end, _ = draft.apparatus.source_interval(*second.spans[0])
    return any(e.kind == "running-header" for e in draft.apparatus.between(start, end))


RULE = Rule("joins", _revise)
