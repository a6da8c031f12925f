"""A change of an archive, held against the commit at which it began."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from consultations import intake
from consultations.editing import Copy, Hand, read_copy
from consultations.errors import ConsultationsError
from consultations.model.entity import Authority
from consultations.model.ids import GivenIds, living_ids
from consultations.review.change.base import (
    Base,
    EditionData,
    editions_now,
    editions_then,
    find_base,
    tree,
)
from consultations.review.change.comparison import Comparison
from consultations.review.change.summary import DocumentReview, Review
from consultations.review.checking import Check, check
from consultations.settings import Project

_NO_HAND = Hand((), (), (), (), ())


def review(project: Project, name: str, seed: int | None = None, check: Check = check) -> Review:
    """What a reviewer needs to know of the change from another commit to the files as they are.

    Args:
        project: kept with git.
        name: the commit or branch that the change is to be merged into.
        seed: with which passages are drawn; of itself it comes from the base and the change.
        check: whose findings are told.

    Raises:
        ReviewError: there is no such commit.
        ConsultationsError: a changed document cannot be read.
    """
    base = find_base(project, name)
    checked = check(project)
    known = _documents(project.archive)
    known_now = _authority(project.archive)
    ids = _ids(project, known_now)
    with tree(project, base) as root:
        archive = root / "archive"
        known_before = _documents(archive)
        changed = _changed(known | known_before, base)
        then, own = editions_then(root, changed)
        copies = {id_: _copy_then(archive, id_) for id_ in changed}
        known_then = _authority(archive)
    former = _renamed(ids, known_before, known)
    comparisons = _comparisons(changed, former, then, editions_now(project, changed))
    return Review(
        base=base.commit,
        documents=tuple(_document(project, x, copies[x.formerly or x.id]) for x in comparisons),
        same=tuple(sorted((known | known_before) - set(changed))),
        files=base.changed,
        findings=checked.findings,
        entities=(known_then.by_id, known_now.by_id),
        ids=ids,
        seed=seed if seed is not None else int(base.commit[:6], 16),
        by_its_own_program=own,
    )


def _renamed(ids: GivenIds, before: Collection[str], now: Collection[str]) -> dict[str, str]:
    """The id before of each document that bears another now: of two that became one, the first."""
    found: dict[str, str] = {}
    for old, new in sorted(ids.leading.items()):
        if old in before and old not in now and new in now and new not in before:
            found.setdefault(new, old)
    return found


def _comparisons(
    changed: Sequence[str],
    former: Mapping[str, str],
    then: Mapping[str, EditionData],
    now: Mapping[str, EditionData],
) -> Iterator[Comparison]:
    """Each document that a change has to do with; one that was renamed under its new id alone."""
    for id_ in changed:
        old = former.get(id_)
        if (id_ in then or id_ in now) and id_ not in former.values():
            yield Comparison(id_, then.get(old or id_), now.get(id_), old)


def _changed(documents: Collection[str], base: Base) -> list[str]:
    """Ids of the documents with a changed byte among the committed ones, in order."""
    found = set()
    for path in base.changed:
        parts = path.split("/")
        if parts[0] == "archive" and len(parts) > 2:
            found.add(parts[1])
        # A page changes with other documents too: its foot leads to what they have in common.
        elif parts[:2] == ["docs", "texts"] and len(parts) > 3:
            found.add(parts[2])
    return sorted(found & set(documents))


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


def _copy_then(archive: Path, document: str) -> Copy | None:
    """A document's source and what stood beside it; None where there was none that can be read."""
    try:
        return read_copy(archive, document)
    except ConsultationsError:
        return None  # what was merged is not this change's to mend


def _document(project: Project, comparison: Comparison, before: Copy | None) -> DocumentReview:
    now = None
    if comparison.now is not None:
        now = read_copy(project.archive, comparison.id)
    return DocumentReview(
        comparison=comparison,
        source=now.source.text if now else "",
        before=before.hand if before else _NO_HAND,
        now=now.hand if now else _NO_HAND,
        record_before=before.source.record if before else None,
        record=now.source.record if now else None,
    )
