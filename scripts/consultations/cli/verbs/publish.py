"""`consultations publish`."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from consultations.errors import PublishError
from consultations.hosting import HOSTS, copy_site, exceeded, target_of
from consultations.placing import exclusive
from consultations.settings import find_project


@click.command(
    epilog="Example: consultations publish s3://our-archive --host cloudflare-pages",
    short_help="Copy the site to where readers are: only what changed.",
)
@click.argument("place", metavar="DIR|s3://BUCKET/PREFIX")
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the site, instead of site/.",
)
@click.option(
    "--delay",
    type=click.FloatRange(0, 24 * 365),
    default=24.0,
    show_default=True,
    metavar="HOURS",
    help="How long files stay that only open pages ask for. 0 after a document was withdrawn.",
)
@click.option(
    "--host",
    type=click.Choice(sorted(HOSTS)),
    help="Refuse a site that this host does not take, before anything is copied.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
def publish(place: str, site: Path | None, delay: float, host: str | None, dry_run: bool) -> None:
    """Copy the site that was built last to a folder or to a bucket of S3.

    Files come before the pages that ask for them, and what leads to all others comes last, so that
    readers have a whole site at every moment; a copy that was stopped is taken up by the next one.
    For s3:// the extra is needed: pip install 'consultations[s3]'.
    """
    project = find_project(Path.cwd())
    folder = (site or project.site).absolute()
    if not (folder / "data" / "catalogue.json").is_file():
        raise PublishError(
            "there is no site here", where=str(folder), remedy="build it: consultations build"
        )
    # No build may put another site in its place meanwhile.
    with exclusive(project.cache):
        sizes = {
            file.relative_to(folder).as_posix(): file.stat().st_size
            for file in folder.rglob("*")
            if file.is_file()
        }
        for known in [HOSTS[host]] if host else HOSTS.values():
            for what in exceeded(known, sizes):
                if host:
                    raise PublishError(what, where=str(folder), remedy="choose another host")
                click.echo(f"Note: {what}.", err=True)
        target = target_of(place)
        wait = timedelta(hours=delay)
        done = copy_site(folder, target, datetime.now(UTC), wait, dry=dry_run)
    click.echo(
        f"{len(done.written):,} files {'to copy' if dry_run else 'copied'}, "
        f"{done.kept:,} there already, {len(done.removed):,} "
        f"{'to remove' if dry_run else 'removed'}, {done.leaving:,} to be removed later"
    )
