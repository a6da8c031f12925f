"""Whose words a quotation is: the first ground that names a speaker, or nobody."""

from typing import NamedTuple

from consultations.annotate.quotations.grounds import CONTINUATIONS, EVIDENCE
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.stage import Heard, Ruling, Stage
from consultations.annotate.quotations.standing_for import with_work
from consultations.annotate.quotations.voices import SOMEBODY, Voice


class Attributed(NamedTuple):
    """A voice, and the ground on which it is named; no voice and no ground where it is unknown."""

    voice: Voice | None
    ground: str


def attributed(quoted: Quoted, stage: Stage) -> Attributed:
    """Whose words these are.

    Args:
        quoted: somebody's words; those of one edition come in reading order.
        stage: is told what was found.
    """
    ruling, ground = _ruling(quoted, stage)
    stage.heard.append(Heard(quoted, ruling))
    if ruling.voice.kind == "unknown":
        return Attributed(None, "")
    return Attributed(with_work(stage.cast, ruling.voice, quoted.passage, quoted.start), ground)


def _ruling(quoted: Quoted, stage: Stage) -> tuple[Ruling, str]:
    shown: Ruling | None = None
    for ground in EVIDENCE:
        ruling = ground.rule(quoted, stage)
        if ruling and ruling.voice != SOMEBODY:
            return ruling, ground.name
        shown = shown or ruling
    for ground in () if shown else CONTINUATIONS:
        ruling = ground.rule(quoted, stage)
        if ruling:
            return ruling, ground.name
    return shown or Ruling(SOMEBODY, quoted.end), ""
