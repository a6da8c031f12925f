"""What makes an edition of a draft, and what holds it to its promises.

A draft's blocks become passages with ids that last. Once they are annotated, the editor's own
judgements are applied, the edition is held against its source, and findings that the editor has
looked at are taken away.
"""

from collections.abc import Sequence

from consultations.edition.assemble import assemble
from consultations.edition.faithful import is_faithful, require_faithful
from consultations.edition.holes import with_holes_told
from consultations.edition.judgements import judged, with_unused_judgements
from consultations.edition.permalinks import with_permalinks
from consultations.edition.personal_data import with_personal_data_told
from consultations.edition.redacted import with_redactions
from consultations.edition.twins import with_twins
from consultations.edition.waivers import waive
from consultations.errors import SourceError
from consultations.model.draft import Draft
from consultations.model.edition import Edition
from consultations.model.permalink import Permalink


def edition_of(draft: Draft, given: Sequence[Permalink] = ()) -> Edition:
    """The edition of a draft; nothing is known of it yet but its passages and notes.

    Args:
        draft: what the rules made of the source.
        given: the ids that the document's passages were given before.

    Raises:
        SourceError: it has none: all that the source holds is markup.
    """
    edition = assemble(draft)
    if not edition.passages:
        raise SourceError(
            "there are no words in it, only markup",
            where=f"archive/{draft.source.file}",
            remedy="put the document's text in its place, or take the document out",
        )
    return with_permalinks(edition, given)


__all__ = [
    "edition_of",
    "is_faithful",
    "judged",
    "require_faithful",
    "waive",
    "with_holes_told",
    "with_personal_data_told",
    "with_redactions",
    "with_twins",
    "with_unused_judgements",
]
