"""The editor's judgements: what rules have found and an editor has confirmed or rejected.

A rejected annotation is taken out of the edition's lists and kept in one of its own, so that no
page and no index shows it. The judgement stands in a file and not in the edition: when the rules
find the same annotation at the next build, it is rejected again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from consultations.model.annotation import (
    Annotation,
    Citation,
    CrossReference,
    Link,
    Mention,
    Quotation,
)
from consultations.model.edition import Edition
from consultations.model.editor import AnnotationSort, Judgement
from consultations.model.finding import Finding

Kind = TypeVar("Kind", bound=Annotation)
_SORTS: Mapping[AnnotationSort, type[Annotation]] = {
    "citation": Citation,
    "cross-reference": CrossReference,
    "link": Link,
    "mention": Mention,
    "quotation": Quotation,
}


def judged(edition: Edition) -> Edition:
    """The edition with the state of each annotation that its editor has judged."""
    if not edition.judgements:
        return edition
    judge = _Judge(edition.judgements)
    # Mentions come first, before anything else is rejected: what `judge` holds then are the
    # rejected mentions alone.
    mentions = tuple(judge.stated(edition.mentions))
    # Words that lead elsewhere because they name something lead nowhere if they do not name it.
    unnamed = {(m.passage, m.start, m.end) for m in judge.rejected}
    standing: list[CrossReference] = []
    fallen: list[CrossReference] = []
    for reference in edition.cross_references:
        place = (reference.passage, reference.start, reference.end)
        (fallen if place in unnamed else standing).append(reference)
    judge.rejected += (replace(reference, state="rejected") for reference in fallen)
    edition = replace(
        edition,
        quotations=tuple(judge.stated(edition.quotations)),
        citations=tuple(judge.stated(edition.citations)),
        mentions=mentions,
        links=tuple(judge.stated(edition.links)),
        cross_references=tuple(judge.stated(standing)),
    )
    return replace(edition, rejected=edition.rejected + tuple(judge.rejected))


def with_unused_judgements(edition: Edition) -> Edition:
    """The edition with a finding for each judgement of an annotation that no rule finds."""
    return replace(edition, findings=(*edition.findings, *_unused(edition)))


def _unused(edition: Edition) -> Iterator[Finding]:
    """A finding for each judgement that fits no annotation, as after a mended passage."""
    standing = (*edition.annotations, *edition.rejected)
    for judgement in edition.judgements:
        if not any(_is_about(judgement, annotation) for annotation in standing):
            yield Finding(
                "judgement-unused",
                "warning",
                f"no {judgement.sort} {judgement.text!r} is found in passage {judgement.passage}",
                "take the entry out, or give the passage and the words as they are now",
                file=judgement.entry,
            )


class _Judge:
    """Applies judgements to lists of annotations, and keeps what they reject."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        self._judgements = judgements
        self.rejected: list[Annotation] = []

    def stated(self, annotations: Sequence[Kind]) -> Iterator[Kind]:
        """The annotations with their states, without those that are rejected."""
        for annotation in annotations:
            state = annotation.state
            # Of several judgements of the same words the last one in the file holds.
            for judgement in self._judgements:
                if _is_about(judgement, annotation):
                    state = judgement.state
            if state == "rejected":
                self.rejected.append(replace(annotation, state=state))
            else:
                yield replace(annotation, state=state)


def _is_about(judgement: Judgement, annotation: Annotation) -> bool:
    """Whether an annotation is of this kind and has these words; all such in a passage are."""
    is_of_sort = isinstance(annotation, _SORTS[judgement.sort])
    return is_of_sort and (judgement.passage, judgement.text) == (
        annotation.passage,
        annotation.text,
    )
