"""Permalinks: the ids that have been given to a document's passages, and what became of them.

An id is made from the words of its passage. When these are mended later, the passage keeps its old
id, since links to it exist; what is kept here of each passage is enough to know it again.
"""

from dataclasses import dataclass
from typing import Literal

PermalinkState = Literal["here", "moved", "gone"]
"""`here`: a passage has this id; `moved`: its words are in another; `gone`: they are in none."""


@dataclass(frozen=True)
class Permalink:
    """An id that was given once, with enough of its passage to know it again."""

    id: str
    state: PermalinkState
    words: int
    """How many words the passage had when it was last seen."""
    opening: str
    """Its first words, without case, accents and punctuation."""
    closing: str
    """Its last words, likewise."""
    note: str = ""
    """Of one that has moved, the id of the passage that holds it now; of one that is gone, why."""
    middle: str = ""
    """Words from its midst, likewise; empty where opening and closing leave none out."""
