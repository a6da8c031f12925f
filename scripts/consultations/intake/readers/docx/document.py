"""The body of a Word document, block by block: paragraphs, tables, and the notes they call."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from consultations import patterns as re
from consultations.intake.readers import markup
from consultations.intake.readers.docx.beside import BesideText
from consultations.intake.readers.docx.drawings import hangs_below
from consultations.intake.readers.docx.formulas import formula
from consultations.intake.readers.docx.headings import levels_of
from consultations.intake.readers.docx.labels import NoteLabels, note_forms
from consultations.intake.readers.docx.numbering import Numbering
from consultations.intake.readers.docx.opening import WordFile
from consultations.intake.readers.docx.paragraphs import (
    Piece,
    WordParagraph,
    blocks_of,
    is_over_contents,
    tell_set_in,
)
from consultations.intake.readers.docx.runs import RunReader
from consultations.intake.readers.docx.styles import Styles
from consultations.intake.readers.docx.tables import (
    Rows,
    cells_of,
    grid_of,
    heads_in_margins,
    is_letterhead,
    lays_out,
    rows_of,
    stretches,
)
from consultations.intake.readers.docx.typed_notes import pair_typed_notes
from consultations.intake.readers.quotation_styles import QUOTATION
from consultations.model.transcript import Drop

_CONTENTS = re.compile(r"toc (?:\d|heading)|table of figures|contents \d", re.IGNORECASE)
"""Names of the styles of a list of contents that Word or LibreOffice makes."""
_DEPTH = re.compile(r"list bullet ([2-5])", re.IGNORECASE)
"""Word's own styles for items of items, each of which begins a list of its own."""

_SHOWN = 60
"""Code points of words that are shown in a doubt."""

_LONGEST_LABEL = 6
"""Words of a form's label that a text box stands beside."""


class _Data(NamedTuple):
    """A table of data: its cells in Markdown, and the paragraphs in them, which may call notes."""

    rows: list[list[str]]
    called: list[WordParagraph]


