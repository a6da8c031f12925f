"""The record of a document that is added: what is said of it, proposed by its file, or asked."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from consultations import intake, report
from consultations.cli.day import today
from consultations.cli.present import Present
from consultations.errors import AddError, ConsultationsError
from consultations.intake.adding.accession import Accession
from consultations.intake.adding.proposals import ProposedRecord, name_of, propose, proposed_id
from consultations.intake.readers import FileKind, is_plain
from consultations.intake.validation.formats import FORMATS
from consultations.model.entity import Authority, Entity
from consultations.model.ids import BearerKind, GivenIds, living_ids
from consultations.model.transcript import Transcript

_NO_RIGHTS = "Not known. The text is shown for research and comment."
_WRITTEN = "2026"
"""The year in which this was written: a clock that is before it cannot tell what is to come."""


@dataclass(frozen=True)
class Statement:
    """What the person who adds a document says of it; None, or no author, where nothing is said."""

    id: str | None
    title: str | None
    date: str | None
    authors: tuple[str, ...]
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
    title, date = _title_and_date(file, said, proposal)
    if proposal.date_sentence and not (said.date or sys.stdin.isatty()):
        doubts.append(
            f"the date is one of running text, “…{proposal.date_sentence}”: if it is not the"
            " document's, mend `date` in its record"
        )
    if date > today() > _WRITTEN:
        doubts.append(
            f"the date, {date}, is still to come: is it right? Else mend it in its record"
        )
    id_ = _free_id(archive, said.id, title, date)
    record: dict[str, object] = {
        "title": title,
        "authors": list(_authors(said, proposal)),
        "organisation": _body(archive.authority, said, proposal, doubts),
        "date": date,
        "type": said.type or proposal.type,
        "responds_to": _answered(archive.authority, said, proposal, doubts),
        "rights": _rights(said, proposal, doubts),
        "language": proposal.language,
        "provenance": _provenance(file, proposal),
        "converter": transcript.converter,
        "added": today(),
    }
    known = {field: value for field, value in record.items() if value is not None}
    is_its_own_text = kind in ("text", "markdown") and is_plain(file)
    kept = None if is_its_own_text else transcript
    return Accession(id_, file, kind, known, kept), tuple(doubts)


def _title_and_date(file: Path, said: Statement, proposal: ProposedRecord) -> tuple[str, str]:
    """The title and the date, which every document must have."""
    title = said.title or _asked("Title", proposal.title)
    if proposal.date_sentence and not said.date and sys.stdin.isatty():
        shown = report.printable(proposal.date_sentence)
        click.echo(f"A date in running text, perhaps of something else: “…{shown}”", err=True)
    date = said.date or _asked("Date (2012, 2012-05 or 2012-05-31)", proposal.date, _date)
    if title and date:
        return title, _date(date)
    missing = [name for name, value in (("title", title), ("date", date)) if not value]
    raise AddError(
        f"the file does not tell its {' and '.join(missing)}",
        where=str(file),
        remedy=f"say {' and '.join(f'--{name}' for name in missing)}",
    )


def _free_id(archive: Present, said: str | None, title: str, date: str) -> str:
    """The permanent id of the document: one that no other has or had."""
    living = living_ids((source.id for source in archive.sources), archive.authority)
    given = intake.read_ids(archive.project.archive, living)
    taken = frozenset([*living, *given])

    def free(id_: str) -> str:
        intake.require_id(archive.project.archive, id_)
        if id_ in taken:
            what, remedy = _why_taken(id_, living, given)
            raise AddError(what, where=f"archive/{id_}", remedy=remedy)
        return id_

    return free(said or _asked("Id, for good", proposed_id(title, date, taken), free) or "")


def _why_taken(id_: str, living: Mapping[str, BearerKind], given: GivenIds) -> tuple[str, str]:
    """What an id was given to, and what to do about it."""
    other = "say another --id"
    if id_ in given.withdrawn:
        entry = given.withdrawn[id_]
        return (
            f"`{id_}` was withdrawn on {entry.withdrawn}, and its address says so for good",
            f"{other}, if the document may be shown again: its tombstone says {entry.reason!r}",
        )
    if id_ in given.moved:
        return f"`{id_}` has moved: its links lead to `{given.leading[id_]}`", other
    if living.get(id_) == "document":
        return (
            f"`{id_}` is taken: an id is given once",
            f"{other}; a new copy of that document goes into its folder, and its digest into the"
            " record",
        )
    kind = living.get(id_) or given.given[id_]
    return f"`{id_}` is an id already, of {'an' if kind == 'organisation' else 'a'} {kind}", other


def _authors(said: Statement, proposal: ProposedRecord) -> tuple[str, ...]:
    """The names of its authors, who are the first that a reference to it names."""
    if said.authors or not sys.stdin.isatty():
        return tuple(dict.fromkeys(said.authors)) or proposal.authors
    told = "Authors, as they are named, with ; between them (- for none)"
    answer: str = click.prompt(told, default="; ".join(proposal.authors) or "-", err=True)
    names = tuple(name.strip() for name in answer.split(";"))
    return () if names == ("-",) else tuple(dict.fromkeys(filter(None, names)))


def _body(
    authority: Authority, said: Statement, proposal: ProposedRecord, doubts: list[str]
) -> str | None:
    """The id of the body that published it; a body that is only proposed is a doubt."""
    body = said.organisation or _offered("Body that published it", proposal.organisation)
    if not body and proposal.organisation:
        entry = f'`organisation = "{proposal.organisation}"`'
        doubts.append(f"its front names one body: if that published it, {entry} into its record")
    return _entity(body, authority, ("organisation",), doubts)


def _answered(
    authority: Authority, said: Statement, proposal: ProposedRecord, doubts: list[str]
) -> str | None:
    """The id of what it answers; where nobody can be asked, what is proposed."""
    answered = said.responds_to or _offered("What it answers", proposal.responds_to)
    # Taken without being asked for, unlike the body: it is proposed only where the title, or the
    # file itself, names it.
    if not answered and not sys.stdin.isatty():
        return proposal.responds_to
    return _entity(answered, authority, ("consultation", "work"), doubts)


def _rights(said: Statement, proposal: ProposedRecord, doubts: list[str]) -> str:
    rights = said.rights or proposal.rights
    if not rights:
        doubts.append("whose the text is, the file does not say: look at `rights` in its record")
    return rights or _NO_RIGHTS


def _date(said: str) -> str:
    """A date, where it is one.

    Raises:
        AddError: it is none.
    """
    if not FORMATS["known-date"].fits(said):
        raise AddError(
            f"{said!r} is no date: it must be {FORMATS['known-date'].what}",
            where="--date",
            remedy="say it in digits, as much of it as is known",
        )
    return said


def _asked(
    question: str, proposed: str | None, fitting: Callable[[str], str] = str.strip
) -> str | None:
    """What a person answers on a terminal; elsewhere what is proposed.

    Args:
        question: what is asked.
        proposed: the answer, where the person only presses Enter.
        fitting: gives the answer back, or says why it cannot be taken; then it is asked for again.
    """
    if not sys.stdin.isatty():
        return proposed

    def answer(typed: str) -> str:
        try:
            return fitting(typed.strip())
        except ConsultationsError as error:
            raise click.BadParameter(f"{error.what}: {error.remedy}") from error

    answered: str = click.prompt(question, default=proposed, value_proc=answer, err=True)
    return answered or None


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
