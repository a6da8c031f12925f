"""Releases of an archive: its editions as they were on a day, numbered, and kept as they were."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256

from consultations.model.edition import Edition, Passage
from consultations.model.entity import Authority

_PREFIX = 7
"""Digits of a digest that a reference says, as git's short names of commits have them."""


@dataclass(frozen=True)
class ReleasedText:
    """The words of a document as an edition of it was released."""

    document: str
    """The id that the document had then."""
    edition: int
    """Counted from 1 for each document. It is one more only where the words have changed. 0: it has
    no number yet, as the words of today have none before they are released."""
    title: str
    by: str
    """The document's authors and their body, as far as they were known."""
    date: str
    """Of the document, as precise as its record had it."""
    language: str
    passages: tuple[Passage, ...]
    """Without places in the source; the marker of a note is the note's label."""

    @cached_property
    def by_id(self) -> Mapping[str, Passage]:
        """The passages by their ids."""
        return {passage.id: passage for passage in self.passages}

    @cached_property
    def prefix(self) -> str:
        """The first digits of a SHA-256 of the same words and facts that `has_words_of` compares.

        So whoever has a reference can see whether the words are still those that were cited, also
        where nothing was released.
        """
        passages = (
            (p.id, p.kind, p.text, p.level, p.marker, p.depth, p.rows) for p in self.passages
        )
        said = json.dumps([self.title, self.by, self.date, *passages], ensure_ascii=False)
        return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_PREFIX]

    def has_words_of(self, other: "ReleasedText") -> bool:
        """Whether another text has the same words and facts, whatever its number."""
        return self.passages == other.passages and (self.title, self.by, self.date) == (
            other.title,
            other.by,
            other.date,
        )


@dataclass(frozen=True)
class Release:
    """An archive as it was released once."""

    number: str
    """One to three whole numbers with points between them: `4`, `2026.1`."""
    day: str
    """On which it was released, as ISO 8601."""
    editions: Mapping[str, int]
    """For every document that the archive had, by its id, the number of its edition."""
    texts: tuple[ReleasedText, ...]
    """The editions that are new with this release, but for what was taken down since."""

    @property
    def order(self) -> tuple[int, ...]:
        """What releases are put in order by."""
        return release_order(self.number)


@dataclass(frozen=True)
class ReleasedEdition:
    """An edition with the release that it came with."""

    text: ReleasedText
    release: Release

    @property
    def name(self) -> str:
        """What a reference calls it: `edition 2 (release 2026.1, 3f9a2c1)`."""
        return f"edition {self.text.edition} (release {self.release.number}, {self.text.prefix})"


@dataclass(frozen=True)
class Releases:
    """Every release of an archive, from the first to the last."""

    all: tuple[Release, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)
    """Ids of documents that were renamed or merged, each with the id that it leads to."""

    @property
    def last(self) -> Release | None:
        """The newest; None where nothing was released yet."""
        return self.all[-1] if self.all else None

    @cached_property
    def _by_document(self) -> Mapping[str, tuple[ReleasedEdition, ...]]:
        found: dict[str, list[ReleasedEdition]] = {}
        for release in self.all:
            for text in release.texts:
                bearer = self.moved.get(text.document, text.document)
                found.setdefault(bearer, []).append(ReleasedEdition(text, release))
        return {bearer: tuple(editions) for bearer, editions in found.items()}

    @property
    def numbers(self) -> Mapping[str, set[int]]:
        """For every document that was released, its editions' numbers, withdrawn or not."""
        found: dict[str, set[int]] = {}
        for release in self.all:
            for document, number in release.editions.items():
                found.setdefault(document, set()).add(number)
        return found

    def of(self, document: str) -> tuple[ReleasedEdition, ...]:
        """The released editions of a document that are kept, from the first to the last."""
        return self._by_document.get(document, ())

    def left_with(self, release: Release) -> list[str]:
        """Ids of documents that left the archive with a release.

        The release before has them and this one has not, under any id.
        """
        at = [one.number for one in self.all].index(release.number)
        before = self.all[at - 1].editions.keys() if at else ()
        now = release.editions
        return sorted(id_ for id_ in before if id_ not in now and self.moved.get(id_) not in now)

    def __iter__(self) -> Iterator[ReleasedEdition]:
        """Every edition that is kept, document by document."""
        for document in sorted(self._by_document):
            yield from self._by_document[document]

    def changed_on(self, now: ReleasedText) -> str | None:
        """The day on which today's words were released; None where they have not been yet."""
        released = self.of(now.document)
        if not released or not released[-1].text.has_words_of(now):
            return None
        return released[-1].release.day


def release_order(number: str) -> tuple[int, ...]:
    """What releases are put in order by: `2026.10` comes after `2026.9`."""
    return tuple(map(int, number.split(".")))


def edition_name(released: Sequence[ReleasedEdition], now: ReleasedText) -> str:
    """What a reference calls the edition of today.

    `edition 3f9a2c1`, where none was released; as `ReleasedEdition.name`, where these words were;
    `edition 3f9a2c1, changed since edition 2 (release 2026.1, b04d9e2)`, where others were.

    Args:
        released: the editions of the document, from the first to the last.
        now: its words today.
    """
    if not released:
        return f"edition {now.prefix}"
    last = released[-1]
    if last.text.has_words_of(now):
        return last.name
    return f"edition {now.prefix}, changed since {last.name}"


def text_of(edition: Edition, authority: Authority) -> ReleasedText:
    """The words of an edition as a release keeps them; it has no number yet.

    Args:
        edition: of the archive as it is now.
        authority: the name of the document's body.
    """
    record = edition.source.record
    labels = {note.passage: note.label for note in edition.footnotes}
    # Only what a reader sees is kept. With the places in the source, an edition would count as
    # changed where a rule had only found another way to the same words.
    return ReleasedText(
        document=edition.id,
        edition=0,
        title=record.title,
        by=authority.byline(record),
        date=record.date,
        language=record.language,
        passages=tuple(
            Passage(
                passage.id,
                passage.kind,
                passage.text,
                (),
                level=passage.level,
                marker=labels.get(passage.id, passage.marker),
                depth=passage.depth,
                rows=passage.rows,
            )
            for passage in edition.passages
        ),
    )


def with_next_numbers(releases: Releases, texts: Sequence[ReleasedText]) -> list[ReleasedText]:
    """Texts of today, each with the number that it has, or will have, as an edition."""
    return [_with_next_number(releases, text) for text in texts]


def _with_next_number(releases: Releases, text: ReleasedText) -> ReleasedText:
    released = releases.of(text.document)
    if not released:
        return replace(text, edition=1)
    # Not simply the number of the newest: where two documents were merged, each had its own count.
    last = max(one.text.edition for one in released)
    same = released[-1].text.document == text.document and released[-1].text.has_words_of(text)
    return replace(text, edition=released[-1].text.edition if same else last + 1)
