"""Markdown as readers write it: the few forms that the rules read back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from consultations import patterns as re
from consultations.model.transcript import Drop

SIGNS = {
    "*": "star", "**": "two-stars", "***": "three-stars", "†": "dagger", "‡": "double-dagger",
    "§": "section", "¶": "paragraph",
}  # fmt: skip
"""The labels of notes that signs call: a label is a word."""
_TYPED_TAG = re.compile(
    r"<(?=/?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,500})?/?>)", re.IGNORECASE, needs="<"
)
"""Words that would be a tag in Markdown: they are escaped, since the document shows them."""
INDENT = "    "
"""How far in the rules find what belongs to an item or a note, or is set in by itself."""


def assembled(blocks: Iterable[str], drops: Sequence[Drop]) -> tuple[str, tuple[Drop, ...]]:
    """A transcript of blocks, a blank line between them, and what was left out with its place.

    Args:
        blocks: in Markdown; those without words are passed over.
        drops: to which the reader adds while it makes blocks, so that each stands before the
            block that is made next.
    """
    written: list[str] = []
    placed: list[Drop] = []
    at = 0
    for block in blocks:
        placed += [replace(drop, offset=at) for drop in drops[len(placed) :]]
        if block.strip():
            written.append(block)
            at += len(block) + len("\n\n")
    text = "\n\n".join(written) + "\n"
    placed += [replace(drop, offset=len(text)) for drop in drops[len(placed) :]]
    # What comes between the last block and one without words stands at the end, and not behind it.
    return text, tuple(replace(drop, offset=min(drop.offset or 0, len(text))) for drop in placed)


def emphasised(text: str, *, bold: bool, italic: bool) -> str:
    """Words with the marks of Markdown round them, blanks at their edges outside the marks.

    Words that hold an asterisk stay as they are: marks beside it would be read as others.
    """
    words = text.strip()
    mark = "**" if bold else "*" if italic else ""
    if not mark or not any(c.isalnum() for c in words) or "*" in words:
        return text
    before, _, after = text.partition(words)
    return f"{before}{mark}{words}{mark}{after}"


def escaped(words: str) -> str:
    """Words that show what would be a tag in Markdown, with an entity for the sign before it."""
    return _TYPED_TAG.sub("&lt;", words)


def flat(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split()).replace("|", r"\|")


def _cell(text: str) -> str:
    """Text as a cell of a table may have it: on one line, its own line ends as `<br>`."""
    return "<br>".join(line for line in map(flat, text.split("\n")) if line)


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of cells, its first row the header; empty where no cell has words.

    A line end in a cell parts paragraphs, or lines that its author has set under each other.
    """
    kept = [[_cell(cell) for cell in row] for row in rows]
    kept = [row for row in kept if any(row)]
    if not kept:
        return ""
    width = max(len(row) for row in kept)
    padded = [row + [""] * (width - len(row)) for row in kept]
    written = [f"| {' | '.join(row)} |" for row in padded]
    written.insert(1, "|" + " --- |" * width)
    return "\n".join(written)


def set_in(words: str) -> str:
    """A paragraph whose lines stand further in than the text above it."""
    return "\n".join(f"{INDENT}{line}" if line else line for line in words.split("\n"))


def label_of(sign: str) -> str:
    """The label of a note by the number, letter or sign that calls it."""
    return SIGNS.get(sign, sign if sign.isalnum() else "sign")


def note(label: str, paragraphs: Sequence[str]) -> str:
    """A note's body; its further paragraphs and lines stand further in."""
    body = "\n\n".join(paragraphs)
    first, *rest = body.split("\n")
    return "\n".join([f"[^{label}]: {first}", *(f"    {line}" if line else "" for line in rest)])
