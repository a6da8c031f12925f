"""The pages of a PDF, each turned upright: its text, its drawing and its label."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

import pypdfium2
from pypdfium2 import PdfiumError, raw

from consultations.errors import UnreadableError
from consultations.intake.readers.pdf.page.camouflage import camouflaged
from consultations.intake.readers.pdf.page.drawing import NOTHING_DRAWN, Drawing, drawing_of
from consultations.intake.readers.pdf.page.entries import (
    Entries,
    TickField,
    draw_entries,
    typed_runs,
)
from consultations.intake.readers.pdf.page.geometry import Box, Turn
from consultations.intake.readers.pdf.page.glyphs import DrawnRun, Glyph, drawn_runs
from consultations.intake.readers.pdf.page.layers import switched_off
from consultations.intake.readers.pdf.page.right_to_left import in_places
from consultations.intake.readers.pdf.page.stamps import stamps_of
from consultations.intake.readers.pdf.page.tick_boxes import with_tick_boxes
from consultations.intake.readers.pdf.strings import string_of

_NOT_SHOWN = "stands outside of what is shown of the page"
_ASLANT = "stands aslant across the page, as the word on a draft does"
_STAMPED = "stands across other words of the page, as the word on a draft does"
CAMOUFLAGED = "has the colour of what is behind it, and is not seen"
SWITCHED_OFF = "stands on a layer that is switched off, and is not seen"
UNSEEN = (CAMOUFLAGED, SWITCHED_OFF)
"""Reasons of words that nobody was to see: they are told without what they say."""
_HIGHEST_DOT = 0.75
"""In type sizes: how high above the base of its line a bullet stands, at most."""
_NEAR_DOT = 3.0
"""In type sizes: how near to its bullet the first word of an item stands."""
_INVISIBLE = "is drawn invisible"
_MOST_OF_PAGE = 0.6
"""A picture that fills this part of a page may be the page itself, scanned."""


@dataclass(frozen=True)
class PdfPage:
    """A page: its glyphs in the order in which they were drawn, its lines and boxes."""

    number: int
    """From 1."""
    label: str
    """As printed on it, or as the file states it; empty where neither is known yet."""
    width: float
    height: float
    runs: tuple[tuple[Glyph, ...], ...]
    """Glyphs that pdfium takes to stand on one line, a run each."""
    drawing: Drawing = NOTHING_DRAWN
    sideways: tuple[tuple[Glyph, ...], ...] = ()
    """Runs that read in another direction than the rest, turned to read from left to right."""
    unread: tuple[tuple[str, str], ...] = ()
    """What is on the page and not in its text: words and the reason."""
    recognised: bool = False
    """Whether the text is that under a scan, which a program has read from the picture."""
    ticked: tuple[tuple[str, str], ...] = ()
    """Marks in boxes that are drawn, each with the sign that is read for both."""
    unmapped: int = 0
    """How many characters' font does not say what they are."""

    @property
    def has_large_picture(self) -> bool:
        """Whether a picture fills most of it, as that of a scanned page does."""
        area = max((box.width * box.height for box in self.drawing.pictures), default=0.0)
        return area > _MOST_OF_PAGE * self.width * self.height

    @property
    def is_picture(self) -> bool:
        """Whether a picture fills it and there is no text on it."""
        return self.has_large_picture and not self.runs and not self.sideways


@dataclass(frozen=True)
class OutlineEntry:
    """An entry of the file's outline ("bookmarks")."""

    title: str
    depth: int
    """1 for the outermost."""


def outline_of(pdf: pypdfium2.PdfDocument) -> tuple[OutlineEntry, ...]:
    """The outline that the file carries; empty where it has none."""
    entries = list(pdf.get_toc(max_depth=8))
    titles = [string_of(partial(raw.FPDFBookmark_GetTitle, entry)) for entry in entries]
    return tuple(
        OutlineEntry(" ".join(title.split()), entry.level + 1)
        for title, entry in zip(titles, entries, strict=True)
    )


@contextmanager
def opened_page(
    pdf: pypdfium2.PdfDocument, index: int
) -> Iterator[tuple[pypdfium2.PdfPage, Entries]]:
    """A page by its index, counted from 0, as long as something is read from it.

    The second: what was entered on it, which has been drawn into the page.

    Raises:
        UnreadableError: it is damaged.
    """
    try:
        page = pdf[index]
        entries = draw_entries(page)
        if entries.to_draw:
            page.close()
            page = pdf[index]
    except PdfiumError as reason:
        raise UnreadableError(
            f"it is damaged: page {index + 1} cannot be read",
            where="the file",
            remedy="get the file again, or print it to a new PDF",
        ) from reason
    try:
        yield page, entries
    finally:
        page.close()


