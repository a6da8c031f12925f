"""Captions of tables and drawings, and whether what they name stands near them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from consultations import patterns as re
from consultations.english.captions import DRAWN, SOURCE
from consultations.english.sentences import ends_sentence
from consultations.model.draft import Draft

_NAMED = rf"""
    (?P<sort> {DRAWN} | exhibit ) \s+ (?P<number> \d{{1,3}} (?: [.-]\d{{1,2}} )? ) \b
"""
"""Figure 3, Table 2.1"""
_CAPTION = re.compile(rf"[\W_]* {_NAMED} (?! \s+(?-i:[a-z]) )", re.VERBOSE | re.IGNORECASE)
_POINTER = re.compile(rf"\b {_NAMED}", re.VERBOSE | re.IGNORECASE)
_ROW = re.compile(r"\d[\d.,%]*[ \t]+\(?[£$€]?\d[\d.,%)]*[ \t]*\Z")
"""The end of a row of a table that was read as a line: `North Pier 4 12`, `4 (33%)`."""
_SHORT_ROW = re.compile(r"[^\W\d][^\d\n]{0,60}[ \t]\(?[£$€]?\d[\d.,%)]*[ \t]*\Z")
"""A row of two columns, where a caption over it says that it is one: `North Pier 12`."""
_FEWEST_ROWS = 2
_NEAR = 4
"""Blocks within which a table that the text points to must stand."""
_LONGEST = 30
"""Words of a caption."""
_FEWEST_WORDS = 6
"""A paragraph of as many, which ends a sentence, is no part of a drawing."""
_Name = tuple[str, str]
"""What a caption names, and its number."""


class Captions:
    """The captions of a document."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._body = draft.body
        self._at: dict[_Name, list[int]] = defaultdict(list)
        self._pointed: set[_Name] = set()
        for index, block in enumerate(self._body):
            words = draft.read(block)
            if caption := _CAPTION.match(words):
                self._at[_name(caption)].append(index)
            start = caption.end() if caption else 0
            self._pointed.update(map(_name, _POINTER.finditer(words, start)))
        self._captions = frozenset(i for places in self._at.values() for i in places)
        self._drawings = {
            places[-1]: name for name, places in self._at.items() if name[0] != "table"
        }

    def is_there(self, what: str, number: str | None, index: int) -> bool:
        """Whether what a block points to is in the text, or may be.

        Args:
            what: `table`, `figure`.
            number: of it, if the block has it: then it may stand wherever its caption does.
            index: of the block.
        """
        if what == "table" and number and ("table", number) in self._at:
            return number in self._printed
        return self._is_near_table(index)

    @cached_property
    def _printed(self) -> frozenset[str]:
        """The numbers of the tables that stand at one of their captions."""
        return frozenset(
            number
            for (sort, number), places in self._at.items()
            if sort == "table" and any(map(self._has_table, places))
        )

    def _has_table(self, caption: int) -> bool:
        """Whether a table stands under its caption, or over it and under no other caption."""
        for n in range(caption, min(caption + 1 + _NEAR, len(self._body))):
            if n in self._tables:
                return True
            if n != caption and n in self._captions:
                break
        over = caption - 1
        return over in self._tables and over - 1 not in self._captions

    def _is_near_table(self, index: int) -> bool:
        """Whether a table stands near a block, if only as rows that were read as lines."""
        near = range(max(0, index - _NEAR), index + 1 + _NEAR)
        return any(n in self._tables for n in near if n != index)

    def lost(self, index: int) -> str | None:
        """What a caption names, where nothing of it is left: `figure`, `chart`.

        The source of a drawing stands right under its caption. Or the text points to it, and there
        are whole sentences or headings on both sides: in a list of drawings other captions stand
        there, and what is left of a drawing makes no sentence. Steps of a chart may be items under
        its caption, and an exhibit may be any text.
        """
        name = self._drawings.get(index)
        if name is None or not self._may_be_bare(index):
            return None
        sourced = self._body[index + 1 : index + 2] and SOURCE.match(self._read(index + 1))
        told = name in self._pointed and name[0] != "exhibit"
        told = told and self._is_text(index - 1) and self._is_text(index + 1, under=True)
        return name[0] if sourced or told else None

    def _may_be_bare(self, index: int) -> bool:
        """Whether a block is no more than a caption, with neither table nor picture beside it."""
        block = self._body[index]
        is_label = block.kind in ("paragraph", "heading") and index not in self._tables
        if not is_label or len(self._read(index).split()) > _LONGEST or self._is_near_table(index):
            return False
        first = self._body[index - 1].end if index else 0
        last = self._body[min(index + 1, len(self._body) - 1)].end
        at = bisect_left(self._told, first)
        return at == len(self._told) or self._told[at] > last

    @cached_property
    def _told(self) -> list[int]:
        """Where pictures are known to be lost."""
        return sorted(loss.offset for loss in self._draft.losses)

    @cached_property
    def _tables(self) -> frozenset[int]:
        """The blocks that are tables, or have rows of one as their lines."""
        rows = (n for n in range(len(self._body)) if self._prints(n, _ROW))
        tables = (n for n, block in enumerate(self._body) if block.kind == "table")
        return frozenset((*tables, *rows, *self._under_captions()))

    def _under_captions(self) -> Iterator[int]:
        """The blocks with rows of two columns, in or right under a caption."""
        for index in self._captions:
            for n in range(index, min(index + 2, len(self._body))):
                if self._prints(n, _SHORT_ROW):
                    yield n

    def _prints(self, index: int, row: re.Pattern[str]) -> bool:
        """Whether several lines of a block are rows of a form."""
        printed = self._draft.lines_of(self._body[index])
        found = (row.search(self._draft.text[start:end]) for start, end in printed)
        return sum(match is not None for match in found) >= _FEWEST_ROWS

    def _is_text(self, index: int, *, under: bool = False) -> bool:
        """Whether a block is nothing of a drawing over it, or under it, or there is no block."""
        if not 0 <= index < len(self._body):
            return True
        words = self._read(index)
        if _CAPTION.match(words):
            return False
        is_set = self._body[index].kind in ("heading", *(() if under else ("list_item",)))
        return is_set or (ends_sentence(words) and len(words.split()) >= _FEWEST_WORDS)

    def _read(self, index: int) -> str:
        return self._draft.read(self._body[index])


def _name(match: re.Match[str]) -> _Name:
    sort = match["sort"].casefold()
    return ("figure" if sort.startswith("fig") else sort), match["number"]
