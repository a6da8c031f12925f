"""Editions as search sees them: one passage after the other, with all that can be asked of it.

The index and the export take this form, so that neither has to know what an edition is. Everything
that the browser shows of a hit is here; what is only shown in an edition is not.
"""

from consultations.passages.nouns import SearchEdition, SearchPassage, SearchQuestion
from consultations.passages.of_editions import search_passages

__all__ = ["SearchEdition", "SearchPassage", "SearchQuestion", "search_passages"]
