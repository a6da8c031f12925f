"""`consultations release`."""

from datetime import datetime
from pathlib import Path

import click

from consultations import releasing, report
from consultations.cli.argument import as_text
from consultations.cli.day import today
from consultations.cli.whole_check import whole_check
from consultations.model.release import Release
from consultations.publish.site import site_name
from consultations.settings import Project, find_project


@click.command(
    epilog="Example: consultations release --dry-run; then consultations release 2026.1",
    short_help="Number the archive and keep it for whoever cites it.",
)
@click.argument("number", required=False, callback=as_text)
@click.option("--dry-run", is_flag=True, help="Say what would be released; write nothing.")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    default=today,
    help="The day of the release; today, if nothing is said.",
)
def release(number: str | None, dry_run: bool, day: datetime) -> None:
    """Make a release of the archive; NUMBER is 4 or 2026.1, or the one after the last.

    Each document has editions of its own, counted from 1: a new one is made where its words, its
    title, its authors or its date have changed since the last release. Written are
    releases/NUMBER/ with the words of each new edition and their checksums, the pages that show
    them, CITATION.cff, and in dist/ an archive file of all data with its checksum. Where a release
    was stopped on the way, the same command finishes it.
    """
    project = find_project(Path.cwd())
    if dry_run:
        archive, plan = releasing.planned(project, number, day.date(), whole_check)
        _tell(releasing.changes_as_text(archive.releases, plan))
        return
    site = site_name(project)
    stopped = releasing.unfinished(project)
    if stopped is not None and number in (None, stopped.number):
        made = stopped
        releasing.finish(project, site, made)
        click.echo(f"Release {made.number} was stopped on its way, and is finished.")
    else:
        made = releasing.release(project, site, number, day.date(), whole_check)
        new = len(made.texts)
        click.echo(f"Release {made.number} is made, with {new:,} new edition{'s' * (new != 1)}.")
    _tell_files(project, releasing.archive_file(project, site, made), made)


def _tell_files(project: Project, archived: Path, made: Release) -> None:
    click.echo(f"Commit releases/{made.number}/, CITATION.cff and docs/, and publish the site.")
    click.echo(f"To deposit elsewhere: {archived.relative_to(project.root).as_posix()}")


def _tell(text: str) -> None:
    for line in text.splitlines():
        click.echo(report.printable(line))
