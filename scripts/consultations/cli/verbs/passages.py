"""`consultations passages`."""

from pathlib import Path

import click

from consultations import index
from consultations.export.records import json_lines
from consultations.settings import find_project


@click.command(
    epilog="Example: consultations passages > passages.jsonl",
    short_help="Print every passage with all its fields as JSON Lines, for other engines.",
)
def passages() -> None:
    """Print every passage of the last build, in document order, as JSON Lines.

    Each line is an object with the same keys: the document and what is known of it, the passage
    with its words, headings and pages, what it answers, mentions and cites, whose words stand
    where, its notes, and where and how the source reads otherwise.
    """
    with index.Index(find_project(Path.cwd()).cache / "index") as opened:
        for line in json_lines(opened.passages()):
            click.echo(line)
