"""What editions have to do with each other: each connection says on what ground it stands.

One names the other, or the consultation that only the other answers; both answer one consultation,
or one question of it; both cite or name one work.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from consultations.annotate.across.overlaps import overlaps
from consultations.model.edition import Connection, ConnectionGround, Edition
from consultations.model.entity import Authority

_GROUNDS: tuple[ConnectionGround, ...] = (
    "names",
    "same-consultation",
    "same-question",
    "same-work",
    "same-passage",
)


def connected(editions: Sequence[Edition], authority: Authority) -> list[Edition]:
    """The editions, in the order given, with their connections to each other.

    Args:
        editions: with their references to each other, as far as an editor lets them stand.
        authority: what they were annotated with.
    """
    found: dict[str, set[Connection]] = defaultdict(set)
    for here, connection in (
        *_named(editions),
        *_together(editions, authority),
        *overlaps(editions),
    ):
        found[here].add(connection)
    return [
        replace(
            edition,
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


def _named(editions: Sequence[Edition]) -> Iterator[tuple[str, Connection]]:
    """Editions that another one names, under the id of that other one."""
    for edition in editions:
        for reference in edition.cross_references:
            there, _, _ = reference.target.partition("#")
            if there:
                place = (reference.passage, there, there, reference.text)
                yield edition.id, Connection("names", *place)


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
