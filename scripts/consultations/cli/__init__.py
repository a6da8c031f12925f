"""The command line: one file a verb in `verbs`, and beside them what verbs share."""

import errno
import signal
import sys
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

from consultations import __version__, report
from consultations.errors import ConsultationsError
from consultations.placing import unwritten

_ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""Signals that end a process without a word; Windows has no SIGHUP."""
_UNPRINTED = (errno.EBADF, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.ENOSPC)
"""Errors of the system, without a file name, that mean that stdout takes nothing."""

VERBS = {
    "add": "Take a PDF, Word file, saved page or text in as a new document.",
    "build": "Make the editions, their pages, the index and the site.",
    "candidates": "List names that no authority knows, as entries to paste.",
    "check": "Say what a pull request must still satisfy; change nothing.",
    "cite": "Cite a document, a passage or a work in a style.",
    "concordance": "Show every place of a word or phrase in its context.",
    "explain": "Show what happened to one place, and what was found there.",
    "load": "Put the search into a database, for an archive that no browser can search.",
    "mcp": "Offer search, check and citation to programs.",
    "new": "Start an archive of another debate, which works at once.",
    "passages": "Print every passage with all its fields as JSON Lines, for other engines.",
    "publish": "Copy the site to where readers are: only what changed.",
    "quote": "Check a quotation, or all those of an article.",
    "redact": "Take a passage, or words of it, out of a document for good.",
    "release": "Number the archive and keep it for whoever cites it.",
    "review": "Say what a reviewer of a pull request needs, as Markdown.",
    "search": "Find passages.",
    "serve": "Build, serve on this machine, and build again what changes.",
    "withdraw": "Take a document down; its address says when and why.",
}
"""What each verb does. Each is the command that has the name of its module."""


class _Verbs(click.Group):
    """The verbs, each loaded when it is asked for.

    All of them together load every library and every pattern of the project, which takes five times
    as long as what a search needs. So the help has its own list of what they do.
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
        command: click.Command = getattr(import_module(f"{__name__}.verbs.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs into the help, a line each, and load none of them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def consultations() -> None:
    """Consultation documents as editions that can be searched, checked and cited.

    \b
    consultations serve                       build the site and look at it
    consultations search '"price of lamps"'   find a phrase
    consultations check                       what a pull request must satisfy
    """  # noqa: D301 (click knows `\b` as the backspace that it is, not as two signs)


def main() -> None:
    """Run the command line and exit with its status."""
    for number in _ENDING:
        if signal.getsignal(number) == signal.SIG_DFL:  # whoever runs it may have them ignored
            signal.signal(number, _interrupt)
    try:
        status = consultations(standalone_mode=False)
    except ConsultationsError as error:
        report.tell_failure(error)
        status = error.exit_status
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except click.Abort as stopped:
        click.echo("stopped", err=True)
        status = 128 + _number_of(stopped)
    except OSError as error:
        if error.filename is not None or error.errno not in _UNPRINTED:
            raise
        failure = unwritten(error, Path("stdout"), "what is printed")
        report.tell_failure(failure)
        status = failure.exit_status
    sys.exit(status or 0)


def _interrupt(number: int, _frame: FrameType | None) -> NoReturn:
    """End as after Ctrl-C, so that what is half made is removed."""
    raise KeyboardInterrupt(number)


def _number_of(stopped: click.Abort) -> int:
    """The signal that a command was stopped by."""
    given = stopped.__cause__.args if stopped.__cause__ else ()
    return given[0] if given and isinstance(given[0], int) else signal.SIGINT
