"""`consultations check`."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import click

from consultations import report, review
from consultations.cli.whole_check import whole_check
from consultations.review import Checked, LocatedFinding
from consultations.settings import find_project

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
_ONE_BUILD = ("page-stale", "page-missing", "page-left-over")
"""Findings that a forgotten build gives on hundreds of pages: shown in full, they would hide all
others."""
_PAGES = 10
"""How many pages with one such code are shown on a terminal."""
_OF_A_FILE = 100
"""How many findings with any other code are shown there for one file."""


@click.command(
    epilog="Example: consultations check --json | jq '.findings[].code'",
    short_help="Say what a pull request must still satisfy; change nothing.",
)
@click.argument("documents", nargs=-1, metavar="[ID]...")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--github", is_flag=True, help="Print the findings as annotations of GitHub's.")
@click.pass_context
def check(context: click.Context, documents: tuple[str, ...], as_json: bool, github: bool) -> None:
    """Check the archive, its editions and the committed pages against each other.

    With an ID, that document alone is held to what does not need the others: quick, while you work
    on it. Exits with 1 when a person must look at something. What each code means, and how to waive
    it where it can be, stands in docs/project/findings/. A note asks for nothing.
    """
    project = find_project(Path.cwd())
    checked = review.check_documents(project, documents) if documents else whole_check(project)
    if as_json:
        data = {"findings": [_as_data(finding) for finding in checked.findings]}
        click.echo(json.dumps(data, indent=1, ensure_ascii=False))
    elif github:
        for finding in checked.findings:
            click.echo(_annotation(finding))
    else:
        for line in _told(checked.findings):
            click.echo(report.printable(line), err=True)
    if not as_json:
        click.echo(_summary(checked, whole=not documents), err=True)
    context.exit(checked.exit_status)


def _told(findings: Iterable[LocatedFinding]) -> Iterator[str]:
    """The findings on a terminal, of each code only the first for a file.

    Where one build mends many pages, those are the first of all files.
    """
    alike: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        kind = finding.code, "" if finding.code in _ONE_BUILD else finding.file
        alike[kind] += 1
        if alike[kind] <= (_OF_A_FILE if kind[1] else _PAGES):
            yield from _lines(finding)
    for (code, file), count in alike.items():
        if (rest := count - (_OF_A_FILE if file else _PAGES)) > 0:
            yield f"and {rest} more {code}{' in ' * bool(file)}{file}: `--json` names all"


def _lines(finding: LocatedFinding) -> list[str]:
    """A finding on a terminal: its place, what it is, what to do."""
    place = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part)
    passage = f" (passage {finding.passage})" if finding.passage else ""
    lines = [f"{place}: {finding.severity} {finding.code}: {finding.what}{passage}"]
    if finding.other:
        lines[0] += f" (see {finding.other})"
    if finding.expected is not None:
        lines.append(f"    expected: {finding.expected}")
        lines.append(f"    found:    {finding.found or ''}")
    if finding.code_points:
        lines.append(f"    characters: {', '.join(finding.code_points)}")
    lines.append(f"    {finding.hint}")
    if finding.waiver and finding.severity != "note":
        lines.append(f"    right as it is? Into archive/{finding.file.split('/')[1]}/stet.toml:")
        lines += [f"    {line}" for line in finding.waiver.split("\n")]
    return lines


def _as_data(finding: LocatedFinding) -> dict[str, object]:
    data = asdict(finding)
    data["page"] = f"docs/project/findings/{finding.code}.md"
    return data


def _annotation(finding: LocatedFinding) -> str:
    """A line that GitHub shows beside the changed line of a file."""
    where = {"file": finding.file, "line": finding.line, "col": finding.column}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in where.items() if value)
    said = "\n".join([finding.what, finding.hint, *([finding.waiver] if finding.waiver else [])])
    title = _property(finding.code)
    return f"::{_LEVELS[finding.severity]} {properties},title={title}::{_message(said)}"


def _message(text: str) -> str:
    """A text that cannot begin another command."""
    shown = "\n".join(map(report.printable, text.split("\n")))
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _summary(checked: Checked, *, whole: bool) -> str:
    pressing = sum(finding.severity != "note" for finding in checked.findings)
    documents = "document" if checked.documents == 1 else "documents"
    findings = "finding" if pressing == 1 else "findings"
    if any(finding.family == "refused" for finding in checked.findings):
        return f"{pressing} {findings} to look at; nothing else can be checked until that is mended"
    said = f"{checked.documents} {documents}, {pressing} {findings} to look at"
    rest = "of pages, links, connections and lost ids only the whole check can tell"
    return said if whole else f"{said}; {rest}"
