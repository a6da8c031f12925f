"""`consultations serve`."""

from pathlib import Path

import click

from consultations.publish.served.live import serve_site
from consultations.settings import find_project


@click.command(
    epilog="Example: consultations serve --port 8080",
    short_help="Build, serve on this machine, and build again what changes.",
)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
def serve(port: int) -> None:
    """Build the site and serve it, with its search, on this machine only.

    What changes in archive/ or docs/, in mkdocs.yml or in this program is built again: the pages
    that a browser has at once, the rest of the site after them. Where it cannot be built, every
    page says why, and the last site that could be stays. Ctrl-C stops it.
    """
    serve_site(find_project(Path.cwd()), port)
