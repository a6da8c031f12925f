"""Emendations: changes that rules propose, and those that were applied.

An emendation says what an interval of the source reads in the text. All of one source together are
its apparatus.
"""

from dataclasses import dataclass
from typing import Literal

Certainty = Literal["certain", "probable"]
"""How sure a change is. A probable one is shown as such, in the text and in the apparatus."""
Kind = Literal[
    "mojibake",
    "lost-hyphen",
    "split-word",
    "entity",
    "url",
    "markup",
    "numbering",
    "list-glyph",
    "punctuation",
    "spacing",
    "join",
    "footnote-marker",
    "running-header",
    "navigation",
    "contents-list",
    "rule",
    "download-link",
    "continuation-marker",
    "other",
]
"""What sort of change it is, as the data of an edition names it; `rule` is a drawn line.

The same names stand in the schemas of editions and of errata; a new one goes there too.
"""


_STRUCTURE: frozenset[Kind] = frozenset({"markup", "list-glyph", "numbering", "footnote-marker"})
"""Kinds of changes that make signs into what they stood for: a list, a heading, a note."""


@dataclass(frozen=True)
class Proposal:
    """A change that a rule proposes: text[start:end] becomes `after`, in code points.

    The text is that of the draft which the rule was given. Where `start` is `end`, the change is an
    insertion; where `after` is empty, a removal.
    """

    start: int
    end: int
    after: str
    kind: Kind
    reason: str
    """Why, in words for a reader of the apparatus."""
    certainty: Certainty = "certain"


@dataclass(frozen=True)
class Emendation:
    """A change that was applied: source[start:end] is `before` and reads `after` in the text."""

    start: int
    end: int
    before: str
    after: str
    kind: Kind
    rule: str
    """Name of the rule that made it, or `editor`."""
    reason: str
    certainty: Certainty = "certain"

    def belongs_before(self, end: int) -> bool:
        """Whether it belongs to the piece of the source that ends here, if it begins inside it.

        An insertion at the end of a piece still does. What replaces or takes away words from there
        on belongs to what follows.
        """
        return self.start < end or self.start == self.end == end

    @property
    def is_structure(self) -> bool:
        """Whether it made signs into what they stood for; the words read as they did."""
        return self.kind in _STRUCTURE

    @property
    def by(self) -> Literal["rule", "editor"]:
        """Whose hand it was."""
        return "editor" if self.rule == "editor" else "rule"
