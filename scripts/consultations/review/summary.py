"""What a reviewer of a change needs, as Markdown: in the order in which it is decided on.

Words of sources are text that strangers wrote. They stand in code spans and fenced blocks only, so
that no address, picture, heading or name of a person comes out of them on the page of a request.
"""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from consultations.model.permalink import Permalink
from consultations.model.word_changes import marked_words
from consultations.pages.visible import visible
from consultations.review.base import EditionData
from consultations.review.comparison import Comparison, PassageChange
from consultations.review.located import LocatedFinding

_SHOWN = 20
"""Entries of one list that are shown; how many more there are is said."""
_LONGEST = 400
"""Code points of a text that are shown in a list."""
_DRAWN = 10
"""Passages that are drawn to be read beside their source."""
_LINKS_ONLY = "with other links"
_TICKS = re.compile("`+")


@dataclass(frozen=True)
class DocumentReview:
    """One document that a change adds, alters or takes away."""

    comparison: Comparison
    source: str
    """Its text as received, as it is now; empty where it is gone."""
    permalinks: tuple[Permalink, ...]
    """As they are now."""
    given: frozenset[str]
    """Ids that its passages had been given at the base."""
    rights: str
    provenance: str


@dataclass(frozen=True)
class Review:
    """A change, held against the commit at which it began."""

    base: str
    documents: tuple[DocumentReview, ...]
    same: tuple[str, ...]
    """Ids of the documents of which no committed byte has changed."""
    files: tuple[str, ...]
    """Paths that have changed."""
    findings: tuple[LocatedFinding, ...]
    seed: int
    by_its_own_program: bool
    """Whether editions of the base were made by the program as it was then."""


def as_markdown(review: Review) -> str:
    """The review, for a page or a terminal."""
    return "\n\n".join(part for part in _parts(review) if part) + "\n"


def _parts(review: Review) -> Iterator[str]:
    yield f"# Review against {review.base[:12]}"
    yield _overview(review)
    pressing = [f for f in review.findings if f.severity != "note"]
    if pressing:
        yield "## To mend or to waive"
        yield _list(_finding(finding) for finding in pressing)
    for document in review.documents:
        yield from _document(document, review.seed)
    yield "## Everything else"
    yield _elsewhere(review)


def _overview(review: Review) -> str:
    pressing = sum(finding.severity != "note" for finding in review.findings)
    dead = [f for f in review.findings if f.code in ("id-dies", "permalink-dies")]
    states = [_state(document.comparison) for document in review.documents]
    told = [f"{states.count(state)} {state}" for state in ("new", "changed", "gone", _LINKS_ONLY)]
    same = len(review.same)
    lines = [
        f"- Documents: {', '.join(told)}, {same} byte for byte as before.",
        f"- Findings: {pressing} to mend or to waive."
        if pressing
        else "- Findings: none to look at.",
        f"- Ids: {len(dead)} would die." if dead else "- Ids: none dies.",
    ]
    if not review.by_its_own_program:
        lines.append("- Editions of the base were made by the program of this change.")
    return "\n".join(lines)


def _state(comparison: Comparison) -> str:
    if comparison.before is None:
        return "new"
    if comparison.now is None:
        return "gone"
    return _LINKS_ONLY if comparison.before == comparison.now else "changed"


def _document(document: DocumentReview, seed: int) -> Iterator[str]:
    comparison = document.comparison
    yield f"## {comparison.id}: {_state(comparison)}"
    if comparison.now is None:
        yield "Its pages are taken away. See that its id stands in `archive/ids.toml`."
        return
    if _state(comparison) == _LINKS_ONLY:
        yield "Its edition is as it was; its page leads to other places, or to more of them."
        return
    if comparison.before is None:
        yield from _facts(document, comparison.now)
    yield _rules(comparison)
    probable = comparison.new_probable
    if probable:
        yield f"### Probable emendations ({len(probable)})\n\nEach is a guess. Say yes or no."
        yield _list(
            f"{_code(e['before'])} → {_code(e['after'])}: {_code(e['rule'])}, {_code(e['reason'])}"
            for e in probable
        )
    if comparison.before is not None:
        yield from _annotations(comparison)
        yield from _passages(comparison.passages)
    yield _ids(document)
    yield from _drawn(document, comparison.now, seed)


def _facts(document: DocumentReview, now: EditionData) -> Iterator[str]:
    facts = {key: now["metadata"][key] for key in ("title", "organisation", "date", "type")}
    facts |= {"rights": document.rights, "provenance": document.provenance}
    facts |= {"file": now["source"]["file"], "sha256": now["source"]["sha256"]}
    yield "\n".join(f"- {key}: {_code(str(value))}" for key, value in facts.items() if value)
    kinds = ("passages", "footnotes", "questions", "quotations", "citations", "mentions", "gaps")
    yield f"It has {', '.join(f'{len(now[kind])} {kind}' for kind in kinds)}."


