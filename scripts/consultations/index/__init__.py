"""The index: what can be asked of the passages, answered by Whoosh or from a database.

The only room that imports Whoosh, and the only one that knows PostgreSQL.
"""

from consultations.index.concordance import ConcordanceLine, Order, concordance
from consultations.index.excerpt import Excerpt
from consultations.index.opened import Index
from consultations.index.query.lexer import QuerySyntaxError
from consultations.index.searcher import Hit, Results, Sort, found_in, search
from consultations.index.suggest import SourceReading, Suggestion, suggest
from consultations.index.writer import write, write_segments

__all__ = [
    "ConcordanceLine",
    "Excerpt",
    "Hit",
    "Index",
    "Order",
    "QuerySyntaxError",
    "Results",
    "Sort",
    "SourceReading",
    "Suggestion",
    "concordance",
    "found_in",
    "search",
    "suggest",
    "write",
    "write_segments",
]
