"""Blocks to Markdown: the transcript, with the places where pages begin."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from consultations import patterns as re
from consultations.intake.readers import markup
from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.notes import (
    RAISED_FIGURES,
    PdfNote,
    Uncalled,
    labels_called,
    plain,
)
from consultations.intake.readers.pdf.page.lines import TypeLine, TypeRun
from consultations.model.transcript import PageStart

_NUMBERED = re.compile(
    r"""
    \A (\*{2})?                          # **2.14 The lamps**: the marks go behind the number
    (\d{1,3}(?:\.\d{1,3}){1,3}
        (?:\. | (?=[ \t])))              # 2.14.The lamps   2.14 The lamps
    [ \t]* (?=[^\W\d_]|[*"'“‘\[(])
    """,
    re.VERBOSE,
)
"""A paragraph's number, which two blanks set apart from the words as the page does by a gap."""


_LABELLED = re.compile(r"\A(\*{1,2})(\(?(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,3})[.)])\s+(?=[^\s*])")
"""An item that is bold or italic, label and all: *a) the lamps*. The marks go behind the label."""
_SIGN = re.compile(
    rf"""
    (?<=[\w.,;:!?”’)\]])
    (?: [*†‡§¶]{{1,3}} (?![\w*†‡§¶])                                        # lamps†
      | (?<![{RAISED_FIGURES}]) [{RAISED_FIGURES}]{{1,4}} (?![{RAISED_FIGURES}]) )  # lamps.¹
    """,
    re.VERBOSE,
)
"""A sign after a word, such as calls a note."""
_PAGE_END = "\ufdd0"
"""A code point that is no character (Unicode 23.7), and stands in no text."""
_HANGING = re.compile(r"\n(?=(?:and|or|to)\b)")
"""A line's end after a hyphen that waits for another word: "pre- and post-war"."""
_HYPHEN_AT_END = re.compile(r"[-\N{HYPHEN}]\n")
_LINE_HYPHEN = "\ufffe"
"""pdfium's own mark for a hyphen with which a line ends; the rules judge whether it stays."""
_DASH_END = re.compile(r"(?<=[^\W_][–—]) (?=\w)")
_AGAIN = re.compile(r"(?<!\*)(?:\*\*\ \*\*|\*\ \*)(?!\*)")
_HYPHENS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}"


class TranscriptWriter:
    """Writes blocks in reading order and keeps where each page begins."""

    def __init__(self, labels: Sequence[str], notes: Sequence[PdfNote]) -> None:
        """Take the labels of the pages, and the notes that blocks may call."""
        self._labels = labels
        self._notes = Uncalled(notes)
        self._parts: list[str] = []
        self._length = 0
        self._pages: list[PageStart] = []
        self.uncalled: list[PdfNote] = []
        """Notes that no sign in the text calls."""

    def write(self, block: PdfBlock) -> None:
        """Write a block, and after it the notes that it calls."""
        for note in self._notes.left(block.page - 1):
            self.uncalled.append(note)
            self._note(note)
        self._begin_page(block.page)
        called: list[PdfNote] = []
        text = self._text(block, called)
        if text:
            self._put(self._parted(text, block))
        for note in called:
            self._note(note)

    def finish(self) -> tuple[str, tuple[PageStart, ...]]:
        """The transcript, and the places of its pages."""
        for note in self._notes.left(len(self._labels) + 1):
            self.uncalled.append(note)
            self._note(note)
        return "".join(self._parts), tuple(self._pages)

    def _begin_page(self, page: int, offset: int | None = None) -> None:
        at = self._length if offset is None else offset
        while len(self._pages) <= page:
            self._pages.append(PageStart(self._labels[len(self._pages)], at))

    def _parted(self, text: str, block: PdfBlock) -> str:
        """A block's text without the marks at which it goes on over the end of a page."""
        parts = text.split(_PAGE_END)
        if len(parts) == len(block.page_breaks) + 1:
            for n, (_, page) in enumerate(block.page_breaks, 1):
                # The mark stands behind the first letter of the page.
                self._begin_page(page, self._length + sum(map(len, parts[:n])) - 1)
        return "".join(parts)

    def _put(self, text: str) -> None:
        self._parts.append(f"{text}\n\n")
        self._length += len(text) + 2

    def _note(self, note: PdfNote) -> None:
        paragraphs = [
            _one_line([_line(line.runs, emphasis=True) for line in lines])
            for lines in note.paragraphs
        ]
        self._put(markup.note(markup.label_of(note.label), paragraphs))

    def _text(self, block: PdfBlock, called: list[PdfNote]) -> str:
        if block.kind == "picture":
            return f"![{markup.flat(block.alternative)}](picture)" if block.alternative else ""
        if block.kind == "table":
            return self._table(block, called)
        emphasis = block.kind != "heading" and not _one_style(block.lines)
        lines = [
            _marked(self._line(line, block, called, emphasis=emphasis), n, block)
            for n, line in enumerate(block.lines)
        ]
        if block.kind == "paragraph":
            return _paragraph(block, lines)
        lines = [line for line in lines if line.strip()]
        if block.kind == "heading":
            return f"{'#' * (block.level or 2)} {unbroken(lines)}" if lines else ""
        if block.kind == "item":
            return _item(block, lines)
        if block.kind == "quotation":
            return "\n".join(f"> {line}" for line in _one_line(lines).split("\n"))
        return _NUMBERED.sub(r"\2  \1", _one_line(lines))

    def _table(self, block: PdfBlock, called: list[PdfNote]) -> str:
        rows = [
            [unbroken([self._line(line, block, called) for line in cell]) for cell in row]
            for row in block.cells
        ]
        return markup.table(rows)

    def _with_signs(self, line: TypeLine, block: PdfBlock) -> Iterator[TypeRun]:
        """The runs of a line; a sign that calls a note is raised, however it is set."""
        for run in line.runs:
            at = 0
            for sign in _SIGN.finditer(run.text) if not run.raised else ():
                label = plain(sign[0])
                if self._notes.has(label, block.page):
                    if run.text[at : sign.start()]:
                        yield TypeRun(run.text[at : sign.start()], run.style, raised=False)
                    yield TypeRun(label, run.style, raised=True)
                    at = sign.end()
            if run.text[at:]:
                yield TypeRun(run.text[at:], run.style, run.raised)

    def _line(
        self, line: TypeLine, block: PdfBlock, called: list[PdfNote], *, emphasis: bool = False
    ) -> str:
        runs: list[TypeRun] = []
        for run in self._with_signs(line, block):
            labels = labels_called(run.text) if run.raised else []
            if not labels:
                runs.append(run)
                continue
            found = [(label, self._notes.take(label, block.page)) for label in labels]
            if runs and any(note for _, note in found):
                # A marker stands right after its word, however far apart they are drawn.
                last = runs[-1]
                runs[-1] = TypeRun(last.text.rstrip(), last.style, last.raised)
            called += [note for _, note in found if note]
            marks = "".join(
                f"[^{markup.label_of(label)}]" if note else f"<sup>{label}</sup>"
                for label, note in found
            )
            blank = " " if run.text.endswith(" ") else ""
            runs.append(TypeRun(marks + blank, run.style, raised=True))
        return _line(runs, emphasis=emphasis)


def _as_ended(lines: Sequence[str], ends: Sequence[int]) -> str:
    """The lines of a paragraph, each of those that its author ended with an end."""
    begins = [0, *(n + 1 for n in ends), len(lines)]
    parts = (_one_line([t for t in lines[a:b] if t.strip()]) for a, b in pairwise(begins))
    return "\n".join(part for part in parts if part)


def _paragraph(block: PdfBlock, lines: Sequence[str]) -> str:
    words = _NUMBERED.sub(r"\2  \1", _as_ended(lines, block.ends))
    return markup.set_in(words) if block.set_in else words


def _item(block: PdfBlock, lines: Sequence[str]) -> str:
    """An item with its mark; its further lines stand as far in as its words."""
    mark = f"{block.label} " if block.label else "- " if block.bulleted else ""
    indent = "    " * (block.depth - 1)
    joined = _LABELLED.sub(r"\2 \1", _one_line(lines))
    words = joined.replace("\n", f"\n{indent}{' ' * len(mark)}")
    return indent + mark + words if lines else block.label


def _marked(text: str, n: int, block: PdfBlock) -> str:
    """A line's text; with a mark in it where it is the first of a page."""
    text = text.replace(_PAGE_END, "")
    first = re.search(r"\w", text) if any(line == n for line, _ in block.page_breaks) else None
    return f"{text[: first.end()]}{_PAGE_END}{text[first.end() :]}" if first else text


def _one_line(lines: Sequence[str]) -> str:
    """The lines of a paragraph as one; a line end after a hyphen stays, for the rules to judge."""
    # Marks that end with one line and begin again with the next are none.
    text = _AGAIN.sub(" ", " ".join(lines))
    text = re.sub(rf"(?<=[^\W_][{_HYPHENS}]) (?=\w)", "\n", text) if lines else ""
    # A dash that follows its word without a blank has none after it either.
    return _DASH_END.sub("", text)


def unbroken(lines: Sequence[str]) -> str:
    """The lines of a heading or a cell, which have one in Markdown: a mark is left at a hyphen."""
    text = _HANGING.sub(" ", _one_line(lines))
    return _HYPHEN_AT_END.sub(_LINE_HYPHEN, text).replace("\n", "")


def _line(runs: Sequence[TypeRun], *, emphasis: bool) -> str:
    # What is raised is a marker that has its own tags here.
    typed = [r if r.raised else replace(r, text=markup.escaped(r.text)) for r in runs]
    return "".join(_emphasised(typed) if emphasis else (run.text for run in typed)).strip()


def _emphasised(runs: Sequence[TypeRun]) -> Iterator[str]:
    """The words of a line, with the marks of Markdown round what is bold or italic."""
    at = 0
    while at < len(runs):
        style = runs[at].style
        end = at + 1
        while (
            end < len(runs)
            and not runs[end].raised
            and not runs[at].raised
            and (runs[end].style.bold, runs[end].style.italic) == (style.bold, style.italic)
        ):
            end += 1
        text = "".join(run.text for run in runs[at:end])
        marked = runs[at].raised
        bold, italic = style.bold and not marked, style.italic and not marked
        yield markup.emphasised(text, bold=bold, italic=italic)
        at = end


def _one_style(lines: Sequence[TypeLine]) -> bool:
    """Whether all words are set in one style, so that none stands out."""
    return len(
        {(run.style.bold, run.style.italic) for line in lines for run in line.runs}
    ) <= 1 and not any(run.style.bold for line in lines for run in line.runs)
