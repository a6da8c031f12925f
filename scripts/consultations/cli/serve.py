"""`consultations serve`."""

from pathlib import Path

import click

from consultations.publish.site import serve_site
from consultations.settings import find_project


@click.command(
    epilog="Example: consultations serve --port 8080",
    short_help="Build, serve on this machine, and build again what changes.",
)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
def serve(port: int) -> None:
    """Build the site and serve it, with its search, on this machine only.

    What changes in archive/ or docs/ is built again. Ctrl-C stops it.
    """
    serve_site(find_project(Path.cwd()), port)
