"""Where the runs of lines that may be notes begin and end, read paragraph by paragraph."""

from bisect import bisect_right
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from consultations import patterns as re
from consultations.english.letter_words import closes_letter
from consultations.english.sentences import ends_sentence
from consultations.model.text import Line
from consultations.rules.footnotes.bodies import bodies_of, hanging_labels, is_of_one, labels_of
from consultations.rules.footnotes.digits import BEFORE_NUMBER, LONGEST_BEFORE_NUMBER
from consultations.rules.footnotes.leads import CandidateBody, follows, lead_of
from consultations.rules.footnotes.paragraphs import Paragraph
from consultations.rules.footnotes.under_words import labelled_under
from consultations.rules.footnotes.zones import Zone

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


def zones(
    text: str,
    printed: Sequence[Paragraph],
    rulings: Sequence[int],
    unlabelled: Mapping[int, list[CandidateBody]],
) -> list[Zone]:
    """Every stretch of a text that may be notes.

    Args:
        text: with its lines as they are.
        printed: its paragraphs.
        rulings: where lines were drawn in it, ascending, in code points.
        unlabelled: notes that have lost their labels, by where their paragraphs start.
    """
    reader = _Reader(text, rulings, unlabelled, labelled_under(text, printed))
    for paragraph in printed:
        reader.read(paragraph)
    reader.end_page()
    for zone in reader.found:
        _spread(zone)
    return reader.found


class _Reader:
    """A text while its zones are found, paragraph by paragraph."""

    def __init__(
        self,
        text: str,
        rulings: Sequence[int],
        unlabelled: Mapping[int, list[CandidateBody]],
        labelled_under: Container[int],
    ) -> None:
        self.found: list[Zone] = []
        self._text = text
        self._rulings = rulings
        self._unlabelled = unlabelled
        self._labelled_under = labelled_under
        self._zone: Zone | None = None
        """The one that the last paragraph belongs to."""
        self._indent = 0
        """The indent of the first line of that zone."""
        self._labels: list[CandidateBody] = []
        """The labels that make up the last paragraph."""
        self._hanging: list[CandidateBody] = []
        """The labels with which the last paragraph ends."""
        self._before: Paragraph | None = None
        self._in_notes = False

    def read(self, paragraph: Paragraph) -> None:
        if paragraph.page:
            self.end_page()
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

    def end_page(self) -> None:
        """Take the last paragraph of a page for a note, where its label stands under its words."""
        foot = self._before
        if foot is None or not self._hanging or foot.start not in self._labelled_under:
            return
        label = self._hanging[0]
        above = self.found[-1] if self.found else None
        if above is None or self._text[above.end : foot.start].strip():
            above = Zone([], [], [], (foot.start, foot.start), in_notes=self._in_notes)
            self.found.append(above)
        place = label.start, label.words
        above.add((foot.start, foot.end), going_on=False)
        above.bodies.append(replace(label, start=foot.start, words=foot.start, apart=place))
        above.at_end = True
        self._zone, self._hanging = above, []

    def _bodies(self, paragraph: Paragraph) -> list[CandidateBody]:
        """The bodies in a paragraph; the labels of which it is made wait for those to come."""
        waiting, self._labels = self._labels or self._hanging, []
        if paragraph.page and self._hanging:
            waiting = []  # a page's own number ends it
        self._hanging = []
        if paragraph.kind != "text":
            return []
        if paragraph.start in self._unlabelled:
            return self._unlabelled[paragraph.start]
        labels = labels_of(self._text, paragraph)
        if labels and waiting and follows(waiting[-1].label, labels[0].label):
            labels, waiting = [*waiting, *labels], []  # a column of labels, a paragraph each
        if self._has_number_of_last(paragraph):
            return []
        if labels:
            self._labels = labels
            return []  # a label is no words of the one above it
        self._labels = waiting[1:] if is_of_one(paragraph, waiting) else []
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
        is_set_in = paragraph.indent >= self._indent + _INDENT and not self._is_ruled_off(paragraph)
        going_on = paragraph.kind == "text" and (is_set_in or self._has_number_of_last(paragraph))
        if not going_on:
            self._in_notes = self._stays_in_notes(self._text[paragraph.start : first].strip())
        if self._zone is None:
            return
        if going_on:
            self._zone.add((paragraph.start, first), going_on=True)
        elif not self._labels:
            is_close = closes_letter(self._text[paragraph.start : paragraph.end].strip())
            self._zone.at_end = paragraph.kind == "heading" or is_close
            self._zone = None

    def _is_ruled_off(self, paragraph: Paragraph) -> bool:
        """Whether a line was drawn between the last note and a paragraph, which ends the notes."""
        end = self._zone.end if self._zone is not None else paragraph.start
        return bisect_right(self._rulings, end - 1) < bisect_right(self._rulings, paragraph.start)

    def _has_number_of_last(self, paragraph: Paragraph) -> bool:
        """Whether the last note breaks off before the number that a paragraph begins with.

        So a converter parts `see Box`, at the end of a line, from `7. The tolls`. The label of the
        next note is none of its numbers.
        """
        if (
            self._zone is None
            or not self._text[paragraph.start : paragraph.end].lstrip()[:1].isdigit()
        ):
            return False
        end = self._zone.end
        start = max(self._zone.bodies[-1].words, end - LONGEST_BEFORE_NUMBER)
        body = lead_of(self._text, paragraph.lines[0])
        is_next = body is not None and follows(self._zone.bodies[-1].label, body.label)
        return not is_next and BEFORE_NUMBER.search(self._text[start:end]) is not None

    def _stays_in_notes(self, words: str) -> bool:
        """Whether what follows words that are no note stands in a section of notes."""
        *others, last = words.splitlines()
        if len(last) > HEADING_LENGTH:
            return False
        return NOTES_HEADING.fullmatch(last) is not None or (self._in_notes and not others)

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
            zone.table = (before.start, before.end) if before.kind == "row" else None
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
