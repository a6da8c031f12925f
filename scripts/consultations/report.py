"""What a person or a script is told: failures, findings, and how far long work has come.

All of it goes to stderr, but for JSON, which is a result. Text from sources is made printable on
its way to a terminal, whose cursor, colours and direction it could otherwise take over.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sized
from typing import TypeVar

import click

from consultations.errors import ConsultationsError
from consultations.model.finding import Finding
from consultations.model.source import Locator

Item = TypeVar("Item")

_DRAWN = 200
"""How often a bar of progress is drawn, at most, from its beginning to its end."""


def tell_failure(error: ConsultationsError) -> None:
    """Print a failure: what, where, and what to do."""
    for line in str(error).split("\n"):
        click.echo(printable(line), err=True)


def tell_findings(findings: Iterable[Finding], files: Mapping[str, str]) -> None:
    """Print findings, each as `file:line:column: severity code: what` with its hint below.

    Args:
        findings: in the order in which to tell them.
        files: the path of each document's text, by the document's id.
    """
    for finding in findings:
        at = _told(finding.place, files) if finding.place else finding.file or "archive"
        other = f" (see {_told(finding.other, files)})" if finding.other else ""
        mend = f" ({finding.file})" if finding.place and finding.file else ""
        said = f"{at}: {finding.severity} {finding.code}: {finding.what}{other}"
        click.echo(printable(said), err=True)
        click.echo(printable(f"    {finding.hint}{mend}"), err=True)


def findings_as_data(
    findings: Iterable[Finding], files: Mapping[str, str]
) -> list[dict[str, object]]:
    """Findings as JSON has them; a place that is not known is null.

    Args:
        findings: in the order in which to tell them.
        files: the path of each document's text, by the document's id.
    """
    return [
        {
            "code": finding.code,
            "severity": finding.severity,
            "what": finding.what,
            "hint": finding.hint,
            "file": finding.file,
            "place": _as_data(finding.place, files),
            "other": _as_data(finding.other, files),
        }
        for finding in findings
    ]


def track(items: Iterable[Item], doing: str, count: int | None = None) -> Iterator[Item]:
    """The items one by one, with a bar of progress on a terminal and nothing elsewhere.

    Args:
        items: what is worked through.
        doing: what is done, such as `Reading`.
        count: how many there are, where `items` has no length.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    if isinstance(items, Sized):
        count = len(items)
    # Not at each of many thousands: to draw the bar takes longer than what it shows.
    steps = max(1, (count or 0) // _DRAWN)
    with click.progressbar(
        items, count, doing, show_pos=True, file=sys.stderr, update_min_steps=steps
    ) as bar:
        yield from bar


def _told(place: Locator, files: Mapping[str, str]) -> str:
    return f"{files[place.id]}:{place.line}:{place.column}"


def _as_data(place: Locator | None, files: Mapping[str, str]) -> dict[str, object] | None:
    if place is None:
        return None
    return {"file": files[place.id], "line": place.line, "column": place.column}


def printable(text: str) -> str:
    """The text with every character that prints as nothing, or does something, as its escape."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
