"""Two editions of a document compared: what was added, what was removed, what reads otherwise."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from consultations.model.word_changes import WordRun, word_runs
from consultations.review.change.base import EditionData

_SORTS = {
    "quotations": "attributed_to",
    "citations": "work",
    "mentions": "entity",
    "links": "url",
    "cross_references": "target",
}
"""Lists of annotations in the data of an edition, each with the key that says what is known."""

EDITOR = "editor"
"""What stands in the place of a rule's name where a person has corrected a text."""


@dataclass(frozen=True, order=True)
class Annotated:
    """An annotation, without its place in its passage."""

    words: str
    known: str
    """The id or address of what the words stand for; empty where that is not known."""
    passage: str


@dataclass(frozen=True)
class AnnotationChange:
    """Annotations of one sort that came or went."""

    sort: str
    gained: tuple[Annotated, ...]
    lost: tuple[Annotated, ...]


@dataclass(frozen=True)
class PassageChange:
    """A passage whose text is another: its words with what was taken out and put in."""

    id: str
    words: tuple[WordRun, ...]


@dataclass(frozen=True)
class Comparison:
    """What a change does to one document. Without `before` it is new; without `now` it is gone."""

    id: str
    before: EditionData | None
    now: EditionData | None
    formerly: str | None = None
    """Its id before, where it was renamed."""

    @property
    def rules(self) -> dict[str, tuple[int, int]]:
        """How many emendations each rule made before and makes now; rules that differ only."""
        then, now = (Counter(e["rule"] for e in self._list(x, "emendations")) for x in self._both)
        counts = {rule: (then[rule], now[rule]) for rule in sorted({*then, *now})}
        return {rule: pair for rule, pair in counts.items() if pair[0] != pair[1]}

    @property
    def new_probable(self) -> list[Mapping[str, Any]]:
        """Emendations that are only probable, and were not there before."""
        return [e for e in self._more(self.before, self.now) if e["certainty"] == "probable"]

    @property
    def errata(self) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]]:
        """Corrections by an editor's hand that were not there before, and those no longer there."""
        new, lost = self._more(self.before, self.now), self._more(self.now, self.before)
        return (
            [e for e in new if e["rule"] == EDITOR],
            [e for e in lost if e["rule"] == EDITOR],
        )

    @property
    def annotations(self) -> Iterator[AnnotationChange]:
        """Each kind with annotations gained or lost."""
        for sort, about in _SORTS.items():
            then, now = (Counter(self._annotations(x, sort, about)) for x in self._both)
            gained, lost = sorted((now - then).elements()), sorted((then - now).elements())
            if gained or lost:
                yield AnnotationChange(sort.replace("_", "-"), tuple(gained), tuple(lost))

    @property
    def passages(self) -> list[PassageChange]:
        """Passages that are in both, under one id, and read otherwise."""
        then = {p["id"]: p["text"] for p in self._list(self.before, "passages")}
        return [
            PassageChange(p["id"], word_runs(then[p["id"]], p["text"]))
            for p in self._list(self.now, "passages")
            if p["id"] in then and then[p["id"]] != p["text"]
        ]

    @property
    def new_passages(self) -> list[str]:
        """Ids of passages that were not there before."""
        then = {p["id"] for p in self._list(self.before, "passages")}
        return [p["id"] for p in self._list(self.now, "passages") if p["id"] not in then]

    @property
    def _both(self) -> tuple[EditionData | None, EditionData | None]:
        return self.before, self.now

    def _more(self, one: EditionData | None, other: EditionData | None) -> list[Mapping[str, Any]]:
        """Emendations that one edition has and the other lacks, or has less often.

        In one and the same source they are told apart by their places, else by what they do.
        """
        placed = one is not None and other is not None and _text_of(one) == _text_of(other)
        left = Counter(_emendation(e, placed=placed) for e in self._list(one, "emendations"))
        more = []
        for e in self._list(other, "emendations"):
            key = _emendation(e, placed=placed)
            if left[key] == 0:
                more.append(e)
            else:
                left[key] -= 1
        return more

    @staticmethod
    def _list(edition: EditionData | None, key: str) -> Sequence[Mapping[str, Any]]:
        return edition[key] if edition else ()

    def _annotations(
        self, edition: EditionData | None, sort: str, about: str
    ) -> Iterator[Annotated]:
        # Without their places: an annotation that only stands elsewhere in its passage, since the
        # words before it were mended, neither came nor went.
        for annotation in self._list(edition, sort):
            yield Annotated(annotation["text"], annotation[about] or "", annotation["passage"])


def _text_of(edition: EditionData) -> tuple[object, ...]:
    """What says that a text is the same. Its files have other paths where it was renamed."""
    return edition["source"]["sha256"], edition["source"]["characters"]


def _emendation(e: Mapping[str, Any], *, placed: bool) -> tuple[object, ...]:
    place = tuple(e["source"]) if placed else ()
    return e["rule"], e["before"], e["after"], e["reason"], place
