"""A reference on its way: the words that send the reader, and the passage they stand in."""

import re
from dataclasses import dataclass

from consultations.annotate.cross_references.topics import around
from consultations.model.edition import Edition, Passage


@dataclass(frozen=True)
class Sending:
    """Words that may send the reader elsewhere, as a form has matched them."""

    edition: Edition
    index: int
    """Of the passage that they stand in."""
    match: re.Match[str]

    @property
    def passage(self) -> Passage:
        """The passage that they stand in."""
        return self.edition.passages[self.index]

    @property
    def sentence(self) -> str:
        """The words of the sentence around them."""
        return around(self.passage.text, *self.match.span())

    def said(self, group: str) -> str:
        """What stands in a group of the form, in lower case; empty where it has none."""
        return (self.match[group] or "").casefold()
