"""The notes at the foot of a page or of a column, apart from the text above them."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from consultations import patterns as re
from consultations.intake.readers.pdf.blocks import PdfBlock
from consultations.intake.readers.pdf.layout.areas import FilledArea
from consultations.intake.readers.pdf.layout.ruled_rows import RuledRows
from consultations.intake.readers.pdf.notes import RAISED_FIGURES, is_unfinished
from consultations.intake.readers.pdf.page.drawing import RulingLine
from consultations.intake.readers.pdf.page.lines import TypeLine, TypeRun

_SMALL = 0.93
"""The type of notes is at most this share of the body's size."""
_LABEL = re.compile(r"\(?(\d{1,4}|[a-z]|[*∗†‡§¶]{1,3}|[ivx]{1,5})[.)]?")
_PLAIN_LABEL = re.compile(
    rf"\(?(\d{{1,4}})[.)]?\s+\S|([*∗†‡]{{1,3}}|[{RAISED_FIGURES}]{{1,4}})\s*\S"
)
"""A note's label in the type of the words after it: 7 See (7) See 7. See * See †See ⁷ See.

A section sign so set is a citation: § 7 of the Act.
"""
_RULE_LEFT = 14.0
"""In points: how near to the text's left edge the line above notes begins."""
_SHORTEST_RULE = 20.0
"""In points: the length of a line drawn over notes, at least."""
_SAME_SIZE = 0.3
"""In points."""


@dataclass(frozen=True)
class NotesBefore:
    """What the page before has called or begun, and the foot of the next page may go on with."""

    called: Set[str] = frozenset()
    """Labels that it calls without having their notes."""
    last: TypeLine | None = None
    """The last line of its own notes."""


def notes_before(lines: Iterable[TypeLine], notes: Sequence[PdfBlock]) -> NotesBefore:
    """What a page leaves to the next one.

    Args:
        lines: of its text and of its notes.
        notes: found at its foot.
    """
    bodies = [line for note in notes for line in note.lines]
    own = {sign for line in bodies for sign in (_sign_of(line), plain_label(line)) if sign}
    return NotesBefore(labels_raised(lines) - own, bodies[-1] if bodies else None)


def _sign_of(line: TypeLine) -> str | None:
    """The raised label with which a line begins."""
    return line.runs[0].text.strip() if line.runs[0].raised else None


def foot_apart(
    column: Sequence[TypeLine | FilledArea | RuledRows],
    size: float,
    rules: Sequence[RulingLine],
    called: Set[str],
    before: NotesBefore,
    *,
    is_whole: bool,
) -> tuple[Sequence[TypeLine | FilledArea | RuledRows], list[TypeLine]]:
    """What stands in a column, and the lines of the notes at its foot.

    Notes are set smaller than the text or stand under a line, and the first that begins there has
    a label. What goes on from the page before has none: it is told by the line above it, or by a
    sentence that is not at its end.

    Args:
        column: from the top.
        size: of the text's type, in points.
        rules: the lines that are drawn across the page.
        called: the labels that raised signs of the page have.
        before: what the page before leaves to be said here.
        is_whole: whether it is all that stands on the page, which then are not notes alone.
    """
    first = len(column)
    lines: list[TypeLine] = []
    for item in reversed(column):
        if not isinstance(item, TypeLine):
            break
        lines.insert(0, item)
        first -= 1
    ruled = _under_rule(lines, rules, size, before.last)
    if ruled is not None:
        return [*column[:first], *lines[:ruled]], lines[ruled:]
    small = len(lines)
    while small and lines[small - 1].size <= _SMALL * size:
        small -= 1
    notes = lines[small:]
    labelled = (
        any(is_note_label(line) for line in notes)
        or _is_called(notes, called | before.called)
        or (before.last is not None and bool(notes) and _goes_on(before.last, notes[0]))
    )
    if not labelled or (is_whole and first + small == 0):
        return column, []
    return [*column[:first], *lines[:small]], notes


