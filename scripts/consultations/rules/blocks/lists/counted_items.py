"""Items whose marks are known by nothing but that they count.

Symptom: `A. Keep the lamp.`, then `B. Sell it.`; `(i)light the lamp;`, then `(ii)mend it;`, as a
page of the web leaves them; `1 light the lamp`, then `2 mend it`, right under each other.
Cause: the mark stood apart from the words on the page, or its author gave it no point.
Remedy: each such line begins an item, where three or more count on from the first number or letter
in one form, near each other; of numbers in brackets two are enough. Of bare numbers all lines must
stand under each other, or under a colon, set apart from words with a capital. A number that is
stuck to a capital (`8.The lamps`) is a paragraph's where three or more count on, wherever they
stand.
Leaves alone: initials and marks that do not count; bare numbers with other lines between them;
headings, with a text between any two; a heading or a question with a number that is stuck to it.
Seen in: text copied from a browser, plain text made from PDF.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Block, Draft, Revision
from consultations.model.emendation import Proposal
from consultations.model.text import skip_blanks, trim
from consultations.rules.numbering import roman
from consultations.rules.prose import goes_on
from consultations.rules.rule import Rule

_MARK = re.compile(
    r"""
      \((?P<bracketed> \d{1,2} | [a-z] | [ivx]{1,5} )\)(?=[^\W\d_])      # (i)light the lamp
    | (?P<capital>[A-Z])[.)][ \t]+(?=\S)                           # A. Keep the lamp
    | (?P<stuck>\d{1,3})\.(?=["'“‘]?[A-Z])                               # 8.The lamps
    | (?P<bare>\d{1,2})[ ](?=[a-z])                                      # 1 light the lamp
    | (?P<apart>\d{1,2})[ \t]{2,}(?=[A-Z])                               # 1    A warm room.
    """,
    re.VERBOSE,
)
_FEWEST = {"round": 2, "roman": 2, "capital": 3, "stuck": 3, "bare": 3, "apart": 2}
"""Marks of each form that make a row."""
_STOPS = (".", ";", ",", "; and", "; or")
_MOST_LINES = 10
"""Most lines of an item."""
_MOST_OF_ITEM = 1_000
"""Code points of it that are read."""


class _Counted(NamedTuple):
    """A line that begins with a mark."""

    form: str
    label: str
    value: int
    block: int
    """The place of its block among all."""
    line: int
    """Its place among all lines with words."""
    start: int
    end: int
    """Where the mark ends and the words begin."""
    stops: bool = False
    """Whether the item ends as a clause or a sentence does."""


def _revise(draft: Draft) -> Revision:
    inside: defaultdict[int, dict[int, _Counted]] = defaultdict(dict)
    for row in _rows(_marks(draft)):
        if row[0].form == "apart" and not _is_announced(draft.text, row[0].start):
            continue
        for one in _items(draft, row):
            inside[one.block][one.start] = one
    blocks = [
        part
        for i, block in enumerate(draft.blocks)
        for part in _parts(draft.text, block, [one for _, one in sorted(inside[i].items())])
    ]
    reason = "an item's mark, kept as structure"
    proposals = tuple(
        Proposal(start, one.end, "", "numbering", reason)
        for i in sorted(inside)
        for start, one in sorted(inside[i].items())
    )
    return Revision(proposals, tuple(blocks))


def _is_announced(text: str, start: int) -> bool:
    """Whether a colon stands before a line: else a number apart from its words is a heading's."""
    return text[max(0, start - _MOST_OF_ITEM) : start].rstrip().endswith(":")


def _parts(text: str, block: Block, marks: Sequence[_Counted]) -> Iterator[Block]:
    """A block parted before each line that begins an item."""
    if not marks:
        yield block
        return
    if block.start < marks[0].start and text[block.start : marks[0].start].strip():
        yield replace(block, spans=(trim(text, block.start, marks[0].start),))
    for one, end in zip(marks, [*(mark.start for mark in marks[1:]), block.end], strict=True):
        span = trim(text, one.start, end)
        yield replace(block, kind="list_item", spans=(span,), marker=one.label, keeps_lines=False)


def _marks(draft: Draft) -> Iterator[_Counted]:
    """Every line of a paragraph that begins with a mark, once for each form that it may have."""
    n = 0
    for i, block in enumerate(draft.blocks):
        if len(block.spans) > 1:
            continue
        for line in draft.lines_of(block):
            start = skip_blanks(draft.text, *line)
            n += 1
            found = _MARK.match(draft.text, start, block.end)
            if found is None or block.kind != "paragraph":
                continue
            group = found.lastgroup or ""
            tail = max(found.end(), block.end - _MOST_OF_ITEM)
            if group == "stuck" and not _is_text(draft.text[tail : block.end].rstrip()):
                continue
            for form, value in _values(group, found[group]):
                yield _Counted(form, found[group], value, i, n, start, found.end())


def _is_text(words: str) -> bool:
    """Whether words are those of a paragraph, and no heading's and no question's."""
    return (ends_sentence(words) and not words.endswith("?")) or words.endswith((":", ";"))


def _values(group: str, label: str) -> Iterator[tuple[str, int]]:
    """The forms that a mark may have, each with how far it counts in it."""
    if label.isdigit():
        yield ("round" if group == "bracketed" else group), int(label)
        return
    if len(label) == 1:
        yield ("round" if group == "bracketed" else group), ord(label.lower()) - ord("a") + 1
    if group == "bracketed" and set(label) <= set("ivx"):
        yield "roman", roman(label)


def _rows(marks: Iterator[_Counted]) -> Iterator[list[_Counted]]:
    """The marks of one form that count on, near each other."""
    open_: dict[str, list[_Counted]] = {}
    for one in marks:
        row = open_.get(one.form, [])
        if row and one.value == row[-1].value + 1 and _is_near(row, one):
            row.append(one)
        elif one.value == 1 or one.form == "stuck":
            if len(row) >= _FEWEST[one.form]:
                yield row
            open_[one.form] = [one]
    yield from (row for form, row in open_.items() if len(row) >= _FEWEST[form])


def _items(draft: Draft, row: Sequence[_Counted]) -> Sequence[_Counted]:
    """Those of a row that are items: after a capital letter there may stand a heading as well.

    A heading ends in no stop where items do, and a line under it begins with a capital.
    """
    if row[0].form != "capital":
        return row
    items: list[_Counted] = []
    for one, following in zip(row, [*row[1:], None], strict=True):
        is_parted = following is not None and following.block == one.block
        end = following.start if following and is_parted else draft.blocks[one.block].end
        first, *under = draft.text[one.end : min(end, one.end + _MOST_OF_ITEM)].strip().splitlines()
        # More of the text may stand under the last item of a block.
        ends = [first, *under][-1:] if is_parted else [first, *under]
        stops = any(line.rstrip().endswith(_STOPS) for line in ends)
        is_over_text = bool(under) and not goes_on(under[0].strip()) and first[-1:].isalnum()
        if is_over_text or stops != (items[0].stops if items else stops):
            break
        items.append(one._replace(stops=stops))
    return items if len(items) >= _FEWEST["capital"] else []


def _is_near(row: Sequence[_Counted], one: _Counted) -> bool:
    """Whether a mark stands where the next item of a row does.

    Once in a row a paragraph may stand between, which goes on with the item before it; headings
    have one between any two.
    """
    last = row[-1]
    if one.form == "stuck":
        return True
    if one.form == "bare":
        return one.line == last.line + 1
    between = one.block - last.block
    is_parted = any(b.block - a.block > 1 for a, b in pairwise(row))
    return one.line - last.line <= _MOST_LINES and (between < 2 or (between == 2 and not is_parted))


RULE = Rule("counted-items", _revise)
