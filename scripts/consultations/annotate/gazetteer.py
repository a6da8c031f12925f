"""The part of the authorities that a document can meet, told by its words alone.

An edition is annotated with this part and nothing else. So an entry that is added, changed or taken
away makes another edition only of a document that has its words, and an edition that was kept is
the one that would be made anew.

The part may hold too much and never too little. Whatever finds an entity goes by one of its
wordings, by the family name of a person, or by the author of a work; so all words of one of these
stand in the document, or the entry is of no account for it. An editor may have named it as well.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property

from consultations import patterns as re
from consultations.annotate.citations.short_titles import main_title
from consultations.model.edition import Edition
from consultations.model.entity import Authority, Entity
from consultations.model.lexicon import without_accents
from consultations.model.source import Record

_LETTERS = re.compile(r"[^\W\d_]+")
_NEITHER_HERE_NOR_THERE = frozenset({"and"})
"""Words of a name for which a document may write a sign: `&`."""


def words_of(edition: Edition) -> frozenset[str]:
    """The words by which a document can meet entities: those of its passages and of its record."""
    record = edition.source.record
    texts = (passage.text for passage in edition.passages)
    return _words("\n".join((*texts, record.title, *record.authors)))


def named_by(record: Record) -> tuple[str, ...]:
    """The ids of the entities that a document's record names."""
    return tuple(filter(None, (record.organisation, record.responds_to)))


class Gazetteer:
    """Entities, ready to be looked up by the words of a document."""

    def __init__(self, authority: Authority) -> None:
        """Take what is known of the world."""
        self._authority = authority
        self._order = {entity.id: n for n, entity in enumerate(authority.entities)}

    def part(self, words: Set[str], named: Iterable[str]) -> Authority:
        """The entities that a document can meet, in the order of their ids.

        Args:
            words: as `words_of` has them.
            named: ids of entities that are named by whoever wrote the record.
        """
        met = {name for name in named if name in self._order}
        for word in ("", *(words & self._by_word.keys())):
            for wording, entity in self._by_word.get(word, ()):
                if wording <= words:
                    met.add(entity)
        met.update(body for work in tuple(met) for body in self._bodies.get(work, ()))
        places = sorted(self._order[entity] for entity in met)
        return Authority(tuple(self._authority.entities[place] for place in places))

    @cached_property
    def _by_word(self) -> Mapping[str, tuple[tuple[frozenset[str], str], ...]]:
        """Each wording of an entity under one of its words, or under none where it has none."""
        found: dict[str, list[tuple[frozenset[str], str]]] = {}
        for entity in self._authority.entities:
            for words in sorted({_words(text) for text in self._wordings(entity)}, key=sorted):
                # A long word is a rare one, as a rule, and then the others are seldom looked at.
                word = max(words, key=lambda word: (len(word), word), default="")
                found.setdefault(word, []).append((words, entity.id))
        return {word: tuple(wordings) for word, wordings in found.items()}

    def _wordings(self, entity: Entity) -> Iterator[str]:
        """What must stand in a document that means an entity: one of these."""
        yield from (form.text for form in entity.forms)
        if main := main_title(entity):
            yield main
        yield from entity.families
        for author in entity.authors if entity.kind == "work" else ():
            yield from filter(None, (author.get("family"), author.get("literal")))
        for body in self._bodies.get(entity.id, ()):
            yield from (form.text for form in self._authority.by_id[body].forms)

    @cached_property
    def _bodies(self) -> Mapping[str, tuple[str, ...]]:
        """The bodies under whose names a work is cited, by the work's id."""
        called: dict[str, list[str]] = {}
        for body in self._authority.of_kind("organisation"):
            for text in {form.text for form in body.forms}:
                called.setdefault(text, []).append(body.id)
        found: dict[str, tuple[str, ...]] = {}
        for work in self._authority.of_kind("work"):
            names = [author["literal"] for author in work.authors if "literal" in author]
            if bodies := {body for name in names for body in called.get(name, ())}:
                found[work.id] = tuple(sorted(bodies))
        return found


def _words(text: str) -> frozenset[str]:
    """Every run of letters, in small letters: a figure may stand for a note or a year beside it."""
    # In small letters first: of a few letters that makes a letter and a sign, which part a run.
    found = set(_LETTERS.findall(without_accents(text).casefold()))
    for run in [run for run in found if not run.isalpha()]:
        found.remove(run)  # `²`, `Ⅳ` and `½` are figures too, and the pattern does not know them
        found.update("".join(c if c.isalpha() else " " for c in run).split())
    return frozenset(found - _NEITHER_HERE_NOR_THERE)