def page_of(
    pdf: pypdfium2.PdfDocument,
    index: int,
    page: pypdfium2.PdfPage,
    entries: Entries,
    *,
    layered: bool,
) -> PdfPage:
    """What a page has, by its index and as it was opened.

    Args:
        pdf: the file.
        index: counted from 0.
        page: as it was opened.
        entries: what was entered on it.
        layered: whether the file may have layers.
    """
    shown = Box(*page.get_bbox())
    off = switched_off(pdf, index, page) if layered else frozenset()
    text = page.get_textpage()
    try:
        found = [in_places(run) for run in drawn_runs(text.raw, shown, off)]
    finally:
        text.close()
    drawing = drawing_of(page)
    kept, recognised, unread = _seen(found)
    unread += entries.unread
    if not recognised:
        kept = _but(kept, stamps_of(kept), _STAMPED, unread)
        grounds = drawing.grounds
        hidden = camouflaged(kept, grounds, shown) if grounds is not None else ()
        kept = _but(kept, hidden, CAMOUFLAGED, unread)
    turn = Turn(_direction(kept), shown)
    width, height = turn.size
    drawing = drawing.turned(turn)
    runs = [run.glyphs for run in kept if run.how.quarter == turn.quarter]
    typed = [(turn.box(box), words) for box, words in entries.texts]
    runs += list(typed_runs(typed, runs))
    fields = [TickField(turn.box(box), is_ticked) for box, is_ticked in entries.ticks]
    runs, drawing, ticked = with_tick_boxes(drawing, runs, fields)
    return PdfPage(
        number=index + 1,
        label=string_of(partial(raw.FPDF_GetPageLabel, pdf, index)),
        width=width,
        height=height,
        runs=_with_bullets(drawing.dots, runs),
        drawing=drawing,
        sideways=tuple(run.glyphs for run in kept if run.how.quarter != turn.quarter),
        unread=tuple(unread),
        recognised=recognised,
        ticked=tuple(ticked),
        unmapped=sum(len(run.glyphs) for run in kept if run.how.unmapped),
    )


def _with_bullets(
    dots: Sequence[Box], runs: Sequence[tuple[Glyph, ...]]
) -> tuple[tuple[Glyph, ...], ...]:
    """The runs of a page, with a bullet for each dot that is drawn before the first word of one."""
    before: dict[int, Glyph] = {}
    for dot in dots:
        # What ends well before a dot stands in a column of its own.
        beside = [
            (run[0].left, n)
            for n, run in enumerate(runs)
            if _is_beside(dot, run[0])
            and run[0].char != " "
            and run[-1].right > dot.left - run[0].style.size
        ]
        left, n = min(beside, default=(0.0, -1))
        if n >= 0 and left >= dot.right:
            first = runs[n][0]
            before[n] = first._replace(char="•", left=dot.left, right=dot.right)
    return tuple(
        part
        for n, run in enumerate(runs)
        for part in ((before[n],) if n in before else (), run)
        if part
    )


def _is_beside(dot: Box, glyph: Glyph) -> bool:
    """Whether a dot stands where the bullet of a line stands that begins with a glyph."""
    size = glyph.style.size
    return (
        dot.top - _HIGHEST_DOT * size < glyph.base < dot.top
        and glyph.base - 0.1 * size < dot.bottom
        and glyph.left < dot.right + _NEAR_DOT * size
    )


def _seen(runs: Sequence[DrawnRun]) -> tuple[list[DrawnRun], bool, list[tuple[str, str]]]:
    """The runs that a reader of the page has before him, whether of a scan, and the others."""
    letters: Counter[bool] = Counter()
    for run in runs:
        letters[run.how.unseen] += len(run.glyphs)
    # Most of the text is invisible where it lies under a picture of itself.
    recognised = letters[True] > letters[False]
    kept: list[DrawnRun] = []
    unread: list[tuple[str, str]] = []
    for run in runs:
        reason = (
            _NOT_SHOWN
            if run.outside
            else _INVISIBLE
            if run.how.unseen and not recognised
            else SWITCHED_OFF
            if run.how.switched_off
            else _ASLANT
            if run.how.quarter is None
            else ""
        )
        words = "".join(glyph.char for glyph in run.glyphs).strip()
        if not reason:
            kept.append(run)
        elif words:
            unread.append((words, reason))
    return kept, recognised, unread


def _but(
    runs: list[DrawnRun],
    parts: Iterable[tuple[int, tuple[Glyph, ...]]],
    reason: str,
    unread: list[tuple[str, str]],
) -> list[DrawnRun]:
    """Runs without parts of them, which are told with a reason."""
    rest = list(runs)
    for n, glyphs in list(parts):
        unread.append(("".join(glyph.char for glyph in glyphs).strip(), reason))
        gone = set(map(id, glyphs))
        left = tuple(glyph for glyph in rest[n].glyphs if id(glyph) not in gone)
        rest[n] = replace(rest[n], glyphs=left)
    return [run for run in rest if run.glyphs]


def _direction(runs: Sequence[DrawnRun]) -> int:
    """In which quarter of a turn most of the text reads."""
    letters: Counter[int] = Counter({0: 0})
    for run in runs:
        letters[run.how.quarter or 0] += len(run.glyphs)
    return letters.most_common(1)[0][0]
