"""PDF to a transcript: by the file's tags where it has them, else by the places of its lines."""

import re
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from pypdfium2 import PdfiumError

from consultations.errors import UnreadableError
from consultations.intake.readers import limits
from consultations.intake.readers.pdf import tags
from consultations.intake.readers.pdf.blocks import PdfBlock, tagged_blocks, untagged_share
from consultations.intake.readers.pdf.contents import contents_apart
from consultations.intake.readers.pdf.furniture import furniture, in_margin, is_folio
from consultations.intake.readers.pdf.glyphs import PdfPage, outline_of, page_of
from consultations.intake.readers.pdf.headings import with_headings
from consultations.intake.readers.pdf.layout import Measure, laid_out, measure_of
from consultations.intake.readers.pdf.lines import TypeLine, TypeRun, lines_of
from consultations.intake.readers.pdf.markdown import TranscriptWriter
from consultations.intake.readers.pdf.notes import notes_apart
from consultations.model.transcript import Drop, DropKind, Facts, Transcript

_MOST_UNTAGGED = 0.2
"""Where the tags pass over more of a document's letters than this part, they are not followed."""
_FRONT = 3
"""The title stands on one of so many pages."""
_LARGE = 1.25
"""A title is set at least so many times as large as the text."""
_CUT = re.compile(r"[^.?!:;”’\"')\]\s]\s*$")
_GAP = 1.8
"""In type sizes: words of one line that stand so far apart are cells, or columns."""


def read(path: Path) -> Transcript:
    """The transcript of a PDF.

    Args:
        path: of a file that begins like a PDF.

    Raises:
        UnreadableError: it is encrypted or damaged, or has no text.
    """
    with _opened(path) as pdf:
        pages, found, lines_left = _read(pdf)
        if not any(page.runs for page in pages):
            raise _refused(
                path,
                "it is a scan: there is no text in it, only pictures of text",
                "recognise its text first (for example `ocrmypdf in.pdf out.pdf`) and add that,"
                " or add its text got in another way",
            )
        labels = [page.label for page in pages]
        measure = measure_of([lines_of(page.runs) for page in pages])
        drops: list[Drop] = []
        blocks = _reading_order(pages, found, lines_left, measure, drops)
        blocks, notes = notes_apart(blocks, measure.size)
        blocks = _joined(blocks, measure.size)
        listed = contents_apart(blocks)
        writer = TranscriptWriter(labels, notes)
        for block in with_headings(blocks, outline_of(pdf), listed):
            if block.kind != "contents":
                writer.write(block)
            else:
                drops.append(
                    Drop(
                        "contents-list",
                        block.text,
                        "an entry of the contents list",
                        labels[block.page],
                    )
                )
        text, starts = writer.finish()
        return Transcript(
            text,
            f"pypdfium2 {pypdfium2.version.PYPDFIUM_INFO.version}",
            starts,
            tuple(drops),
            Facts(title=_title(blocks, measure.size)),
        )


def _title(blocks: Sequence[PdfBlock], size: float) -> str | None:
    """What is set in the largest type on the first pages, where it is larger than the text."""
    front = [b for b in blocks if b.page < _FRONT and b.lines and any(map(str.isalpha, b.text))]
    sizes = [max(line.size for line in block.lines) for block in front]
    largest = max(sizes, default=0.0)
    if largest < _LARGE * size:
        return None
    first = sizes.index(largest)
    words: list[str] = []
    for block, its_size in zip(front[first:], sizes[first:], strict=True):
        if its_size < largest - 0.5:
            break
        words.append(block.text.strip())
    return " ".join(words) if len(" ".join(words).split()) > 1 else None


def _opened(path: Path) -> pypdfium2.PdfDocument:
    """The file, opened.

    Raises:
        UnreadableError: it cannot be, or has too many pages.
    """
    try:
        pdf = pypdfium2.PdfDocument(path)
    except PdfiumError as reason:
        if "password" in str(reason).casefold():
            raise _refused(
                path,
                "it is encrypted, and opens with a password alone",
                "save a copy without a password",
            ) from reason
        raise _refused(
            path,
            "it is damaged: it cannot be opened as a PDF",
            "get the file again, or print it to a new PDF",
        ) from reason
    if len(pdf) > limits.PAGES:
        raise _refused(
            path, f"it has {len(pdf)} pages; a file may have {limits.PAGES}", "part the file"
        )
    return pdf


