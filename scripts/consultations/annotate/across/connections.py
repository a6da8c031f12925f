"""What editions have to do with each other: each connection says on what ground it stands.

One names the other, or the consultation that only the other answers; both answer one consultation,
or one question of it; both cite or name one work.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import permutations

from consultations.annotate.across.overlaps import overlaps
from consultations.model.edition import Connection, ConnectionGround, CrossReference, Edition
from consultations.model.entity import Authority
from consultations.model.lexicon import Form, Lexicon

_LEAST_TITLE_WORDS = 5
_ALIKE = 0.9
"""So great a share of the words of both is common to a work's title and an edition's."""
_WORD = re.compile(r"[^\W_]+")
_GROUNDS: tuple[ConnectionGround, ...] = (
    "names",
    "same-consultation",
    "same-question",
    "same-work",
    "same-passage",
)


def connected(editions: Sequence[Edition], authority: Authority) -> list[Edition]:
    """The editions, in the order given, with references and connections to each other."""
    known = _known_as(editions, authority)
    titles = Lexicon(
        Form(edition.source.record.title, edition.id, loose=True)
        for edition in editions
        if len(_WORD.findall(edition.source.record.title)) >= _LEAST_TITLE_WORDS
    )
    found: dict[str, set[Connection]] = defaultdict(set)
    references = {}
    for edition in editions:
        own = tuple(_references(edition, known, titles))
        references[edition.id] = own
        for reference in own:
            there = reference.target
            found[edition.id].add(
                Connection("names", reference.passage, there, there, reference.text)
            )
    for here, connection in (*_together(editions, authority), *overlaps(editions)):
        found[here].add(connection)
    return [
        replace(
            edition,
            cross_references=edition.cross_references + references[edition.id],
            connections=tuple(
                sorted(
                    found[edition.id],
                    key=lambda c: (_GROUNDS.index(c.ground), order[c.passage], c.target, c.about),
                )
            ),
        )
        for edition in editions
        for order in [edition.order]
    ]


def _known_as(editions: Sequence[Edition], authority: Authority) -> Mapping[str, list[str]]:
    """Editions by the consultation that they answer, and by the work that they are."""
    known: dict[str, list[str]] = defaultdict(list)
    for edition in editions:
        record = edition.source.record
        if record.responds_to:
            known[record.responds_to].append(edition.id)
        words = _bag(record.title)
        for work in authority.of_kind("work"):
            if _likeness(words, _bag(work.name)) >= _ALIKE:
                known[work.id].append(edition.id)
    return known


def _references(
    edition: Edition, known: Mapping[str, list[str]], titles: Lexicon
) -> Iterator[CrossReference]:
    """Words that name another edition, or what only that one answers; once a passage."""
    said: set[tuple[str, str]] = set()
    for mention in edition.mentions:
        others = known.get(mention.entity, [])
        if len(others) == 1 and edition.id not in others:
            place = (mention.passage, mention.start, mention.end, mention.text)
            if (mention.passage, others[0]) not in said:
                said.add((mention.passage, others[0]))
                yield CrossReference(*place, others[0], rule="to-edition")
    for passage in edition.passages:
        for title in titles.find(passage.text, lambda *_: True):
            (other, *more) = sorted(title.entities)
            if not more and other != edition.id and (passage.id, other) not in said:
                said.add((passage.id, other))
                text = passage.text[title.start : title.end]
                yield CrossReference(
                    passage.id, title.start, title.end, text, other, rule="to-edition"
                )


def _together(
    editions: Sequence[Edition], authority: Authority
) -> Iterator[tuple[str, Connection]]:
    """Editions that answer the same, or cite the same, under the id of each."""
    places: dict[tuple[ConnectionGround, str], dict[str, str]] = defaultdict(dict)
    for edition in editions:
        for ground, about, passage in _held(edition, authority):
            places[ground, about].setdefault(edition.id, passage)
    for (ground, about), passages in places.items():
        for (here, passage), (there, other) in permutations(passages.items(), 2):
            target = there if ground == "same-consultation" else f"{there}#{other}"
            yield here, Connection(ground, passage, there, target, about)


def _held(edition: Edition, authority: Authority) -> Iterator[tuple[ConnectionGround, str, str]]:
    """What an edition answers and cites: the ground, the id of it, and the passage."""
    responds_to = edition.source.record.responds_to
    if responds_to and edition.passages:
        yield "same-consultation", responds_to, edition.passages[0].id
    for question in edition.questions:
        if question.asked:
            yield "same-question", question.asked, question.heading
    for citation in edition.citations:
        yield "same-work", citation.work, citation.passage
    for mention in edition.mentions:
        if authority.by_id[mention.entity].kind == "work":
            yield "same-work", mention.entity, mention.passage


def _bag(text: str) -> Counter[str]:
    return Counter(word[0].casefold() for word in _WORD.finditer(text))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / (one.total() + other.total() or 1)
