"""An archive's index in a database, open to be read."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import Any, NamedTuple, Self

from consultations.errors import ServerError
from consultations.index.about import AboutArchive, is_of_this_version
from consultations.index.postgres.connection import Database
from consultations.index.postgres.loading import TABLES
from consultations.index.schema import intervals_of, joints_of
from consultations.model.text import Interval
from consultations.passages import SearchEdition, SearchPassage

_BLOCK = 512
"""Passages whose facts are fetched together: hits stand close to each other, and each question
costs a round trip."""
_LAST = "\U0010ffff"
"""The last code point: no term goes on with it."""


class _PassageFacts(NamedTuple):
    """What scores and voices need of a passage."""

    edition: int
    length: int
    stream: int
    quoted: Sequence[int]
    joints: Sequence[int]


class PostgresIndex:
    """What `Searchable` says, of the archive that `load` put into a database.

    All questions are answered from one state of it, also if another archive is loaded meanwhile.
    """

    def __init__(self, address: str) -> None:
        """Open the archive of a database.

        Args:
            address: as `Database.at` reads it.

        Raises:
            ServerError: the server cannot be reached or refuses, or there is no archive, or one
                that another version loaded.
        """
        self._database = Database.at(address)
        self._open = ExitStack()
        try:
            self._connection = self._open.enter_context(self._database.connected())
            kept = self._about()
        except BaseException:
            self._open.close()
            raise
        about = AboutArchive.from_json(kept)
        self.editions, self.streams = about.editions, about.streams
        self.families, self.readings = about.families, about.readings
        self._passages: int = kept["passages"]
        self._facts: dict[int, _PassageFacts] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool | None:
        return self._open.__exit__(kind, error, trace)

    def _about(self) -> Any:
        tables = ", ".join(f"{self._database.schema}.{table}" for table in TABLES)
        self._connection.run("START TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        (named,) = self._rows("SELECT to_regclass(:name)", name=f"{self._database.schema}.archive")
        if named[0] is None:
            raise self._missing("there is no archive in the database")
        # What is locked so can be read by all, and cannot be put away until it is let go.
        self._connection.run(f"LOCK TABLE {tables} IN ACCESS SHARE MODE")
        self._connection.run(f"SET LOCAL search_path TO {self._database.schema}")
        ((about,),) = self._rows("SELECT about FROM archive")
        found = json.loads(about)
        if not is_of_this_version(found):
            raise self._missing("the archive was loaded by another version")
        return found

    def _missing(self, what: str) -> ServerError:
        remedy = "run: consultations load postgresql://…"
        return ServerError(what, where=self._database.place, remedy=remedy)

    def _rows(self, statement: str, **values: object) -> Sequence[Sequence[Any]]:
        """What a statement gives; values never become part of its text."""
        return self._connection.run(statement, **values) or ()

    def __len__(self) -> int:
        """How many passages it has."""
        return self._passages

    def passage(self, number: int) -> SearchPassage:
        """A passage by its number."""
        ((stored,),) = self._rows("SELECT passage FROM passages WHERE number = :n", n=number)
        return SearchPassage.from_json(json.loads(stored), self.edition(number))

    def edition(self, number: int) -> SearchEdition:
        """The edition that a passage stands in."""
        return self.editions[self._facts_of(number).edition]

    def length(self, number: int) -> int:
        """How many words a passage has."""
        return self._facts_of(number).length

    def stream(self, number: int) -> int:
        """The stream that a passage is in."""
        return self._facts_of(number).stream

    def quoted(self, number: int) -> Sequence[Interval]:
        """The positions of a passage that stand inside quotations, in order and apart."""
        return intervals_of(self._facts_of(number).quoted)

    def joints(self, number: int) -> Mapping[int, int]:
        """The kinds of the joints of a passage, by the position of the word after each."""
        return joints_of(self._facts_of(number).joints)

    def _facts_of(self, number: int) -> _PassageFacts:
        if number not in self._facts:
            first = number - number % _BLOCK
            found = self._rows(
                "SELECT edition, length, stream, quoted, joints FROM passages"
                " WHERE number >= :first AND number < :last ORDER BY number",
                first=first,
                last=first + _BLOCK,
            )
            self._facts |= enumerate((_PassageFacts(*row) for row in found), first)
        return self._facts[number]

    def valued(self, field: str, value: str) -> Sequence[int]:
        """The passages whose field has a value, folded; ascending."""
        found = self._rows(
            "SELECT numbers FROM facets WHERE field = :field AND value = :value",
            field=field,
            value=value,
        )
        return found[0][0] if found else []

    def values_of(self, field: str) -> Sequence[str]:
        """Every value of a field, folded, in the order of code points."""
        asked = "SELECT value FROM facets WHERE field = :field ORDER BY value"
        return [value for (value,) in self._rows(asked, field=field)]

    def terms_from(self, prefix: str) -> Iterator[str]:
        """Every term that begins so, in the order of code points."""
        asked = "SELECT term FROM terms WHERE term >= :first AND term < :last ORDER BY term"
        for (term,) in self._rows(asked, first=prefix, last=prefix + _LAST):
            yield term

    def spread(self, term: str) -> int:
        """In how many passages a term stands; 0 for a term that the archive does not have."""
        found = self._rows("SELECT spread FROM terms WHERE term = :term", term=term)
        return int(found[0][0]) if found else 0

    def frequency(self, term: str) -> int:
        """How often a term stands in the archive."""
        found = self._rows("SELECT frequency FROM terms WHERE term = :term", term=term)
        return int(found[0][0]) if found else 0

    def places(
        self, term: str, among: Sequence[int] | None = None
    ) -> Iterator[tuple[int, Sequence[int]]]:
        """The passages in which a term stands, ascending, and its positions there.

        Args:
            term: that is looked up; one that the archive does not have stands nowhere.
            among: the only passages that matter, ascending; None for all.
        """
        found = self._rows(
            "SELECT number, positions FROM places"
            " WHERE term = (SELECT id FROM terms WHERE term = :term)"
            " AND (CAST(:among AS integer[]) IS NULL OR number = ANY(CAST(:among AS integer[])))"
            " ORDER BY number",
            term=term,
            among=None if among is None else list(among),
        )
        yield from ((number, positions) for number, positions in found)
