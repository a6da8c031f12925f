"""`consultations new`."""

from pathlib import Path

import click

from consultations import __version__
from consultations.founding import found_archive


@click.command(
    epilog="Example: consultations new harbour-debate --title 'The Harbour Debate'",
    short_help="Start an archive of another debate, which works at once.",
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", required=True, help="Name of the debate, as the site shows it.")
def new(folder: Path, title: str) -> None:
    """Make DIR: an archive without documents, with its settings, authorities, pages and workflow.

    `add`, `check`, `build` and `serve` work there at once. Its colours, its pages and whom to write
    to are yours to change: mkdocs.yml and docs/.
    """
    found_archive(folder, title, __version__)
    click.echo(f"{folder} is there. In it:")
    click.echo("  consultations add FILE     take a document in")
    click.echo("  consultations serve        look at it")
