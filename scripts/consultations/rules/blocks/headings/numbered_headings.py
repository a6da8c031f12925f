"""Headings that are numbered.

Symptom: `1. Background`, `2.1 Who came`, `4/02 Tolls`, `Recommendation 3: Lamps`, each with a text
under it, and sometimes with that text in the next line.
Cause: a number before a heading looks like a number before an item or before a paragraph, and a
converter that knows lines only puts a heading and its text into one block.
Remedy: lines are headings when their numbers follow each other, in one form or from `1` to `1.1` to
`2`, when each ends no sentence and when each has something other than its sister under it. Where a
line after such a line is longer than a heading usually is, it is one too, since it has their form;
so is `Recommendation 1` before it; and so is one line that ends in a preposition, where all of its
sisters are headings.
One number is enough where a point or a bracket stands behind it, no sister stands by it and it is
in no list: a converter may begin a list anew at each heading; or a numbered paragraph stands under
it, as in a chapter saved alone. What follows a heading in its block
becomes a block of its own.
Leaves alone: items under one another; numbered paragraphs, a short one among them or right over the
next chapter; a date, an address; a line that is full, so that its sentence may go on in the next.
Seen in: plain text made from PDF.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.english.small_words import PREPOSITIONS
from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.text import lines, skip_blanks, squeeze
from consultations.rules.form_lines import without_remark
from consultations.rules.heading_evidence.clauses import is_broken
from consultations.rules.heading_evidence.never import labels_answer
from consultations.rules.heading_evidence.over_numbers import is_numbered
from consultations.rules.heading_evidence.title_page import is_date
from consultations.rules.heading_evidence.title_rows import NumberedTitle, rows
from consultations.rules.heading_evidence.words import (
    LONGEST,
    SENTENCE_INSIDE,
    is_caption,
    is_said,
    is_stopped_title,
)
from consultations.rules.layout import indent
from consultations.rules.line_widths import block_lines, longest_line
from consultations.rules.numbering import Number, read_number, without_number
from consultations.rules.prose import goes_on
from consultations.rules.rule import Rule

_MARKS = re.compile(r"\s*(?:#{1,6}[ \t]+)?(?:\*{1,3}|_{1,3})?")
"""What may stand before the number: marks of a heading, of bold type and of italics."""
_PRINTERS = re.compile(r"\w+\s\w+[.:][-–—]\Z")
"""A label as old printers set it, who put a stop behind a heading: `Section I.—The lamps.`"""
_MOST_WORDS = 45
"""Most words of a heading that only its neighbours show to be one."""
_MOST_LINES = 4
"""Most lines of a heading."""
_FEW = 7
"""Words of an indented item that is no paragraph under a heading."""


def _revise(draft: Draft) -> Revision:
    body = [i for i, block in enumerate(draft.blocks) if block.kind != "footnote"]
    prose = (block for block in draft.blocks if block.kind in ("paragraph", "list_item"))
    width = longest_line(block_lines(draft, block) for block in prose)
    titles = [title for n in range(len(body)) if (title := _read(draft, body, n, width))]
    heads = {title.place: title for row in rows(titles) for title in row}
    blocks = (
        part
        for i, block in enumerate(draft.blocks)
        for part in (_parted(draft, block, heads[i].end) if i in heads else (block,))
    )
    return Revision(tuple(_parted_numbers(draft, heads)), tuple(blocks))


def _parted_numbers(draft: Draft, heads: Mapping[int, NumberedTitle]) -> Iterator[Proposal]:
    """A blank behind each number that has lost it; the headings by their places."""
    for place, title in sorted(heads.items()):
        if title.number.is_stuck:
            end = _after_marks(draft, draft.blocks[place]) + title.number.length
            yield Proposal(end, end, " ", "spacing", "a number that is stuck to its heading")


def _parted(draft: Draft, block: Block, end: int) -> Iterator[Block]:
    """A block as a heading that ends here, and the rest of it."""
    yield replace(block, kind="heading", spans=((block.start, end),))
    if draft.text[end : block.end].strip():
        yield Block("paragraph", ((skip_blanks(draft.text, end, block.end), block.end),))


def _read(draft: Draft, body: Sequence[int], n: int, width: int) -> NumberedTitle | None:
    """The numbered beginning of the n-th block of a text, if it has one.

    Args:
        draft: the document.
        body: the places of its blocks, notes left out.
        n: the place of the block among those.
        width: code points of the document's longest line.
    """
    block = draft.blocks[body[n]]
    if block.kind not in ("paragraph", "list_item", "heading") or len(block.spans) > 1:
        return None
    start = _after_marks(draft, block)
    number = read_number(draft.text, start, block.end)
    if number is None:
        return None
    end = _end(draft, start, block.end, width, is_worded=number.is_worded)
    words = _words(draft, start, number, end)
    can_be = (
        _may_be_title(words, is_labelled=_is_labelled(draft, start, number))
        and (bool(words) or number.is_worded)
        and not is_caption(squeeze(draft.text[start:end]))
        and not labels_answer(words)
    )
    following = draft.blocks[body[n + 1]] if n + 1 < len(body) else None
    heads = can_be and (end < block.end or _heads(draft, block, number, following))
    in_list = _stands_under_item(draft, body, n)
    return NumberedTitle(
        place=body[n],
        number=number,
        end=end,
        is_title=heads and _is_whole(words),
        leads_on=heads and _leads_on(draft, words, following),
        is_short=len(words.split()) <= LONGEST,
        is_apart=not in_list and _is_sure(draft, start, number, words, following),
        column=indent(draft.text, block.start, block.end),
        is_mother=following is not None and _is_mother(draft, number, following),
    )


def _is_sure(draft: Draft, start: int, number: Number, words: str, following: Block | None) -> bool:
    """Whether a stop or a bracket parts a number from its words, behind a label a colon.

    Without one, a numbered paragraph that counts on may stand under a chapter's title, as in
    reports of committees; but a day has a number too: `4 May`.
    """
    mark = draft.text[start : start + number.length].rstrip()[-1:]
    if mark in (".", ")") or (mark == ":" and number.rank is not None):
        return True
    if following is None or is_date(f"{number.path[0]} {words}"):
        return False
    other = read_number(draft.text, following.start, following.end)
    return other is not None and other.path >= number.path and is_numbered(draft, following)


def _words(draft: Draft, start: int, number: Number, end: int) -> str:
    """The words behind a number that begins here, up to an end, without a printer's stop."""
    words = squeeze(draft.text[start + number.length : end]).rstrip("*_ ")
    has_stop = _PRINTERS.match(draft.text, start, start + number.length) is not None
    return words.removesuffix(".") if has_stop else words


