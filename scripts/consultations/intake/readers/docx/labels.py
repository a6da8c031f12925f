"""The labels of a Word document's notes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from consultations.intake.readers import markup
from consultations.intake.readers.docx.numbering import written
from consultations.intake.readers.docx.values import number

_IN_TURN = "*†‡§"


@dataclass(frozen=True)
class NoteForm:
    """How the notes of a kind are numbered (ECMA-376 part 1, 17.11)."""

    form: str
    start: int = 1


_USUAL = {"footnote": NoteForm("decimal"), "endnote": NoteForm("lowerRoman")}


def note_forms(roots: Iterable[Any]) -> Mapping[str, NoteForm]:
    """How a document numbers its notes; as Word does by default if both kinds would look alike.

    Args:
        roots: elements in which it may be said, the document before its settings.
    """
    said = list(roots)
    stated = {kind: next(_stated(said, kind), usual) for kind, usual in _USUAL.items()}
    has_both = all(any(_calls(root, kind) for root in said) for kind in _USUAL)
    return _USUAL if has_both and len({each.form for each in stated.values()}) == 1 else stated


def _calls(root: Any, kind: str) -> bool:
    return next(root.iter(qn(f"w:{kind}Reference")), None) is not None


def _stated(roots: Iterable[Any], kind: str) -> Iterator[NoteForm]:
    for root in roots:
        for properties in root.iter(qn(f"w:{kind}Pr")):
            form, start = (properties.find(qn(f"w:num{name}")) for name in ("Fmt", "Start"))
            if form is not None:
                first = start.get(qn("w:val")) if start is not None else None
                yield NoteForm(form.get(qn("w:val"), ""), number(first, 1))


class NoteLabels:
    """The labels of notes as they print; by default in figures, for endnotes in Roman numbers."""

    def __init__(self, forms: Mapping[str, NoteForm]) -> None:
        """Begin with no note called, of two kinds numbered in these forms."""
        self._forms = forms
        self._labels: dict[tuple[str, str], str] = {}
        self._counts = {kind: each.start - 1 for kind, each in forms.items()}

    def label(self, kind: str, id_: str, sign: str = "") -> str:
        """The label of a note; a new one the first time that it is called.

        Args:
            kind: footnote or endnote.
            id_: the note's own in the file.
            sign: by which its author calls it; such a note is not counted.
        """
        key = (kind, id_)
        if key not in self._labels:
            self._labels[key] = self._of_sign(sign) if sign else self._next(kind)
        return self._labels[key]

    def _next(self, kind: str) -> str:
        self._counts[kind] += 1
        count, form = self._counts[kind], self._forms[kind].form
        if form == "chicago":
            # Each sign in turn, then each twice.
            row, at = divmod(count - 1, len(_IN_TURN))
            return self._of_sign(_IN_TURN[at] * (row + 1))
        label = written(count, form)
        return self._of_sign(label) if label in self._labels.values() else label

    def _of_sign(self, sign: str) -> str:
        base = markup.SIGNS.get(sign) or (f"note-{sign}" if sign.isalnum() else "sign")
        taken = set(self._labels.values())
        numbered = (f"{base}-{n}" for n in range(2, len(taken) + 3))
        return next(label for label in (base, *numbered) if label not in taken)
