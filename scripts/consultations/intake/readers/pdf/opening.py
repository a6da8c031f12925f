"""A PDF opened, or refused with what to do."""

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from pypdfium2 import PdfiumError, raw

from consultations.english.small_words import SMALL_WORDS
from consultations.errors import UnreadableError
from consultations.intake.readers import limits
from consultations.intake.readers.pdf.empty_strings import without_empty_strings
from consultations.intake.readers.pdf.page.sheets import PdfPage

_FEWEST_LETTERS = 20
"""A page: scans have less, such as a stamp or a number, where their text was not recognised."""
_MOST_UNMAPPED = 0.3
"""Share of a document's letters in fonts that do not say what they are; with more, it must read as
English."""
_FEWEST_SMALL = 0.2
"""Small words make up this part of the words of English, or more: two in five of prose."""


def opened(path: Path) -> pypdfium2.PdfDocument:
    """The file, opened.

    Raises:
        UnreadableError: it cannot be, or has too many pages.
    """
    try:
        pdf = pypdfium2.PdfDocument(without_empty_strings(path) or path)
        pdf.init_forms()
    except PdfiumError as reason:
        if "password" in str(reason).casefold():
            raise refused(
                path,
                "it is encrypted, and opens with a password alone",
                "save a copy without a password",
            ) from reason
        raise refused(
            path,
            "it is damaged: it cannot be opened as a PDF",
            "get the file again, or print it to a new PDF",
        ) from reason
    if pdf.get_formtype() == raw.FORMTYPE_XFA_FULL:
        raise refused(
            path,
            "it is a form whose pages only the program that made it can show (XFA)",
            "open it there, and print it to a new PDF",
        )
    if len(pdf) > limits.PAGES:
        raise refused(
            path, f"it has {len(pdf)} pages; a file may have {limits.PAGES}", "part the file"
        )
    return pdf


def refused(path: Path, what: str, remedy: str) -> UnreadableError:
    """The error that a file is not read."""
    return UnreadableError(what, where=str(path), remedy=remedy)


def require_text(path: Path, pages: Sequence[PdfPage]) -> None:
    """Make sure that there is text in a file's pages, and that it is known what letters it has.

    Raises:
        UnreadableError: there is none, or what is there cannot be read.
    """
    letters = sum(len(run) for page in pages for run in (*page.runs, *page.sideways))
    pictured = sum(page.has_large_picture for page in pages)
    if not letters or (letters < _FEWEST_LETTERS * len(pages) and 2 * pictured > len(pages)):
        raise refused(
            path,
            "it is a scan: there is no text in it, only pictures of text",
            "recognise its text first (for example `ocrmypdf in.pdf out.pdf`) and add that,"
            " or add its text got in another way",
        )
    unmapped = sum(page.unmapped for page in pages)
    if unmapped > _MOST_UNMAPPED * letters and not _are_words(pages):
        raise refused(
            path,
            "its fonts do not say which letters they draw, so that its text cannot be read",
            "recognise its text from the pages (for example `ocrmypdf --force-ocr in.pdf"
            " out.pdf`) and add that, or add its text got in another way",
        )


def _are_words(pages: Sequence[PdfPage]) -> bool:
    """Whether the letters of pages are those of English, as the codes of many old fonts are."""
    text = " ".join("".join(glyph.char for glyph in run) for page in pages for run in page.runs)
    words = text.casefold().split()
    return sum(word in SMALL_WORDS for word in words) >= _FEWEST_SMALL * max(1, len(words))
