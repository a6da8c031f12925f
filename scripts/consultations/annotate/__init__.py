"""From a draft to an edition: passages with ids, and what is known about them."""

from consultations.annotate.assemble import assemble
from consultations.annotate.questions import with_questions
from consultations.model.draft import Draft
from consultations.model.edition import Edition


def annotate(draft: Draft) -> Edition:
    """The edition of one document."""
    return with_questions(assemble(draft))
