"""Notes: the bodies that stand at the foot of pages, and the raised signs that call them."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from consultations import patterns as re
from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.page.lines import TypeLine, TypeRun

_LABEL = re.compile(
    r"\s*\(?(\d{1,4}|[a-z]{1,2}|[ivxlc]{3,8}|[*∗†‡§¶]{1,3})[.)]?(?=\s|$|(?<=\d)(?=\D))\s*"
)
_SMALL = 0.97
"""Notes are set in less than this part of the text's size."""
_ENDED = re.compile(r"[.?!]['\"’”)\]]*$")
RAISED_FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Figures that are raised by what they are, and set as the words around them."""
_AS_PLAIN = str.maketrans(f"{RAISED_FIGURES}∗", "0123456789*")
_CALLS = re.compile(
    r"""
    \s* [\[(]?
    ( (?: \d{1,4} | [a-z] | [ivxlc]{2,8} | [*∗†‡§¶]{1,3} )    # 12   b   xii   †
      (?: \s*[,;]\s* (?: \d{1,4} | [ivxlc]{1,8} ) )* )       # 12, 13   iv, v
    [\])]? \s*
    """,
    re.VERBOSE,
)


@dataclass
class PdfNote:
    """A note: its label as printed, and the paragraphs of its body."""

    label: str
    page: int
    """Index of the page at whose foot it begins."""
    paragraphs: list[list[TypeLine]] = field(default_factory=list)
    last_page: int = -1
    """Index of the page at whose foot it ends, where that is known."""
    first_page: int | None = None
    """Index of the first page that may call it, where it stands in a list behind the text."""


def notes_apart(blocks: Sequence[PdfBlock], size: float) -> tuple[list[PdfBlock], list[PdfNote]]:
    """The blocks of the text, and the notes that stood between them.

    What is tagged or set as a note and bears no label goes on with the note before it, over a
    page's end too. Where there is none before it, or it is set as large as the text and no
    sentence of the note goes on over the page's end, it is a paragraph.

    Args:
        blocks: in reading order.
        size: of the text's type, in points.
    """
    body: list[PdfBlock] = []
    notes: list[PdfNote] = []
    for block in blocks:
        if block.kind != "note":
            body.append(block)
            continue
        for label, lines in _labelled(block.lines):
            if label is not None:
                notes.append(PdfNote(label, block.page, [lines], block.page))
            elif notes and _may_go_on(notes[-1], block.page, lines[0], size):
                # The label may stand in an element of its own, before that of the words.
                is_bare = not notes[-1].paragraphs[-1]
                goes_on = block.begun_before or block.begins_column
                if block.page > notes[-1].last_page or goes_on or is_bare:
                    notes[-1].paragraphs[-1] += lines
                else:
                    notes[-1].paragraphs.append(lines)
                notes[-1].last_page = block.page
            else:
                block.kind = "paragraph"
                body.append(block)
    return body, notes


_SAME_SIZE = 0.3
"""In points: how much the type may differ in paragraphs of a note that has the text's own size."""


def _may_go_on(note: PdfNote, page: int, line: TypeLine, size: float) -> bool:
    """Whether a note may go on with a line of some page, in a document set in some size."""
    if page - note.last_page > 1:
        return False
    if line.size < _SMALL * size:
        return True
    held = note.paragraphs[-1]
    if not held:
        return False
    if page == note.last_page:
        return abs(held[-1].size - line.size) < _SAME_SIZE
    return is_unfinished(held[-1])


def is_unfinished(line: TypeLine) -> bool:
    """Whether a sentence goes on behind a line."""
    return not _ENDED.search(line.text.strip())


def _labelled(lines: Sequence[TypeLine]) -> Iterator[tuple[str | None, list[TypeLine]]]:
    """The notes of a block, each with its label; one block may hold several."""
    held: list[TypeLine] = []
    label: str | None = None
    for n, line in enumerate(lines):
        found = _label_of(line, first=n == 0)
        if found:
            if held:
                yield label, held
            label, rest = found
            held = [rest] if rest.runs else []
        else:
            held.append(line)
    if held or label is not None:
        yield label, held


