"""One document: from its source and what people wrote beside it to its edition, made or kept."""

from consultations.editing.kept import KeptEditions
from consultations.editing.making import Copy, EditAll, Hand, edit, edit_all, read_copy

__all__ = ["Copy", "EditAll", "Hand", "KeptEditions", "edit", "edit_all", "read_copy"]
