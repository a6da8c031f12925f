"""The parts of a quotation, one for each passage that it stands in.

client/check/part.js mirrors it.
"""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
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
    def voice(self) -> str | None:
        """Whose words: OWN, the document's; whom it quotes; None: somebody's, not known whose.

        Where only some of the words are quoted, `partly` stands before the name.
        """
        return self.passage.voice_of(self.start, self.end)

    @property
    def differences(self) -> list[Difference]:
        """Where the two differ, what is grave first."""
        found = [step for step in self.steps if step.op != "same"]
        return sorted(found, key=lambda difference: gravity(difference) is None)


def mark_moved(parts: Sequence[Part]) -> None:
    """A word that is left out here and put in there was moved."""
    # Each word that is left out is matched once, the first one first.
    dropped: defaultdict[str, deque[tuple[int, int]]] = defaultdict(deque)
    for p, i, step in _steps(parts, "dropped"):
        dropped[" ".join(fold(step.found))].append((p, i))
    gone: set[tuple[int, int]] = set()
    for p, i, step in list(_steps(parts, "added")):
        if twins := dropped[" ".join(fold(step.given))]:
            twin = twins.popleft()
            gone.add(twin)
            found = parts[twin[0]].steps[twin[1]].found
            parts[p].steps[i] = Difference("moved", step.given, found)
    for p, part in enumerate(parts):
        part.steps = [step for i, step in enumerate(part.steps) if (p, i) not in gone]


def _steps(parts: Sequence[Part], op: Op) -> Iterator[tuple[int, int, Difference]]:
    """The steps of one kind, with the numbers of their part and of their place in it."""
    for p, part in enumerate(parts):
        for i, step in enumerate(part.steps):
            if step.op == op:
                yield p, i, step
