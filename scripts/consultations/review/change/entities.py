"""What was added to, removed from or changed in the authorities, which any document may name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

from consultations.model.entity import Entity
from consultations.model.ids import GivenIds
from consultations.review.change.spans import code, listed


def entities_changed(then: Mapping[str, Entity], now: Mapping[str, Entity], ids: GivenIds) -> str:
    """The entries that are new, changed or gone, as Markdown; nothing where all are as before.

    Args:
        then: the entries by their ids, as they were.
        now: as they are now.
        ids: what became of those that are gone.
    """
    told = [f"new: {_named(now[id_])}" for id_ in now if id_ not in then]
    told += [
        f"changed: {code(id_)}: {'; '.join(_changes(then[id_], now[id_]))}"
        for id_ in now
        if id_ in then and then[id_] != now[id_]
    ]
    told += [f"gone: {_named(then[id_])}{_became(id_, ids)}" for id_ in then if id_ not in now]
    return f"## Authorities\n\n{listed(told)}" if told else ""


def _became(id_: str, ids: GivenIds) -> str:
    """What `archive/ids.toml` says of an entry that is gone; where it is silent, `check` tells."""
    if id_ in ids.moved:
        return f"; its id leads to {code(ids.leading[id_])}: {code(ids.moved[id_].reason)}"
    if id_ in ids.withdrawn:
        return f"; withdrawn: {code(ids.withdrawn[id_].reason)}"
    return ""


def _named(entity: Entity) -> str:
    """An entry with what it is found by, and where it leads."""
    forms = ", ".join(code(form.text) for form in entity.forms)
    leads = f", {code(entity.url)}" if entity.url else ""
    return f"{code(entity.id)}, {entity.kind}: {forms}{leads}"


def _changes(then: Entity, now: Entity) -> Iterator[str]:
    """Each field that says something else."""
    for field in fields(Entity):
        before, after = getattr(then, field.name), getattr(now, field.name)
        # What the wordings imply is told by the wordings.
        if before != after and field.name != "families":
            yield f"{field.name}: {_said(before, after)}"


def _said(before: object, after: object) -> str:
    """What a field said and says; of a list or a table only what differs."""
    if isinstance(before, tuple) and isinstance(after, tuple):
        return _parts(_rows(before), _rows(after))
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return _parts(
            [f"{key} = {value}" for key, value in before.items()],
            [f"{key} = {value}" for key, value in after.items()],
        )
    return f"{code(_shown(before))} → {code(_shown(after))}"


def _parts(before: Sequence[str], after: Sequence[str]) -> str:
    gone = [f"without {code(part)}" for part in before if part not in after]
    come = [f"with {code(part)}" for part in after if part not in before]
    return ", ".join([*gone, *come]) or "in another order"


def _rows(values: Sequence[object]) -> list[str]:
    return [_shown(value) for value in values]


def _shown(value: object) -> str:
    """A value as text; a question by its id, its number and its words."""
    if value is None or isinstance(value, str):
        return value or ""
    said = vars(value).values() if hasattr(value, "__dict__") else [value]
    return " ".join(str(one) for one in said if one is not None)
