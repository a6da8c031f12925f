"""`consultations cite`."""

from datetime import datetime
from pathlib import Path

import click

from consultations.cli.argument import as_text
from consultations.cli.citation import CITED_IN, citation
from consultations.cli.day import today
from consultations.publish.site import site_name
from consultations.settings import find_project


@click.command(
    epilog="Example: consultations cite some-id --passage p4k2m7q --style oscola",
    short_help="Cite a document, a passage or a work in a style.",
)
@click.argument("cited", metavar="ID")
@click.option("--passage", help="The id of a passage of the document, as in its link.")
@click.option(
    "--edition", type=click.IntRange(1), help="The number of an edition that was released."
)
@click.option("--words", callback=as_text, help="Words of the passage that are quoted.")
@click.option(
    "--style",
    type=click.Choice(CITED_IN),
    default="harvard",
    show_default=True,
    help="How the reference is written.",
)
@click.option(
    "--accessed",
    type=click.DateTime(["%Y-%m-%d"]),
    default=today,
    help="The day on which it was read; today, if nothing is said.",
)
def cite(
    cited: str,
    passage: str | None,
    edition: int | None,
    words: str | None,
    style: str,
    accessed: datetime,
) -> None:
    """Print a reference to ID: a document of the archive, or a work that its documents cite.

    The reference of a passage has its permalink, and the printed page in styles that cite in notes,
    where the file had pages. With --words it says whose they are, where the document quotes them.
    What is read here is a transcription, and its edition is named: by the first digits of a digest
    of its words and, where it was released, by its number; with --edition it leads to that one as
    it was. Where mkdocs.yml gives no site_url the address is the one within the site.
    """
    project = find_project(Path.cwd())
    site = site_name(project)
    written = citation(project, site, cited, passage, words, style, accessed.date(), edition)
    if site.address is None and "texts/" in written:
        click.echo("mkdocs.yml has no site_url: the address is the one within the site", err=True)
    click.echo(written, nl=False)