def _is_mother(draft: Draft, number: Number, following: Block) -> bool:
    """Whether a block begins with the first part of a number, and with a sentence's capital.

    A clause of a contract goes on in its parts, which begin in lower case.
    """
    start = _after_marks(draft, following)
    other = read_number(draft.text, start, following.end)
    if other is None or other.path != (*number.path, 1) or not other.follows(number):
        return False
    return draft.text[start + other.length : following.end].lstrip("'‘\"“*_")[:1].isupper()


def _after_marks(draft: Draft, block: Block) -> int:
    """Where the words of a block begin, behind the marks of a heading and of bold type."""
    marks = _MARKS.match(draft.text, block.start, block.end)
    return marks.end() if marks else block.start


def _stands_under_item(draft: Draft, body: Sequence[int], n: int) -> bool:
    """Whether the n-th block of a text follows an item, and no empty line parts them."""
    if n == 0:
        return False
    before, block = draft.blocks[body[n - 1]], draft.blocks[body[n]]
    return before.kind == "list_item" and len(lines(draft.text[before.end : block.start])) <= 2


def _end(draft: Draft, start: int, end: int, width: int, *, is_worded: bool) -> int:
    """Where the words of a heading end that begins here: with the block, or with one of its lines.

    The heading ends with a line where the next one begins a sentence and the line is not full: the
    first word of the next one had room in it, so that the line's end is the author's. Where a word
    says what is numbered the line need not be short: `Recommendation 2: …` begins no sentence.
    """
    printed = [(start + a, start + b) for a, b in lines(draft.text[start:end])]
    width = max(width, *(last - first for first, last in printed))
    last_words = draft.text[max(start, end - 100) : end].rstrip()
    is_text, announces = ends_sentence(last_words), last_words.endswith(":")
    for (first, last), (after, after_end) in pairwise(printed[: _MOST_LINES + 1]):
        words, below = squeeze(draft.text[first:last]), squeeze(draft.text[after:after_end])
        if not below or _are_one(words, below):
            continue
        if words.endswith("?"):
            return last
        has_room = last - first + 1 + len(below.split()[0]) <= width
        if (is_text and (is_worded or has_room)) or (announces and has_room and not is_worded):
            return last
    return end


