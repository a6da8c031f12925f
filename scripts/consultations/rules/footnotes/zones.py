"""The runs of lines in which the bodies of notes stand."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from consultations.model.text import Interval
from consultations.rules.footnotes.leads import CandidateBody, follows, number_of

_OPEN_RUNS = 20
"""Runs of notes, the last ones begun, that may still be continued."""


@dataclass
class Zone:
    """Paragraphs that hold nothing but bodies and what goes on with them, up to a page's end."""

    paragraphs: list[Interval]
    """In code points of the text; the first begins with the first line that may be a body."""
    going_on: list[bool]
    """Of each paragraph whether it is indented, and so may go on with the note before it."""
    bodies: list[CandidateBody]
    """In the order of the text."""
    before: Interval
    """The line before it, where that is a paragraph of its own; else empty.

    Of a list, whose lines may follow right under it, also a line that ends no paragraph.
    """
    holes: list[Interval] = field(default_factory=list)
    """Paragraphs of the text that stand between its own."""
    table: Interval | None = None
    """The table that stands right before it."""
    at_end: bool = True
    """Whether a heading, a letter's close, a page's end or the text's end stands right after it."""
    page_ends: bool = False
    """Whether a page ends right after it."""
    in_notes: bool = False
    """Whether it stands under a heading of notes, headings of chapters aside."""

    @property
    def start(self) -> int:
        """Where its first line begins."""
        return self.paragraphs[0][0]

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return self.paragraphs[-1][1]

    def has_hole_at(self, place: int) -> bool:
        """Whether a place is in text that stands between two of its notes."""
        return any(start <= place < end for start, end in self.holes)

    def opens_with(self, run: Sequence[CandidateBody]) -> bool:
        """Whether a run of its bodies stands at its beginning.

        What follows the items of a list, or numbered paragraphs, may be notes, whatever stands over
        those.
        """
        return run[0] == self.bodies[0]

    def before_run(self, text: str, run: Sequence[CandidateBody]) -> Interval:
        """The line before a run of its bodies, where it stands at its beginning; else empty.

        Before a list that follows others, it is the line above, unless that begins a body.
        """
        if self.opens_with(run):
            return self.before
        if run[0].lead == "listed":
            end = run[0].start
            while end > self.start and text[end - 1].isspace():
                end -= 1  # a copy of the zone to strip would be one for every run in it
            start = max(text.rfind("\n", self.start, end) + 1, self.start)
            if not self._begins_body(start):
                return start, end
        return run[0].start, run[0].start

    def _begins_body(self, start: int) -> bool:
        """Whether a line that begins there begins a body."""
        i = bisect_left(self.bodies, start, key=lambda body: body.start)
        return i < len(self.bodies) and self.bodies[i].start == start

    def without_table_notes(
        self, text: str, bodies: Sequence[CandidateBody]
    ) -> list[CandidateBody]:
        """Those of its first bodies that are not of the table above: signs that it has not."""
        if self.table is None:
            return list(bodies)
        cells = text[slice(*self.table)]
        return [body for body in bodies if body.lead == "sign" and body.label not in cells]

    def add(self, paragraph: Interval, *, going_on: bool) -> None:
        """Take in a paragraph, or a part of one."""
        self.paragraphs.append(paragraph)
        self.going_on.append(going_on)

    def runs(self) -> list[list[CandidateBody]]:
        """Its bodies, each run with labels that follow each other; the longest first."""
        runs: list[list[CandidateBody]] = []
        for body in self.bodies:
            # Labels that never follow each other make as many runs: only the last ones can go on.
            run = next((r for r in reversed(runs[-_OPEN_RUNS:]) if _goes_on(r, body)), None)
            if run is None:
                runs.append([body])
            else:
                run.append(body)
        return sorted(runs, key=len, reverse=True)

    def pieces(self, body: CandidateBody, following: int) -> list[Interval]:
        """The stretches of the text that are one body, if the next one begins at `following`."""
        found: list[Interval] = []
        for (start, end), going_on in zip(self.paragraphs, self.going_on, strict=True):
            if end <= body.start:
                continue
            if start >= following or (found and not going_on):
                break
            found.append((max(start, body.start), min(end, following)))
        return found


def _goes_on(run: list[CandidateBody], body: CandidateBody) -> bool:
    if (run[-1].lead == "sign") != (body.lead == "sign"):
        return False
    if not follows(run[-1].label, body.label):
        return False
    # Numbers that follow each other ascend, so none of them can stand in the run already.
    return number_of(body.label) is not None or all(b.label != body.label for b in run)
