"""The emendations of an edition along its source: a lane a kind, a bar where there are some."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import get_args

from consultations.model.edition import Edition
from consultations.model.emendation import Emendation, Kind
from consultations.pages.drawings.lanes import Lane, LaneMark, drawn
from consultations.pages.edition.apparatus import KINDS
from consultations.pages.edition.marks import emendation_id
from consultations.pages.facts import counted

_PARTS = 100
"""The source is cut into so many stretches of one length; a bar is for one of them."""


def emendations_drawn(edition: Edition) -> str:
    """The drawing; empty where nothing was emended."""
    length = max(len(edition.source.text), 1)
    kinds: dict[Kind, list[Emendation]] = {kind: [] for kind in get_args(Kind)}
    for emendation in edition.emendations:
        kinds[emendation.kind].append(emendation)
    lanes = (_lane(kind, found, length) for kind, found in kinds.items() if found)
    return drawn(lanes, "low")


def _lane(kind: Kind, found: Sequence[Emendation], length: int) -> Lane:
    told = counted(len(found), "place", "places")
    return Lane(KINDS[kind], f"#kind:{kind}", told, list(_marks(found, length)))


def _marks(found: Sequence[Emendation], length: int) -> Iterator[LaneMark]:
    def part(emendation: Emendation) -> int:
        return min(emendation.start * _PARTS // length, _PARTS - 1)

    runs = [(at, list(run)) for at, run in groupby(sorted(found, key=part), key=part)]
    most = max(len(run) for _, run in runs)
    for at, run in runs:
        told = counted(len(run), "place", "places")
        place = f"#{emendation_id(min(run, key=lambda e: e.start))}"
        yield LaneMark(at / _PARTS, (at + 1) / _PARTS, len(run) / most, told, place)