def _label_of(line: TypeLine, *, first: bool) -> tuple[str, TypeLine] | None:
    """The label with which a line begins, and the line without it."""
    run, *others = line.runs
    if first and (figures := re.match(rf"\s*([{RAISED_FIGURES}]{{1,4}})\s*(?=\S)", run.text)):
        text = run.text[figures.end() :]
        kept = (TypeRun(text, run.style, run.raised), *others)
        return plain(figures[1]), TypeLine(kept, line.left, line.right, line.base, line.size)
    match = _LABEL.fullmatch(run.text) if run.raised else None
    if match:
        rest = others
    elif first and (match := _LABEL.match(run.text)) and _is_plain(match[1]):
        text = run.text[match.end() :]
        rest = [TypeRun(text, run.style, run.raised), *others] if text else others
    else:
        return None
    if rest:
        rest[0] = TypeRun(rest[0].text.lstrip(), rest[0].style, rest[0].raised)
    kept = tuple(one for one in rest if one.text)
    return plain(match[1]), TypeLine(kept, line.left, line.right, line.base, line.size)


def plain(label: str) -> str:
    """A label with its raised figures as plain ones."""
    return label.translate(_AS_PLAIN)


def _is_plain(label: str) -> bool:
    """Whether a label may be set as the words after it are; "a" and "§" are words there."""
    return not label.isalpha() and label[0] not in "§¶"


def labels_called(text: str) -> list[str]:
    """The labels in a raised sign: one, or several with commas; none where it is no such sign."""
    match = _CALLS.fullmatch(text)
    return [plain(label) for label in re.split(r"\s*[,;]\s*", match[1])] if match else []


def _is_near(note: PdfNote, page: int) -> bool:
    """Whether a page may call a note."""
    if note.first_page is not None:
        return note.first_page <= page <= note.page
    return -1 <= note.page - page <= 2


def call_from_afar(notes: Sequence[PdfNote], blocks: Iterable[PdfBlock]) -> None:
    """Let a text call notes that are set or tagged as those of a page, and stand behind it all.

    So it is with notes from the first on of which no page near their own has the sign, and one page
    before does: where several pages have it, they speak of other notes.

    Args:
        notes: found by themselves, on whatever pages.
        blocks: of the text.
    """
    pages: dict[str, set[int]] = defaultdict(set)
    for block in blocks:
        for label in called_in(block):
            pages[label].add(block.page)
    far = [note for note in notes if not any(_is_near(note, page) for page in pages[note.label])]
    for note in far if far and far[0].label in ("1", "i") else ():
        if len(pages[note.label]) == 1:
            note.first_page = min(pages[note.label])


def called_in(block: PdfBlock) -> Iterator[str]:
    """The labels of the notes that the raised figures of a block may call."""
    for line in block.lines:
        for run in line.runs:
            yield from labels_called(run.text) if run.raised else ()


class Uncalled:
    """Notes by label, in their order, each to be taken once, near the page that calls it."""

    def __init__(self, notes: Sequence[PdfNote]) -> None:
        self._waiting: dict[str, deque[PdfNote]] = defaultdict(deque)
        for note in notes:
            self._waiting[note.label].append(note)
        self._all = list(notes)
        self._taken: set[int] = set()

    def has(self, label: str, page: int) -> bool:
        """Whether a note of this label stands at the foot of a page, or of one next to it."""
        return any(_is_near(note, page) for note in self._waiting[label])

    def take(self, label: str, page: int) -> PdfNote | None:
        """The note of a label that stands nearest, or None where none is left there."""
        waiting = self._waiting[label]
        near = [note for note in waiting if _is_near(note, page)]
        if not near:
            return None
        note = min(near, key=lambda one: (abs(one.page - page), one.page))
        waiting.remove(note)
        self._taken.add(id(note))
        return note

    def left(self, page: int) -> list[PdfNote]:
        """The notes of pages before this one that nothing has called, each told once."""
        found = [n for n in self._all if n.page < page and id(n) not in self._taken]
        self._taken |= {id(note) for note in found}
        return found
