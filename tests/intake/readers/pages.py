"""Pages drawn for a test, and what is read of them."""

from collections.abc import Callable
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from consultations.intake.readers import pdf
from consultations.model.transcript import Transcript

Draw = Callable[[Canvas], None]
LINE = "The committee has looked at the timber of every pier, and at the lamps, with care and"
LEFT, TOP, LEADING = 72, 740, 14


def transcript_of(file: Path, *pages: Draw, size: tuple[float, float] = A4) -> Transcript:
    """The transcript of pages that functions draw, one each, into a file."""
    canvas = Canvas(str(file), pagesize=size)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return pdf.read(file)


def lines(
    canvas: Canvas,
    *texts: str,
    y: float = TOP,
    x: float = LEFT,
    size: float = 11,
    font: str = "Helvetica",
    leading: float = LEADING,
) -> float:
    """Draw lines under each other; give the place of the next one."""
    canvas.setFont(font, size)
    for text in texts:
        canvas.drawString(x, y, text)
        y -= leading
    return y


def blocks(transcript: Transcript) -> list[str]:
    """The blocks of a transcript, each on one line."""
    return [" ".join(block.split()) for block in transcript.text.strip().split("\n\n")]
