"""The parts of a quotation, one for each passage that it stands in. client/part.js mirrors it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from consultations.analysis import fold
from consultations.index.quotation.difference import Difference, Op, gravity
from consultations.passages import SearchPassage


@dataclass
class Part:
    """What of a quotation stands in one passage, in one piece: text[start:end] of the passage."""

    passage: SearchPassage
    start: int
    end: int
    steps: list[Difference] = field(default_factory=list)
    """The quotation from beginning to end, beside what the text has."""

    @property
    def text(self) -> str:
        """What the passage has, as printed."""
        return self.passage.text[self.start : self.end]

    @property
    def voice(self) -> str:
        """Whose words: `own`, or the person or body that the document quotes."""
        # Of voices one within the other the innermost speaks.
        near = [v for v in self.passage.voices if v[0] < self.end and self.start < v[1]]
        if not near:
            return "own"
        start, end, who = min(near, key=lambda voice: voice[1] - voice[0])
        whole = start <= self.start and self.end <= end
        return ("" if whole else "partly ") + (who or "somebody quoted")

    @property
    def differences(self) -> list[Difference]:
        """Where the two differ, what is grave first."""
        found = [step for step in self.steps if step.op != "same"]
        return sorted(found, key=lambda difference: gravity(difference) is None)


def mark_moved(parts: Sequence[Part]) -> None:
    """A word that is left out here and put in there was moved."""
    dropped: dict[str, list[tuple[Part, Difference]]] = {}
    for part, step in _steps(parts, "dropped"):
        dropped.setdefault(" ".join(fold(step.found)), []).append((part, step))
    for part, step in _steps(parts, "added"):
        twins = dropped.get(" ".join(fold(step.given)))
        if twins:
            other, twin = twins.pop(0)
            other.steps[:] = [one for one in other.steps if one is not twin]
            at = next(i for i, one in enumerate(part.steps) if one is step)
            part.steps[at] = Difference("moved", step.given, twin.found)


def _steps(parts: Sequence[Part], op: Op) -> list[tuple[Part, Difference]]:
    return [(part, step) for part in parts for step in part.steps if step.op == op]
