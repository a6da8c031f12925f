"""Which work of the authorities an author's name and a year mean: one work, or none."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from consultations.annotate.citations.author_names import AuthorNames, name_key
from consultations.model.entity import Authority, Entity


@dataclass(frozen=True)
class Works:
    """The works of the authorities, found by the author and year with which documents cite them."""

    authority: Authority
    listed: frozenset[str] = frozenset()
    """Ids of the works that the document lists as its references."""

    @cached_property
    def _by_author(self) -> Mapping[str, Sequence[Entity]]:
        found: dict[str, dict[str, Entity]] = {}
        for name, works in self.authority.works_by_author.items():
            found.setdefault(name_key(name), {}).update((work.id, work) for work in works)
        return {name: tuple(works.values()) for name, works in found.items()}

    def is_author(self, name: str) -> bool:
        """Whether a work has an author of this name."""
        return name_key(name) in self._by_author

    def by_authors(self, cited: AuthorNames, year: int, letter: str | None) -> Entity | None:
        """The work that "Marsh and Reed (2004b)" means."""
        dated = [
            work
            for work in self._by_author.get(name_key(cited.names[0]), ())
            if work.year == year and letter in (None, suffix_of(work) or letter)
            if _may_begin(work, cited)
        ]
        return self.only(next(filter(None, self._readings(cited, dated)), ()))

    def _readings(self, cited: AuthorNames, works: Sequence[Entity]) -> Iterator[Sequence[Entity]]:
        """The works that the names may mean, in groups: the likeliest first."""
        led = [work for work in works if led_by(work, cited.names[0])]
        number = len(cited.names)
        if cited.several:
            yield [work for work in led if len(work.authors) > 1]
        elif number > 1:
            yield [work for work in led if len(work.authors) == number]
        else:
            yield [work for work in works if len(work.authors) == 1]
            yield [work for work in works if _is_by_bodies(work)]
            # Its first author alone, of a work that the document itself lists with all of them.
            yield [work for work in led if work.id in self.listed]

    def led_by_of_year(self, name: str, year: int) -> Sequence[Entity]:
        """The works of a year that a person or body of this name wrote alone, or else led."""
        led = [
            work
            for work in self._by_author.get(name_key(name), ())
            if work.year == year and led_by(work, name)
        ]
        return [work for work in led if len(work.authors) == 1] or led

    def one_by(self, cited: AuthorNames, among: Set[str]) -> str | None:
        """Id of the one work here that an author leads, or that bodies wrote; else None."""
        works = [
            work.id
            for work in self._by_author.get(name_key(cited.names[0]), ())
            if work.id in among and _may_begin(work, cited)
            if led_by(work, cited.names[0]) or _is_by_bodies(work)
        ]
        return works[0] if len(works) == 1 else None

    def of_group(self, first: str) -> Entity | None:
        """The work that "Marsh et al" means without a year."""
        works = self._by_author.get(name_key(first), ())
        return self.only([w for w in works if led_by(w, first) and len(w.authors) > 2])

    def only(self, works: Sequence[Entity]) -> Entity | None:
        """The only work there is; of several, the only one in the document's list of references."""
        own = [work for work in works if work.id in self.listed] or list(works)
        return own[0] if len(own) == 1 else None


def _may_begin(work: Entity, cited: AuthorNames) -> bool:
    """Whether a work's first cited author has the initial that a citation gives, if any."""
    key = name_key(cited.names[0])
    given = [a.get("given", "") for a in work.authors if name_key(a.get("family", "")) == key]
    return not cited.initial or any(one[:1] in ("", cited.initial) for one in given)


def _is_by_bodies(work: Entity) -> bool:
    """Whether all its authors are bodies, one of which may stand for all."""
    return all("literal" in author for author in work.authors)


def led_by(work: Entity, name: str) -> bool:
    """Whether the first of a work's authors has this name."""
    first = work.authors[0] if work.authors else {}
    key = name_key(name)
    return key in {
        name_key(written) for written in (first.get("family"), first.get("literal")) if written
    }


def suffix_of(work: Entity) -> str | None:
    """The letter after the year, which tells a work from others of the same author and year."""
    return str(work.csl.get("year-suffix") or "") or None
