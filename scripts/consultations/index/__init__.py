"""The index: what can be asked of the passages, answered by Whoosh.

The only room that imports Whoosh.
"""

from consultations.index.concordance import Line, Order, concordance
from consultations.index.excerpt import Excerpt
from consultations.index.lexer import QuerySyntaxError
from consultations.index.opened import Index
from consultations.index.searcher import Answer, Hit, Sort, search
from consultations.index.suggest import Reading, Suggestion, suggest
from consultations.index.writer import write

__all__ = [
    "Answer",
    "Excerpt",
    "Hit",
    "Index",
    "Line",
    "Order",
    "QuerySyntaxError",
    "Reading",
    "Sort",
    "Suggestion",
    "concordance",
    "search",
    "suggest",
    "write",
]
