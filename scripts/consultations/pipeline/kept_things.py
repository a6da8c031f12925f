"""What is made of one edition by itself, kept for as long as the edition stays as it is.

Pages and lists of names are made again for a document that has changed, and for no other: else one
changed document would cost as much as the archive is large.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import TypeVar, cast

from consultations.cache import Cache, digest_of
from consultations.model.edition import Edition
from consultations.model.memo import Memo

Thing = TypeVar("Thing")

_OF_OTHERS = frozenset({"connections", "findings"})
"""Fields of an edition that other editions have a part in, and that few things are made of."""


class KeptThings(Memo):
    """A folder of things that were made of editions."""

    def __init__(self, folder: Path, digests: Mapping[str, str]) -> None:
        """Take the folder; it need not be there yet.

        Args:
            folder: of these things alone.
            digests: of each edition all that it holds, by its id.
        """
        self._folder = folder
        self._digests = digests
        self._kept: dict[str, Cache] = {}

    def __call__(
        self,
        name: str,
        edition: Edition,
        of: Sequence[object],
        make: Callable[[], Thing],
        fits: Callable[[Thing], bool] = lambda _: True,
    ) -> Thing:
        """As `Memo` says.

        Raises:
            OutputError: it cannot be written.
        """
        kept = self._kept_under(name)
        made_of = digest_of(self._digests[edition.id], *of)
        before = cast("Thing | None", kept.get(edition.id, object, made_of))
        if before is not None and fits(before):
            return before
        made = make()
        kept.keep(edition.id, made, made_of)
        return made

    def forget_unasked(self) -> None:
        """Remove what is kept under names that nobody has asked for: an older program did."""
        if self._folder.is_dir():
            for folder in self._folder.iterdir():
                if folder.name not in self._kept:
                    shutil.rmtree(folder, ignore_errors=True)

    def _kept_under(self, name: str) -> Cache:
        """The things of one name; those of documents that are no more are removed first."""
        if name not in self._kept:
            self._kept[name] = Cache(self._folder / name)
            self._kept[name].forget_all_but(self._digests)
        return self._kept[name]


def edition_digests(
    kept: Mapping[str, str], before: Iterable[Edition], after: Iterable[Edition]
) -> Iterator[tuple[str, str]]:
    """The id of each edition, and a digest of all that it holds but what is of other editions.

    To write out a whole edition takes as long as to draw its page. What was kept has a digest
    already, and what the whole archive tells of an edition stands in few fields.

    Args:
        kept: the digest of each edition as it was made or kept, by its id.
        before: those editions.
        after: the same, in the same order, with what only the whole archive can tell of them.
    """
    names = [field.name for field in fields(Edition) if field.name not in _OF_OTHERS]
    for one, other in zip(before, after, strict=True):
        told = [
            (name, getattr(other, name))
            for name in names
            # A field that no stage has touched holds the very same object.
            if getattr(other, name) is not getattr(one, name)
        ]
        yield one.id, digest_of(kept[one.id], told)
