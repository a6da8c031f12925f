"""`consultations check`."""

import json
from pathlib import Path

import click

from consultations import pipeline, report
from consultations.settings import find_project


@click.command(
    epilog="Example: consultations check --json | jq '.findings[].code'",
    short_help="Say what a pull request must still satisfy; change nothing.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_context
def check(context: click.Context, as_json: bool) -> None:
    """Hold the archive, its editions and the committed pages against each other.

    Exits with 1 when a person must look at something. A finding that is right as it is can be
    waived in the document's stet.toml, with its code as the rule; a note asks for nothing.
    """
    project = find_project(Path.cwd())
    archive = pipeline.read(project)
    findings = [f for edition in archive.editions for f in edition.findings]
    findings += pipeline.lost_ids(archive)
    findings += pipeline.stale(project, archive)
    files = {e.id: f"archive/{e.source.transcript or e.source.file}" for e in archive.editions}
    if as_json:
        data = {"findings": report.findings_as_data(findings, files)}
        click.echo(json.dumps(data, indent=1, ensure_ascii=False))
    else:
        report.tell_findings(findings, files)
    pressing = sum(finding.severity != "note" for finding in findings)
    if not as_json:
        documents = len(archive.editions)
        click.echo(f"{documents} documents, {pressing} findings to look at", err=True)
    context.exit(1 if pressing else 0)
