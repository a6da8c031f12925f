"""What Whoosh holds of a passage."""

from collections.abc import Iterator, Sequence
from typing import Any

from whoosh import columns, fields
from whoosh.analysis import Analyzer, Token

from consultations.analysis import STEMMER, TABLE

FORMAT = 3
"""Number of the form of an index's folder; one of another number is built anew."""

ABOUT = "archive.json"
"""The file beside Whoosh's own that holds what concerns the whole archive."""

FACETS = ("in", "by", "year", "type", "kind", "question", "cites", "about")
"""Fields of whole values, each folded as `parse` folds what is asked for."""

ANALYSIS = {"table": TABLE, "stemmer": STEMMER}
"""What decides how text becomes terms: an index made with another is built anew."""


class Analysed(Analyzer):  # type: ignore[misc]  # whoosh ships no types
    """Hands Whoosh a text's terms, which the house's own analysis has made."""

    def __call__(self, terms: Sequence[str], **_: object) -> Iterator[Any]:
        """Whoosh's tokens of a text: one object, set anew for every word, as it expects."""
        token = Token(positions=True, boost=1.0, removestops=False)
        for position, term in enumerate(terms):
            token.text = term
            token.pos = position
            yield token


def schema() -> fields.Schema:
    """The fields of a passage."""
    facet = fields.KEYWORD(commas=True)
    return fields.Schema(
        text=fields.TEXT(analyzer=Analysed()),
        passage=fields.STORED,
        length=fields.COLUMN(columns.NumericColumn("I")),
        stream=fields.COLUMN(columns.NumericColumn("B")),
        edition=fields.COLUMN(columns.NumericColumn("I")),
        **dict.fromkeys(FACETS, facet),
    )
