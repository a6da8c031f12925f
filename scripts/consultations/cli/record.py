"""The record of a document that is added: what is said of it, proposed by its file, or asked."""

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from consultations import intake
from consultations.cli.present import Present
from consultations.errors import AddError
from consultations.intake.accession import Accession
from consultations.intake.proposals import ProposedRecord, name_of, propose, proposed_id
from consultations.intake.readers import FileKind, is_plain
from consultations.model.entity import Authority, Entity
from consultations.model.ids import living_ids
from consultations.model.transcript import Transcript

_NO_RIGHTS = (
    "Not known. The text is shown for research and comment; whoever holds rights in it and wants it"
    " corrected or taken down can say so at the contact that this archive names."
)


@dataclass(frozen=True)
class Statement:
    """What the person who adds a document says of it; None where nothing is said."""

    id: str | None
    title: str | None
    date: str | None
    organisation: str | None
    responds_to: str | None
    type: str | None
    rights: str | None


def accession_of(
    archive: Present, file: Path, kind: FileKind, said: Statement, transcript: Transcript
) -> tuple[Accession, tuple[str, ...]]:
    """What is to be taken in, and what is doubtful about its record, a sentence each.

    Raises:
        AddError: something is not told that a record must say, or the id is taken.
    """
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
    body = said.organisation or _offered("Body that published it", proposal.organisation)
    organisation = _entity(body, archive.authority, ("organisation",), doubts)
    if organisation:
        record["organisation"] = organisation
    elif not body and proposal.organisation:
        doubts.append(f"its front names one body: --organisation {proposal.organisation}?")
    record |= {"date": date, "type": said.type or proposal.type}
    answered = said.responds_to or _offered("What it answers", proposal.responds_to)
    responds_to = _entity(answered, archive.authority, ("consultation", "work"), doubts)
    if responds_to or (not answered and not sys.stdin.isatty() and proposal.responds_to):
        record["responds_to"] = responds_to or proposal.responds_to
    rights = said.rights or proposal.rights
    if not rights:
        doubts.append("whose the text is, the file does not say: look at `rights` in its record")
    record["rights"] = rights or _NO_RIGHTS
    record["language"] = proposal.language
    record["provenance"] = _provenance(file, proposal)
    record["converter"] = transcript.converter
    is_its_own_text = kind in ("text", "markdown") and is_plain(file)
    kept = None if is_its_own_text else transcript
    return Accession(id_, file, kind, record, kept), tuple(doubts)


def _asked(question: str, proposed: str | None) -> str | None:
    """What a person answers on a terminal; elsewhere what is proposed."""
    if not sys.stdin.isatty():
        return proposed
    answer: str = click.prompt(question, default=proposed, err=True)
    return answer.strip() or None


def _offered(question: str, proposed: str | None) -> str | None:
    """What a person says on a terminal of what a record need not have; None elsewhere."""
    if not sys.stdin.isatty():
        return None
    told = f"{question} (id or name in the authorities; - for none)"
    answer: str = click.prompt(told, default=proposed or "-", err=True)
    return None if answer.strip() == "-" else answer.strip()


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
