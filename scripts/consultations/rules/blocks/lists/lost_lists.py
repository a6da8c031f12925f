"""Lists of which every item has lost its bullet.

Symptom: four or more short plain lines, none of which ends a sentence, with no text between them.
Cause: the bullets were drawn, or were glyphs of a symbol font, and the converter dropped them all.
Remedy: the first line is the heading that it looks like, the others are items of a list under it;
it is an item as well where what stands above it announces names (`List of guilds`) or leads to them
(`Members present:`), and where three have a word in common under a heading that the source marks
(`Lamps Act 1803`). A line that can only head a list (`Key findings`), or that an empty line parts
from others that have none between them, or a ruling from any, begins another. Lines that all come
again further down, as the names of the parts of a page do, are items whatever they ask.
Leaves alone: lines in bold, in capitals or with a heading's marks; `Annex A` over what it holds;
quotations; addresses; a name and who that is; references; fields of a form (`Status: open`); the
lines of a table, which stand under a caption or end in numbers.
Seen in: text converted from PDF.
"""

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise

from consultations import patterns as re
from consultations.english.replies import is_short_reply
from consultations.english.sentences import ends_sentence
from consultations.english.small_words import OPENERS
from consultations.model.draft import Block, Draft, Revision
from consultations.model.source import Record
from consultations.model.text import letters, lines
from consultations.rules.author_lines import is_signed
from consultations.rules.form_lines import is_field
from consultations.rules.heading_evidence.never import is_no_heading
from consultations.rules.heading_evidence.sisters import short_forms
from consultations.rules.heading_evidence.words import (
    LONGEST,
    PARAGRAPH_CITED,
    YEAR,
    can_be_heading,
    heads_list,
    is_caption,
    is_question,
)
from consultations.rules.numbering import read_number
from consultations.rules.prose import announces_names, is_quotation
from consultations.rules.rule import Rule

_FEWEST, _FEWEST_ALIKE = 4, 3
"""Lines of a list; and the fewest where they are alike, right under a heading of their own."""
_LONGEST_NAME = 200
"""Code points of the name of a part."""
_TOKEN = re.compile(r"[^\W\d_]+")
_ROW = re.compile(r"(?:[ \t][£$€]?\d[\d.,]*(?:[ ]?%)?){2}\Z")
"""The end of a table's row: `Ferries 12 40%`."""
_COMPANY = re.compile(r"\b(?:Bros|Co|Corp|Inc|Jr|Ltd|Pty|S\.A|Sr)\.\Z")
"""The end of a name that ends no sentence: `Ferry & Moss Ltd.`"""


def _revise(draft: Draft) -> Revision:
    blocks = list(draft.blocks)
    forms = short_forms(draft)
    run: list[int] = []
    begun = asked = False  # whether the cover is passed; whether a question stands above
    for i, block in enumerate(draft.blocks):
        if block.kind == "footnote":
            continue
        words = draft.read(block)
        if block.kind == "heading":
            asked = _asks(draft, block)
        begun = begun or (ends_sentence(words) and block.level != 1) or block.level not in (None, 1)
        is_short = begun and not asked and _is_short_line(draft, block)
        is_short = is_short and not _is_part(draft, blocks, i)
        apart = bool(run) and _stand_apart(draft, blocks, run, i)
        if is_short and not apart and not heads_list(words):
            run.append(i)
            continue
        _take(draft, blocks, _once(draft, blocks, run), forms)
        run = [i] if is_short else []
    _take(draft, blocks, _once(draft, blocks, run), forms)
    return Revision(blocks=tuple(blocks))


def _asks(draft: Draft, block: Block) -> bool:
    """Whether a heading is a question that is put to somebody, with the answer under it."""
    words = draft.read(block)
    is_put = draft.source.record.responds_to is not None or read_number(words) is not None
    return words.endswith("?") and is_put


def _once(draft: Draft, blocks: Sequence[Block], run: list[int]) -> list[int]:
    """A run without its last line, if the run has that line before.

    The run names the parts of the text, and the heading of the first part stands right under it.
    """
    words = [draft.read(blocks[i]) for i in run]
    return run[:-1] if words and words[-1] in words[:-1] else run


def _take(draft: Draft, blocks: list[Block], run: list[int], forms: Container[int]) -> None:
    """Make a list of the lines of a run; its first line is the heading where it can be one.

    The first of what short forms stand for is none; `forms` has where those begin.
    """
    words = [draft.read(blocks[i]) for i in run]
    are_alike = bool(run) and _is_under_heading(blocks, run[0]) and _are_alike(words)
    is_few = len(run) < (_FEWEST_ALIKE if are_alike else _FEWEST)
    if is_few or is_caption(words[0]) or _are_rows(blocks, run, words):
        return
    is_form = are_alike or blocks[run[0]].start in forms
    headed = not is_form and _stands_over(draft, blocks, run)
    is_other = _are_other(draft.source.record, words, headed=headed)
    if is_other and not _come_again(draft, blocks, run[headed:]):
        return
    for i in run[headed:]:
        blocks[i] = replace(blocks[i], kind="list_item", depth=1)
    for i in run[:headed]:
        blocks[i] = replace(blocks[i], kind="heading")


