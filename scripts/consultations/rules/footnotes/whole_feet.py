"""The feet of pages whose notes a converter broke: lines of a body stand apart from its label."""

from collections.abc import Iterator, Sequence

from consultations.english.sentences import ends_sentence
from consultations.rules.footnotes.digits import FLAT
from consultations.rules.footnotes.forms import MARKED, label_of
from consultations.rules.footnotes.leads import CandidateBody, follows
from consultations.rules.footnotes.paragraphs import Paragraph
from consultations.rules.footnotes.zones import Zone
from consultations.rules.marks import ITEM
from consultations.rules.prose import goes_on

_MOST_LINES = 12
"""Most lines that stand apart from the label of their note."""


def with_whole_feet(text: str, found: Sequence[Zone], printed: Sequence[Paragraph]) -> list[Zone]:
    """The zones of a text, those that are the foot of one page made one.

    Between two labels of which the second is the next number, down to the page's end, there stands
    more of the first one's note: `7 We`, and `were given the example` in a paragraph of its own. Or
    the text goes on there, and is a hole in the foot.

    Args:
        text: with its lines as they are.
        found: its zones, in order.
        printed: its paragraphs, in order.
    """
    left = list(found)
    whole: list[Zone] = []
    pages = list(_pages(printed))
    for number, page in enumerate(pages):
        here: list[Zone] = []
        while left and left[0].start < page[-1].end:
            here.append(left.pop(0))
        if here and len(pages) > 1:
            _take_in_tail(text, here[-1], page, is_last=number == len(pages) - 1)
        while len(here) > 1 and here[-1].page_ends and _joined(text, here[-2], here[-1], page):
            here.pop()
        whole += here
    return whole


def _pages(printed: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    page: list[Paragraph] = []
    for paragraph in printed:
        if page and paragraph.page:
            yield page
            page = []
        page.append(paragraph)
    if page:
        yield page


def _take_in_tail(text: str, zone: Zone, page: Sequence[Paragraph], *, is_last: bool) -> None:
    """Take in what stands under the last notes of a page, where the last breaks off above it."""
    tail = [paragraph for paragraph in page if paragraph.start >= zone.end]
    breaks_off = not ends_sentence(text[slice(*zone.paragraphs[-1])])
    if tail and zone.bodies[-1].lead == "plain" and breaks_off and _are_lines_of_note(text, tail):
        _take_in(zone, tail)
        zone.at_end, zone.page_ends = True, not is_last


def _joined(text: str, zone: Zone, following: Zone, page: Sequence[Paragraph]) -> bool:
    """Whether two zones are one foot; the first has the second in it then."""
    between = [p for p in page if zone.end <= p.start and p.end <= following.start]
    first = following.bodies[0]
    goes_on = any(_precedes(body, first) for body in zone.bodies)
    is_there = any(body.label == first.label for body in zone.bodies)
    if not (goes_on and not is_there and _are_lines_of_note(text, between)):
        return False
    above = [paragraph for paragraph in page if paragraph.end <= zone.start]
    if _are_of_text(text, between, above, zone, following):
        zone.holes += [(paragraph.start, paragraph.end) for paragraph in between]
    else:
        _take_in(zone, between)
    zone.paragraphs += following.paragraphs
    zone.going_on += following.going_on
    zone.bodies += following.bodies
    zone.at_end, zone.page_ends = following.at_end, following.page_ends
    return True


def _are_of_text(
    text: str,
    between: Sequence[Paragraph],
    above: Sequence[Paragraph],
    zone: Zone,
    following: Zone,
) -> bool:
    """Whether paragraphs between two zones are of the text, and no lines of a note.

    They call a note of the second zone, or go on with the sentence that stands over the first.
    """
    words = text[between[0].start : between[-1].end] if between else ""
    labels = {body.label for body in following.bodies}
    if any(match["label"] in labels for match in FLAT.finditer(words)):
        return True
    if any(label_of(match) in labels for match in MARKED.finditer(words)):
        return True
    breaks_off = bool(above) and not ends_sentence(text[above[-1].start : above[-1].end])
    return breaks_off and goes_on(words) and ends_sentence(text[slice(*zone.paragraphs[-1])])


def _precedes(body: CandidateBody, following: CandidateBody) -> bool:
    """Whether the label of a body comes before that of another, both plain numbers."""
    return body.lead == following.lead == "plain" and follows(body.label, following.label)


def _are_lines_of_note(text: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether paragraphs may be the rest of a note: few lines, of which none begins an item."""
    lines = [line for paragraph in paragraphs for line in paragraph.lines]
    is_text = all(paragraph.kind == "text" for paragraph in paragraphs)
    starts = (text[p.start : p.end].lstrip() for p in paragraphs)
    return is_text and len(lines) <= _MOST_LINES and not any(map(ITEM.match, starts))


def _take_in(zone: Zone, paragraphs: Sequence[Paragraph]) -> None:
    for paragraph in paragraphs:
        zone.add((paragraph.start, paragraph.end), going_on=True)
