"""What is asked and answered: an index, a page for each asker, and one for each question."""

from consultations.pages.indexes.asked.askers import Askers
from consultations.pages.indexes.asked.index import Questions

__all__ = ["Askers", "Questions"]
