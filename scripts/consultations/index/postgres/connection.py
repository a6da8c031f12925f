"""A connection to PostgreSQL. The only module that imports pg8000, which is an extra."""

import os
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from getpass import getuser
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from consultations.errors import ServerError

try:
    from pg8000.exceptions import DatabaseError, InterfaceError
    from pg8000.native import Connection, identifier
except ImportError as error:
    raise ServerError(
        "the package pg8000 is not here, which speaks with PostgreSQL",
        where="--server",
        remedy="install the extra: pip install 'consultations[postgres]'",
    ) from error

_SCHEMES = ("postgresql", "postgres")
_OPTIONS = frozenset({"schema", "host", "sslmode"})
_PORT = 5432
_SCHEMA = "consultations"


_TLS = ("prefer", "verify-full")
"""Ways to encrypt: as the server likes, or only with a server that shows who it is."""


@dataclass(frozen=True)
class Database:
    """Where a database is, and the schema in it that holds an archive."""

    place: str
    """What may be shown of its address: it has no password."""
    schema: str
    """A name in double quotes, as SQL takes it."""
    making: str
    """That of the schema in which an archive stands until all of it is there."""
    settings: Mapping[str, Any] = field(repr=False)
    """What pg8000 connects with, the password among it, which no message may show."""

    @classmethod
    def at(cls, address: str) -> "Database":
        """Read `postgresql://user:password@host:port/database?schema=name&sslmode=verify-full`.

        All but the database can be left out. The password is better given as PGPASSWORD, since
        what stands in a command line can be read by others on the machine. `host=` after the
        question mark may be a folder, which holds the socket of a server on this machine.

        Raises:
            ServerError: it is no such address.
        """
        try:
            parts = urlsplit(address)
            port = parts.port or _PORT
            options = {key: found[-1] for key, found in parse_qs(parts.query).items()}
            name = options.get("schema", _SCHEMA)
            schema, making = identifier(name), identifier(f"{name} (being loaded)")
            # In a container, whoever runs this may have no name.
            user = unquote(parts.username or "") or getuser()
        except (ValueError, InterfaceError, LookupError, OSError) as error:
            raise _not_an_address(address.rpartition("@")[2]) from error
        host = options.get("host") or unquote(parts.hostname or "localhost")
        database = unquote(parts.path.strip("/"))
        place = f"postgresql://{host}:{port}/{database}"
        mode = options.get("sslmode", _TLS[0])
        is_known = parts.scheme in _SCHEMES and options.keys() <= _OPTIONS and mode in _TLS
        if not is_known or not database:
            raise _not_an_address(place)
        settings = {
            "user": user,
            "password": unquote(parts.password or "") or os.environ.get("PGPASSWORD"),
            "database": database,
            "ssl_context": ssl.create_default_context() if mode == "verify-full" else None,
            **_reached_by(host, port),
        }
        return cls(place, schema, making, settings)

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """A connection, closed at the end.

        Raises:
            ServerError: the server does not answer, or refuses what it is asked.
        """
        try:
            connection = Connection(**self.settings)
            try:
                yield connection
            finally:
                connection.close()
        except (DatabaseError, InterfaceError, OSError) as error:
            raise ServerError(
                f"PostgreSQL: {_message_of(error)}",
                where=self.place,
                remedy="see that the server runs, and that this user may do so; the password is"
                " read from PGPASSWORD",
            ) from error


def _reached_by(host: str, port: int) -> Mapping[str, Any]:
    """What pg8000 finds a server by: the socket in a folder, or a host and its port."""
    if host.startswith("/"):
        return {"unix_sock": f"{host}/.s.PGSQL.{port}"}
    return {"host": host, "port": port}


def _message_of(error: Exception) -> str:
    """What a server says, which pg8000 gives as the fields of its message."""
    said = error.args[0] if error.args else ""
    return str(said.get("M", said)) if isinstance(said, dict) else str(said or error)


def _not_an_address(place: str) -> ServerError:
    return ServerError(
        "this is no address of a database",
        where=place,
        remedy="write postgresql://user@host/database, and after it, where they are needed,"
        " ?schema=name or ?sslmode=verify-full",
    )


__all__ = ["Connection", "Database"]