def _are_one(words: str, below: str) -> bool:
    """Whether a heading's line goes on in the line below."""
    broken = is_broken(without_number(words))
    return goes_on(below) or broken or (words.isupper() and below.isupper())


def _is_labelled(draft: Draft, start: int, number: Number) -> bool:
    """Whether a number is a label with its colon or dash: `Proposal 1: a lamp`."""
    return number.is_worded and draft.text[start : start + number.length].rstrip()[-1] in ":–—-"


def _is_title(words: str, *, is_labelled: bool = False) -> bool:
    """Whether words after a number can be a heading, and do not break off."""
    return _may_be_title(words, is_labelled=is_labelled) and _is_whole(words)


def _is_whole(words: str) -> bool:
    """Whether words that may be a heading do not break off."""
    words = without_remark(words)
    return is_stopped_title(words) or not is_broken(words)


def _leads_on(draft: Draft, words: str, following: Block | None) -> bool:
    """Whether a heading's words break off in a preposition, and what is under them begins anew."""
    *_, last = words.split() or [""]
    is_open = last in PREPOSITIONS and len(words.split()) <= LONGEST and not _is_whole(words)
    return is_open and following is not None and not goes_on(draft.read(following))


def _may_be_title(words: str, *, is_labelled: bool) -> bool:
    """Whether words after a number, however they end, can be a heading; none at all can: `Annex B`.

    Behind a label with its colon they may begin in lower case: `Proposal 1: a lamp`.
    """
    words = without_remark(words)
    if not words or is_stopped_title(words):
        return True
    is_sentence = ends_sentence(words) and not words.endswith("?")
    if is_sentence or words.endswith((":", ";")) or SENTENCE_INSIDE.search(words) or is_said(words):
        return False
    first = words.lstrip("'‘\"“")[:1]
    begins = first.isupper() or (is_labelled and first.islower())
    return begins and len(words.split()) <= _MOST_WORDS


def _heads(draft: Draft, block: Block, number: Number, following: Block | None) -> bool:
    """Whether a block can be the heading of the one that follows it."""
    if following is None:
        return False
    if following.kind == "table":
        return _heads_table(draft, block, number)
    start = _after_marks(draft, following)
    other = read_number(draft.text, start, following.end)
    words = squeeze(draft.text[start + (other.length if other else 0) : following.end])
    if (
        other
        and _is_level(number, other)
        and _is_title(words, is_labelled=_is_labelled(draft, start, other))
    ):
        return False
    if following.kind != "list_item" or _is_over_parts(number, other):
        return True
    if indent(draft.text, following.start, following.end) > indent(
        draft.text, block.start, block.end
    ):
        is_text = ends_sentence(words) or words.endswith(":")
        return other is not None and is_text and len(words.split()) > _FEW
    apart = len(lines(draft.text[block.end : following.start])) > 2  # an empty line
    return apart and not draft.text[following.start].isspace()


def _is_level(number: Number, other: Number) -> bool:
    """Whether another number right under one is a sister's or the next chapter's: 3 under 2.1.

    Over a sister both are items, or fields of a form; over the next chapter there is no text.
    """
    next_chapter = "#", (number.path[0] + 1,)
    is_last = bool(number.path[1:]) and (other.form, other.path) == next_chapter
    return other.form == number.form or is_last


def _is_over_parts(number: Number, other: Number | None) -> bool:
    """Whether a number stands over its parts: 2 over 2.1. One with a year in it always may."""
    return number.is_of_year or (other is not None and other.path[:-1] == number.path)


def _heads_table(draft: Draft, block: Block, number: Number) -> bool:
    """Whether a number over a table is a heading's, and none in the table's first row.

    It has parts, or the only tab of its line stands behind it.
    """
    is_tabbed = draft.text[block.start : block.end].count("\t") == 1
    return number.is_of_year or number.has_parts or is_tabbed


RULE = Rule("numbered-headings", _revise)
