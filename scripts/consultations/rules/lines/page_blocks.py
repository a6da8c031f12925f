"""Tables, lists and headings of HTML in a text that is none.

Symptom: `<table><tr><td>Lamps</td>`, `<ul><li>Lamps</li></ul>`, `<h2>Lamps</h2>`.
Cause: a converter left as HTML what Markdown has no form for, or what it did not know.
Remedy: a table's rows become lines with tabs between their cells, an item a line with a bullet or
its number, a heading a line with its marks. A cell over several columns or rows has empty ones
beside or under it. The items of a list in a cell are parted by bullets; a heading there is words.
Leaves alone: a tag without its partner, and a table in a cell.
Seen in: Markdown made by pandoc and by readers of scanned pages.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter

from consultations import patterns as re
from consultations.model.emendation import Proposal
from consultations.model.text import Interval, trim
from consultations.rules.rule import text_rule

_TABLE = re.compile(
    r"<table\b[^<>]{0,500}>(?P<inside>(?:(?!</?table\b).)*+)</table\s{0,9}>",
    re.IGNORECASE | re.DOTALL,
)
_CELL = re.compile(
    r"""
    (?P<row> <tr\b [^<>]{0,500} > )
    | <(?:td|th)\b (?P<attributes> [^<>]{0,500} ) >
      (?P<words> (?:(?!</?(?:td|th|tr|thead|tbody|tfoot)\b).)*+ )
    | <caption\b [^<>]{0,500} > (?P<caption> (?:(?!</caption\b).)*+ )
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_SPAN = re.compile(r"\b(col|row)span\s{0,3}=\s{0,3}[\"']?([1-9]\d?)\b", re.IGNORECASE)
_WIDEST = 100
"""Columns up to which cells may span several: a few tags could ask for millions of empty ones."""
_LIST_TAG = re.compile(r"<(?P<closes>/?)(?P<name>ul|ol|li)\b[^<>]{0,500}>[ \t]*", re.IGNORECASE)
_HEADING = re.compile(
    r"<h(?P<level>[1-6])\b[^<>]{0,500}>(?P<words>(?:(?!</?h[1-6]\b).)*+)</h(?P=level)\s{0,9}>",
    re.IGNORECASE | re.DOTALL,
)
_LINE_END = re.compile(r"[ \t]*\r?\n\s*")
_BULLET = "\N{BULLET} "
_REASON = "HTML, kept as structure"


def _propose(text: str) -> Iterator[Proposal]:
    if "</" not in text:
        return
    found = list(_TABLE.finditer(text))
    for table in found:
        yield from _table(text, table)
    tables = [table.span() for table in found]
    yield from _lists(text, tables)
    for heading in _HEADING.finditer(text):
        start, end = trim(text, *heading.span("words"))
        if _is_within(heading.start(), tables):
            yield _markup(heading.start(), start, "")
            yield _markup(end, heading.end(), "")
            continue
        yield _markup(heading.start(), start, "\n\n" + "#" * int(heading["level"]) + " ")
        yield from _in_one_line(text, start, end)
        yield _markup(end, heading.end(), "\n\n")


def _markup(start: int, end: int, after: str) -> Proposal:
    return Proposal(start, end, after, "markup", _REASON)


def _is_within(place: int, intervals: Sequence[Interval]) -> bool:
    """Whether a place is in one of some intervals that ascend and do not meet."""
    i = bisect_right(intervals, place, key=itemgetter(0))
    return i > 0 and place < intervals[i - 1][1]


def _table(text: str, table: re.Match[str]) -> Iterator[Proposal]:
    """A line for each row of a table, and one for its caption."""
    at, before, column = table.start(), "\n\n", 0
    hanging: defaultdict[int, int] = defaultdict(int)  # rows that each column's cell goes on in
    for cell in _CELL.finditer(text, *table.span("inside")):
        if cell["row"] is not None:
            before = before if before.startswith("\n\n") else before[1:] + "\n"
            column = 0
            continue
        name = "words" if cell["caption"] is None else "caption"
        while name == "words" and hanging[column]:
            hanging[column] -= 1
            column += 1
            before += "\t"
        start, end = trim(text, *cell.span(name))
        yield _markup(at, start, before)
        yield from _in_one_line(text, start, end)
        at = end
        if name == "caption":
            before = "\n\n"
            continue
        spans = {sort.lower(): int(count) for sort, count in _SPAN.findall(cell["attributes"])}
        wide = min(spans.get("col", 1), max(_WIDEST - column, 1))
        for i in range(column, column + wide):
            hanging[i] = spans.get("row", 1) - 1
        column += wide
        before = "\t" * wide
    yield _markup(at, table.end(), before[1:].strip("\n") + "\n\n")


def _in_one_line(text: str, start: int, end: int) -> Iterator[Proposal]:
    """The words of a cell or a heading without line ends; a list's items parted by bullets."""
    for gap in _LINE_END.finditer(text, start, end):
        yield Proposal(*gap.span(), " ", "spacing", _REASON)
    for tag in _LIST_TAG.finditer(text, start, end):
        is_item = tag["name"].lower() == "li" and not tag["closes"]
        ends_list = bool(tag["closes"]) and tag["name"].lower() != "li" and tag.end() < end
        yield _markup(*tag.span(), f" {_BULLET}" if is_item else " " if ends_list else "")


def _lists(text: str, tables: list[Interval]) -> Iterator[Proposal]:
    """Every list outside tables, an item a line; none where a list is not closed."""
    tags = [tag for tag in _LIST_TAG.finditer(text) if not _is_within(tag.start(), tables)]
    counts: list[int | None] = []  # of each list that is open; None where bullets are its marks
    found: list[Proposal] = []
    for tag in tags:
        name, closes = tag["name"].lower(), bool(tag["closes"])
        if name == "li":
            if not counts:
                return
            found.append(_markup(*tag.span(), "" if closes else _item(counts)))
        elif not closes:
            counts.append(0 if name == "ol" else None)
            found.append(_markup(*tag.span(), "\n" * (3 - min(len(counts), 2))))
        elif counts:
            counts.pop()
            found.append(_markup(*tag.span(), "" if counts else "\n\n"))
        else:
            return
    if not counts:
        yield from found


def _item(counts: list[int | None]) -> str:
    """What an item's line begins with; its number is one more than the last one's."""
    count = counts[-1]
    if count is not None:
        counts[-1] = count + 1
    mark = "* " if count is None else f"{count + 1}. "
    return "\n" + "    " * (len(counts) - 1) + mark


RULE = text_rule("page-blocks", _propose, changes_letters=True)
