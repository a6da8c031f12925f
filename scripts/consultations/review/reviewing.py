"""A change of an archive, held against the commit at which it began."""

from pathlib import Path

from consultations import intake
from consultations.errors import ConsultationsError
from consultations.model.entity import Authority
from consultations.model.ids import GivenIds, living_ids
from consultations.review.base import (
    Base,
    editions_now,
    editions_then,
    find_base,
    tree,
)
from consultations.review.checking import check
from consultations.review.comparison import Comparison
from consultations.review.summary import DocumentReview, Review
from consultations.settings import Project


def review(project: Project, name: str, seed: int | None = None) -> Review:
    """What a reviewer needs to know of the change from another commit to the files as they are.

    Args:
        project: kept with git.
        name: the commit or branch that the change is to be merged into.
        seed: with which passages are drawn; of itself it comes from the base and the change.

    Raises:
        ReviewError: there is no such commit.
        ConsultationsError: a changed document cannot be read.
    """
    base = find_base(project, name)
    checked = check(project)
    with tree(project, base) as before:
        changed = _changed(project, before, base)
        then, own = editions_then(before, changed)
        given = {id_: _given(before / "archive", id_) for id_ in changed}
        known_then = _authority(before / "archive")
        known = _documents(before / "archive") | _documents(project.archive)
    known_now = _authority(project.archive)
    now = editions_now(project, changed)
    return Review(
        base=base.commit,
        documents=tuple(
            _document(project, Comparison(id_, then.get(id_), now.get(id_)), given[id_])
            for id_ in changed
            if id_ in then or id_ in now
        ),
        same=tuple(sorted(known - set(changed))),
        files=base.changed,
        findings=checked.findings,
        entities=(known_then.by_id, known_now.by_id),
        ids=_ids(project, known_now),
        seed=seed if seed is not None else int(base.commit[:6], 16),
        by_its_own_program=own,
    )


def _changed(project: Project, before: Path, base: Base) -> list[str]:
    """Ids of the documents of which a committed byte differs, in order."""
    documents = _documents(before / "archive") | _documents(project.archive)
    found = set()
    for path in base.changed:
        parts = path.split("/")
        if parts[0] == "archive" and len(parts) > 2:
            found.add(parts[1])
        # A page changes with other documents too: its foot leads to what they have in common.
        elif parts[:2] == ["docs", "texts"] and len(parts) > 3:
            found.add(parts[2])
    return sorted(found & documents)


def _authority(archive: Path) -> Authority:
    """The authorities; none where they cannot be read."""
    try:
        return intake.read_authority(archive)
    except ConsultationsError:
        return Authority()  # what is wrong with those of now, `check` tells


def _ids(project: Project, authority: Authority) -> GivenIds:
    """What became of ids that bear nothing now."""
    try:
        return intake.read_ids(
            project.archive, living_ids(sorted(_documents(project.archive)), authority)
        )
    except ConsultationsError:
        return GivenIds()  # likewise


def _documents(archive: Path) -> set[str]:
    return {record.parent.name for record in archive.glob("*/record.toml")}


def _given(archive: Path, document: str) -> frozenset[str]:
    if not (archive / document).is_dir():
        return frozenset()
    return frozenset(link.id for link in intake.read_permalinks(archive, document))


def _document(project: Project, comparison: Comparison, given: frozenset[str]) -> DocumentReview:
    if comparison.now is None:
        return DocumentReview(comparison, "", (), given, "", "")
    source = intake.read_source(project.archive, comparison.id)
    return DocumentReview(
        comparison=comparison,
        source=source.text,
        permalinks=intake.read_permalinks(project.archive, comparison.id),
        given=given,
        rights=source.record.rights,
        provenance=source.record.provenance,
    )