def _are_rows(blocks: list[Block], run: Sequence[int], words: Sequence[str]) -> bool:
    """Whether lines are rows of a table; the last one, over a text, is then no heading."""
    rows = [i for i, line in zip(run, words, strict=True) if _ROW.search(line)]
    if len(rows) * 2 <= len(run):
        return False
    for i in rows:
        blocks[i] = replace(blocks[i], kind="paragraph")
    return True


def _are_alike(run: Sequence[str]) -> bool:
    """Whether lines have a word in common: `Lamps Act 1803`, `Oil Act 1811`; `Reed v Moss`."""
    tokens = [set(_TOKEN.findall(words.casefold())) for words in run]
    return bool(set.intersection(*tokens) - OPENERS)


def _is_under_heading(blocks: Sequence[Block], i: int) -> bool:
    """Whether a heading that the source marks as one stands right above a block."""
    above = (blocks[k] for k in range(i - 1, -1, -1) if blocks[k].kind != "footnote")
    return next((block.level is not None for block in above), False)


def _come_again(draft: Draft, blocks: list[Block], run: list[int]) -> bool:
    """Whether all lines of a run stand again further down, in the same order."""
    left = [letters(draft.read(blocks[i])) for i in reversed(run)]
    for block in blocks[run[-1] + 1 :]:
        is_short = block.end - block.start < _LONGEST_NAME
        if left and is_short and letters(draft.read(block)) == left[-1]:
            left.pop()
    return not left


def _are_other(record: Record, run: Sequence[str], *, headed: bool) -> bool:
    """Whether most lines are fields, or some ask, with what is filled in under each.

    Or the first stands over the others, and is no heading: it can be none, or says who signs.
    """
    if headed and (not can_be_heading(run[0]) or is_signed(record, run, None)):
        return True
    asking = sum(words.endswith("?") for words in run)
    filled = run[headed:]
    return sum(map(is_field, filled)) * 2 > len(filled) or 1 < asking < len(run)


def _stands_over(draft: Draft, blocks: list[Block], run: list[int]) -> bool:
    """Whether the first line of a run heads the others: it is no item, and nothing announces it."""
    before = (i for i in range(run[0] - 1, -1, -1) if blocks[i].kind != "footnote")
    above = next(before, None)
    announced = above is not None and _announces(draft, blocks, above)
    return not announced and not _is_first_item(draft, blocks, run)


def _announces(draft: Draft, blocks: list[Block], i: int) -> bool:
    """Whether a block announces names, or is a heading that says what its part holds."""
    words = draft.read(blocks[i])
    number = read_number(words)
    named = number is not None and bool(words[number.length :].strip())
    leads = announces_names(words) or words.endswith(":")
    return leads or (named and _is_part(draft, blocks, i))


def _is_first_item(draft: Draft, blocks: list[Block], run: list[int]) -> bool:
    """Whether the first line of a run is numbered as the second is, and so no heading."""
    first, second = (read_number(draft.read(blocks[i])) for i in run[:2])
    return first is not None and second is not None and first.form == second.form


def _stand_apart(draft: Draft, blocks: list[Block], run: list[int], i: int) -> bool:
    """Whether a ruling parts a line from a run; or an empty line, where the run has none."""
    if _is_ruled_off(draft, blocks[run[-1]], blocks[i]):
        return True
    between = [(blocks[a].end, blocks[b].start) for a, b in pairwise([*run[-2:], i])]
    empty = [len(lines(draft.text[start:end])) > 2 for start, end in between]
    return len(empty) > 1 and empty == [False, True]


def _is_ruled_off(draft: Draft, above: Block, under: Block) -> bool:
    """Whether the source has a ruling between two blocks."""
    _, start = draft.apparatus.source_interval(*above.spans[-1])
    end, _ = draft.apparatus.source_interval(*under.spans[0])
    return any(e.kind == "rule" for e in draft.apparatus.between(start, end))


def _is_part(draft: Draft, blocks: list[Block], i: int) -> bool:
    """Whether a heading is a numbered part of the text, and the next part is not right below it.

    Of `Annex A`, `Annex B` right under each other the parts are elsewhere: that is a list.
    """
    words = draft.read(blocks[i])
    number = read_number(words)
    if blocks[i].kind != "heading" or number is None or not number.is_worded or _ROW.search(words):
        return False
    under = (block for block in blocks[i + 1 :] if block.kind != "footnote")
    after = next(under, None)
    following = read_number(draft.read(after)) if after is not None else None
    return after is not None and (following is None or not following.follows(number))


def _is_short_line(draft: Draft, block: Block) -> bool:
    """Whether a block is a short line of plain type: it could be a heading or an item."""
    words = draft.read(block)
    if block.kind not in ("paragraph", "heading") or block.keeps_lines:
        return False
    if block.level is not None or words.isupper():
        return False
    if len(words.split()) > 2 * LONGEST or not words[:1].isupper() or draft.is_bold(block):
        return False
    bare = not _ends(words) and not is_no_heading(words) and not YEAR.search(words)
    put = is_question(words) and read_number(words) is not None
    said = put or is_quotation(words) or is_short_reply(words) or PARAGRAPH_CITED.search(words)
    return bare and not said


def _ends(words: str) -> bool:
    """Whether words end a sentence that is no question, or a part of one."""
    is_sentence = ends_sentence(words) and not words.endswith("?") and not _COMPANY.search(words)
    return words.endswith((";", ":")) or is_sentence


RULE = Rule("lost-lists", _revise)
