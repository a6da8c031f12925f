"""The authorities as they were read, kept for as long as no file of them changes."""

from contextlib import suppress

from consultations import intake
from consultations.cache import Cache, digest_of
from consultations.errors import OutputError
from consultations.model.entity import Authority
from consultations.settings import Project

_NAME = "authority"


def read_authority(project: Project) -> Authority:
    """Every entry of the authority files, read and held against their schema when they change.

    To hold the entries of a large archive against it takes longer than to edit a document.

    Raises:
        AuthorityError: as `intake.read_authority`.
    """
    cache = Cache(project.cache)
    made_of = _digest(project)
    kept = cache.get(_NAME, Authority, made_of)
    if kept is not None:
        return kept
    authority = intake.read_authority(project.archive)
    # A file may have been written meanwhile: then nobody can say what was read.
    if _digest(project) == made_of:
        with suppress(OutputError):
            cache.keep(_NAME, authority, made_of)
    return authority


def _digest(project: Project) -> str:
    return digest_of(*intake.authority_files(project.archive))
