"""The index of an archive in a database of PostgreSQL, for archives that no browser can search.

The database keeps what the index in the folder keeps, and the same code asks both. So the same
passages are found, with the same scores, in the same order: PostgreSQL's own full-text search knows
other words, other phrases and other scores.
"""

from consultations.index.postgres.loading import load
from consultations.index.postgres.opened import PostgresIndex

__all__ = ["PostgresIndex", "load"]
