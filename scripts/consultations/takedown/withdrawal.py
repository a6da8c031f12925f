"""A document is taken down whole, and leaves a tombstone."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from consultations import intake, pipeline
from consultations.errors import TakedownError
from consultations.intake.validation.shapes import near
from consultations.model.edition import Edition
from consultations.model.ids import Withdrawal
from consultations.model.text import squeeze
from consultations.placing import exclusive, put, writing
from consultations.settings import Project
from consultations.takedown.finishing import finishing
from consultations.takedown.released import take_out_documents
from consultations.takedown.remains import Remnant, remnants


def withdraw(project: Project, document: str, reason: str, day: date) -> list[Remnant]:
    """Take a document out of the archive and of every generated page, and leave a tombstone.

    Stopped at any moment, the document is there as before or withdrawn; the same command then
    finishes what was begun.

    Returns:
        Where its words still stand, outside of what other documents say.

    Raises:
        TakedownError: there is no such document, or no reason is given.
        ConsultationsError: what cannot be read or written.
    """
    if not reason.strip():
        raise TakedownError(
            "a withdrawal needs a reason",
            where=f"archive/{document}",
            remedy="say --reason: one sentence, which is published on the tombstone",
        )
    intake.require_id(project.archive, document)
    folder = project.archive / document
    with exclusive(project.cache):
        if _is_finished(project, folder):
            return []
        archive = pipeline.read(project)
        edition = next((e for e in archive.editions if e.id == document), None)
        if edition is None:
            raise _unknown(document, archive)
        others = [e.source.text for e in archive.editions if e.id != document]
        facts = _facts(edition, archive, reason, day)
        withdrawn = {**archive.ids.withdrawn, document: facts}
        ids = intake.ids_as_text(replace(archive.ids, withdrawn=withdrawn))
        # The folder is set aside first and removed last: until then pages may have its words. If
        # this is stopped between the two, the register of ids says whether to go back or to go on;
        # `_is_finished` does that.
        with writing(folder, f"the document {document}"):
            folder.rename(_aside(folder))
            try:
                put(project.archive / intake.IDS, ids.encode())
            except BaseException:  # also when a person stops it with Ctrl-C
                _aside(folder).rename(folder)
                raise
        _finish(project, folder)
    # The tombstone says these, and may; in the register they stand beside its keys, as in the head
    # of a file of Markdown: `title = "…"`.
    told = [facts.title, facts.reason, facts.by or "", ids]
    return remnants(project, [edition.source.text], known=[*others, *told])


def _finish(project: Project, folder: Path) -> None:
    """Take a document that is withdrawn out of every release and page, and remove its folder."""
    document = folder.name
    with finishing(f"{document} is withdrawn"), writing(_aside(folder), "the archive"):
        take_out_documents(project, {document, *intake.former_ids(project.archive, document)})
        pipeline.forget_pages(project)
        pipeline.prepare(project.root)
        shutil.rmtree(_aside(folder))


def _aside(folder: Path) -> Path:
    """Where the folder is while the register of ids is written: no document's id has a dot."""
    return folder.with_name(f".{folder.name}.withdrawn")


def _is_finished(project: Project, folder: Path) -> bool:
    """Finish or undo what a withdrawal that was stopped has begun; whether it was finished."""
    aside = _aside(folder)
    if not aside.is_dir():
        return False
    if intake.is_withdrawn(project.archive, folder.name):
        _finish(project, folder)
        return True
    with writing(folder, "the archive"):
        aside.rename(folder)
    return False


def _facts(edition: Edition, archive: pipeline.Archive, reason: str, day: date) -> Withdrawal:
    record = edition.source.record
    return Withdrawal(
        title=record.title,
        withdrawn=day.isoformat(),
        reason=squeeze(reason),
        by=archive.authority.byline(record) or None,
        date=record.date,
        type=record.type,
    )


def _unknown(document: str, archive: pipeline.Archive) -> TakedownError:
    documents: Sequence[str] = [edition.id for edition in archive.editions]
    if entry := archive.ids.withdrawn.get(document):
        what = f"`{document}` was withdrawn on {entry.withdrawn}"
    elif document in archive.ids.leading:
        what = f"`{document}` has moved: it is `{archive.ids.leading[document]}` now"
    else:
        what = f"there is no document `{document}`{near(document, documents)}"
    return TakedownError(
        what, where=f"archive/{document}", remedy="see `archive/` for the ids that there are"
    )
