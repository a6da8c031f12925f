"""`consultations new`."""

import sys
from pathlib import Path

import click

from consultations.founding import found_archive, this_program
from consultations.intake.validation.formats import FORMATS


def _contact(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """An address of e-mail, or of a page."""
    del context, parameter
    # Asked for on a terminal only: a script that gives none must not wait for an answer.
    if value is None and sys.stdin.isatty():
        asked = "Whom to write to about rights and errors (e-mail or https://…; none for later)"
        value = click.prompt(asked, default="", show_default=False)
    if not value:
        return None
    if not FORMATS["contact"].fits(value):
        raise click.BadParameter(f"it must be {FORMATS['contact'].what}")
    return value


@click.command(
    epilog="Example: consultations new harbour-debate --title 'A Debate' --contact a@example.org",
    short_help="Start an archive of another debate, which works at once.",
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", required=True, help="Name of the debate, as the site shows it.")
@click.option(
    "--contact",
    callback=_contact,
    help="Whom to write to about rights and errors: an e-mail address, or https://…",
)
def new(folder: Path, title: str, contact: str | None) -> None:
    """Make DIR: an archive without documents, with its settings, authorities, pages and workflow.

    `add`, `check`, `build` and `serve` work there at once. Its colours, its pages and whom to write
    to are yours to change: mkdocs.yml and docs/.
    """
    found_archive(folder, title, this_program(), contact)
    click.echo(f"{folder} is there. In it:")
    if contact is None:
        click.echo("  mkdocs.yml                 say there, as `contact`, whom to write to")
    click.echo("  consultations add FILE     take a document in")
    click.echo("  consultations serve        look at it")
