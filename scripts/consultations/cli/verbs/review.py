"""`consultations review`."""

from pathlib import Path

import click

from consultations import report
from consultations.cli.whole_check import whole_check
from consultations.review.change.reviewing import review as review_change
from consultations.review.change.summary import as_markdown
from consultations.settings import find_project


@click.command(
    epilog="Example: consultations review origin/main > review.md",
    short_help="Say what a reviewer of a pull request needs, as Markdown.",
)
@click.argument("base")
@click.option("--seed", type=int, help="With which the passages to read are drawn.")
@click.pass_context
def review(context: click.Context, base: str, seed: int | None) -> None:
    """Hold the files as they are against BASE, the commit or branch they are to be merged into.

    Documents added, changed and gone; emendations by rule, the probable ones in full; annotations
    gained and lost; ids; the words of each passage that reads otherwise; up to ten passages
    of each document that are new or read otherwise, to be read beside their source; and that no
    byte of any other document has changed.
    Exits with 1 where a finding is to be mended or waived, or an id of a passage is forgotten.
    """
    found = review_change(find_project(Path.cwd()), base, seed, whole_check)
    for line in as_markdown(found).split("\n"):
        click.echo(report.printable(line))
    context.exit(1 if found.is_to_mend else 0)
