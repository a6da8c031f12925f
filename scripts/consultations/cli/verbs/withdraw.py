"""`consultations withdraw`."""

from datetime import datetime
from pathlib import Path

import click

from consultations import report
from consultations.cli.day import today
from consultations.settings import find_project
from consultations.takedown import Remnant
from consultations.takedown import withdraw as withdraw_document

DAY = click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    default=today,
    help="When it was taken down; today, if nothing is said.",
)


@click.command(
    epilog="Example: consultations withdraw letter-2011 --reason 'Its author asked us to.'",
    short_help="Take a document down; its address says when and why.",
)
@click.argument("document", metavar="ID")
@click.option("--reason", required=True, help="One sentence, which the tombstone publishes.")
@DAY
@click.pass_context
def withdraw(context: click.Context, document: str, reason: str, day: datetime) -> None:
    """Take the document ID out of archive/ and of every generated page, and leave a tombstone.

    The tombstone has its title, who wrote it, its date, the reason and the day. Its ids are never
    given again. Exits with 1 where words of it still stand in a file that a person wrote.
    """
    project = find_project(Path.cwd())
    found = withdraw_document(project, document, reason, day.date())
    click.echo(f"{document} is withdrawn. Commit archive/ and docs/, and publish the site anew.")
    tell_remnants(found)
    context.exit(1 if found else 0)


def tell_remnants(found: list[Remnant]) -> None:
    """Say where words that were taken down still stand, and what no command here can do."""
    for remnant in found:
        words = report.printable(remnant.words)
        click.echo(
            f"{report.printable(remnant.file)}:{remnant.line}: still here: {words}", err=True
        )
    click.echo(
        "Earlier commits still hold the words, and so do copies of them: "
        "docs/project/maintaining.md says what can be done.",
        err=True,
    )
