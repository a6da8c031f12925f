"""`consultations add`."""

from collections.abc import Iterable
from pathlib import Path

import click

from consultations import pipeline, report
from consultations.cli.added import summary
from consultations.cli.present import Present
from consultations.cli.record import Statement, accession_of
from consultations.errors import AddError, ConsultationsError
from consultations.intake import TEXT_LIMIT
from consultations.intake.adding.accession import digest_of_file, write_folder
from consultations.intake.readers import kind_of, read_file
from consultations.model.edition import Edition
from consultations.model.source import Source
from consultations.model.transcript import Transcript
from consultations.placing import copy_files, exclusive, replacing, scratch, writing
from consultations.settings import find_project

_NEAR = 0.6
"""A text is another version of a document that has at least this part of it."""


@click.command(
    epilog="Example: consultations add response.pdf --date 2012-05 --type 'consultation response'",
    short_help="Take a PDF, Word file, saved page or text in as a new document.",
)
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.option("--id", "id_", help="The document's name in addresses, for good: words with hyphens.")
@click.option("--title", help="As the document has it.")
@click.option("--date", help="2012, 2012-05 or 2012-05-31: as precise as the document is.")
@click.option(
    "--author", "authors", multiple=True, help="Who is named as its author; once for each of them."
)
@click.option("--organisation", help="Who published it: an id or a name of the authorities.")
@click.option("--responds-to", help="The consultation or work that it answers, by id or name.")
@click.option("--type", "type_", help="Such as 'consultation response' or 'evaluation'.")
@click.option("--rights", help="Whose the text is, and on what ground it is shown.")
@click.option("--dry-run", is_flag=True, help="Say what would come of it, and write nothing.")
@click.pass_context
def add(
    context: click.Context,
    files: tuple[Path, ...],
    id_: str | None,
    title: str | None,
    date: str | None,
    authors: tuple[str, ...],
    organisation: str | None,
    responds_to: str | None,
    type_: str | None,
    rights: str | None,
    dry_run: bool,
) -> None:
    """Read each FILE, write its folder in archive/, and say what an editor must look at.

    What is not given is proposed from the file; what it does not tell is asked for on a terminal,
    and named otherwise. A document is put in place whole or not at all, and one that fails does
    not stop the others.
    """
    if len(files) > 1 and (id_ or title):
        raise click.UsageError("--id and --title are of one document: add it by itself")
    said = Statement(id_, title, date, authors, organisation, responds_to, type_, rights)
    project = find_project(Path.cwd())
    present = Present.of(project)
    failed: list[tuple[Path, ConsultationsError]] = []
    for file in report.track(files, "Adding") if len(files) > 1 else files:
        try:
            edition = _add(present, file, said, dry_run=dry_run)
        except ConsultationsError as error:
            if len(files) == 1:
                raise
            report.tell_failure(error)
            failed.append((file, error))
        else:
            present.take_in(edition.source)
    if len(files) > 1:
        added = len(files) - len(failed)
        click.echo(f"{added} of {len(files)} files {'would be ' if dry_run else ''}added.")
    for file, why in failed:
        click.echo(report.printable(f"Not added: {file}: {why.what}"))
    context.exit(failed[-1][1].exit_status if failed else 0)


def _add(archive: Present, file: Path, said: Statement, *, dry_run: bool) -> Edition:
    kind = kind_of(file)
    _refuse_copy(archive.sources, file)
    transcript = read_file(file, kind)
    _require_text(transcript, file)
    accession, doubts = accession_of(archive, file, kind, said, transcript)
    like = archive.most_like(transcript.text)
    if like and like[1] >= _NEAR:
        of_it = f"{like[1]:.0%} of its runs of words stand in `{like[0]}` too"
        doubts = (*doubts, f"{of_it}: another version?")
    with scratch(archive.project.cache) as made:
        tried = made / "archive"
        (tried / accession.id).mkdir(parents=True)
        write_folder(accession, tried / accession.id)
        edition = pipeline.try_out(tried, accession.id, archive.authority)
        if not dry_run:
            _put(tried / accession.id, archive, file)
    doubts += transcript.doubts
    for line in summary(edition, archive.authority, transcript, doubts, written=not dry_run):
        click.echo(line)
    return edition


def _put(folder: Path, archive: Present, file: Path) -> None:
    """Put a document's folder in its place, whole or not at all.

    Raises:
        AddError: another was added meanwhile, which has its id or is the same file.
    """
    target = archive.project.archive / folder.name
    with exclusive(archive.project.cache), writing(target, f"the document {folder.name}"):
        # First: two commands with one file give it one id, and another id is no remedy.
        _refuse_copy(archive.newer(), file)
        if target.exists():
            raise AddError(
                f"`{folder.name}` is taken: another was added meanwhile",
                where=f"archive/{folder.name}",
                remedy="add it again, with another --id",
            )
        with replacing(target) as place:
            copy_files(folder, place)


def _require_text(transcript: Transcript, file: Path) -> None:
    """Make sure that what was read holds words, and no more than a document may have.

    Raises:
        AddError: it does not.
    """
    if len(transcript.text.encode()) > TEXT_LIMIT:
        raise AddError(
            f"its text has more than {TEXT_LIMIT // 1_000_000} MB, the limit for a document",
            where=str(file),
            remedy="part it, and add each part as a document",
        )
    if not any(c.isalnum() for c in transcript.text):
        raise AddError(
            "no text was found in the file",
            where=str(file),
            remedy="add its text got in another way",
        )


def _refuse_copy(sources: Iterable[Source], file: Path) -> None:
    """Make sure that the file is none of these documents.

    Raises:
        AddError: it is one, under this or another id.
    """
    digest = digest_of_file(file)
    for source in sources:
        if source.digest == digest:
            raise AddError(
                f"this very file is here already, as `{source.id}`",
                where=str(file),
                remedy=f"see archive/{source.id}/; what is known of it stands in its record.toml",
            )
