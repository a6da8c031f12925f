"""The name in the row of a table in which a quotation fills a cell.

Symptom: a table with the heads "Respondent" and "Comment", and in a row "Ferry Board" and “…”.

Found by: a quotation that fills its cell; in its row, the cell of the only column whose head says
that it has who spoke: respondent, organisation, name, participant. Beside a column whose own head
says that it has somebody's words ("In their words", "Told us"), it is the one whose head is any
noun for people or for bodies. Where no head says it, it is a column without a head whose cell
describes somebody: "Tenant 4". That cell is kept as printed, unless it names somebody who is known.

Leaves alone: a quotation within a cell; a table without heads, or with two of these.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consultations import patterns as re
from consultations.annotate.quotations.credits import description
from consultations.annotate.quotations.grounds.credit_after import credited
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.stage import Ruling, Stage
from consultations.annotate.quotations.voices import Voice
from consultations.english.kinds import BODY
from consultations.english.persons import HEARD, POST, ROLE
from consultations.english.saying import SAYING, STATEMENT
from consultations.model.annotation import QuotationKind
from consultations.model.edition import Edition, Passage
from consultations.model.table_cells import cells
from consultations.model.text import Interval

RULE = "table-row"
_WHO = re.compile(
    rf"""
    (?: (?:name|type) [ ] of [ ] )?                      # Name of respondent
    (?: {HEARD} | consultee | organi[sz]ation | name | stakeholder
      | from | source | who (?: [ ] said [ ] it )?
      | (?: raised|received|said|submitted ) [ ] by )    # Submitted by
    (?: [ ] name )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ANYBODY = re.compile(rf"(?:[\w’'-]+ ){{0,2}}(?:{ROLE}|{POST}|{BODY})", re.IGNORECASE)
_WORDS = re.compile(
    rf"""
    (?: what [ ] )? (?: (?: he | she | they ) [ ] )? (?:{SAYING}) (?: [ ] us )?  # What they told us
  | (?: in [ ] )? (?: his | her | their ) [ ] (?: own [ ] )? (?: words | {STATEMENT} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The head of a column with words that somebody in the same row has said."""
_MOST_WORDS = 10
_EDGE = 2
"""In code points: a mark and a full stop may stand around the words in their cell."""


class _HeadedCell(NamedTuple):
    head: str
    passage: Passage
    place: Interval

    @property
    def words(self) -> str:
        """What stands in it."""
        return self.passage.text[slice(*self.place)].strip()


def ruling(quoted: Quoted, stage: Stage) -> Ruling | None:
    """The voice of the cell that says who spoke."""
    speakers = _speakers(quoted, list(_row(quoted, stage.cast.edition)))
    if len(speakers) != 1 or not _fills_cell(quoted):
        return None
    head, passage, (start, end) = speakers[0]
    words = speakers[0].words
    if not words or len(words.split()) > _MOST_WORDS:
        return None
    kind: QuotationKind = "respondent" if "respondent" in head.casefold() else "participant"
    return Ruling(credited(passage, start, end, stage) or Voice(words, kind), quoted.outer[1])


def _speakers(quoted: Quoted, row: Sequence[_HeadedCell]) -> list[_HeadedCell]:
    """The cells of a quotation's row that may say who spoke."""
    speakers = [cell for cell in row if _WHO.fullmatch(cell.head.strip())]
    if not speakers and _WORDS.fullmatch(_own_head(quoted).strip()):
        speakers = [cell for cell in row if _ANYBODY.fullmatch(cell.head.strip())]
    described = (cell for cell in row if not cell.head.strip() and description(cell.words))
    return speakers or list(described)


def _fills_cell(quoted: Quoted) -> bool:
    """Whether nothing else stands in the cell."""
    passage, (start, end) = quoted.passage, quoted.outer
    places = [place for row in cells(passage) for place in row] or [(0, len(passage.text))]
    return any(abs(start - a) <= _EDGE and abs(end - b) <= _EDGE for a, b in places)


def _own_head(quoted: Quoted) -> str:
    """The head of the column in which a quotation stands; nothing where it has none."""
    passage, at = quoted.passage, quoted.start
    cell, rows = passage.cell, list(cells(passage))
    heads = cell.heads if cell else passage.rows[0] if passage.rows else ()
    for places in rows or [[(0, len(passage.text))]]:
        for head, (start, end) in zip(heads, places, strict=False):
            if start <= at < end:
                return head
    return ""


def _row(quoted: Quoted, edition: Edition) -> Iterator[_HeadedCell]:
    """The cells of a quotation's row but for the one that it stands in."""
    passage = quoted.passage
    if passage.cell:
        for other in _passages_of_row(passage, edition):
            yield from _cells(other, other.cell.heads if other.cell else (), quoted)
        return
    for places in list(cells(passage))[1:]:
        if any(start <= quoted.start < end for start, end in places):
            for head, place in zip(passage.rows[0], places, strict=False):
                yield _HeadedCell(head, passage, place)


def _cells(passage: Passage, heads: Sequence[str], quoted: Quoted) -> Iterator[_HeadedCell]:
    """The cells of a passage of a table of prose, of which a long one is a passage of its own."""
    rows = list(cells(passage)) or [[(0, len(passage.text))]]
    for head, place in zip(heads, rows[0], strict=False):
        if passage.id != quoted.passage.id or not place[0] <= quoted.start < place[1]:
            yield _HeadedCell(head, passage, place)


def _passages_of_row(passage: Passage, edition: Edition) -> Iterator[Passage]:
    at = edition.order[passage.id]
    yield passage
    for side in (reversed(edition.passages[:at]), edition.passages[at + 1 :]):
        for other in side:
            here, there = passage.cell, other.cell
            if not (here and there and (here.table, here.row) == (there.table, there.row)):
                break
            yield other
