"""What stands beside the text of a Word document: notes, comments and the margins of its pages."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from consultations.intake.readers import markup
from consultations.intake.readers.docx.labels import NoteLabels
from consultations.intake.readers.docx.opening import WordFile
from consultations.intake.readers.docx.paragraphs import WordParagraph
from consultations.intake.readers.docx.printed import words_in
from consultations.intake.readers.docx.runs import RunReader
from consultations.model.transcript import Drop

_PARTS = {
    "footnote": RELATIONSHIP_TYPE.FOOTNOTES,
    "endnote": RELATIONSHIP_TYPE.ENDNOTES,
}
_MARGINS = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)


class BesideText:
    """Gives each note where it is called, and records what is left out."""

    def __init__(self, file: WordFile, words: RunReader, labels: NoteLabels) -> None:
        """Take the file, what reads paragraphs, and what gives notes their labels."""
        self._file, self._words, self._labels = file, words, labels
        self._bodies = {
            (kind, note.get(qn("w:id"), "")): note
            for kind, type_ in _PARTS.items()
            if (root := file.part(type_)) is not None
            for note in root
        }
        comments = file.part(RELATIONSHIP_TYPE.COMMENTS)
        self._comments = {
            comment.get(qn("w:id"), ""): words_in(comment)
            for comment in (comments if comments is not None else ())
        }
        self.drops: list[Drop] = []

    @property
    def has_notes(self) -> bool:
        """Whether the file has notes that nothing has called yet."""
        return bool(self._bodies)

    def leave_out_rest(self) -> None:
        """Record what nothing in the text leads to: comments, notes, and what is not printed."""
        for id_ in list(self._comments):
            self._drop_comment(id_)
        for body in self._bodies.values():
            if words := words_in(body):
                self.drops.append(Drop("hidden", words, "a note that nothing in the text calls"))
        self.drops += self._file.left_out.values()

    def leave_out_margins(self, taken: AbstractSet[Any]) -> None:
        """Record the margins of pages, but for rows that the text has taken from there."""
        margins = (root for type_ in _MARGINS for root in self._file.parts(type_))
        for text in dict.fromkeys(words_in(root, taken) for root in margins):
            if text:
                self.drops.append(Drop("running-header", text, "stands in the margin of pages"))

    def _drop_comment(self, id_: str) -> None:
        if text := self._comments.pop(id_, "").strip():
            self.drops.append(Drop("comment", text, "a comment in the margin"))

    def leave_out(self, paragraph: WordParagraph) -> None:
        """Record what a paragraph holds and does not print."""
        self.drops += paragraph.drops
        for id_ in paragraph.comments:
            self._drop_comment(id_)

    def called(self, paragraph: WordParagraph) -> Iterator[str]:
        """The notes that a paragraph is the first to call."""
        for kind, id_ in paragraph.notes:
            body = self._bodies.pop((kind, id_), None)
            if body is not None:
                told = [self._words.read(p) for p in body.iter(qn("w:p"))]
                for inside in told:
                    self.leave_out(inside)
                words = [p.markdown.replace("\t", " ").strip() for p in told]
                yield markup.note(self._labels.label(kind, id_), [w for w in words if w])
