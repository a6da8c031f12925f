"""The labels of a Word document's notes."""

from consultations.intake.readers.numerals import roman

_SIGNS = {"*": "star", "**": "two-stars", "†": "dagger", "‡": "double-dagger", "§": "section"}
"""Labels for signs: a label is a word."""


class NoteLabels:
    """The labels of notes, as they print: footnotes in figures, endnotes in Roman figures."""

    def __init__(self) -> None:
        """Begin with no note called."""
        self._labels: dict[tuple[str, str], str] = {}
        self._counts = {"footnote": 0, "endnote": 0}

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
        number = self._counts[kind]
        return str(number) if kind == "footnote" else roman(number)

    def _of_sign(self, sign: str) -> str:
        base = _SIGNS.get(sign) or (f"note-{sign}" if sign.isalnum() else "sign")
        taken = set(self._labels.values())
        numbered = (f"{base}-{n}" for n in range(2, len(taken) + 3))
        return next(label for label in (base, *numbered) if label not in taken)
