"""`consultations load`."""

from pathlib import Path

import click

from consultations import index
from consultations.settings import find_project


@click.command(
    epilog="Example: consultations load postgresql://archive@localhost/debate",
    short_help="Put the search into a database, for an archive that no browser can search.",
)
@click.argument("server", metavar="postgresql://USER@HOST/DATABASE")
def load(server: str) -> None:
    """Put the index of the last build into a database of PostgreSQL.

    It takes the place of the archive that is there, at once and whole. Then search, concordance and
    quote find the same with --server as without, in the same order. The password is read from
    PGPASSWORD; ?schema=NAME after the database keeps several archives apart.
    The extra is needed: pip install 'consultations[postgres]'.
    """
    from consultations.index.postgres import load as load_into  # noqa: PLC0415 (an extra)

    with index.Index(find_project(Path.cwd()).cache / "index") as opened:
        passages = load_into(opened, server)
    click.echo(f"{passages:,} passages loaded")
