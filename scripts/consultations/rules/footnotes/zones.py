"""The runs of lines in which the bodies of notes stand."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from consultations import patterns as re
from consultations.english.sentences import ends_sentence
from consultations.model.text import Interval, Line
from consultations.rules.footnotes.bodies import bodies_of, hanging_labels, is_of_one, labels_of
from consultations.rules.footnotes.leads import CandidateBody, follows, number_of
from consultations.rules.footnotes.paragraphs import Paragraph
from consultations.rules.letter_words import closes_letter

NOTES_HEADING = re.compile(
    r"""
    [\W\d_]{0,12}                                                     # ##   3.
    (?: (?:foot|end)?notes? | references | sources | citations | bibliography )
    (?: \s\w{1,12} ){0,3} \W{0,6}                                     # Notes and references:
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A heading over notes: `## Notes`, `Notes and references`, `3. Endnotes`."""
HEADING_LENGTH = 60
"""Code points of a line at most that may be a heading."""
_INDENT = 2
"""Blanks by which a paragraph that goes on with a note is indented more than the note's label."""


_OPEN_RUNS = 20
"""So many runs of notes, begun last, may be gone on with."""


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
    after_row: bool = False
    """Whether a table stands right before it."""
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

    def opens_with(self, run: Sequence[CandidateBody]) -> bool:
        """Whether a run of its bodies stands at its beginning.

        A sign, a number in brackets or what leads back to a marker that follows the items of a list
        is a note's, whatever stands over the list.
        """
        return run[0].lead in ("listed", "plain") or run[0] == self.bodies[0]

    def before_run(self, text: str, run: Sequence[CandidateBody]) -> Interval:
        """The line before a run of its bodies, where it stands at its beginning; else empty.

        Before a list that follows others, it is the line above, unless that begins a body.
        """
        if run[0].lead == "listed" and run[0] != self.bodies[0]:
            end = run[0].start
            while end > self.start and text[end - 1].isspace():
                end -= 1  # a copy of the zone to strip would be one for every run in it
            start = max(text.rfind("\n", self.start, end) + 1, self.start)
            if not self._begins_body(start):
                return start, end
        elif self.opens_with(run):
            return self.before
        return run[0].start, run[0].start

    def _begins_body(self, start: int) -> bool:
        """Whether a line that begins there begins a body."""
        i = bisect_left(self.bodies, start, key=lambda body: body.start)
        return i < len(self.bodies) and self.bodies[i].start == start

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


def zones(text: str, printed: Iterable[Paragraph]) -> list[Zone]:
    """Every stretch of a text that may be notes, from its paragraphs."""
    reader = _Reader(text)
    for paragraph in printed:
        reader.read(paragraph)
    for zone in reader.found:
        _spread(zone)
    return reader.found


class _Reader:
    """A text while its zones are found, paragraph by paragraph."""

    def __init__(self, text: str) -> None:
        self.found: list[Zone] = []
        self._text = text
        self._zone: Zone | None = None
        """The one that the last paragraph belongs to."""
        self._indent = 0
        """Of the first line of that zone."""
        self._labels: list[CandidateBody] = []
        """The labels of which the last paragraph is made."""
        self._hanging: list[CandidateBody] = []
        """The labels with which the last paragraph ends."""
        self._before: Paragraph | None = None
        self._in_notes = False

    def read(self, paragraph: Paragraph) -> None:
        if self._zone is not None and paragraph.page:
            self._zone.page_ends = True
            self._zone = None
        bodies = self._bodies(paragraph)
        first = bodies[0].start if bodies else paragraph.end
        if first > paragraph.start:
            self._pass(paragraph, first)
        if bodies:
            if self._zone is None:
                self._zone = self._opened(paragraph, bodies)
            self._zone.add((first, paragraph.end), going_on=False)
            self._zone.bodies += bodies
        self._before = paragraph

    def _bodies(self, paragraph: Paragraph) -> list[CandidateBody]:
        """The bodies in a paragraph; the labels of which it is made wait for those to come."""
        waiting, self._labels = self._labels or self._hanging, []
        if paragraph.page and self._hanging:
            waiting = []  # a page's own number ends it
        self._hanging = []
        if paragraph.kind != "text":
            return []
        labels = labels_of(self._text, paragraph)
        if labels and waiting and follows(waiting[-1].label, labels[0].label):
            labels, waiting = [*waiting, *labels], []  # a column of labels, a paragraph each
        left = waiting[1:] if is_of_one(paragraph, waiting) else []
        self._labels = left or labels
        if not self._labels:
            self._hanging = hanging_labels(self._text, paragraph)
            if self._hanging:
                above = paragraph.lines[: -len(self._hanging)]
                paragraph = replace(paragraph, lines=above)
        return bodies_of(self._text, paragraph, waiting)

    def _pass(self, paragraph: Paragraph, first: int) -> None:
        """Take what stands before a paragraph's first body for more of the last note, or its end.

        Args:
            paragraph: of the text.
            first: where its first body begins; its end if it has none.
        """
        going_on = paragraph.kind == "text" and paragraph.indent >= self._indent + _INDENT
        if not going_on:
            self._in_notes = self._stays_in_notes(paragraph)
        if self._zone is None:
            return
        if going_on:
            self._zone.add((paragraph.start, first), going_on=True)
        elif not self._labels:
            is_close = closes_letter(self._text[paragraph.start : paragraph.end].strip())
            self._zone.at_end = paragraph.kind == "heading" or is_close
            self._zone = None

    def _stays_in_notes(self, paragraph: Paragraph) -> bool:
        """Whether what follows a paragraph that is no note stands in a section of notes."""
        words = self._text[paragraph.start : paragraph.end].strip()
        is_line = len(paragraph.lines) == 1 and len(words) <= HEADING_LENGTH
        return is_line and (self._in_notes or NOTES_HEADING.fullmatch(words) is not None)

    def _leads_to_list(self, above: Sequence[Line], body: CandidateBody) -> bool:
        """Whether the last of the lines above an item announces it, or may be its heading."""
        if not above or body.lead != "listed":
            return False
        *others, last = (self._text[line.start : line.end].strip() for line in above)
        return last.endswith(":") or not others or ends_sentence(others[-1])

    def _opened(self, paragraph: Paragraph, bodies: Sequence[CandidateBody]) -> Zone:
        """A new zone that begins in a paragraph with some bodies, and what stands before it."""
        first = bodies[0].start
        before = self._before
        zone = Zone([], [], [], (first, first), in_notes=self._in_notes)
        above = before.lines if before else []
        if first == paragraph.start and before is not None:
            zone.after_row = before.kind == "row"
        else:
            above = [line for line in paragraph.lines if line.end <= first]
        if (len(above) == 1 and first == paragraph.start) or self._leads_to_list(above, bodies[0]):
            zone.before = above[-1].start, above[-1].end
        self.found.append(zone)
        self._indent = paragraph.indent
        return zone


def _spread(zone: Zone) -> None:
    """Take all of a list for notes if one of its items leads back to its marker."""
    if any(body.form == "linked" and body.lead == "marked" for body in zone.bodies):
        sure = {
            body
            for run in zone.runs()
            if any(b.form == "linked" for b in run)
            for body in run
            if body.lead == "listed"
        }
        zone.bodies = [
            replace(body, form="linked", lead="marked") if body in sure else body
            for body in zone.bodies
        ]
