"""`consultations redact`."""

from datetime import datetime
from pathlib import Path

import click

from consultations.cli.verbs.withdraw import DAY, tell_remnants
from consultations.settings import find_project
from consultations.takedown import Request
from consultations.takedown import redact as redact_words


@click.command(
    epilog="Example: consultations redact letter-2011 --passage p3f9k2c --words '01632 960001'"
    " --reason 'A private telephone number.'",
    short_help="Take a passage, or words of it, out of a document for good.",
)
@click.argument("document", metavar="ID")
@click.option("--passage", required=True, metavar="P", help="The id at the end of its address.")
@click.option("--words", help="As the page shows them; without it, the whole passage.")
@click.option("--reason", required=True, help="One sentence, which the apparatus publishes.")
@DAY
@click.pass_context
def redact(
    context: click.Context,
    document: str,
    passage: str,
    words: str | None,
    reason: str,
    day: datetime,
) -> None:
    """Take words out of the document ID: out of its source, its pages, and what is kept of them.

    In their place stands [redacted]; the apparatus says how long they were, when and why they were
    taken out, and not what they said. The passage keeps its id. Exits with 1 where the words still
    stand elsewhere.
    """
    project = find_project(Path.cwd())
    request = Request(document, passage, words, reason, day.date())
    entry, found = redact_words(project, request)
    click.echo(
        f"{entry.characters} characters of {document} are taken out. "
        "Commit archive/ and docs/, and publish the site anew."
    )
    tell_remnants(found)
    context.exit(1 if found else 0)