class DocumentReader:
    """Reads one document from first to last; its numbers and notes count up on the way."""

    def __init__(self, file: WordFile) -> None:
        """Take the file, whose styles, lists, notes and comments are read at once."""
        self._file = file
        self._styles = Styles(file.part(RELATIONSHIP_TYPE.STYLES))
        self._numbering = Numbering(file.part(RELATIONSHIP_TYPE.NUMBERING))
        self._labels = NoteLabels(note_forms([file.body, *file.parts(RELATIONSHIP_TYPE.SETTINGS)]))
        self._words = RunReader(file, self._styles, self._labels)
        self._beside = BesideText(file, self._words, self._labels)
        self._heads = heads_in_margins(file.body, file.parts(RELATIONSHIP_TYPE.HEADER))
        self.drops = self._beside.drops
        """What was left out, as far as the blocks have been written."""

    def written(self) -> Iterator[str]:
        """The blocks of the document, each in Markdown."""
        self._beside.leave_out_margins(set(self._heads.values()))
        yield from self._blocks(list(self._flow(self._file.body, in_table=False)))
        self._beside.leave_out_rest()

    @property
    def doubts(self) -> tuple[str, ...]:
        """What a person should look at, once all has been written."""
        found: list[str] = []
        if next(self._file.body.iter(qn("w:altChunk"), qn("w:subDoc")), None) is not None:
            found.append(
                "the file takes in another file, whose text is not read: open it in Word and save"
                " it again, which puts that text into it"
            )
        if lost := sorted(self._file.lost):
            found.append(
                "a picture or another thing that the file names is not in it, or is of no kind that"
                f" it tells: {lost[0]!a}"
                f" ({len(lost)} in all)"
            )
        if struck := [words for words in self._words.struck if words]:
            found.append(
                "a line goes through words that stand in the text as all others do, first"
                f" “{struck[0][:_SHOWN]}” ({len(struck)} in all)"
            )
        return tuple(found)

    def _blocks(self, flow: Sequence["WordParagraph | _Data"]) -> Iterator[str]:
        """The blocks in Markdown, each note behind the paragraph that calls it."""
        paragraphs = [part for part in flow if isinstance(part, WordParagraph)]
        tell_set_in(paragraphs)
        levels = iter(levels_of(paragraphs, self._file.facts.title))
        pair_typed_notes(paragraphs, self._typed_label)
        title: list[WordParagraph] = []
        for n, part in enumerate(flow):
            if not isinstance(part, WordParagraph):
                yield from self._title(title)
                yield from self._table(part)
                continue
            level = next(levels)
            if part.in_contents or is_over_contents(part, flow[n + 1 : n + 2]):
                self._leave_out_contents(part)
            elif level == 1 and part.text.strip():
                title.append(part)
            else:
                if part.text.strip():
                    yield from self._title(title)
                self._beside.leave_out(part)
                yield self._block(part, level)
                yield from self._beside.called(part)
        yield from self._title(title)

    def _typed_label(self, label: str) -> str:
        """The label of a note typed by hand; another where the file has notes of Word's too."""
        return self._labels.label("typed", label, label) if self._beside.has_notes else label

    def _title(self, paragraphs: list[WordParagraph]) -> Iterator[str]:
        """The heading that the title is, which may be printed as several paragraphs."""
        if paragraphs:
            yield f"# {' '.join(part.on_one_line for part in paragraphs)}"
        for paragraph in paragraphs:
            self._beside.leave_out(paragraph)
            yield from self._beside.called(paragraph)
        paragraphs.clear()

    def _leave_out_contents(self, paragraph: WordParagraph) -> None:
        self._beside.leave_out(paragraph)
        if words := " ".join(paragraph.text.split()):
            self.drops.append(Drop("contents-list", words, "of a list of contents that Word makes"))

    def _flow(self, container: Any, *, in_table: bool) -> Iterator["WordParagraph | _Data"]:
        """The paragraphs and the tables of data, in reading order.

        A table that only lays out a page, and a text box, are the paragraphs that they hold.
        """
        held: WordParagraph | None = None
        below: list[Any] = []  # text boxes that stand beside what comes after their paragraph
        for element, in_contents in blocks_of(container):
            if element.tag == qn("w:tbl"):
                yield from self._in_table(element)
                continue
            paragraph = self._paragraph(element)
            paragraph.in_table = in_table
            paragraph.in_contents |= in_contents or _CONTENTS.match(paragraph.style) is not None
            if held:
                paragraph.follow(held)
            held = None if paragraph.ends else paragraph
            # A label at the left of a form has its box beside it: `Signed:`.
            is_label = 0 < len(paragraph.text.split()) <= _LONGEST_LABEL
            yield from self._boxed([] if is_label else below, in_table=in_table)
            if paragraph.ends:
                yield paragraph
            yield from self._boxed(below if is_label else [], in_table=in_table)
            below = list(filter(hangs_below, paragraph.boxes))
            own = [box for box in paragraph.boxes if box not in below]
            yield from self._boxed(own, in_table=in_table)
        if held:
            yield held
        yield from self._boxed(below, in_table=in_table)

    def _boxed(self, boxes: Sequence[Any], *, in_table: bool) -> Iterator["WordParagraph | _Data"]:
        for box in boxes:
            yield from self._flow(box, in_table=in_table)

    def _in_table(self, table: Any) -> Iterator["WordParagraph | _Data"]:
        rows = rows_of(table)
        if is_letterhead(table, rows):
            yield from self._laid_out(rows)
        elif not lays_out(rows):
            heads = self._heads.get(grid_of(table))
            yield self._data([*([cells_of(heads)] if heads is not None else ()), *rows])
        else:
            for is_data, stretch in stretches(rows):
                yield from [self._data(stretch)] if is_data else self._laid_out(stretch)

    def _laid_out(self, rows: Rows) -> Iterator["WordParagraph | _Data"]:
        for cell in (cell for row in rows for cell in row if cell is not None):
            yield from self._flow(cell, in_table=True)

    def _paragraph(self, element: Any) -> WordParagraph:
        if element.tag != qn("w:p"):
            return WordParagraph([Piece(formula(element))], "", None)
        paragraph = self._words.read(element)
        numbered = self._styles.numbered(element.find(qn("w:pPr")))
        if numbered and paragraph.text.strip():
            label = self._numbering.label(*numbered)
            if label:
                paragraph.label, paragraph.bullet = label.text, label.bullet
                named = _DEPTH.fullmatch(paragraph.style)
                paragraph.depth = max(label.depth, int(named[1]) if named else 1)
        return paragraph

    def _block(self, paragraph: WordParagraph, level: int | None) -> str:
        if paragraph.note:
            return markup.note(paragraph.note, [paragraph.markdown.replace("\t", " ")])
        # Two blanks: the number is Word's, and no part of the words.
        apart = "  " if level is None and "." in paragraph.label.rstrip(".") else " "
        label = f"{paragraph.label}{apart}" if paragraph.label else ""
        if level is not None:
            return f"{'#' * level} {label}{paragraph.on_one_line}"
        words = paragraph.markdown.replace("\t", " ")
        if paragraph.bullet:
            indent = "    " * (paragraph.depth - 1)
            return f"{indent}- {words}".replace("\n", f"\n{indent}  ")
        words = f"{label}{words}"
        if paragraph.set_in == "both" or QUOTATION.search(paragraph.style):
            return "\n".join(f"> {line}" for line in words.split("\n"))
        return markup.set_in(words) if paragraph.set_in else words

    def _data(self, printed: Rows) -> _Data:
        """Rows of data, read in their place: notes are numbered as they are called."""
        called: list[WordParagraph] = []
        rows = [[self._cell(cell, called) for cell in row] for row in printed]
        return _Data(rows, called)

    def _table(self, data: _Data) -> Iterator[str]:
        for paragraph in data.called:
            self._beside.leave_out(paragraph)
        yield markup.table(data.rows)
        for paragraph in data.called:
            yield from self._beside.called(paragraph)

    def _cell(self, cell: Any | None, called: list[WordParagraph]) -> str:
        if cell is None:
            return ""
        words = ""
        for element in cell.iter(qn("w:p")):
            paragraph = self._paragraph(element)
            called.append(paragraph)
            mark = f"{paragraph.label} " if paragraph.label else "• " if paragraph.bullet else ""
            # What stands in a table within the cell is words of one line.
            is_own = element.getparent() is cell
            if said := (mark + paragraph.markdown).strip():
                words += ("\n" if is_own else " ") + said
        return words.strip()
