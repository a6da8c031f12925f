"""`consultations build`."""

from functools import partial
from pathlib import Path

import click

from consultations import report
from consultations.editing import EditAll, edit_all
from consultations.publish.site import build_site
from consultations.review import spoilt_id_files
from consultations.settings import find_project


@click.command(
    epilog="Example: consultations build --output public",
    short_help="Make the editions, their pages, the index and the site.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the site, instead of site/.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    envvar="CONSULTATIONS_CLUSTER",
    show_envvar=True,
    help="Scheduler of dask.distributed whose workers make the editions: tcp://10.0.0.1:8786.",
)
def build(output: Path | None, cluster: str | None) -> None:
    """Make the site from the sources: editions, docs/, the index, and site/.

    The site is put in place whole when all of it is made; until then the last one stays.
    """
    project = find_project(Path.cwd())
    site = (output or project.site).absolute()
    # It writes these files anew, so that nobody would learn of it afterwards.
    for found in spoilt_id_files(project):
        told = f"{found.file}:{found.line}: {found.what}; it is written anew: look at what changed"
        click.echo(report.printable(told), err=True)
    build_site(project, site, _editing(cluster))
    click.echo(site)


def _editing(cluster: str | None) -> EditAll:
    if cluster is None:
        return edit_all
    # Its library takes half a second to load, and need not be here.
    from consultations.editing.cluster import edit_on_cluster  # noqa: PLC0415

    return partial(edit_on_cluster, cluster)
