"""The command line: one file a verb."""

import sys

import click

from consultations import __version__, report
from consultations.cli.add import add
from consultations.cli.build import build
from consultations.cli.candidates import candidates
from consultations.cli.check import check
from consultations.cli.concordance import concordance
from consultations.cli.explain import explain
from consultations.cli.new import new
from consultations.cli.quote import quote
from consultations.cli.redact import redact
from consultations.cli.review import review
from consultations.cli.search import search
from consultations.cli.serve import serve
from consultations.cli.withdraw import withdraw
from consultations.errors import ConsultationsError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def consultations() -> None:
    """Consultation documents as editions that can be searched, checked and cited.

    \b
    consultations serve                       build the site and look at it
    consultations search '"poverty of hope"'  find a phrase
    consultations check                       what a pull request must satisfy
    """  # noqa: D301 (click knows `\b` as the backspace that it is, not as two signs)


_VERBS = (
    add, build, candidates, check, concordance, explain, new,
    quote, redact, review, search, serve, withdraw,
)  # fmt: skip
for verb in _VERBS:
    consultations.add_command(verb)


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
