r"""Tables whose columns are drawn with rulings or bars.

Symptom: rows of words between rulings such as `----- ---` or `+---+---+`; lines with bars between
their words and a ruling `---|---` under the first, or several lines with as many bars.
Cause: a converter wrote the table for a reader's eye: pandoc's simple, multiline and grid tables,
the tables of reStructuredText, Markdown without bars at the ends of its lines.
Remedy: each row becomes one line with tabs between its cells. A cell that runs over several lines
is put together: the rulings tell which words are in its column. The rulings are taken out. Its
paragraphs and items are known by empty lines and bullets, where it becomes a table of prose.
Leaves alone: a row of signs over and under text without columns. Where words stand across the place
at which two columns part, or a cell is in several rows, the table is a finding, since which words
are one cell is not known.
Seen in: Markdown and plain text made by pandoc, html2text and docutils.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from consultations import patterns as re
from consultations.model.draft import Draft, Revision
from consultations.model.emendation import Kind, Proposal
from consultations.model.finding import Finding
from consultations.model.text import Interval, Line, lines, trim
from consultations.rules.marks import BULLET, NUMBER
from consultations.rules.rule import Rule
from consultations.rules.tables.drawings import CELL_PARAGRAPH, DrawnTable, cells_of, drawn_tables

_CAPTION = re.compile(r"\s{0,40}\n[ ]{0,4}(:[ ]+)(?=\S)")
"""The mark of a caption under a table in pandoc's Markdown: `: Table 2: Lamps by pier`."""
_SIGNS = ("---", "===", "|")
_REASON = "the columns of a table, which are drawn"


def _revise(draft: Draft) -> Revision:
    text = draft.text
    if not any(sign in text for sign in _SIGNS):
        return Revision()
    proposals: list[Proposal] = []
    findings: list[Finding] = []
    for table in drawn_tables(text, lines(text)):
        cells = [cells_of(text, table, row) for row in table.rows]
        known = [row for row in cells if row is not None]
        if len(known) < len(cells):
            findings.append(_unread(draft, table))
            continue
        proposals += _between(text, table)
        for row, pieces in zip(table.rows, known, strict=True):
            proposals += _row(text, row, pieces)
        if table.columns and (caption := _CAPTION.match(text, table.last.end)):
            proposals.append(Proposal(*caption.span(1), "", "markup", "the mark of a caption"))
    return Revision(tuple(proposals), findings=tuple(findings))


def _between(text: str, table: DrawnTable) -> Iterator[Proposal]:
    """The rulings and the empty lines before, between and after the rows, taken out."""
    reason = "the ruling of a table, kept as structure"
    first, last = table.rows[0][0], table.rows[-1][-1]
    if table.first.start < first.start:
        yield Proposal(table.first.start, first.start, "", "markup", reason)
    for above, below in pairwise(table.rows):
        start, end = above[-1].end, below[0].start
        if len(lines(text[start:end])) > 2:
            yield Proposal(start, end, "\n", "markup", reason)
    if last.end < table.last.end:
        yield Proposal(last.end, table.last.end, "", "markup", reason)


def _row(text: str, row: Sequence[Line], cells: Sequence[Sequence[Interval]]) -> Iterator[Proposal]:
    """A row as one line with tabs between its cells."""
    if len(row) > 1:
        words = "\t".join(_put_together(text, cell) for cell in cells)
        yield Proposal(row[0].start, row[-1].end, words, "spacing", _REASON)
        return
    at, tabs = row[0].start, ""
    for n, cell in enumerate(cells):
        tabs += "\t" if n else ""
        for piece in cell:
            start, end = trim(text, *piece)
            if start < end:
                yield from _gap(text, at, start, tabs)
                at, tabs = end, ""
    yield from _gap(text, at, row[0].end, tabs)


def _put_together(text: str, cell: Sequence[Interval]) -> str:
    """The lines of a cell as one, with a sign where the next is another paragraph or item."""
    said = "".join(text[slice(*piece)].strip() for piece in cell[:1])
    counts = bool(NUMBER.match(said))
    for above, below in pairwise(cell):
        line = text[slice(*below)].strip()
        is_apart = text.count("\n", above[1], below[0]) > 1
        is_item = BULLET.match(line) or (counts and NUMBER.match(line))
        said += (CELL_PARAGRAPH if is_apart or is_item else " ") + line
    return said


def _gap(text: str, start: int, end: int, tabs: str) -> Iterator[Proposal]:
    if text[start:end] != tabs:
        kind: Kind = "markup" if text[start:end].strip() else "spacing"
        yield Proposal(start, end, tabs, kind, _REASON)


def _unread(draft: Draft, table: DrawnTable) -> Finding:
    return Finding(
        code="table-not-read",
        severity="warning",
        what="the words of a drawn table stand across its columns, and stay as text",
        hint="give it as a table with bars, one line for each row, in the transcript",
        place=draft.locate(table.first.start),
    )


RULE = Rule("ruled-tables", _revise, changes_letters=True)
