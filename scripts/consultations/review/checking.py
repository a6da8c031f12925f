"""Everything that a pull request must satisfy, changing nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from consultations import intake, pipeline, report
from consultations.errors import Refusals
from consultations.kept_patterns import patterns_kept
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.model.finding import Finding
from consultations.review.checks.annotations import misplaced, redactions_astray, unknown_entities
from consultations.review.checks.freshness import lost_ids, stale
from consultations.review.checks.id_files import spoilt_permalinks, with_line, without_ids_of_others
from consultations.review.checks.letters import unseen
from consultations.review.checks.links import dead_links, too_large
from consultations.review.checks.rights import rights_unknown, unnamed_contact
from consultations.review.checks.themes import idle_themes
from consultations.review.located import LocatedFinding, located, refused
from consultations.settings import Project


@dataclass(frozen=True)
class Checked:
    """What was found, in the order in which it is told."""

    documents: int
    findings: tuple[LocatedFinding, ...]
    exit_status: int
    """0 where nothing presses, 1 where something does; of what cannot be read, its kind's own."""


Check = Callable[[Project], Checked]
"""Checks a whole archive."""


def check(project: Project, require_pages: Callable[[Project], None] = lambda _: None) -> Checked:
    """Check the whole archive, its editions and the committed pages against each other.

    Args:
        project: whose archive.
        require_pages: raises a `ConsultationsError` where a page that a person wrote holds what a
            build refuses. Only a room that knows the site can tell, and this one does not.
    """
    # What cannot be read is told alone: all the rest would be held against an archive that is not
    # whole, and would find pages left over and ids lost that are not.
    told = Refusals()
    with patterns_kept(project.cache):
        archive = told.take(pipeline.read, project)
        told.take(require_pages, project)
    if archive is None or told:
        return _refused(told)
    whole = (
        *unseen(project, [project.archive]),
        *_of_redactions(project, archive.editions),
        *lost_ids(archive),
        *idle_themes(archive.authority, archive.found),
        *unnamed_contact(project),
        *stale(project, archive),
        *_of_pages(project, archive),
    )
    return _checked(project, archive.editions, archive.authority, whole)


def check_documents(project: Project, documents: Sequence[str]) -> Checked:
    """Hold some documents by themselves to all that does not need the rest of the archive.

    It takes as long for one document of a thousand as for one of two. Whether pages, links and
    connections are as they should be, only `check` tells.
    """
    told = Refusals()
    with patterns_kept(project.cache):
        authority = told.take(pipeline.read_authority, project)
        made = [
            told.take(pipeline.read_one, project, document, authority)
            for document in report.track(documents, "Checking")
        ]
    if authority is None or told:
        return _refused(told)
    editions = [edition for edition in made if edition]
    folders = [project.archive / document for document in documents]
    of_files = (
        *unseen(project, folders),
        *_of_redactions(project, editions),
        *(told for edition in editions for told in spoilt_permalinks(project, edition)),
    )
    return _checked(project, editions, authority, of_files)


def _checked(
    project: Project, editions: Sequence[Edition], authority: Authority, whole: Iterable[Finding]
) -> Checked:
    by_id = {edition.id: edition for edition in editions}
    own = [without_ids_of_others(project, edition) for edition in editions]
    found = [finding for edition in own for finding in _findings_of(edition, authority)]
    told = tuple(located(with_line(project, x), by_id) for x in (*found, *whole))
    pressing = any(finding.severity != "note" for finding in told)
    return Checked(len(editions), told, 1 if pressing else 0)


def _refused(told: Refusals) -> Checked:
    first = told.together()
    return Checked(0, tuple(map(refused, (first, *first.others))), first.exit_status)


def _findings_of(edition: Edition, authority: Authority) -> Iterator[Finding]:
    """What is found in one document: by rules, and by the checks of its edition."""
    yield from edition.findings
    yield from misplaced(edition)
    yield from unknown_entities(edition, authority)
    yield from rights_unknown(edition)


def _of_redactions(project: Project, editions: Iterable[Edition]) -> Iterator[Finding]:
    for edition in editions:
        redactions = intake.read_redactions(project.archive, edition.id)
        yield from redactions_astray(edition, redactions)


def _of_pages(project: Project, archive: pipeline.Archive) -> Iterator[Finding]:
    generated = pipeline.markdown_files(archive)
    written = {
        path.relative_to(project.docs).as_posix(): text
        for path, text in intake.texts_below(project.docs)
        if path.suffix == ".md"
    }
    # `generated` last: a page in docs/ may be an old one of the same path, which `stale` tells of.
    yield from dead_links({**written, **generated}, generated, intake.site_path(project.root))
    yield from too_large(generated)
