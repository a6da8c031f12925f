"""`archive/ids.toml`: the ids that documents and entities were given, and what became of them.

The build adds those that are new. What became of one that bears nothing any more, a person says: it
has moved, or was withdrawn.
"""

from collections.abc import Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

import tomli_w

from consultations.errors import IdsError
from consultations.intake.validation.faults import FAULT_LIMIT
from consultations.intake.validation.shapes import Fault, near
from consultations.intake.validation.tables import Table, read_table
from consultations.intake.validation.toml_lines import KeyPath
from consultations.model.ids import KINDS, BearerKind, GivenIds, MovedId, Withdrawal
from consultations.model.text import squeeze

IDS = "ids.toml"
_HEAD = (
    "# Every id that was given to a document or an entity, and what became of it.\n"
    "# The build adds what is new. docs/project/archive.md says what a person writes here.\n\n"
)
_TOLD = 5
"""How many ids of a ring an error names."""
_REMEDY = "an id is given once: mend the entry, or take another id for what is new"


def read_ids(archive: Path, living: Mapping[str, BearerKind]) -> GivenIds:
    """Every id that was given, held against those that bear something now; none without the file.

    Args:
        archive: the archive's folder.
        living: the ids of the documents and entities that there are.

    Raises:
        IdsError: the file cannot be read; an id that has moved or was withdrawn, or was given to
            something of another kind, is in use again; or one leads in a ring or nowhere.
    """
    path = archive / IDS
    if not path.exists() and not path.is_symlink():
        return GivenIds()
    table = read_table(archive, path, "ids", IdsError)
    lists: Mapping[str, list[str]] = table.data.get("given", {})
    ids = GivenIds(
        given={id_: kind for kind in KINDS for id_ in lists.get(kind, ())},
        moved={
            id_: MovedId(entry["to"], squeeze(entry["reason"]))
            for id_, entry in table.data.get("moved", {}).items()
        },
        withdrawn={
            id_: Withdrawal(**{**entry, "reason": squeeze(entry["reason"])})
            for id_, entry in table.data.get("withdrawn", {}).items()
        },
    )
    found = chain(
        _given_twice(table), _used_again(ids, living), _dead_ends(ids, living), _rings(ids)
    )
    if faults := list(islice(found, FAULT_LIMIT)):
        raise table.refusal(faults, _REMEDY)
    return ids


def is_withdrawn(archive: Path, document: str) -> bool:
    """Whether the file says that a document was withdrawn, whatever else is wrong with it.

    Raises:
        IdsError: the file cannot be read.
    """
    path = archive / IDS
    if not path.exists():
        return False
    return document in read_table(archive, path, "ids", IdsError).data.get("withdrawn", {})


def former_ids(archive: Path, document: str) -> frozenset[str]:
    """The ids that have moved and lead to a document, whatever else is wrong with the file.

    Raises:
        IdsError: the file cannot be read.
    """
    path = archive / IDS
    moved = (
        read_table(archive, path, "ids", IdsError).data.get("moved", {}) if path.exists() else {}
    )
    found = {document}
    while new := {id_ for id_, entry in moved.items() if entry["to"] in found} - found:
        found |= new
    return frozenset(found - {document})


def ids_as_text(ids: GivenIds) -> str:
    """The file that `read_ids` reads as these."""
    lists = {kind: [id_ for id_, of in sorted(ids.given.items()) if of == kind] for kind in KINDS}
    data = {
        "given": {kind: found for kind, found in lists.items() if found},
        "moved": {id_: vars(moved) for id_, moved in sorted(ids.moved.items())},
        "withdrawn": {
            id_: {key: value for key, value in vars(entry).items() if value is not None}
            for id_, entry in sorted(ids.withdrawn.items())
        },
    }
    return _HEAD + tomli_w.dumps({key: value for key, value in data.items() if value})


def _given_twice(table: Table) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for kind, ids in table.data.get("given", {}).items():
        for n, id_ in enumerate(ids):
            if id_ in seen:
                other = "" if seen[id_] == kind else f", as {seen[id_]} and as {kind}"
                yield Fault(("given", kind, n), f"`{id_}` was given twice{other}")
            seen[id_] = kind


def _used_again(ids: GivenIds, living: Mapping[str, BearerKind]) -> Iterator[Fault]:
    """Ids that are used now although they may not be; and ids with two different fates."""
    for id_, kind in living.items():
        if id_ in ids.moved:
            yield Fault(("moved", id_), f"`{id_}` has moved, and a {kind} bears it")
        elif id_ in ids.withdrawn:
            yield Fault(("withdrawn", id_), f"`{id_}` was withdrawn, and a {kind} bears it")
        elif ids.given.get(id_, kind) != kind:
            first = ids.given[id_]
            yield Fault(("given", first), f"`{id_}` was given to a {first}, and a {kind} bears it")
    for id_ in ids.moved.keys() & ids.withdrawn.keys():
        yield Fault(("moved", id_), f"`{id_}` has moved and was withdrawn: say one of the two")


def _dead_ends(ids: GivenIds, living: Mapping[str, BearerKind]) -> Iterator[Fault]:
    ends = {*living, *ids.moved, *ids.withdrawn}
    for id_, moved in ids.moved.items():
        key: KeyPath = ("moved", id_, "to")
        if moved.to not in ends:
            yield Fault(
                key, f"`{id_}` leads nowhere: no `{moved.to}` is here{near(moved.to, ends)}"
            )
            continue
        given, kind = (living.get(one) or ids.given.get(one) for one in (id_, moved.to))
        if given and kind and given != kind:
            yield Fault(key, f"`{id_}` was given to a {given}, and `{moved.to}` to a {kind}")
    for what in ("moved", "withdrawn"):
        for id_ in getattr(ids, what):
            if id_ not in ids.given:
                key = (what, id_)
                yield Fault(key, f"`{id_}` was never given{near(id_, ids.given)}")


def _rings(ids: GivenIds) -> Iterator[Fault]:
    """Each ring of ids that lead to each other, once."""
    passed: set[str] = set()
    for start in ids.moved:
        way: list[str] = []
        on_way: set[str] = set()
        at = start
        while at in ids.moved and at not in passed:
            way.append(at)
            on_way.add(at)
            passed.add(at)
            at = ids.moved[at].to
        if at in on_way:
            ring = way[way.index(at) :]
            told = " to ".join([*ring[:_TOLD], at] if len(ring) <= _TOLD else [*ring[:_TOLD], "…"])
            yield Fault(("moved", at, "to"), f"a ring: {told}")
