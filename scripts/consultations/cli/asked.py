"""Which index a command asks: the one of the last build, or one in a database."""

from contextlib import AbstractContextManager
from pathlib import Path

import click

from consultations import index
from consultations.index.searchable import Searchable
from consultations.settings import find_project

from_server = click.option(
    "--server",
    metavar="postgresql://USER@HOST/DATABASE",
    help="Ask a database that `consultations load` filled, instead of the last build.",
)


def opened(server: str | None) -> AbstractContextManager[Searchable]:
    """The index that is asked, open.

    Raises:
        IndexMissingError: nothing was built here.
        ServerError: the database cannot be asked.
    """
    if server is None:
        return index.Index(find_project(Path.cwd()).cache / "index")
    # Only here, since the library that it needs is an extra.
    from consultations.index.postgres import PostgresIndex  # noqa: PLC0415

    return PostgresIndex(server)
