"""Some documents as they are now, before the rest of the archive has been made anew.

A person who corrects a document wants to see it at once. What it takes to make the edition of that
document and its pages is a small part of what the whole archive takes.
"""

from collections.abc import Collection
from operator import attrgetter
from pathlib import Path

from consultations import intake, pages
from consultations.editing import read_copy
from consultations.model.release import Releases, edition_name, text_of
from consultations.pipeline import (
    Prepared,
    editions_of,
    kept_editions,
    permalinks_file,
    put_all,
    read_authority,
    rendered_pages,
    with_whole_archive,
)
from consultations.placing import exclusive
from consultations.settings import find_project


def prepare_first(root: Path, documents: Collection[str]) -> Prepared:
    """Make the pages of some documents, and put them in place under docs/.

    The other documents are as a build last kept them. So what these pages say of others may be of
    an older state: they are shown until `prepare` has made everything, and are never published.

    Args:
        root: the project's folder, or any below it.
        documents: their ids.

    Returns:
        The pages, with data and heads of these documents alone.

    Raises:
        ConsultationsError: what cannot be taken from the archive, or put in place.
    """
    project = find_project(root)
    with exclusive(project.cache):
        authority = read_authority(project)
        copies = [read_copy(project.archive, document, authority) for document in documents]
        kept = kept_editions(project, authority)
        now = {edition.id: edition for edition in editions_of(copies, kept)}
        others = (id_ for id_ in intake.document_ids(project.archive) if id_ not in now)
        last = map(kept.last, others)
        every = sorted([*now.values(), *filter(None, last)], key=attrgetter("id"))
        register = pages.Register(with_whole_archive(every, authority), authority)
        editions = [edition for edition in register.editions if edition.id in now]
        releases = Releases(intake.read_releases(project.releases, None))
        drawn = pages.document_pages(register, editions, releases, kept.parts)
        put_all({project.docs / path: text.encode() for path, text in drawn.items()})
        put_all(dict(permalinks_file(project.archive, edition) for edition in editions))
        versions = {
            edition.id: edition_name(releases.of(edition.id), text_of(edition, authority))
            for edition in editions
        }
        heads = pages.page_heads(register, versions)
        return Prepared(
            pages=drawn,
            files={name: text.encode() for name, text in map(pages.edition_file, editions)},
            heads={path: heads[path] for path in drawn if path in heads},
            client_facts={edition.id: pages.client_facts(edition) for edition in editions},
            drawings=pages.drawings(every, authority, {}),
            own={},
            changed={},
            rendered=rendered_pages(project),
        )
