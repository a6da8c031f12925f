"""False breaks: two blocks that are one.

Symptom: a sentence stops, and the next block goes on with it. Between the two there may have been a
running head or a page's notes; the second half may have been given a bullet of its own; a word may
have been cut.
Cause: a page ended there.
Remedy: the halves are one passage in two pieces, and the join is recorded with its ground. They
are joined where the first breaks off (it ends in a comma, a hyphen, or a word that no sentence ends
with) and the second begins in lower case, or the line or the page is full, or the word ends no
heading either; where the first ends no sentence and the second begins in lower case; where a
bracket is open in the first and closed in the second. Over a running head, a quotation that is open
in the first and closed in the second joins them too; over a page, a name at the end of a full line,
and what goes on in a name where paragraphs end in full stops and the first has none; in a text of
numbered paragraphs, one without a number that begins a page belongs to the one before.
A paragraph in lower case belongs to the one before even after a full stop, unless another in lower
case stands beside them. A list item takes a paragraph that goes on with it; it takes another item
only to close a bracket, or where that item begins with one in lower case and stands apart, or has
no mark in the source and goes on over a page. The hyphen of a word that was cut goes as it does at
the end of a line. Where two readings fit and one is likelier, the join is probable.
Leaves alone: items in lower case without a full stop, which lists are made of; a paragraph that
ends in a colon; short lines that end in a small word, such as headings do; headings, tables.
Seen in: text converted from PDF.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.text import Interval, lines, skip_blanks, squeeze, trim
from consultations.rules.breaks import LONG, Break
from consultations.rules.heading_evidence.words import PARAGRAPH_CITED
from consultations.rules.join_grounds import Ground, ground
from consultations.rules.layout import indent
from consultations.rules.line_widths import block_lines, usual_width
from consultations.rules.rule import Rule
from consultations.rules.spelling.halves import halves
from consultations.rules.spelling.vocabulary import Vocabulary

_FEWEST = 3
"""Paragraphs in lower case from which on a text may have no other."""
_CLAUSE = 8
"""Code points at either end of a paragraph that show how it begins, and whether it is whole."""
_MANY, _HARDLY = 20, 6
"""Numbered paragraphs from which on a text numbers all, and of which one in so many has another
under it: each page that ends with a sentence makes one."""
_HYPHENS = "-‐"


def _revise(draft: Draft) -> Revision:
    places = _Breaks(draft)
    following = dict(zip((b.start for b in draft.body), [*draft.body[1:], None], strict=False))
    blocks: list[Block] = []
    proposals: list[Proposal] = []
    pieces: defaultdict[int, list[Interval]] = defaultdict(list)
    last: int | None = None  # the last block of the body
    for block in draft.blocks:
        if block.kind == "footnote":
            blocks.append(block)
            continue
        why = None
        if last is not None:
            why = ground(places.between(blocks[last], block, following[block.start]))
        if last is None or why is None:
            last = len(blocks)
            blocks.append(block)
            continue
        proposals += places.receipts(blocks[last], block, why)
        # Only the last piece is needed to judge the next; the others wait.
        pieces[last] += blocks[last].spans
        blocks[last] = replace(blocks[last], spans=block.spans)
    return Revision(
        tuple(proposals),
        tuple(
            replace(block, spans=(*pieces[i], *block.spans)) if i in pieces else block
            for i, block in enumerate(blocks)
        ),
    )


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


def _is_stopped(draft: Draft) -> bool:
    """Whether long paragraphs end in a full stop in this text, but for those that a page cuts.

    Those with a number count as well.
    """
    prose = (b for b in draft.blocks if b.kind == "paragraph" or b.marker is not None)
    texts = map(draft.read, prose)
    ends = [
        ends_sentence(text) or text.endswith(":") or PARAGRAPH_CITED.search(text) is not None
        for text in texts
        if len(text) >= LONG
    ]
    return sum(ends) >= _FEWEST and len(ends) - sum(ends) <= max(1, len(ends) // 5)


def _is_numbered(draft: Draft) -> bool:
    """Whether paragraphs have numbers of several parts in this text, and hardly one has none.

    Of those without one, some are the rest of a numbered paragraph after a page's end.
    """
    numbered = loose = 0
    for block, under in pairwise(b for b in draft.blocks if b.kind != "footnote"):
        if block.kind != "list_item" or "." not in (block.marker or ""):
            continue
        numbered += 1
        text = draft.read(under) if under.kind == "paragraph" else ""
        is_led_to = draft.read(block).endswith(":")
        loose += len(text) >= LONG and ends_sentence(text) and not is_led_to
    return numbered >= _MANY and loose * _HARDLY <= numbered


class _Breaks:
    """The breaks of a draft, with what its lines and pages say of each."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._cased = _is_cased(draft)
        self._stopped = _is_stopped(draft)
        self._numbered = _is_numbered(draft)
        self._vocabulary = Vocabulary(draft.text)
        self._notes = [block.start for block in draft.blocks if block.kind == "footnote"]
        prose = (b for b in draft.blocks if b.kind in ("paragraph", "list_item"))
        self._width = usual_width(block_lines(draft, block) for block in prose)

    def between(self, first: Block, second: Block, third: Block | None) -> Break:
        draft = self._draft
        _, start = draft.apparatus.source_interval(*first.spans[-1])
        # The blanks before the second block may hold the end of a page.
        words = skip_blanks(draft.text, *second.spans[0]), second.spans[0][1]
        end, _ = draft.apparatus.source_interval(*words)
        removed = draft.apparatus.between(start, end)
        over_head = any(e.kind == "running-header" for e in removed)
        before, after = (
            squeeze(draft.text[slice(*span)]) for span in (first.spans[-1], second.spans[0])
        )
        return Break(
            first,
            second,
            before,
            after,
            third=draft.text[third.start : third.end].strip() if third else "",
            cased=self._cased,
            stopped=self._stopped,
            numbered=self._numbered,
            full=self._is_full(first, after),
            over_page=over_head or "\f" in draft.source.text[start:end],
            over_notes=bisect_left(self._notes, first.end) < bisect_left(self._notes, second.start),
            over_head=over_head,
            stands_apart=len(lines(draft.text[first.end : second.start])) > 2,
            is_outside=first.kind == "list_item"
            and 0 < self._column(first) == self._column(second)
            and (first.depth or 1) > 1,
        )

    def _column(self, block: Block) -> int:
        """How far in the line of the source stands that a block begins in, with its mark."""
        source = self._draft.source.text
        at = self._draft.apparatus.source_interval(*block.spans[0])[0]
        return indent(source, source.rfind("\n", 0, at) + 1, len(source))

    def _is_full(self, first: Block, after: str) -> bool:
        """Whether the first word of the second block had no room in the last line of the first."""
        if self._width is None:
            return False
        end = trim(self._draft.text, *first.spans[-1])[1]
        length = self._draft.locate(end).column - 1
        return length + 1 + len(after.split(None, 1)[0]) >= self._width

    def receipts(self, first: Block, second: Block, why: Ground) -> Iterator[Proposal]:
        """The changes of the text that say that two blocks were joined: at its blank, or hyphen."""
        text = self._draft.text
        end = trim(text, *first.spans[-1])[1]
        start = skip_blanks(text, *second.spans[0])
        blank = self._blank(end, start)
        reason, certainty = why
        glue = " "
        if (
            text[end - 1] in _HYPHENS
            and text[end - 2 : end - 1].isalpha()
            and text[start].islower()
        ):
            word = halves(text, end - 1, start)
            loses_hyphen, sure = word.loses_hyphen(self._vocabulary)
            if not word.is_cut_short():
                glue = ""
            if loses_hyphen and glue == "":
                reason = "a word cut at the end of a page"
                certainty = "probable" if "probable" in (sure, certainty) else "certain"
                if blank[0] != end:
                    yield Proposal(end - 1, end, "", "join", reason, certainty)
                    return
                blank = end - 1, blank[1]
        if blank[0] < blank[1]:
            yield Proposal(*blank, glue, "join", reason, certainty)

    def _blank(self, end: int, start: int) -> Interval:
        """The last white space before text[start] that no other change stands in."""
        low = start
        while low > end and self._draft.text[low - 1].isspace():
            low -= 1
        source = self._draft.apparatus.source_interval(low, start)
        for e in reversed(self._draft.apparatus.between(*source)):
            at = self._draft.apparatus.text_offset(e.start)
            if at + len(e.after) < start:
                return max(low, at + len(e.after)), start
            start = at
        return low, start


RULE = Rule("joins", _revise)