def _rules(comparison: Comparison) -> str:
    if not comparison.rules:
        return "No rule makes more or fewer emendations than before."
    rows = [f"| {_code(rule)} | {a} | {b} |" for rule, (a, b) in comparison.rules.items()]
    return "\n".join(["| emendations by | before | now |", "| --- | ---: | ---: |", *rows])


def _annotations(comparison: Comparison) -> Iterator[str]:
    for change in comparison.annotations:
        yield f"### {change.sort}: {len(change.gained)} gained, {len(change.lost)} lost"
        entries = [f"gained {_code(text)}" for text in change.gained[:_SHOWN]]
        entries += [f"lost {_code(text)}" for text in change.lost[:_SHOWN]]
        more = len(change.gained) + len(change.lost) - len(entries)
        yield "\n".join([f"- {entry}" for entry in entries] + ([f"- and {more} more"] * (more > 0)))


def _passages(changes: Sequence[PassageChange]) -> Iterator[str]:
    if changes:
        yield f"### Passages that read otherwise ({len(changes)})"
        yield _list(
            f"{_code(change.id)}: {_code(marked_words(change.words, visible))}"
            for change in changes
        )


def _ids(document: DocumentReview) -> str:
    comparison = document.comparison
    moved = [x.id for x in document.permalinks if x.state == "moved" and x.id in document.given]
    gone = [x.id for x in document.permalinks if x.state == "gone" and x.id in document.given]
    known = {link.id for link in document.permalinks}
    dead = sorted(document.given - known)
    told = [f"{len(comparison.new_passages)} new", f"{len(moved)} lead on to another passage"]
    told += [f"{len(gone)} gone with a reason", f"{len(dead)} forgotten"]
    text = f"Ids of passages: {', '.join(told)}."
    return text + (f" Forgotten: {', '.join(map(_code, dead[:_SHOWN]))}." if dead else "")


def _drawn(document: DocumentReview, now: EditionData, seed: int) -> Iterator[str]:
    """Passages to be read by a person, beside what their source has."""
    passages = [p for p in now["passages"] if p["source"]]
    chosen = random.Random(f"{seed} {document.comparison.id}")  # noqa: S311 (drawn, not secret)
    drawn = set(chosen.sample(range(len(passages)), min(_DRAWN, len(passages))))
    yield f"### {len(drawn)} passages to read, drawn with the seed {seed}"
    for n in sorted(drawn):
        pieces = [document.source[start:end] for start, end in passages[n]["source"]]
        text = "\n".join(map(visible, _clipped("\n".join(pieces)).splitlines()))
        line = document.source.count("\n", 0, passages[n]["source"][0][0]) + 1
        place = f"{_code(passages[n]['id'])}, line {line} of the source"
        reads = _clipped(passages[n]["text"])
        if " ".join(text.split()) == reads:
            yield f"{place}, and reads just so:\n\n{_fenced(text)}"
        else:
            yield f"{place}:\n\n{_fenced(text)}\n\nreads\n\n{_fenced(reads)}"


def _elsewhere(review: Review) -> str:
    folders: dict[str, int] = {}
    for path in review.files:
        parts = path.split("/")
        folder = "/".join(parts[:2]) if parts[0] in ("docs", "archive") else parts[0]
        folders[folder] = folders.get(folder, 0) + 1
    changed = [f"- {_code(folder)}: {count} changed" for folder, count in sorted(folders.items())]
    same = (
        f"Of {len(review.same)} documents no byte has changed, neither under `archive/` nor under "
        "`docs/texts/`: git has the same trees."
    )
    return "\n\n".join([same, "Files by folder:", "\n".join(changed) or "- none"])


def _finding(finding: LocatedFinding) -> str:
    place = ":".join(str(part) for part in (finding.file, finding.line) if part)
    return f"{finding.severity} **{finding.code}** {_code(place)}: {_code(finding.what)}"


def _list(entries: Iterable[str]) -> str:
    found = list(entries)
    more = [f"and {len(found) - _SHOWN} more"] if len(found) > _SHOWN else []
    return "\n".join(f"- {entry}" for entry in [*found[:_SHOWN], *more])


def _clipped(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def _code(text: str) -> str:
    """A text as a code span, on one line."""
    shown = visible(_clipped(text)) or "nothing"
    ticks = "`" * (max(map(len, _TICKS.findall(shown)), default=0) + 1)
    blank = " " if "`" in shown else ""
    return f"{ticks}{blank}{shown}{blank}{ticks}"


def _fenced(text: str) -> str:
    ticks = "`" * max(3, max(map(len, _TICKS.findall(text)), default=0) + 1)
    return f"{ticks}text\n{text}\n{ticks}"
