"""Notes that authors of Word documents type by hand: a raised figure, and a list at the end."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from consultations import patterns as re
from consultations.intake.readers.docx.paragraphs import Piece, WordParagraph
from consultations.intake.readers.notes_headings import NOTES_HEADING

_NUMBER = re.compile(r"\s*[\[(]?(?P<number>\d{1,3})[.)\]]?(?:\s+|\Z)")
_FEWEST = 2
"""Fewer numbered paragraphs under such a heading are no list of notes."""
_MOST_UNCALLED = 0.3
"""Share of the notes in a list that need no call."""

_Place = tuple[WordParagraph, int]
"""A paragraph, and the number of one of its pieces."""


def pair_typed_notes(paragraphs: Sequence[WordParagraph], named: Callable[[str], str]) -> None:
    """Make notes of paragraphs typed as notes, and calls of the figures that call them.

    A note is a paragraph that begins with a raised figure or sign, or one of a list that is
    numbered from 1 under a heading such as "Notes". Its label must be raised at one other place and
    begin no other note, or all stays as it is.

    Args:
        paragraphs: of the document, in reading order.
        named: gives the label under which a note is written, by the one that is typed.
    """
    calls: dict[str, list[_Place]] = defaultdict(list)
    bodies: dict[str, list[WordParagraph]] = defaultdict(list)
    for paragraph in paragraphs:
        for at, piece in enumerate(paragraph.pieces):
            if not piece.raised_label:
                continue
            if "".join(before.text for before in paragraph.pieces[:at]).strip():
                calls[piece.raised_label].append((paragraph, at))
            elif paragraph.text.strip() != piece.raised_label:
                bodies[piece.raised_label].append(paragraph)
    for label, paragraph in _listed(paragraphs, calls).items():
        bodies[label].append(paragraph)
    for label, found in bodies.items():
        if len(found) == len(calls[label]) == 1:
            body, (caller, at) = found[0], calls[label][0]
            body.note = named(label)
            caller.pieces[at] = Piece(f"[^{body.note}]")
            _cut_label(body)


def _listed(
    paragraphs: Sequence[WordParagraph], calls: Mapping[str, Sequence[_Place]]
) -> dict[str, WordParagraph]:
    """The notes in the last list under a heading for notes, if most of them are called."""
    found: dict[str, WordParagraph] = {}
    for n, heading in enumerate(paragraphs):
        if not NOTES_HEADING.fullmatch(heading.text.strip()):
            continue
        listed: dict[str, WordParagraph] = {}
        for paragraph in paragraphs[n + 1 :]:
            number = _NUMBER.match(paragraph.label or paragraph.text)
            if not number or int(number["number"]) != len(listed) + 1:
                break
            listed[number["number"]] = paragraph
        uncalled = sum(label not in calls for label in listed)
        if len(listed) >= _FEWEST and uncalled <= _MOST_UNCALLED * len(listed):
            found = listed
    return {
        label: paragraph
        for label, paragraph in found.items()
        if not any(piece.raised_label == label for piece in paragraph.pieces[:1])
    }


def _cut_label(body: WordParagraph) -> None:
    """Take away the label at the beginning of a note: the writer of notes puts it back."""
    if body.label:
        body.label = ""
        return
    left = re.match(r"\s*[\[(]?[\d*†‡§¶]+[.)\]]?\s*", body.text)
    cut = left.end() if left else 0
    kept: list[Piece] = []
    for piece in body.pieces:
        gone = min(cut, len(piece.text))
        cut -= gone
        if piece.text[gone:]:
            kept.append(replace(piece, text=piece.text[gone:]))
    body.pieces = kept
