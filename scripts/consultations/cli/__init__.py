"""The command line: one file a verb."""

import sys
from importlib import import_module

import click

from consultations import __version__, report
from consultations.errors import ConsultationsError

VERBS = (
    "add",
    "build",
    "candidates",
    "check",
    "cite",
    "concordance",
    "explain",
    "mcp",
    "new",
    "publish",
    "quote",
    "redact",
    "release",
    "review",
    "search",
    "serve",
    "withdraw",
)
"""Each verb is the command that has the name of its module."""


class _Verbs(click.Group):
    """The verbs, each loaded when it is asked for.

    All of them together load every library and every pattern of the project, which takes five times
    as long as what a search needs.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all verbs, for the help."""
        del ctx
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A verb by its name: the command of that name in the module of that name."""
        del ctx
        if cmd_name not in VERBS:
            return None
        command: click.Command = getattr(import_module(f"{__name__}.{cmd_name}"), cmd_name)
        return command


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def consultations() -> None:
    """Consultation documents as editions that can be searched, checked and cited.

    \b
    consultations serve                       build the site and look at it
    consultations search '"poverty of hope"'  find a phrase
    consultations check                       what a pull request must satisfy
    """  # noqa: D301 (click knows `\b` as the backspace that it is, not as two signs)


def main() -> None:
    """Run the command line and exit with its status."""
    try:
        status = consultations(standalone_mode=False)
    except ConsultationsError as error:
        report.tell_failure(error)
        status = error.exit_status
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except click.Abort:
        click.echo("stopped", err=True)
        status = 130
    sys.exit(status or 0)
