"""From a draft to an edition: passages with ids, and what is known about them.

Each annotator finds in one edition and resolves against the authorities; what needs the other
editions as well is resolved once all are there.
"""

from collections.abc import Sequence
from dataclasses import replace

from consultations.annotate.abbreviations import with_abbreviations
from consultations.annotate.assemble import assemble
from consultations.annotate.authors import with_cited_authors
from consultations.annotate.citations import with_citations
from consultations.annotate.connections import connected
from consultations.annotate.cross_references import with_cross_references
from consultations.annotate.judgements import judged, unused_judgements
from consultations.annotate.links import with_links
from consultations.annotate.mentions import with_mentions
from consultations.annotate.permalinks import with_permalinks
from consultations.annotate.questions import with_questions
from consultations.annotate.quotations import with_quotations
from consultations.annotate.references import with_references
from consultations.annotate.short_titles import with_short_titles
from consultations.model.draft import Draft
from consultations.model.edition import Edition
from consultations.model.editor import Judgement
from consultations.model.entity import Authority
from consultations.model.permalink import Permalink


def annotate(
    draft: Draft,
    authority: Authority,
    given: Sequence[Permalink] = (),
    judgements: Sequence[Judgement] = (),
) -> Edition:
    """The edition of one document, with everything that can be known without the others.

    Args:
        draft: what the rules made of the source.
        authority: what is known of the world.
        given: the ids that the document's passages were given before.
        judgements: what the document's editor says of annotations found before.
    """
    edition = with_annotations(with_permalinks(assemble(draft), given), authority)
    return judged(replace(edition, judgements=tuple(judgements)))


def with_annotations(edition: Edition, authority: Authority) -> Edition:
    """The edition, of which the passages and notes are known, with what can be found in it.

    The order matters: a name within an address is none, an abbreviation stands for what the
    document expands it to, what a list of references holds is cited elsewhere and not there, and
    whoever is quoted must have been named.
    """
    edition = with_abbreviations(with_links(with_references(edition)))
    edition = with_short_titles(with_mentions(edition, authority), authority)
    edition = with_citations(edition, authority)
    edition = with_quotations(with_cited_authors(edition, authority), authority)
    return with_cross_references(with_questions(edition, authority))


def resolve(editions: Sequence[Edition], authority: Authority) -> list[Edition]:
    """The editions, in the order given, with what they say of each other and share."""
    resolved = [judged(edition) for edition in connected(editions, authority)]
    return [
        replace(edition, findings=(*edition.findings, *unused_judgements(edition)))
        for edition in resolved
    ]
