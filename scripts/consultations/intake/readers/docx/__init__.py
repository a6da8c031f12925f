"""A Word document (.docx) to a transcript: what it prints, with what it knows of structure."""

from pathlib import Path

import docx

from consultations.intake.readers import markup
from consultations.intake.readers.docx.document import DocumentReader
from consultations.intake.readers.docx.opening import WordFile
from consultations.model.transcript import Transcript


def read(path: Path) -> Transcript:
    """The transcript of a Word document.

    Tracked changes are taken as accepted; deletions, hidden text and comments are left out and
    recorded. Numbers that Word makes are written as it prints them.

    Raises:
        UnreadableError: the file is no document of Word's.
    """
    file = WordFile(path)
    reader = DocumentReader(file)
    text, drops = markup.assembled(reader.written(), reader.drops)
    return Transcript(
        text, f"python-docx {docx.__version__}", drops=drops, facts=file.facts, doubts=reader.doubts
    )
