"""`consultations mcp`."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import click

from consultations.settings import find_project


@click.command(
    epilog="Example: consultations mcp, as the command of a server in a program's settings",
    short_help="Offer search, check and citation to programs.",
)
def mcp() -> None:
    """Serve tools for programs that write, by the Model Context Protocol on stdin and stdout.

    The tools are search, check_quotation and cite. They answer from the last build, with the same
    verdicts as the commands of these names. It needs the extra: pip install 'consultations[mcp]'.
    """
    if find_spec("mcp") is None:
        raise click.UsageError("the package mcp is not here: pip install 'consultations[mcp]'")
    import_module("consultations.cli.tools").serve(find_project(Path.cwd()))
