"""What is known about the passages of an edition.

Each annotator finds in one edition and resolves against the authorities. What needs the other
editions as well is resolved once all of them are there.
"""

from consultations.annotate.across.connections import connected
from consultations.annotate.across.other_editions import with_references_to_editions
from consultations.annotate.citations.authors import with_cited_authors
from consultations.annotate.citations.citations import with_citations
from consultations.annotate.citations.cited_again import with_works_cited_again
from consultations.annotate.citations.links import with_links
from consultations.annotate.citations.references import with_references
from consultations.annotate.citations.short_titles import with_short_titles
from consultations.annotate.citations.taken_up import with_works_taken_up
from consultations.annotate.cross_references.cross_references import with_cross_references
from consultations.annotate.gazetteer import Gazetteer, named_by, words_of
from consultations.annotate.names.abbreviations import with_abbreviations
from consultations.annotate.names.called_by_noun import with_names_by_noun
from consultations.annotate.names.mentions import with_mentions
from consultations.annotate.questions.questions import with_questions
from consultations.annotate.quotations.quotations import with_quotations
from consultations.model.edition import Edition
from consultations.model.entity import Authority


def annotate(edition: Edition, authority: Authority) -> Edition:
    """The edition with everything that can be known of it without the other editions.

    The order matters: a name within an address is none, an abbreviation stands for what the
    document expands it to, what a list of references holds is cited elsewhere and not there, and
    whoever is quoted must have been named.

    Args:
        edition: its passages and notes are known.
        authority: what is known of the world, or the part of it that the document can meet.
    """
    edition = with_abbreviations(with_links(with_references(edition)))
    edition = with_short_titles(with_mentions(edition, authority), authority)
    edition = with_names_by_noun(edition, authority)
    edition = with_works_taken_up(edition, authority)
    edition = with_works_cited_again(with_citations(edition, authority), authority)
    edition = with_quotations(with_cited_authors(edition, authority), authority)
    return with_cross_references(with_questions(edition, authority))


__all__ = [
    "Gazetteer",
    "annotate",
    "connected",
    "named_by",
    "with_references_to_editions",
    "words_of",
]
