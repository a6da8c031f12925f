"""Notes in one line: a converter ran `4 Letter, 3 May.` and `5 Ibid.` together."""

from collections.abc import Iterator, Sequence

from consultations import patterns as re
from consultations.english.dates import MONTH
from consultations.model.text import Line
from consultations.rules.footnotes.digits import NUMBERED
from consultations.rules.footnotes.labels import RAISED_DIGITS
from consultations.rules.footnotes.leads import CandidateBody, follows, lead_of
from consultations.rules.footnotes.zones import Zone

_LABEL_MAY_BEGIN = re.compile(
    rf"(?<=[.;!?)\]”’\"'])[ \t]{{1,4}}(?=[\d\[(<^\\{RAISED_DIGITS}])(?!\d{{1,2}}\s(?:{MONTH})\b)"
)
"""A blank behind a stop, before what may be a label and is no date."""


def part_run_on(text: str, zones: Sequence[Zone]) -> None:
    """Put the bodies that begin inside a line into their zones.

    Each has its label in the form of the one before it, whose number it follows, and no line of the
    zone or of the next one begins with it: a number that a note says by chance is rarely the one
    that is missing.
    """
    behind = [zone.bodies for zone in zones[1:]]
    for zone, following in zip(zones, [*behind, []], strict=False):
        labels = {body.label for body in (*zone.bodies, *following)}
        ends = [body.start for body in zone.bodies[1:]]
        found: list[CandidateBody] = []
        for body, end in zip(zone.bodies, [*ends, zone.end], strict=True):
            found.append(body)
            found += (b for b in _in_lines_of(text, zone, body, end) if b.label not in labels)
        zone.bodies = found


def _in_lines_of(text: str, zone: Zone, body: CandidateBody, end: int) -> Iterator[CandidateBody]:
    """The bodies that count on from one in its own lines, which end at a place."""
    for blank in _LABEL_MAY_BEGIN.finditer(text, body.words, end):
        is_of_other = NUMBERED.search(text[max(body.words, blank.start() - 8) : blank.start()])
        if is_of_other or zone.has_hole_at(blank.start()):
            continue
        line_end = text.find("\n", blank.end(), end)
        inner = lead_of(text, Line(blank.start(), end if line_end < 0 else line_end))
        if inner is None or inner.alone or not follows(body.label, inner.label):
            continue
        if (inner.lead, inner.form) == (body.lead, body.form):
            yield inner
            body = inner