def _refused(path: Path, what: str, remedy: str) -> UnreadableError:
    return UnreadableError(what, where=str(path), remedy=remedy)


def _read(
    pdf: pypdfium2.PdfDocument,
) -> tuple[list[PdfPage], list[list[PdfBlock]] | None, list[list[TypeLine]]]:
    """The pages; their blocks by the tags, where these can be followed; and the other lines."""
    pages, found, left = [], [], []
    tagged = pdf.is_tagged()
    for index in range(len(pdf)):
        page = page_of(pdf, index)
        pages.append(page)
        if tagged:
            blocks, lines = tagged_blocks(page, tags.elements_of(pdf[index]))
            found.append(blocks)
            left.append(lines)
    if tagged and untagged_share(zip(found, left, strict=True)) <= _MOST_UNTAGGED:
        return pages, found, left
    return pages, None, [lines_of(page.runs, _GAP) for page in pages]


def _reading_order(
    pages: Sequence[PdfPage],
    found: Sequence[list[PdfBlock]] | None,
    lines: Sequence[list[TypeLine]],
    measure: Measure,
    drops: list[Drop],
) -> list[PdfBlock]:
    at_edges = furniture(list(zip(pages, lines, strict=True)), tagged=found is not None)
    ordered: list[PdfBlock] = []
    for n, page in enumerate(pages):
        edge = {id(line) for line in at_edges[n]}
        kept = []
        for line in lines[n]:
            # Where the rest of a page is tagged, what stands in its margin is there for the page.
            if id(line) in edge or (found is not None and in_margin(page, line)):
                kind: DropKind = "folio" if is_folio(line.text) else "running-header"
                drops.append(Drop(kind, line.text, "stands in the margin of the page", page.label))
            else:
                kept.append(line)
        if found is None:
            ordered += laid_out(kept, n, measure)
            continue
        ordered += found[n]
        pictured = any(block.kind == "picture" for block in found[n])
        if pictured:
            drops += [
                Drop("picture", line.text, "words inside a picture", page.label) for line in kept
            ]
        else:
            ordered += laid_out(kept, n, measure)
    return ordered


def _joined(blocks: Sequence[PdfBlock], size: float) -> list[PdfBlock]:
    """The blocks, of which those that a page's end or a large first letter parts are one."""
    made: list[PdfBlock] = []
    for block in blocks:
        before = made[-1] if made else None
        if before and _is_drop_capital(before, block, size):
            capital, first = before.lines[0].runs[0].text.strip(), block.lines[0]
            run, *others = first.runs
            runs = (TypeRun(capital + run.text, run.style, run.raised), *others)
            block.lines[0] = TypeLine(runs, first.left, first.right, first.base, first.size)
            made[-1] = block
        elif before and block.page > before.page and _goes_on(before, block):
            before.lines += block.lines
            before.goes_on = block.goes_on
        else:
            made.append(block)
    return made


def _is_drop_capital(before: PdfBlock, block: PdfBlock, size: float) -> bool:
    """Whether a block is the large letter with which the next one begins."""
    letter = before.text.strip()
    return (
        len(letter) == 1
        and letter.isupper()
        and before.lines[0].size > 1.8 * size
        and block.kind == "paragraph"
        and block.text[:1].islower()
    )


def _goes_on(before: PdfBlock, block: PdfBlock) -> bool:
    if "table" in (before.kind, block.kind) or "heading" in (before.kind, block.kind):
        return False
    ended = not _CUT.search(before.text)
    if ended and not _set_alike(before.lines[-1:], block.lines[:1]):
        return False  # Some files tag a heading as the end of the paragraph before it.
    if before.goes_on and block.begun_before:
        return True
    if before.goes_on or block.begun_before:
        return not ended
    return block.text[:1].islower() and not block.bulleted and not ended


def _set_alike(one: Sequence[TypeLine], other: Sequence[TypeLine]) -> bool:
    """Whether lines are set in the same size and weight."""
    looks = {(round(line.size), line.style.bold) for line in (*one, *other)}
    return len(looks) <= 1
