"""What a reviewer of a change needs, as Markdown: in the order in which it is decided on.

Words of sources are text that strangers wrote. They stand in code spans and fenced blocks only, so
that no address, picture, heading or name of a person comes out of them on the page of a request.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from consultations.editing import Hand
from consultations.model.entity import Entity
from consultations.model.ids import GivenIds
from consultations.model.source import Record
from consultations.model.word_changes import marked_words
from consultations.pages.writing.visible import visible
from consultations.review.change.annotation_changes import annotations_changed
from consultations.review.change.base import EditionData
from consultations.review.change.beside import drawn, in_place
from consultations.review.change.by_hand import entries, errata, facts_changed, facts_of
from consultations.review.change.comparison import Comparison, PassageChange
from consultations.review.change.elsewhere import elsewhere, linked
from consultations.review.change.entities import entities_changed
from consultations.review.change.spans import code, listed, some
from consultations.review.change.to_mend import to_mend
from consultations.review.located import LocatedFinding

_LINKS_ONLY = "with other links"
_STATES = ("new", "changed", "renamed", "gone", _LINKS_ONLY)


@dataclass(frozen=True)
class DocumentReview:
    """One document that a change adds, alters or takes away."""

    comparison: Comparison
    source: str
    """Its text as received, as it is now; empty where it is gone."""
    before: Hand
    """What people, or the build before, had written beside it at the base."""
    now: Hand
    """The same as it is now."""
    record_before: Record | None
    """None where there was none, or where it cannot be read any more."""
    record: Record | None
    """None where the document is gone."""


@dataclass(frozen=True)
class Review:
    """A change, held against the commit at which it began."""

    base: str
    documents: tuple[DocumentReview, ...]
    same: tuple[str, ...]
    """Ids of the documents without a changed byte among the committed ones."""
    files: tuple[str, ...]
    """Paths that have changed."""
    findings: tuple[LocatedFinding, ...]
    seed: int
    entities: tuple[Mapping[str, Entity], Mapping[str, Entity]]
    """The entries of the authorities by their ids: as they were, and as they are now."""
    ids: GivenIds
    """As they are now."""
    by_its_own_program: bool
    """Whether editions of the base were made by the program as it was then."""

    @property
    def is_to_mend(self) -> bool:
        """Whether a finding is to be mended or waived, or an id of a passage to be brought back."""
        pressing = any(finding.severity != "note" for finding in self.findings)
        return pressing or any(map(_forgotten, self.documents))


def as_markdown(review: Review) -> str:
    """The review, for a page or a terminal."""
    return "\n\n".join(part for part in _parts(review) if part) + "\n"


def _parts(review: Review) -> Iterator[str]:
    yield f"# Review against {review.base[:12]}"
    yield _overview(review)
    yield to_mend(review.findings)
    # Before the documents, whose mentions are other ones for what has changed here.
    yield entities_changed(*review.entities, review.ids)
    only_links = [document for document in review.documents if _state(document) == _LINKS_ONLY]
    for document in review.documents:
        if document not in only_links:
            yield from _document(document, review.seed, review.ids)
    stale = {f.file for f in review.findings if f.code == "page-stale"}
    yield linked([document.comparison.id for document in only_links], stale)
    yield "## Everything else"
    yield elsewhere(review.files, review.same)


def _overview(review: Review) -> str:
    pressing = sum(finding.severity != "note" for finding in review.findings)
    states = [_state(document) for document in review.documents]
    told = [f"{states.count(state)} {state}" for state in _STATES]
    same = len(review.same)
    lines = [
        f"- Documents: {', '.join(told)}, {same} byte for byte as before.",
        f"- Findings: {pressing} to mend or to waive."
        if pressing
        else "- Findings: none to look at.",
        _lost(review),
    ]
    if not review.by_its_own_program:
        lines.append("- Editions of the base were made by the program of this change.")
    return "\n".join(lines)


def _lost(review: Review) -> str:
    dead = sum(f.code in ("id-dies", "permalink-dies") for f in review.findings)
    forgotten = sum(len(_forgotten(document)) for document in review.documents)
    told = [f"{dead} would die"] if dead else []
    # Of an id that has lost its line in permalinks.tsv only the commit before knows.
    told += [f"**{forgotten} forgotten: their lines are no longer in permalinks.tsv**"] * (
        forgotten > 0
    )
    return f"- Ids: {', '.join(told) or 'none dies'}."


def _state(document: DocumentReview) -> str:
    comparison = document.comparison
    if comparison.before is None:
        return "new"
    if comparison.now is None:
        return "gone"
    if comparison.formerly:
        return "renamed"
    as_it_was = comparison.before == comparison.now and document.record_before == document.record
    by_hand = any(entries(document.before, document.now)) or _forgotten(document)
    if as_it_was and not by_hand:
        return _LINKS_ONLY
    return "changed"


def _document(document: DocumentReview, seed: int, ids: GivenIds) -> Iterator[str]:
    comparison = document.comparison
    yield f"## {comparison.id}: {_state(document)}"
    if former := comparison.formerly:
        moved = ids.moved[former]
        yield f"It was {code(former)}, whose links lead on to it: {code(moved.reason)}"
    if comparison.now is None:
        yield f"Its pages are taken away. {_became(document, ids)}"
        return
    if comparison.before is None:
        yield from _facts(document, comparison.now)
    else:
        yield facts_changed(document.record_before, document.record)
    yield _rules(comparison)
    yield from errata(comparison, document.source)
    yield from entries(document.before, document.now)
    probable = comparison.new_probable
    if probable:
        yield f"### Probable emendations ({len(probable)})\n\nEach is a guess. Say yes or no."
        yield listed(
            f"{in_place(e, document.source)}: {code(e['rule'])}, {code(e['reason'])}"
            for e in probable
        )
    yield from annotations_changed(comparison)
    yield from _passages(comparison.passages)
    yield _ids(document)
    yield from drawn(comparison, document.source, seed)


def _became(document: DocumentReview, ids: GivenIds) -> str:
    """What `archive/ids.toml` says about a document that is gone."""
    id_ = document.comparison.id
    before = document.comparison.before
    title = f"It was {code(before['metadata']['title'])}. " if before else ""
    if id_ in ids.withdrawn:
        withdrawal = ids.withdrawn[id_]
        return f"{title}It was withdrawn on {code(withdrawal.withdrawn)}: {code(withdrawal.reason)}"
    if id_ in ids.moved:
        return f"{title}Its id leads to {code(ids.leading[id_])}: {code(ids.moved[id_].reason)}"
    return f"{title}**Nothing in `archive/ids.toml` says what became of it.**"


def _facts(document: DocumentReview, now: EditionData) -> Iterator[str]:
    facts = facts_of(document.record)
    facts |= {"file": now["source"]["file"], "sha256": now["source"]["sha256"]}
    yield "\n".join(f"- {key}: {code(value)}" for key, value in facts.items() if value)
    kinds = ("passages", "footnotes", "questions", "quotations", "citations", "mentions", "gaps")
    yield f"It has {', '.join(_counted(len(now[kind]), kind) for kind in kinds)}."


def _counted(number: int, things: str) -> str:
    return f"{number} {things.removesuffix('s') if number == 1 else things}"


def _rules(comparison: Comparison) -> str:
    if not comparison.rules:
        return "No rule makes more or fewer emendations than before."
    if comparison.before is None:
        rows = [f"| {code(rule)} | {now} |" for rule, (_, now) in comparison.rules.items()]
        return "\n".join(["| emendations by | number |", "| --- | ---: |", *rows])
    rows = [f"| {code(rule)} | {a} | {b} |" for rule, (a, b) in comparison.rules.items()]
    return "\n".join(["| emendations by | before | now |", "| --- | ---: | ---: |", *rows])


def _passages(changes: Sequence[PassageChange]) -> Iterator[str]:
    if changes:
        yield f"### Passages that read otherwise ({len(changes)})"
        yield listed(
            f"{code(change.id)}: {code(marked_words(change.words, visible))}" for change in changes
        )


def _ids(document: DocumentReview) -> str:
    given = {link.id for link in document.before.given}
    states = Counter(link.state for link in document.now.given if link.id in given)
    told = [f"{len(document.comparison.new_passages)} new"]
    told += [
        f"{states['moved']} lead on to another passage",
        f"{states['gone']} gone with a reason",
    ]
    dead = _forgotten(document)
    told.append(f"{len(dead)} forgotten")
    text = f"Ids of passages: {', '.join(told)}."
    return text + (f" Forgotten: {some(dead)}." if dead else "")


def _forgotten(document: DocumentReview) -> list[str]:
    """Ids that the file of ids had at the base and has no longer; of a document that is here."""
    if document.comparison.now is None:
        return []
    return sorted({x.id for x in document.before.given} - {x.id for x in document.now.given})
