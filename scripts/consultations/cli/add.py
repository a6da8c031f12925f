"""`consultations add`."""

import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from consultations import intake, pipeline, report
from consultations.cli.added import summary
from consultations.errors import AddError, ConsultationsError
from consultations.intake.accession import Accession, digest_of_file, most_like, write_folder
from consultations.intake.proposals import ProposedRecord, name_of, propose, proposed_id
from consultations.intake.readers import FileKind, is_plain, kind_of, read_file
from consultations.model.entity import Authority, Entity
from consultations.model.ids import living_ids
from consultations.model.source import Source
from consultations.model.transcript import Transcript
from consultations.placing import exclusive, replacing, writing
from consultations.settings import Project, find_project

_NEAR = 0.6
"""A text of which so large a part stands in another document is another version of it."""
_NO_RIGHTS = (
    "Not known. The text is shown for research and comment; whoever holds rights in it and wants it"
    " corrected or taken down can say so at the contact that this archive names."
)


@dataclass(frozen=True)
class _Statement:
    """What the person who adds a document says of it; None where nothing is said."""

    id: str | None
    title: str | None
    date: str | None
    organisation: str | None
    responds_to: str | None
    type: str | None
    rights: str | None


@dataclass(frozen=True)
class _Present:
    """What is there already."""

    project: Project
    authority: Authority
    sources: Sequence[Source]


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
    said = _Statement(id_, title, date, organisation, responds_to, type_, rights)
    project = find_project(Path.cwd())
    authority = intake.read_authority(project.archive)
    status = 0
    for file in report.track(files, "Adding") if len(files) > 1 else files:
        sources = intake.read_archive(project.archive, authority)
        try:
            _add(_Present(project, authority, sources), file, said, dry_run=dry_run)
        except ConsultationsError as error:
            if len(files) == 1:
                raise
            report.tell_failure(error)
            status = error.exit_status
    context.exit(status)


def _add(archive: _Present, file: Path, said: _Statement, *, dry_run: bool) -> None:
    kind = kind_of(file)
    _refuse_copy(archive, file)
    transcript = read_file(file, kind)
    _refuse_empty(transcript, file)
    accession, doubts = _accession(archive, file, kind, said, transcript)
    with tempfile.TemporaryDirectory(prefix="consultations-") as made:
        tried = Path(made) / "archive"
        (tried / accession.id).mkdir(parents=True)
        write_folder(accession, tried / accession.id)
        edition = pipeline.try_out(archive.project, tried, accession.id)
        target = archive.project.archive / accession.id
        if not dry_run:
            with (
                exclusive(archive.project.cache),
                writing(target, f"the document {accession.id}"),
                replacing(target) as folder,
            ):
                shutil.copytree(tried / accession.id, folder, dirs_exist_ok=True)
    doubts += transcript.doubts
    for line in summary(edition, archive.authority, transcript, doubts, written=not dry_run):
        click.echo(line)


def _refuse_empty(transcript: Transcript, file: Path) -> None:
    if not any(c.isalnum() for c in transcript.text):
        raise AddError(
            "no text was found in the file",
            where=str(file),
            remedy="add its text got in another way",
        )


def _refuse_copy(archive: _Present, file: Path) -> None:
    """See to it that the file is not here yet.

    Raises:
        AddError: it is, under this or another id.
    """
    digest = digest_of_file(file)
    for source in archive.sources:
        if source.digest == digest:
            raise AddError(
                f"this very file is here already, as `{source.id}`",
                where=str(file),
                remedy=f"see archive/{source.id}/; what is known of it stands in its record.toml",
            )


def _accession(
    archive: _Present, file: Path, kind: FileKind, said: _Statement, transcript: Transcript
) -> tuple[Accession, tuple[str, ...]]:
    """What is to be taken in, and what is doubtful about it."""
    proposal = propose(transcript, archive.authority)
    doubts: list[str] = []
    title = said.title or _asked("Title", proposal.title)
    date = said.date or _asked("Date (2012, 2012-05 or 2012-05-31)", proposal.date)
    missing = [f"--{name}" for name, value in (("title", title), ("date", date)) if not value]
    if not title or not date:
        raise AddError(
            f"the file does not tell its {' and '.join(name[2:] for name in missing)}",
            where=str(file),
            remedy=f"say {' and '.join(missing)}",
        )
    living = living_ids((source.id for source in archive.sources), archive.authority)
    given = intake.read_ids(archive.project.archive, living)
    taken = frozenset([*living, *given])
    id_ = said.id or _asked("Id, for good", proposed_id(title, date, taken)) or ""
    intake.require_id(archive.project.archive, id_)
    if id_ in taken:
        raise AddError(
            f"`{id_}` is taken: an id is given once",
            where=f"archive/{id_}",
            remedy="say another --id; a new copy of that document goes into its folder, and its"
            " digest into the record",
        )
    record: dict[str, object] = {"title": title, "authors": list(proposal.authors)}
    organisation = _entity(said.organisation, archive.authority, ("organisation",), doubts)
    if organisation:
        record["organisation"] = organisation
    elif not said.organisation and proposal.organisation:
        doubts.append(f"its front names one body: --organisation {proposal.organisation}?")
    record |= {"date": date, "type": said.type or proposal.type}
    responds_to = _entity(said.responds_to, archive.authority, ("consultation", "work"), doubts)
    if responds_to or (not said.responds_to and proposal.responds_to):
        record["responds_to"] = responds_to or proposal.responds_to
    rights = said.rights or proposal.rights
    if not rights:
        doubts.append("whose the text is, the file does not say: look at `rights` in its record")
    record["rights"] = rights or _NO_RIGHTS
    record["language"] = proposal.language
    record["provenance"] = _provenance(file, proposal)
    record["converter"] = transcript.converter
    if (like := most_like(transcript.text, archive.sources)) and like[1] >= _NEAR:
        doubts.append(
            f"{like[1]:.0%} of its runs of words stand in `{like[0]}` too: another version?"
        )
    is_its_own_text = kind in ("text", "markdown") and is_plain(file)
    kept = None if is_its_own_text else transcript
    return Accession(id_, file, kind, record, kept), tuple(doubts)


def _asked(question: str, proposed: str | None) -> str | None:
    """What a person answers on a terminal; elsewhere what is proposed."""
    if not sys.stdin.isatty():
        return proposed
    answer: str = click.prompt(question, default=proposed, err=True)
    return answer.strip() or None


def _entity(
    said: str | None, authority: Authority, kinds: tuple[str, ...], doubts: list[str]
) -> str | None:
    """The id of the entity that is meant by an id, a name or an abbreviation."""
    if said is None:
        return None

    def means(entity: Entity) -> bool:
        names = (entity.id, entity.name, *entity.variants, *entity.abbreviations)
        return entity.kind in kinds and said.casefold() in {name.casefold() for name in names}

    found = [entity.id for entity in authority.by_id.values() if means(entity)]
    if len(found) == 1:
        return found[0]
    why = "several are called so" if found else "no authority has it"
    doubts.append(f"{said!r} was left out of the record: {why}; add an entry, then its id there")
    return None


def _provenance(file: Path, proposal: ProposedRecord) -> str:
    told = f"Added from the file {name_of(file)}."
    return f"{told} The page was at {proposal.address}." if proposal.address else told
