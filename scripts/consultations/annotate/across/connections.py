"""What editions have to do with each other: each connection says on what ground it stands.

One names the other, or the consultation that only the other answers; both answer one consultation,
or one question of it; both cite or name one work.

What many editions have in common says little of any two of them, and connections between all of
them would grow with the square of the archive. So each is connected with the earliest of the others
only, and knows how many there are.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from consultations.annotate.across.overlaps import overlaps
from consultations.model.connection import Connection, ConnectionGround
from consultations.model.edition import Edition
from consultations.model.entity import Authority

_GROUNDS: tuple[ConnectionGround, ...] = (
    "names",
    "same-consultation",
    "same-question",
    "same-work",
    "same-passage",
)

_MOST = 20
"""Other editions with which one is connected because of one thing, the earliest ones."""


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
    for edition in sorted(editions, key=lambda edition: (edition.source.record.date, edition.id)):
        for ground, about, passage in _held(edition, authority):
            places[ground, about].setdefault(edition.id, passage)
    for (ground, about), passages in places.items():
        # One more than is connected: an edition may be among them itself.
        earliest = list(islice(passages.items(), _MOST + 1))
        for here, passage in passages.items():
            others = [(there, other) for there, other in earliest if there != here]
            for there, other in others[:_MOST]:
                target = there if ground == "same-consultation" else f"{there}#{other}"
                yield here, Connection(ground, passage, there, target, about, len(passages) - 1)


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
