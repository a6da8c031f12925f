"""Bytes in, sources out: the archive as it was received, and what people wrote beside it.

Nothing is trusted that comes from outside. What cannot be taken as it is, is refused with its
place and a remedy; nothing is guessed, mended or skipped.
"""

from consultations.intake.authority import authority_files, read_authority
from consultations.intake.docs import (
    GENERATED_LIMIT,
    files_below,
    page_faults,
    read_written,
    require_docs,
)
from consultations.intake.editor import (
    read_errata,
    read_judgements,
    read_redactions,
    read_stet,
    redactions_as_text,
)
from consultations.intake.folders import document_ids, require_id
from consultations.intake.ids import IDS, former_ids, ids_as_text, is_withdrawn, read_ids
from consultations.intake.permalinks import PERMALINKS, as_text, read_permalinks
from consultations.intake.quality import read_quality
from consultations.intake.releases import SUMS, is_release_number, read_releases, release_files
from consultations.intake.site_settings import (
    names_contact,
    require_pages_of_nav,
    require_settings,
    site_path,
)
from consultations.intake.sources import TEXT_LIMIT, read_archive, read_source
from consultations.intake.validation.files import texts_below
from consultations.intake.written_pages import require_pages

__all__ = [
    "GENERATED_LIMIT",
    "IDS",
    "PERMALINKS",
    "SUMS",
    "TEXT_LIMIT",
    "as_text",
    "authority_files",
    "document_ids",
    "files_below",
    "former_ids",
    "ids_as_text",
    "is_release_number",
    "is_withdrawn",
    "names_contact",
    "page_faults",
    "read_archive",
    "read_authority",
    "read_errata",
    "read_ids",
    "read_judgements",
    "read_permalinks",
    "read_quality",
    "read_redactions",
    "read_releases",
    "read_source",
    "read_stet",
    "read_written",
    "redactions_as_text",
    "release_files",
    "require_docs",
    "require_id",
    "require_pages",
    "require_pages_of_nav",
    "require_settings",
    "site_path",
    "texts_below",
]
