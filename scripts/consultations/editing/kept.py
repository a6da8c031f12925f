"""Editions that one build keeps for the next, each until something changes that it was made of.

An edition is made of its source, of what people wrote beside it, and of the part of the authorities
that its words can meet. Its words are kept beside it, so that a new entry is looked for among them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from consultations.annotate import Gazetteer, named_by, words_of
from consultations.cache import Cache, digest_of
from consultations.editing.making import Copy
from consultations.edition import is_faithful
from consultations.model.edition import Edition
from consultations.model.entity import Authority


@dataclass(frozen=True)
class _KeptEdition:
    """An edition, and what decides whether it is the one that would be made now."""

    edition: Edition
    words: str
    """In the order of their letters, with a blank between them."""
    known: str
    """The digest of the part of the authorities that these words can meet."""


class KeptEditions:
    """A folder of editions, and the authorities that they must have been annotated with."""

    def __init__(self, folder: Path, authority: Authority) -> None:
        """Take the folder; it need not be there yet."""
        self.authority = authority
        self._cache = Cache(folder)
        self._gazetteer = Gazetteer(authority)
        self._digests = {entity.id: digest_of(entity) for entity in authority.entities}
        self.parts: dict[str, Authority] = {}
        """The part of the authorities with which each edition was annotated, by its id."""
        self.digests: dict[str, str] = {}
        """For each edition that was taken or kept, by its id, a digest of all that it was made
        of."""

    def get(self, copy: Copy) -> Edition | None:
        """The edition that was kept, where nothing has changed that it was made of."""
        made_of = digest_of(copy.source, copy.hand)
        kept = self._cache.get(copy.source.id, _KeptEdition, made_of)
        if kept is None or self._known(copy, frozenset(kept.words.split(" "))) != kept.known:
            return None
        # The first law is held at each build, of what was kept as well.
        if not is_faithful(kept.edition):
            return None
        self.digests[copy.source.id] = digest_of(made_of, kept.known)
        return kept.edition

    def keep(self, copy: Copy, edition: Edition) -> None:
        """Keep an edition that was made of a copy.

        Raises:
            OutputError: it cannot be written.
        """
        # Next time the ids of this edition are those that were given before.
        hand = replace(copy.hand, given=edition.permalinks)
        words = words_of(edition)
        made_of, known = digest_of(copy.source, hand), self._known(copy, words)
        kept = _KeptEdition(edition, " ".join(sorted(words)), known)
        self._cache.keep(copy.source.id, kept, made_of)
        self.digests[copy.source.id] = digest_of(made_of, known)

    def last(self, document: str) -> Edition | None:
        """The edition of a document that was last kept, whatever it was made of.

        It may be of an older state of the archive or of the program: to be shown for a moment,
        never to be published.
        """
        kept = self._cache.last(document, _KeptEdition)
        return kept.edition if kept is not None else None

    def forget_all_but(self, documents: Iterable[str]) -> None:
        """Remove the editions of other documents."""
        self._cache.forget_all_but(documents)

    def _known(self, copy: Copy, words: frozenset[str]) -> str:
        part = self._gazetteer.part(words, named_by(copy.source.record))
        self.parts[copy.source.id] = part
        return digest_of(*(self._digests[entity.id] for entity in part.entities))
