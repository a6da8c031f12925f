"""An archive's index into a database: all of it in one transaction, in the place of the last."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from itertools import chain

from consultations.errors import ServerError
from consultations.index.about import AboutArchive
from consultations.index.opened import Index
from consultations.index.postgres.connection import Connection, Database
from consultations.index.schema import joint_numbers
from consultations.report import track

_TABLES = """
CREATE TABLE archive (about text NOT NULL);
COMMENT ON TABLE archive IS 'what concerns the whole archive, as JSON';
CREATE TABLE passages (
    number integer PRIMARY KEY,
    edition integer NOT NULL,
    length integer NOT NULL,
    stream integer NOT NULL,
    quoted integer[] NOT NULL,
    joints integer[] NOT NULL,
    passage text NOT NULL
);
COMMENT ON TABLE passages IS 'in document order, from 0; the passage itself as JSON';
CREATE TABLE terms (
    id integer PRIMARY KEY,
    term text COLLATE "C" NOT NULL UNIQUE,
    spread integer NOT NULL,
    frequency integer NOT NULL
);
COMMENT ON TABLE terms IS 'in how many passages a term stands, and how often in all';
CREATE TABLE places (
    term integer NOT NULL,
    number integer NOT NULL,
    positions integer[] NOT NULL,
    PRIMARY KEY (term, number)
);
COMMENT ON TABLE places IS 'where a term stands in a passage, in words from 0';
CREATE TABLE facets (
    field text COLLATE "C" NOT NULL,
    value text COLLATE "C" NOT NULL,
    numbers integer[] NOT NULL,
    PRIMARY KEY (field, value)
);
COMMENT ON TABLE facets IS 'the passages of which a field has a value, folded';
"""
TABLES = ("archive", "passages", "terms", "places", "facets")


def load(index: Index, address: str) -> int:
    """Put an index into a database, in the place of the archive that its schema holds.

    Whoever asks meanwhile is answered from the archive that was there. If anything fails, that
    stays.

    Args:
        index: that is open.
        address: of the database, as `Database.at` reads it.

    Returns:
        How many passages were loaded.

    Raises:
        ServerError: the server cannot be reached, refuses, or the schema holds something else.
    """
    database = Database.at(address)
    said = AboutArchive(index.editions, index.streams, index.families, index.readings)
    about = {**said.as_json(), "passages": len(index)}
    with database.connected() as connection:
        connection.run("START TRANSACTION")
        _require_ours(connection, database)
        connection.run(f"DROP SCHEMA IF EXISTS {database.making} CASCADE")
        connection.run(f"CREATE SCHEMA {database.making}")
        connection.run(f"SET LOCAL search_path TO {database.making}")
        for statement in filter(str.strip, _TABLES.split(";\n")):
            connection.run(statement)
        _copy(connection, "archive", [[json.dumps(about, ensure_ascii=False)]])
        _copy(connection, "passages", _passages(index))
        spreads: list[tuple[int, str, int, int]] = []
        _copy(connection, "places", _places(index, spreads))
        _copy(connection, "terms", spreads)
        _copy(connection, "facets", _facets(index))
        connection.run(f"DROP SCHEMA IF EXISTS {database.schema} CASCADE")
        connection.run(f"ALTER SCHEMA {database.making} RENAME TO {database.schema}")
        connection.run("COMMIT")
    return len(index)


def _require_ours(connection: Connection, database: Database) -> None:
    """Refuse a schema in which there is anything that no archive puts there."""
    found = connection.run(
        "SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace(:schema)"
        " AND relkind IN ('r', 'v', 'm', 'p', 'f', 'S')",
        schema=database.schema,
    )
    others = sorted({name for (name,) in found or ()} - {*TABLES})
    if others:
        raise ServerError(
            f"the schema {database.schema} holds what is not an archive's: {others[0]}",
            where=database.place,
            remedy="name a schema of its own: ?schema=another",
        )


def _passages(index: Index) -> Iterator[tuple[object, ...]]:
    order = {edition.id: number for number, edition in enumerate(index.editions)}
    for number, passage in enumerate(track(index.passages(), "Loading passages")):
        yield (
            number,
            order[passage.edition.id],
            index.length(number),
            index.stream(number),
            _array(chain.from_iterable(index.quoted(number))),
            _array(joint_numbers(index.joints(number))),
            json.dumps(passage.as_json(), ensure_ascii=False),
        )


def _places(index: Index, spreads: list[tuple[int, str, int, int]]) -> Iterator[tuple[object, ...]]:
    """Every place of every term; the rows of the terms themselves are added to `spreads`."""
    for id_, term in enumerate(track(list(index.terms_from("")), "Loading words")):
        spreads.append((id_, term, index.spread(term), index.frequency(term)))
        for number, positions in index.places(term):
            yield id_, number, _array(positions)


def _facets(index: Index) -> Iterator[tuple[object, ...]]:
    for field, value, intervals in index.values():
        passages = chain.from_iterable(range(start, end) for start, end in intervals)
        yield field, value, _array(passages)


def _array(numbers: Iterable[int]) -> str:
    """Numbers as PostgreSQL writes an array."""
    return f"{{{','.join(map(str, numbers))}}}"


def _copy(connection: Connection, table: str, rows: Iterable[Iterable[object]]) -> None:
    """Send rows in the form of CSV, in which the library escapes what stands in them."""
    connection.run(f"COPY {table} FROM STDIN (FORMAT csv)", stream=_lines(rows))


def _lines(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    for row in rows:
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow(row)
        yield line.getvalue()