def _goes_on(before: TypeLine, line: TypeLine) -> bool:
    """Whether a line may continue a note of the page before."""
    return abs(before.size - line.size) < _SAME_SIZE and is_unfinished(before)


def _may_go_on(before: TypeLine | None, line: TypeLine, size: float) -> bool:
    """Whether a line under a rule may continue a note."""
    return before is not None and (line.size <= _SMALL * size or _goes_on(before, line))


def _under_rule(
    lines: Sequence[TypeLine], rules: Sequence[RulingLine], size: float, before: TypeLine | None
) -> int | None:
    """The first line of the notes that stand under a rule between them and the text.

    Args:
        lines: at the foot of a column, from the top.
        rules: the lines that are drawn across the page.
        size: of the text's type, in points.
        before: the last line of the notes of the page before, which may go on under it.
    """
    if not lines:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    for rule in rules:
        length = rule.end - rule.start
        below = next((n for n, line in enumerate(lines) if line.base < rule.at), len(lines))
        if (
            abs(rule.start - left) <= _RULE_LEFT
            and _SHORTEST_RULE <= length <= 0.7 * (right - left)
            and below < len(lines)
            and (_begins_like_note(lines[below]) or _may_go_on(before, lines[below], size))
            and lines[below].size <= max((line.size for line in lines[:below]), default=99.0)
        ):
            return below
    return None


def _is_called(small: Sequence[TypeLine], called: Set[str]) -> bool:
    """Whether a raised sign calls a small line whose label is in the type of its words.

    Args:
        small: the lines at the foot of a column.
        called: the labels that raised signs of the page have.
    """
    return any(plain_label(line) in called for line in small)


def plain_label(line: TypeLine) -> str | None:
    """The label with which a line begins, if it is in the type of the words after it."""
    match = _PLAIN_LABEL.match(line.text)
    return (match[1] or match[2]) if match else None


def labels_raised(lines: Iterable[TypeLine]) -> set[str]:
    """The words of the raised signs of some lines, which may call notes."""
    return {run.text.strip() for line in lines for run in line.runs if run.raised}


def _begins_like_note(line: TypeLine) -> bool:
    return is_note_label(line) or bool(_PLAIN_LABEL.match(line.text))


def stands_as_note(block: PdfBlock, size: float) -> bool:
    """Whether a paragraph looks like a note: small, and with a raised label or a sign first.

    Args:
        block: that some tags call a paragraph.
        size: of the text's type, in points.
    """
    if block.kind != "paragraph" or not block.lines:
        return False
    line = block.lines[0]
    first = line.runs[0]
    sign = first.raised and _LABEL.fullmatch(first.text.strip())
    marked = _PLAIN_LABEL.match(line.text)
    return line.size <= _SMALL * size and bool(sign or (marked and marked[2]))


def is_note_label(line: TypeLine, block: PdfBlock | None = None) -> bool:
    """Whether a line begins with the label of a note.

    Args:
        line: it.
        block: the note before it. Where the label is set as the words are, it must be the next.
    """
    first, *others = line.runs
    if re.match(rf"\s*[{RAISED_FIGURES}]{{1,4}}\s*\S", line.text):
        return True
    if _LABEL.fullmatch(first.text.strip()) and (first.raised or _is_set_apart(first, others)):
        return True
    plain = _PLAIN_LABEL.match(line.text)
    if not plain or block is None or not block.lines:
        return False
    before = _PLAIN_LABEL.match(block.lines[0].text)
    return bool(plain[2]) or (
        before is not None and bool(before[1]) and int(plain[1]) == int(before[1]) + 1
    )


def _is_set_apart(label: TypeRun, words: Sequence[TypeRun]) -> bool:
    """Whether a number or sign is smaller than the words after it, or lighter or heavier."""
    if not words or label.text.strip()[0] in "§¶":
        return False
    one, other = label.style, words[0].style
    return one.size < other.size - 0.3 or one.bold != other.bold
