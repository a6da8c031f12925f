"""`consultations candidates`."""

from pathlib import Path

import click

from consultations import pipeline
from consultations.annotate.names.candidates.candidate_entries import as_toml
from consultations.annotate.names.candidates.candidates import candidates as unknown_names
from consultations.settings import find_project


@click.command(
    epilog="Example: consultations candidates some-id >> new-names.toml",
    short_help="List names that no authority knows, as entries to paste.",
)
@click.argument("document", metavar="[ID]", required=False)
def candidates(document: str | None) -> None:
    """List names in the documents, or in document ID, that archive/authority does not know.

    The likeliest come first. Each is an entry to correct and to paste into the file of its kind;
    the comment above it says how often it stands where.
    """
    archive = pipeline.read(find_project(Path.cwd()))
    editions = [edition for edition in archive.editions if document in (None, edition.id)]
    if document is not None and not editions:
        raise click.UsageError(f"the archive has no document {document!r}")
    taken = {*archive.authority.by_id, *(edition.id for edition in archive.editions)}
    click.echo(as_toml(unknown_names(editions, archive.authority), taken), nl=False)
