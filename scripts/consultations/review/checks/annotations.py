"""Whether every annotation stands at its place and names what there is."""

from collections.abc import Iterable, Iterator

from consultations.model.edition import Edition, Passage
from consultations.model.editor import Redaction
from consultations.model.entity import Authority
from consultations.model.finding import Finding
from consultations.model.source import Locator


def misplaced(edition: Edition) -> Iterator[Finding]:
    """Each annotation whose words are not those of its passage at its place."""
    for annotation in edition.annotations:
        passage = edition.by_id.get(annotation.passage)
        found = passage.text[annotation.start : annotation.end] if passage else ""
        if found != annotation.text:
            yield Finding(
                "annotation-misplaced",
                "error",
                f"a {type(annotation).__name__.lower()} of the passage {annotation.passage} is not "
                "at its place",
                "this is a fault of a rule: please report it with the document",
                place=_begins(passage, edition) if passage else None,
                file=f"archive/{edition.source.text_file}",
                expected=annotation.text,
                found=found,
            )


def unknown_entities(edition: Edition, authority: Authority) -> Iterator[Finding]:
    """Each entity that an annotation names and no authority has."""
    named = {mention.entity: mention.passage for mention in edition.mentions}
    named |= {citation.work: citation.passage for citation in edition.citations}
    named |= {q.speaker: q.passage for q in edition.quotations if q.speaker}
    for entity, passage in sorted(named.items()):
        if entity not in authority.by_id:
            yield Finding(
                "entity-unknown",
                "error",
                f"the passage {passage} names `{entity}`, which no authority has",
                "add an entry to archive/authority/, or take away what names it",
                place=_begins(edition.by_id[passage], edition),
                file=f"archive/{edition.source.text_file}",
            )


def redactions_astray(edition: Edition, redactions: Iterable[Redaction]) -> Iterator[Finding]:
    """Each redaction of a passage whose id this document has never given."""
    # Any id that was ever given: words may be all that a passage had, and its id then leads on.
    given = {permalink.id for permalink in edition.permalinks}
    for redaction in redactions:
        if redaction.passage not in given:
            yield Finding(
                "redaction-leads-nowhere",
                "error",
                f"words are said to be taken out of {redaction.passage}, which is no passage here",
                "give the id of the passage; `consultations redact` writes the entry itself",
                file=f"archive/{edition.id}/redactions.toml",
                found=redaction.passage,
            )


def _begins(passage: Passage, edition: Edition) -> Locator | None:
    """The place in the source at which a passage begins; none of one that an editor has put in."""
    return edition.source.locate(passage.source[0][0]) if passage.source else None
